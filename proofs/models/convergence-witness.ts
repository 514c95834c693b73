/** One residual with every hypothesis of Theorem 4.2 at its limit, and one thing made wrong: witnesses that it is needed. */
import { completed, type Model, type Num, witness } from '../../src/index.js';
import { convergence } from '../section-4/convergence-notation.js';
import type { Rows } from '../witnesses.js';

/** L = 1, Kasym = C0 = 1 and Kpert = -1/10, with the path of θ at its longest: dL/dt = -9/5. */
const START: Readonly<Record<string, string | Rows>> = {
  R: [['√2']],
  Kasym: [['1']],
  Kpert: [['-1/10']],
  C0: '1',
  κ: '1/10',
  γ: '1',
  ε: '9/1960',
  h: '1',
  v: '1',
  s: '1',
  s0: '1',
  N: '10/9',
  Ndot: '1',
};

const CONSEQUENCES = [
  ['Rdot', '-(Kasym + Kpert) R'],
  ['Ldot', '1/m R† Rdot'],
  ['sdot', '1/2 Ldot/s'],
  ['Vdot', '-10/9 v/C0 sdot - Ndot'],
] as const;

/** The start with some values replaced; what follows from them is computed, unless it is replaced too. */
export function convergenceWitness(changes: Readonly<Record<string, string | Rows>>): Model<Num> {
  return completed(
    convergence,
    witness(convergence, { m: 1 }, { ...START, ...changes }),
    CONSEQUENCES.filter(([name]) => !(name in changes)),
  );
}
