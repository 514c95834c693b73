/** Exact instances of one sample on the asymptotic flow: witnesses that a hypothesis is needed. */
import { completed, type Model, type Num, witness } from '../../src/index.js';
import { oneSample } from '../notation.js';
import type { Rows } from '../witnesses.js';

/** What follows from M, ρ and y on the flow (10), in this order. */
const CONSEQUENCES = [
  ['Mdot', 'r [M, [M, ρ]]'],
  ['ŷdot', 'tr(ρ Mdot)'],
  ['Ldot', '-r ŷdot'],
] as const;

/** The given values with the velocities that follow from them. */
export const flowingWitness = (values: Readonly<Record<string, string | Rows>>): Model<Num> =>
  completed(oneSample, witness(oneSample, { d: 2 }, values), CONSEQUENCES);
