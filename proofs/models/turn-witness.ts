/** One turn written out, with one thing made wrong: witnesses that a hypothesis is needed. */
import { completed, type Model, type Num, witness } from '../../src/index.js';
import { turn } from '../appendix-b/turn-notation.js';
import { ONE, type Rows, Z, ZERO } from '../witnesses.js';

const row = (...entries: string[]): readonly string[] => entries;

/** |00><11| + |11><00|. */
const CORNER: Rows = [
  row('0', '0', '0', '1'),
  row('0', '0', '0', '0'),
  row('0', '0', '0', '0'),
  row('1', '0', '0', '0'),
];
export const ZERO_PAIR: Rows = CORNER.map((entries) => entries.map(() => '0'));

/** H = σ_z at θ = 0, S = |00><11| + |11><00|, and x where its expectation falls fastest: dQ/dθ = -4. */
const START: Readonly<Record<string, string | Rows>> = {
  H: Z,
  h: '1',
  B: ZERO,
  E: ONE,
  S: CORNER,
  s: '1',
  x: [['√2/2'], ['0'], ['0'], ['i √2/2']],
};

const CONSEQUENCES = [
  ['Edot', 'i E H'],
  ['Tdot', 'd/dt((E ⊗ E) S (E ⊗ E)†)'],
  ['Qdot', 'x† Tdot x'],
] as const;

/** The turn with some values replaced; what follows from them is computed, unless it is replaced too. */
export function turningWitness(changes: Readonly<Record<string, string | Rows>>): Model<Num> {
  return completed(
    turn,
    witness(turn, { d: 2 }, { ...START, ...changes }),
    CONSEQUENCES.filter(([name]) => !(name in changes)),
  );
}
