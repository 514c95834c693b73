/** The witness of `trainingWitness` with what Lemma B.3 adds: norms, the scale Z, a component τ of θ, a falling loss. */
import { completed, type Model, type Num } from '../../src/index.js';
import { qnn } from '../notation.js';
import { trainingWitness } from './training-witness.js';

type Written = Parameters<typeof trainingWitness>[0];

/** H = σ_y and M = σ_z have the Frobenius norm √2. There θ falls, so that ω = 1 is the weight of the sharp side. */
const START: Written = { Z: '1', μ: '√2', κ: '√2', ν: '1', E: '1', ω: ['1'], τ: '0', λ: '9√2/25' };

const CONSEQUENCES: readonly (readonly [name: string, term: string])[] = [
  ['τdot', 'sum_l(ω_l θdot_l)'],
  ['Edot', '-1/2 ν E'],
  ['Wdot', 'd/dt(τ - 2/ν √2 m/(p Z) μ κ λ E)'],
];

/** The flow from its START with some values replaced; everything that follows from them is computed, unless replaced too. */
export const slowWitness = (changes: Written): Model<Num> =>
  completed(
    qnn,
    trainingWitness({ ...START, ...changes }),
    CONSEQUENCES.filter(([name]) => !(name in changes)),
  );
