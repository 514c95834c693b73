/** Generators with a known operator norm h and scale Z = tr(H²)/(d² - 1), as rational functions of real numbers. */
import fc from 'fast-check';
import {
  type Field,
  hermitianWithValues,
  largest,
  type Model,
  type ModelSource,
  models,
  type Shape,
  Supply,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface LayerShape extends Shape {
  /** `generic`: any spectrum; `traceless`: of trace zero; `reflection`: eigenvalues ±h; `identity`: all h, where c is reached. */
  readonly regime: 'generic' | 'traceless' | 'reflection' | 'identity';
  readonly d: number;
}

/** Dimensions 2 to 4 (`qubit`: 2, traceless). Exact instances have matrices of size d². */
export function layerModels(only: 'any' | 'qubit' = 'any'): ModelSource {
  const sizes = only === 'qubit' ? fc.constant(2) : fc.constantFrom(2, 2, 3, 3, 4);
  return models<LayerShape>({
    shapes: fc.record({
      regime:
        only === 'qubit'
          ? fc.constant('reflection' as const)
          : fc.constantFrom('generic', 'traceless', 'reflection', 'identity'),
      d: sizes,
    }),
    length: ({ d }) => 1 + d + 4 * d,
    build: (field, shape, z) => buildModel(field, shape, z),
    smaller: (shape) => (shape.d > 2 && only === 'any' ? [{ ...shape, d: shape.d - 1 }] : []),
  });
}

function buildModel<T>(field: Field<T>, { regime, d }: LayerShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const { q, plus, minus, square, total } = matrixAlgebra(field);
  const free = Array.from({ length: d }, () => supply.real());
  const mean = field.multiply(q(1, d), total(free));
  const top = plus(q(1, 4), square(supply.real()));
  const values = {
    // The first eigenvalue keeps H away from zero.
    generic: free.map((x, k) => (k === 0 ? top : x)),
    traceless: free.map((x) => minus(x, mean)),
    identity: free.map(() => top),
    reflection: free.map((_, k) => (2 * k + 1 === d ? q(0) : field.multiply(q(2 * k < d ? 1 : -1), top))),
  }[regime];
  const isZero = values.every((x) => field.sign(x) === 0);
  const spectrum = isZero ? values.map((_, k) => (k === 0 ? top : k === 1 ? field.negate(top) : q(0))) : values;
  const H = hermitianWithValues(supply, spectrum);
  const h = largest(field, spectrum);
  const Z = field.multiply(q(1, d * d - 1), total(spectrum.map(square)));
  return {
    field,
    sizes: { d },
    exponents: {},
    values: { H: [H], h: [[[h]]], Z: [[[Z]]] },
  };
}
