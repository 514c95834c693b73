/** Dual numbers value + slope ε with ε² = 0 and real ε, over any field: evaluating a term on them differentiates it. */
import { rational } from '../kernel/number.js';
import { type Field, NoValue } from './field.js';

export interface Dual<T> {
  readonly value: T;
  readonly slope: T;
}

/** The field of dual numbers; functions with a kink keep their value where nothing moves. */
export function dualField<T>(field: Field<T>): Field<Dual<T>> {
  const zero = field.of(rational(0));
  const { add, multiply, negate, conjugate } = field;
  const over = (x: T, y: T): T => multiply(x, field.inverse(y));
  return {
    kind: field.kind,
    of: (value) => ({ value: field.of(value), slope: zero }),
    add: (x, y) => ({ value: add(x.value, y.value), slope: add(x.slope, y.slope) }),
    multiply: (x, y) => ({
      value: multiply(x.value, y.value),
      slope: add(multiply(x.value, y.slope), multiply(x.slope, y.value)),
    }),
    negate: (x) => ({ value: negate(x.value), slope: negate(x.slope) }),
    conjugate: (x) => ({ value: conjugate(x.value), slope: conjugate(x.slope) }),
    inverse: ({ value, slope }) => {
      const reciprocal = field.inverse(value);
      return { value: reciprocal, slope: negate(multiply(slope, multiply(reciprocal, reciprocal))) };
    },
    sqrt: ({ value, slope }) => {
      const root = field.sqrt(value);
      return { value: root, slope: over(multiply(field.of(rational(1, 2)), slope), root) };
    },
    exp: ({ value, slope }) => {
      const power = field.exp(value);
      return { value: power, slope: multiply(power, slope) };
    },
    ln: ({ value, slope }) => ({ value: field.ln(value), slope: over(slope, value) }),
    sign: ({ value, slope }) => {
      if (field.sign(multiply(slope, conjugate(slope))) !== 0)
        throw new NoValue('a moving quantity where a sign decides');
      return field.sign(value);
    },
    approximate: ({ value }) => field.approximate(value),
  };
}
