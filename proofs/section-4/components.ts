import { assume, assumeEntries, chain, claim, proposed, rewriting, witness, writtenOut } from '../../src/index.js';
import { qubitModels } from '../models/qubit-models.js';
import { qubit } from '../notation.js';
import { EIGENBASIS, MIXED, timesMatrix, Z } from '../witnesses.js';

const SIZES = { d: 2 };

/** M = γσ_z and ρ = (I + xσ_x + yσ_y + zσ_z)/2, entry by entry. */
const blochEntries = {
  M: [
    ['γ', '0'],
    ['0', '-γ'],
  ],
  ρ: [
    ['1/2 (1 + z)', '1/2 (x - i y)'],
    ['1/2 (x + i y)', '1/2 (1 - z)'],
  ],
};

/** The one-sample rate in dimension two, computed entry by entry; nerdamer expands, the kernel checks. */
export const oneSampleRateComponents = claim({
  id: 'one-sample-rate-components',
  title: 'One sample in dimension two, entry by entry: k = 2(γ² - ŷ²)',
  source: 'Sec. 4, after Cor. 4.3',
  theory: qubit,
  provedFor: SIZES,
  statement: '-tr([M, ρ]^2) = 2(γ^2 - tr(ρ M)^2)',
  given: {
    entries: assumeEntries(
      qubit,
      'M = γσ_z in its eigenbasis, and ρ = (I + xσ_x + yσ_y + zσ_z)/2',
      ['e₊', 'e₋'],
      blochEntries,
    ),
    pure: assume(qubit, 'ρ is pure: its Bloch vector is a unit vector', 'z^2 = 1 - x^2 - y^2'),
  },
  proof: chain('-tr([M, ρ]^2)')
    .equals(
      writtenOut(qubit, '-tr([M, ρ]^2)', SIZES, blochEntries),
      rewriting('entries'),
      'Write the matrices out and multiply.',
    )
    .equals(proposed('expand'), rewriting(), 'Expand; the i of the entries is a letter to nerdamer.')
    .equals('2(γ^2 - γ^2 z^2)', rewriting('pure'), 'i² = -1 and x² + y² + z² = 1.')
    .equals('2(γ^2 - tr(ρ M)^2)', rewriting('entries'), 'ŷ = tr(ρM) = γz.'),
  models: qubitModels('bloch'),
  mutants: {
    'factor 1.99': '-tr([M, ρ]^2) = 1.99(γ^2 - tr(ρ M)^2)',
    'prediction not squared': '-tr([M, ρ]^2) = 2(γ^2 - tr(ρ M))',
    'opposite sign': 'tr([M, ρ]^2) = 2(γ^2 - tr(ρ M)^2)',
  },
  breaksWithout: {
    pure: witness(qubit, SIZES, { ...EIGENBASIS, M: Z, ρ: MIXED, γ: '1', x: '0', y: '0', z: '0' }),
    entries: witness(qubit, SIZES, {
      ...EIGENBASIS,
      M: timesMatrix('2', Z),
      ρ: [
        ['1/2', '1/2'],
        ['1/2', '1/2'],
      ],
      γ: '1',
      x: '1',
      y: '0',
      z: '0',
    }),
  },
});
