import fc from 'fast-check';
import { qnnModels } from '../proofs/models/qnn-models.js';
import {
  asymptoticKernel,
  bounded,
  type ComplexMatrix,
  columnsOf,
  complexMatrix,
  EXACT,
  FLOATING,
  haarState,
  hadamardForm,
  inputError,
  type Law,
  law,
  maxAbs,
  pauliLike,
  pureState,
  realValues,
  type Shape,
  sub,
  withJudge,
} from '../src/index.js';
import { kernelGap } from './exact-gap.js';
import { type SeededShape, seededShapes, smallerSeeded, streamOf } from './seeded-shapes.js';

interface PureInputs {
  readonly m: ComplexMatrix;
  readonly gamma: number;
  readonly vectors: ComplexMatrix;
  readonly densityMatrices: readonly ComplexMatrix[];
  readonly inputError: number;
}

const source = qnnModels({ pure: true, measurement: 'scaled', labels: 'signs', root: false });
const isSeeded = (shape: Shape): shape is SeededShape => 'seed' in shape;

function decode(shape: Shape, z: readonly number[]): PureInputs {
  if (isSeeded(shape)) {
    const random = streamOf(shape);
    const gamma = 1 + (z[0] ?? 0) ** 2;
    const states = Array.from({ length: shape.m }, () => pureState(haarState(shape.d, random)));
    const m = pauliLike(shape.d, random);
    return inputs(
      scaled(m, gamma),
      gamma,
      states.map(({ vector }) => vector as ComplexMatrix),
      0,
    );
  }
  const model = source.build(
    FLOATING,
    shape,
    z.map((x) => bounded(x)),
  );
  const { values } = model;
  const gamma = realValues(values.γ)[0];
  return inputs(complexMatrix(values.M[0]), gamma, values.v.map(complexMatrix), inputError(model, ['M', 'v']));
}

const scaled = (m: ComplexMatrix, by: number): ComplexMatrix => ({
  ...m,
  re: m.re.map((x) => by * x),
  im: m.im.map((x) => by * x),
});

const inputs = (m: ComplexMatrix, gamma: number, vectors: readonly ComplexMatrix[], error: number): PureInputs => ({
  m,
  gamma,
  inputError: error,
  vectors: columnsOf(vectors),
  densityMatrices: vectors.map((v) => pureState(v).densityMatrix),
});

/** Rounding of two d-term products of entries up to γ each, in both routes, and the error of the matrices as they came. */
const errorOf = ({ m, gamma, inputError }: PureInputs): number =>
  m.rows * (256 * Number.EPSILON + 16 * inputError) * gamma * gamma;

/** Lemma C.2: the kernel by commutators against the Hadamard form by Gram matrices. */
export const hadamardFormLaw: Law = law<Shape, PureInputs>({
  id: 'lemma-c.2/hadamard-form',
  kind: 'instance',
  about: 'Kasym by commutators (7) against 4γ²(P∘Nᵀ + Pᵀ∘N) by Gram matrices of projected inputs (111)',
  shapes: fc.oneof(source.shapes, seededShapes('Haar', 32)),
  length: (shape) => (isSeeded(shape) ? 1 : source.length(shape)),
  decode,
  judge: (instance) => ({
    margin: -maxAbs(
      sub(
        asymptoticKernel(instance.m, instance.densityMatrices),
        hadamardForm(instance.m, instance.gamma, instance.vectors).kernel,
      ),
    ),
    error: errorOf(instance),
  }),
  smaller: (shape) => (isSeeded(shape) ? smallerSeeded(shape) : source.smaller(shape)),
  exact: (shape, z) => (isSeeded(shape) ? null : kernelGap(source.build(EXACT, shape, z))),
  document: ({ gamma }) => ({ gamma }),
  share: 0.5,
});

/** Control: a sign in the Hadamard form. */
export const wrongSignControl: Law = withJudge(hadamardFormLaw, 'lemma-c.2/minus for plus', (instance) => {
  const { m, gamma, vectors, densityMatrices } = instance as PureInputs;
  const { kernel } = hadamardForm(m, gamma, vectors);
  return {
    margin: -maxAbs(sub(asymptoticKernel(m, densityMatrices), scaled(kernel, -1))),
    error: errorOf(instance as PureInputs),
  };
});
