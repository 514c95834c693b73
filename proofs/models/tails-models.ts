/** Random variables with few outcomes, and the numbers in tail bounds: instances as rational functions of real numbers. */
import fc from 'fast-check';
import { type Field, type Matrix, type Model, type ModelSource, models, type Shape, Supply } from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

/** Which event is looked at: f away from its mean by t, above it, or away from 0. */
export type Deviation = 'from the mean' | 'above the mean' | 'from zero';

interface TailsShape extends Shape {
  /** `fair`: two outcomes of probability 1/2 at the ends of the range, with t half of it; `constant`: f does not vary. */
  readonly regime: 'generic' | 'fair' | 'constant';
  readonly n: number;
  readonly p: number;
}

export function tailsModels(deviation: Deviation = 'from the mean'): ModelSource {
  return models<TailsShape>({
    shapes: fc
      .record({
        regime: fc.constantFrom('generic', 'fair', 'constant'),
        n: fc.integer({ min: 1, max: 4 }),
        p: fc.integer({ min: 1, max: 3 }),
      })
      .map((shape) => (shape.regime === 'fair' ? { ...shape, n: 2 } : shape)),
    length: ({ n, p }) => 12 + 2 * n + p,
    build: (field, shape, z) => buildModel(field, shape, z, deviation),
    smaller: (shape) => [
      ...(shape.regime === 'generic' ? [{ ...shape, regime: 'fair' as const, n: 2, p: 1 }] : []),
      ...(shape.n > 1 && shape.regime !== 'fair' ? [{ ...shape, n: shape.n - 1 }] : []),
      ...(shape.p > 1 ? [{ ...shape, p: 1 }] : []),
    ],
  });
}

function buildModel<T>(field: Field<T>, { regime, n, p }: TailsShape, z: readonly T[], deviation: Deviation): Model<T> {
  const supply = new Supply(field, z);
  const { q, plus, minus, square, total } = matrixAlgebra(field);
  const { multiply, inverse } = field;
  const positive = (): T => plus(q(1, 4), square(supply.real()));
  const a = supply.real();
  const c = positive();
  const t = regime === 'fair' ? multiply(q(1, 2), c) : positive();
  const raw = Array.from({ length: n }, () => (regime === 'fair' ? q(1) : plus(q(1, 8), square(supply.real()))));
  const overAll = inverse(total(raw));
  const w = raw.map((x) => multiply(x, overAll));
  const share = (): T => {
    const x = square(supply.real());
    return multiply(x, inverse(plus(q(1), x)));
  };
  const heights = regime === 'fair' ? [q(0), q(1)] : w.map(() => (regime === 'constant' ? q(1, 2) : share()));
  const f = heights.map((x) => plus(a, multiply(c, x)));
  const center = deviation === 'from zero' ? q(0) : total(w.map((x, j) => multiply(x, f[j]!)));
  const far = (x: T): boolean =>
    deviation === 'above the mean'
      ? field.sign(minus(minus(x, center), t)) >= 0
      : field.sign(minus(square(minus(x, center)), square(t))) >= 0;
  const e = f.map((x) => q(far(x) ? 1 : 0));
  const θ = Array.from({ length: p }, () => positive());
  const [h, Z, C, T] = [positive(), positive(), positive(), positive()];
  const C0 = positive();
  const same = (r: number, j: number): T => q(r === j ? 1 : 0);
  const square2 = Array.from({ length: n * n }, (_, at) => same(Math.floor(at / n), at % n));
  const scalars = (values: readonly T[]): Matrix<T>[] => values.map((x) => [[x]]);
  const sixth = multiply(square(h), square(square(h)));
  return {
    field,
    sizes: { n, p },
    exponents: {},
    values: {
      w: scalars(w),
      f: scalars(f),
      e: scalars(e),
      a: scalars([a]),
      c: scalars([c]),
      t: scalars([t]),
      x: scalars(square2),
      s: scalars(square2),
      b: scalars([q(1, n)]),
      θ: scalars(θ),
      h: scalars([h]),
      Z: scalars([Z]),
      κ: scalars([multiply(q(16), sixth)]),
      C: scalars([C]),
      C0: scalars([C0]),
      T: scalars([T]),
      q: scalars([plus(multiply(multiply(q(10), C), inverse(C0)), square(supply.real()))]),
    },
  };
}
