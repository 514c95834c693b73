/** One parameter that moves, written out, with one thing made wrong: witnesses that a hypothesis is needed. */
import { completed, type Model, type Num, witness } from '../../src/index.js';
import { moves } from '../appendix-b/moves-notation.js';
import { ONE, type Rows, timesMatrix, Z, ZERO } from '../witnesses.js';

type Written = Readonly<Record<string, string | Rows | readonly (string | Rows)[]>>;

export const HADAMARD: Rows = [
  ['√2/2', '√2/2'],
  ['√2/2', '-√2/2'],
];
/** (1/16) X for the generator σ_z: (3/2) σ_z ⊗ σ_z - Y*, with the eigenvalues 1, 1, 0 and -2, over 16. */
export const STRAY: Rows = [
  ['1/16', '0', '0', '0'],
  ['0', '-1/16', '-1/16', '0'],
  ['0', '-1/16', '-1/16', '0'],
  ['0', '0', '0', '1/16'],
];
const NOTHING = STRAY.map((row) => row.map(() => '0'));
const PARITY: Rows = ['1', '-1', '-1', '1'].map((sign, j) => ['0', '0', '0', '0'].map((x, k) => (j === k ? sign : x)));

/** A move E = 2I, which is no rotation; S has a norm below 1. */
export const DOUBLING: Written = { E: [timesMatrix('2', ONE)], τ: ['1'], S: [PARITY], s: ['1'] };

/** σ_z turned by e^{iφσ_z} with cos φ = 7/25 and |e^{iφ} - 1| = 6/5, and no later generator. */
const START: Written = {
  H: [Z],
  Z: '2/3',
  h: '1',
  τ: ['6/5'],
  E: [
    [
      ['7/25 + 24/25 i', '0'],
      ['0', '7/25 - 24/25 i'],
    ],
  ],
  C: [ZERO],
  A: [ONE],
  S: [NOTHING],
  s: ['1/100'],
  ε: '2',
};

const CONSEQUENCES: readonly (readonly [name: string, term: string])[] = [
  ['A₊', 'A_k E_k'],
  ['R', 'S_k + 1/p X_k'],
  ['S0', '1/p sum_k(X_k)'],
];

/** START with some values replaced, S0 perhaps by a term; what follows from them is computed, unless it is replaced too. */
export function movingWitness({ S0, ...changes }: Written): Model<Num> {
  const start = witness(moves, { d: 2, p: 1 }, { ...START, ...changes });
  const others = CONSEQUENCES.filter(([name]) => !(name in changes));
  return completed(moves, start, typeof S0 === 'string' ? [...others, ['S0', S0]] : others);
}
