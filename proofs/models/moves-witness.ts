/** One parameter that moves, written out, with one thing made wrong: witnesses that a hypothesis is needed. */
import { completed, type Model, type Num, witness } from '../../src/index.js';
import { moves } from '../appendix-b/moves-notation.js';
import { ONE, type Rows, timesMatrix, X, Y, Z, ZERO } from '../witnesses.js';

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
export function movingWitness({ S0, ...changes }: Written & { readonly S0?: string }, p = 1): Model<Num> {
  const start = witness(moves, { d: 2, p }, { ...START, ...changes });
  const others = CONSEQUENCES.filter(([name]) => !(name in changes));
  return completed(moves, start, S0 === undefined ? others : [...others, ['S0', S0]]);
}

/** (X_1 + X_2 + X_3)/3 = 0 for the generators σ_x, σ_y, σ_z, none of which moves, or hardly. */
const ALONG_X: Rows = [
  ['1/6', '0', '0', '-1/2'],
  ['0', '-1/6', '-1/6', '0'],
  ['0', '-1/6', '-1/6', '0'],
  ['-1/2', '0', '0', '1/6'],
];
const AXES: Written = {
  H: [X, Y, Z],
  τ: ['1/1000', '1/1000', '1/1000'],
  E: [ONE, ONE, ONE],
  C: [timesMatrix('1/1000', ONE), timesMatrix('1/1000', ONE), timesMatrix('1/1000', ONE)],
  S: [ALONG_X, timesMatrix('16/3', STRAY), NOTHING],
  R: [NOTHING, ALONG_X, timesMatrix('16/3', STRAY)],
  s: ['2/3', '2/3', '2/3'],
  ε: '2/3',
};
/** e^{iφσ_y} with cos φ = 7/25. */
const ROTATED: Rows = [
  ['7/25', '24/25'],
  ['-24/25', '7/25'],
];
const TO_X: Rows = [
  ['1', '0'],
  ['0', '-i'],
];

/** Against a bound with one ε. Tails of the norm 2/3 at a start with Y = Y*, not noticed, or turned to one axis by no move. */
export const uniformly = {
  unitary: movingWitness({ ...DOUBLING, A: [timesMatrix('2', ONE)], S: [STRAY], s: ['1/8'] }),
  small: movingWitness(
    {
      ...AXES,
      τ: ['1/1000', '6/5', '1/1000'],
      E: [ONE, ROTATED, ONE],
      C: [timesMatrix('1/1000', ONE), ZERO, timesMatrix('1/1000', ONE)],
      A: [ONE, ONE, ROTATED],
      'A₊': [ONE, ROTATED, ROTATED],
      s: ['1/1000', '1/1000', '1/1000'],
      ε: '1/1000',
    },
    3,
  ),
  tails: movingWitness({ R: [NOTHING], S0: '0 I_D', ε: '1/100' }),
  order: movingWitness({ ...AXES, A: [ONE, TO_X, HADAMARD], 'A₊': [ONE, TO_X, HADAMARD] }, 3),
};
