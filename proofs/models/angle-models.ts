/**
 * A QNN whose parameters move along any straight line, with the angle ψ of its loss, L = 2 sin⁴ψ, and somewhere else the
 * start of a descent step with this velocity. Exact where sin ψ is rational: near the boundary of `qnnModels`.
 */
import type { Arbitrary } from 'fast-check';
import {
  addMatrices,
  type Field,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  multiplyMatrices,
  Supply,
  scaleMatrix,
  traceMatrix,
} from '../../src/index.js';
import { matrixAlgebra, type QnnShape, qnnModels } from './qnn-models.js';

const pauli = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true });

export function angleModels(): ModelSource {
  return models<QnnShape>({
    shapes: pauli.shapes as Arbitrary<QnnShape>,
    length: (shape) => pauli.length(shape) + 1 + shape.p,
    build: (field, shape, z) => {
      const used = pauli.length(shape);
      return onLine(pauli.build(field, shape, z.slice(0, used)), field, z.slice(used));
    },
    smaller: (shape) => pauli.smaller(shape) as readonly QnnShape[],
  });
}

/** The model with θ moving at the velocity -G in place of that of the gradient flow. No instance where L is 0 or 2. */
function onLine<T>(model: Model<T>, field: Field<T>, z: readonly T[]): Model<T> {
  const { q, plus, minus, square, total } = matrixAlgebra(field);
  const { multiply, negate, inverse, sqrt } = field;
  const { values, sizes } = model;
  const supply = new Supply(field, z);
  // The sine and cosine of an angle from the tangent of its half; both nonnegative for t in [0, 1].
  const turn = (t: T): [T, T] => {
    const over = inverse(plus(q(1), square(t)));
    return [multiply(multiply(q(2), t), over), multiply(minus(q(1), square(t)), over)];
  };
  const t0 = supply.real();
  const [σ0, c0] = turn(multiply(square(t0), inverse(plus(q(1), square(t0)))));
  // ‖G‖² <= 64 Σ‖H‖² σ0⁶ c0², each component with a part of its share.
  const G = values.h.map(([[norm]]) => {
    const [share] = turn(supply.real());
    return multiply(multiply(q(8), share), multiply(norm, multiply(multiply(σ0, square(σ0)), c0)));
  });
  const θdot = G.map(negate);
  const Mdot = values.dM
    .map((slope, l) => scaleMatrix(field, θdot[l], slope))
    .reduce((a, b) => addMatrices(field, a, b));
  const tr = (a: Matrix<T>, b: Matrix<T>): T => traceMatrix(field, multiplyMatrices(field, a, b));
  const r = values.ρ.map((state, j) => minus(values.y[j][0][0], tr(state, values.M[0])));
  const rdot = values.ρ.map((state) => negate(tr(state, Mdot)));
  const mean = multiply(inverse(q(sizes.m)), total(r.map((x, j) => multiply(x, rdot[j]))));
  const s = values.s[0][0][0];
  const σ = sqrt(multiply(q(1, 2), s));
  const c = sqrt(minus(q(1), square(σ)));
  const ζ = inverse(multiply(σ, c));
  const ψdot = multiply(multiply(q(1, 8), mean), multiply(multiply(ζ, square(ζ)), square(c)));
  const scalars = (all: readonly T[]): Matrix<T>[] => all.map((x) => [[x]]);
  return {
    ...model,
    values: {
      ...values,
      θdot: scalars(θdot),
      Mdot: [Mdot],
      rdot: scalars(rdot),
      Ldot: scalars([mean]),
      sdot: scalars([multiply(mean, inverse(s))]),
      σ: scalars([σ]),
      c: scalars([c]),
      ζ: scalars([ζ]),
      ψdot: scalars([ψdot]),
      σdot: scalars([multiply(c, ψdot)]),
      cdot: scalars([negate(multiply(σ, ψdot))]),
      D: scalars([minus(multiply(c0, σ), multiply(σ0, c))]),
      Ddot: scalars([multiply(plus(multiply(c0, c), multiply(σ0, σ)), ψdot)]),
      G: scalars(G),
      σ0: scalars([σ0]),
      c0: scalars([c0]),
    },
  };
}
