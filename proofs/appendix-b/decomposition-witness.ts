/** One exact step on a qubit, on the clock of Lemma 4.1 or in the limit, with one thing made wrong. */
import { completed, type Model, type Num, witness } from '../../src/index.js';
import { ONE, PLUS, type Rows, Y, Z } from '../witnesses.js';
import { overparameterised } from './notation.js';

type Written = Readonly<Record<string, string | Rows | readonly (string | Rows)[]>>;

/** Half way between the eigenstates of M = σ_z, turned by σ_y, with the label 1: ŷ = 0 and r = 1. */
const START: Written = { M: Z, M0: Z, U: ONE, H: [Y], ρ: [PLUS], y: ['1'], η: '1', Z: '1' };

const GRADIENT: readonly (readonly [name: string, term: string])[] = [
  ['dU', '-i U H_l'],
  ['dM', 'dU_l† M0 U + U† M0 dU_l'],
  ['θdot', '-η g_l'],
  ['Mdot', 'sum_l(θdot_l dM_l)'],
  ['rdot', '-tr(ρ_j Mdot)'],
];
const LIMIT = [['Mdot', 'sum_j(r_j [M, [M, ρ_j]])'], GRADIENT.at(-1)!] as const;

/** START with some values replaced; what follows from them is computed, unless replaced too. */
export function decompositionWitness(moves: 'gradient' | 'limit', changes: Written): Model<Num> {
  const start = witness(overparameterised, { d: 2, m: 1, p: 1 }, { ...START, ...changes }, { n: 2 });
  const consequences = moves === 'gradient' ? GRADIENT : LIMIT;
  return completed(
    overparameterised,
    start,
    consequences.filter(([name]) => !(name in changes)),
  );
}
