/** One exact step of gradient flow on a qubit, with one thing made wrong: witnesses that a hypothesis is needed. */
import { completed, type Model, type Num, witness } from '../../src/index.js';
import { qnn } from '../notation.js';
import { DOWN, ONE, type Rows, UP, Y, Z } from '../witnesses.js';

type Written = Readonly<Record<string, string | Rows | readonly (string | Rows)[]>>;

/** v = (4, 3)/5 under M = σ_z, turned by σ_y: ŷ = 7/25, and with y = 1 the loss has the root 9√2/25, the angle sine 3/5. */
const START: Written = {
  M: Z,
  M0: Z,
  U: ONE,
  'Π₊': UP,
  'Π₋': DOWN,
  H: [Y],
  h: ['1'],
  v: [[['4/5'], ['3/5']]],
  ρ: [
    [
      ['16/25', '12/25'],
      ['12/25', '9/25'],
    ],
  ],
  F: [
    [
      ['4/5', '0'],
      ['3/5', '0'],
    ],
  ],
  y: ['1'],
  ε: ['1'],
  η: '1',
  α: '-1',
  β: '1',
  σ: '3/5',
  c: '4/5',
  ζ: '25/12',
  σ0: '3/5',
  c0: '4/5',
};

/** What follows from what, in this order; anything given by hand is left as it is. */
const CONSEQUENCES: readonly (readonly [name: string, term: string])[] = [
  ['dU', '-i U H_l'],
  ['dM', 'dU_l† M0 U + U† M0 dU_l'],
  ['G', 'g_l'],
  ['θdot', '-η g_l'],
  ['Mdot', 'sum_l(θdot_l dM_l)'],
  ['rdot', '-tr(ρ_j Mdot)'],
  ['Ldot', '1/m sum_j(r_j rdot_j)'],
  ['s', '|r_j|'],
  // At START the residual is positive, so that s = r.
  ['sdot', 'rdot_j'],
  ['ψdot', '1/8 ζ^3 c^2 Ldot'],
  ['σdot', 'c ψdot'],
  ['cdot', '-σ ψdot'],
  ['D', 'c0 σ - σ0 c'],
  ['Ddot', 'c0 σdot - σ0 cdot'],
];

/** The flow from START with some values replaced; everything that follows from them is computed, unless replaced too. */
export function trainingWitness(changes: Written): Model<Num> {
  const start = witness(qnn, { d: 2, m: 1, p: 1 }, { ...START, ...changes });
  return completed(
    qnn,
    start,
    CONSEQUENCES.filter(([name]) => !(name in changes)),
  );
}

/** Inputs with the populations of START and five times its coherence: no state at all. */
export const OVERCOHERENT: Rows = [
  ['16/25', '60/25'],
  ['60/25', '9/25'],
];

/** The derivative of a circuit that turns ten times as fast as its generator σ_y says. */
export const FAST_TURN: Rows = [
  ['0', '-10'],
  ['10', '0'],
];
