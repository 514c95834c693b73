/** Exact instances of one sample on the asymptotic flow: witnesses that a hypothesis is needed. */
import { evaluate, type Model, type Num, parseTerm, witness } from '../../src/index.js';
import { oneSample } from '../notation.js';
import type { Rows } from '../witnesses.js';

/** What follows from M, ρ and y on the flow (10), in this order. */
const CONSEQUENCES = [
  ['Mdot', 'r [M, [M, ρ]]'],
  ['ŷdot', 'tr(ρ Mdot)'],
  ['Ldot', '-r ŷdot'],
] as const;

/** The given values with the velocities that follow from them. */
export function flowingWitness(values: Readonly<Record<string, string | Rows>>): Model<Num> {
  const { signature, definitions } = oneSample;
  return CONSEQUENCES.reduce(
    (model, [name, text]) => ({
      ...model,
      values: { ...model.values, [name]: [evaluate(signature, definitions, parseTerm(signature, text), model)] },
    }),
    witness(oneSample, { d: 2 }, values),
  );
}
