/** Instances in dimension two with the entries of every matrix given by the scalars of the `qubit` theory. */
import fc from 'fast-check';
import {
  type Field,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  type Shape,
  Supply,
  subtractMatrices,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

/** `ρ` as half of I plus a unit Bloch vector, or as vv† with any v = (a + ib, c + ie). */
export type QubitState = 'bloch' | 'vectors';

export function qubitModels(state: QubitState): ModelSource {
  return models<Shape>({
    shapes: fc.constantFrom({ regime: 'generic' }, { regime: 'real' }),
    length: () => 10,
    build: (field, shape, z) => buildModel(field, shape, z, state),
    smaller: () => [],
  });
}

function buildModel<T>(field: Field<T>, { regime }: Shape, numbers: readonly T[], state: QubitState): Model<T> {
  const supply = new Supply(field, numbers);
  const algebra = matrixAlgebra(field);
  const { q, plus, minus, square, outer, one } = algebra;
  const i = field.of({ a: 0n, b: 0n, c: 1n, d: 0n, n: 1n });
  const γ = supply.real();
  const imaginary = (): T => (regime === 'real' ? q(0) : supply.real());
  const [a, b, c, e, f, g, h, k] = [
    supply.real(),
    imaginary(),
    supply.real(),
    imaginary(),
    supply.real(),
    imaginary(),
    supply.real(),
    imaginary(),
  ];
  const complex = (re: T, im: T): T => plus(re, field.multiply(i, im));
  const [v, w]: Matrix<T>[] = [
    [[complex(a, b)], [complex(c, e)]],
    [[complex(f, g)], [complex(h, k)]],
  ];
  // Stereographic: (2s, 2t, 1 - s² - t²)/(1 + s² + t²) with s = a, t = b.
  const scale = field.inverse(plus(q(1), plus(square(a), square(b))));
  const [x, y] = [a, b].map((s) => field.multiply(field.multiply(q(2), s), scale));
  const z = field.multiply(minus(q(1), plus(square(a), square(b))), scale);
  const half = (value: T): T => field.multiply(q(1, 2), value);
  const bloch: Matrix<T> = [
    [half(plus(q(1), z)), half(complex(x, field.negate(y)))],
    [half(complex(x, y)), half(minus(q(1), z))],
  ];
  const up: Matrix<T> = [
    [q(1), q(0)],
    [q(0), q(0)],
  ];
  const scalars = { γ, x, y, z, a, b, c, e, f, g, h, k };
  return {
    field,
    sizes: { d: 2 },
    exponents: {},
    values: {
      ...Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, [[[value]]]])),
      M: [
        [
          [γ, q(0)],
          [q(0), field.negate(γ)],
        ],
      ],
      'e₊': [[[q(1)], [q(0)]]],
      'e₋': [[[q(0)], [q(1)]]],
      'Π₊': [up],
      'Π₋': [subtractMatrices(field, one(2), up)],
      ρ: [state === 'bloch' ? bloch : outer(v)],
      σ: [outer(w)],
      v: [v],
      w: [w],
    },
  };
}
