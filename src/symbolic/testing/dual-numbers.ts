/** Dual numbers value + slope ε, ε² = 0, with real ε: evaluating a term on them differentiates it exactly. */
import type { Model } from '../denotation/evaluate.js';
import { EXACT, type Field, NoValue } from '../denotation/field.js';
import { add, conjugate, multiply, type Num, negate, ZERO } from '../kernel/number.js';
import { FUZZ } from './fuzz-theory.js';

export interface Dual {
  readonly value: Num;
  readonly slope: Num;
}

const none = (): never => {
  throw new NoValue('not defined for dual numbers');
};

const DUAL: Field<Dual> = {
  ...EXACT,
  of: (value) => ({ value, slope: ZERO }),
  add: (x, y) => ({ value: add(x.value, y.value), slope: add(x.slope, y.slope) }),
  multiply: (x, y) => ({
    value: multiply(x.value, y.value),
    slope: add(multiply(x.value, y.slope), multiply(x.slope, y.value)),
  }),
  negate: (x) => ({ value: negate(x.value), slope: negate(x.slope) }),
  conjugate: (x) => ({ value: conjugate(x.value), slope: conjugate(x.slope) }),
  // Only sizes are divided by, and they do not move.
  inverse: (x) => ({ value: EXACT.inverse(x.value), slope: ZERO }),
  sqrt: none,
  exp: none,
  ln: none,
  sign: none,
  approximate: none,
};

/** The model moved for a time ε along its velocities. */
export function dualModel(model: Model<Num>): Model<Dual> {
  const values = Object.entries(model.values).map(([name, family]) => {
    const velocity = FUZZ.symbols[name]!.velocity;
    const slope = (k: number, i: number, j: number): Num =>
      velocity === undefined ? ZERO : model.values[velocity]![k]![i]![j]!;
    const moved = family.map((matrix, k) =>
      matrix.map((row, i) => row.map((value, j): Dual => ({ value, slope: slope(k, i, j) }))),
    );
    return [name, moved] as const;
  });
  return { ...model, field: DUAL, values: Object.fromEntries(values) };
}
