/** From a floating model of a QNN theory to the instance that `src/dynamics` simulates. */
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { fromRows, identity } from '../numeric/complex-matrix.js';
import { createInstance, type Instance } from '../quantum/instance.js';
import { mixedState, pureState } from '../quantum/state.js';
import type { Model } from '../symbolic/denotation/evaluate.js';
import type { Bounded } from '../symbolic/denotation/field.js';
import type { Matrix } from '../symbolic/denotation/matrix.js';

/** The matrix of doubles, error bounds left behind. */
export const complexMatrix = (a: Matrix<Bounded>): ComplexMatrix =>
  fromRows(
    a.map((row) => row.map((x) => x.re)),
    a.map((row) => row.map((x) => x.im)),
  );

/** The value of a real scalar family: its doubles. */
export const realValues = (family: readonly Matrix<Bounded>[]): Float64Array =>
  Float64Array.from(family, (x) => x[0][0].re);

/**
 * The instance with the model's M0, inputs, labels and circuit at θ = 0.
 *
 * The model knows its generators as seen from the input side, so the circuit is U e^{-iθ_p H_p} ... e^{-iθ_1 H_1}: at
 * θ = 0 it has the same M, and H_l is what Lemma 3.1 calls H_l.
 */
export function instanceOfModel(model: Model<Bounded>, pure: boolean): Instance {
  const { values, sizes } = model;
  const generators = values.H.map(complexMatrix);
  const one = identity(sizes.d);
  return createInstance({
    states: pure
      ? values.v.map((v) => pureState(complexMatrix(v)))
      : values.ρ.map((rho) => mixedState(complexMatrix(rho))),
    labels: realValues(values.y),
    measurement: complexMatrix(values.M0[0]),
    ansatz: {
      dimension: sizes.d,
      initial: one,
      layers: generators.map((generator, l) => ({
        generator,
        unitary: l === generators.length - 1 ? complexMatrix(values.U[0]) : one,
      })),
    },
  });
}

/**
 * The largest error bound of an entry of the named matrices, each relative to the larger of 1 and its largest entry: how
 * far the doubles of a floating model may be from the instance that the same numbers give exactly.
 */
export function inputError({ values }: Model<Bounded>, names: readonly string[]): number {
  const errorsOf = (a: Matrix<Bounded>): number => {
    const entries = a.flat();
    const scale = Math.max(1, ...entries.map((x) => Math.hypot(x.re, x.im)));
    return Math.max(...entries.map((x) => x.error)) / scale;
  };
  return Math.max(...names.flatMap((name) => values[name]).map(errorsOf));
}
