import { assumeEntries, chain, claim, proposed, rewriting, witness } from '../../src/index.js';
import { qubitModels } from '../models/qubit-models.js';
import { qubit } from '../notation.js';
import { DOWN, EIGENBASIS, timesMatrix, UP, Z } from '../witnesses.js';

const SIZES = { d: 2 };
const ALL_ONES = [
  ['1', '1'],
  ['1', '1'],
];

/** v = (a + ib, c + ie) and w = (f + ig, h + ik), of any length, with M = γσ_z and its projectors. */
const v = ['a + i b', 'c + i e'];
const w = ['f + i g', 'h + i k'];
const bar = (entry: string): string => entry.replace('+', '-');
const projector = (u: readonly string[]): string[][] => u.map((row) => u.map((col) => `(${row}) (${bar(col)})`));
const entries = {
  M: [
    ['γ', '0'],
    ['0', '-γ'],
  ],
  'Π₊': [
    ['1', '0'],
    ['0', '0'],
  ],
  'Π₋': [
    ['0', '0'],
    ['0', '1'],
  ],
  v: v.map((entry) => [entry]),
  w: w.map((entry) => [entry]),
  ρ: projector(v),
  σ: projector(w),
};

const LEFT = 'tr(i[M, ρ] i[M, σ])';
const RIGHT = '8 γ^2 Re((w† Π₊ v) (v† Π₋ w))';

/** The off-diagonal entry of Kasym for two samples in dimension two, component by component. */
export const kernelComponents = claim({
  id: 'lemma-c.2-components',
  title: 'Two samples in dimension two, entry by entry: Kasym_12 = 8γ² Re(u_2†u_1 w_1†w_2)',
  source: 'Lemma C.2, (101)',
  theory: qubit,
  provedFor: SIZES,
  statement: `${LEFT} = ${RIGHT}`,
  given: {
    entries: assumeEntries(
      qubit,
      'M = γσ_z in its eigenbasis, ρ = vv† and σ = ww†, entry by entry',
      ['e₊', 'e₋'],
      entries,
    ),
  },
  proof: chain(LEFT)
    .equals(
      '4 γ^2 ((a + i b) (c - i e) (h + i k) (f - i g) + (a - i b) (c + i e) (h - i k) (f + i g))',
      rewriting('entries'),
      'A commutator with M = γσ_z has off-diagonal entries only: ±2γ times those of the state.',
    )
    .equals(proposed('expand'), rewriting(), 'Expand.')
    .equals(RIGHT, rewriting('entries'), 'The same polynomial as the right side, written out.'),
  models: qubitModels('vectors'),
  mutants: {
    'factor 4': `${LEFT} = 4 γ^2 Re((w† Π₊ v) (v† Π₋ w))`,
    'indices in parallel': `${LEFT} = 8 γ^2 Re((v† Π₊ w) (v† Π₋ w))`,
    'opposite sign': `${LEFT} = -8 γ^2 Re((w† Π₊ v) (v† Π₋ w))`,
  },
  breaksWithout: {
    entries: witness(qubit, SIZES, {
      ...EIGENBASIS,
      ...Object.fromEntries([...'bcegk'].map((name) => [name, '0'])),
      a: '1',
      f: '1',
      h: '1',
      γ: '1',
      M: timesMatrix('2', Z),
      'Π₊': UP,
      'Π₋': DOWN,
      v: [['1'], ['1']],
      w: [['1'], ['1']],
      ρ: ALL_ONES,
      σ: ALL_ONES,
    }),
  },
});
