import fc from 'fast-check';
import {
  add,
  type ComplexMatrix,
  fromRows,
  identity,
  inputSideGenerators,
  kronecker,
  type Law,
  law,
  operatorNorm,
  periodicAnsatz,
  prepareCircuit,
  scale,
  sub,
  traceOfProduct,
  withJudge,
} from '../src/index.js';
import { angle, type SeededShape, seededShapes, smallerSeeded, streamOf } from './seeded-shapes.js';

/** Generators seen from the input side where the parameters start and where they end, and how far each has moved. */
interface Journey {
  readonly before: readonly ComplexMatrix[];
  readonly after: readonly ComplexMatrix[];
  readonly moved: readonly number[];
}

/** `Haar`: a periodic ansatz; `aligned`: a qubit with H_1, ..., H_4 = σ_z, σ_x, σ_x, σ_z and θ_1 alone moved, a little. */
function decode(shape: SeededShape, z: readonly number[]): Journey {
  const aligned = shape.regime === 'aligned';
  const p = aligned ? 4 : shape.p;
  const circuit = prepareCircuit(aligned ? alignedAnsatz() : periodicAnsatz(shape.d, p, streamOf(shape)));
  const start = Float64Array.from({ length: p }, (_, l) => (aligned ? 0 : angle(z[p + l] ?? 0)));
  const moved = Float64Array.from({ length: p }, (_, l) =>
    aligned ? (l === 0 ? 0.01 + 0.01 * Math.tanh(z[0] ?? 0) ** 2 : 0) : angle(z[l] ?? 0),
  );
  return {
    before: inputSideGenerators(circuit, start),
    after: inputSideGenerators(
      circuit,
      start.map((x, l) => x + moved[l]),
    ),
    moved: Array.from(moved, Math.abs),
  };
}

function alignedAnsatz() {
  const generator = fromRows([
    [1, 0],
    [0, -1],
  ]);
  const root = Math.SQRT1_2;
  const turn = fromRows([
    [root, root],
    [root, -root],
  ]);
  const unitaries = [turn, identity(2), turn, identity(2)];
  return {
    dimension: 2,
    initial: identity(2),
    layers: unitaries.map((unitary) => ({ generator, unitary })),
  };
}

const normalised = (generators: readonly ComplexMatrix[]): ComplexMatrix[] =>
  generators.map((h) => scale(kronecker(h, h), (h.rows ** 2 - 1) / traceOfProduct(h, h).re));
const total = (terms: readonly ComplexMatrix[], size: number): ComplexMatrix =>
  terms.reduce(add, scale(identity(size), 0));

/** Y* = W - I/d. */
function center(d: number): ComplexMatrix {
  const size = d * d;
  const swapped = (k: number): number => (k % d) * d + Math.floor(k / d);
  const swap = fromRows(
    Array.from({ length: size }, (_, a) => Array.from({ length: size }, (_, b) => (swapped(a) === b ? 1 : 0))),
  );
  return sub(swap, scale(identity(size), 1 / d));
}

/** 1 - ‖Y(θ) - Y(θ0)‖ over `factor` ‖H‖ Σ |θ_k - θ0_k| ‖S_k‖; where nothing can move, hardly more than rounding does. */
function gap({ before, after, moved }: Journey, factor = 4) {
  const [d, p] = [before[0].rows, before.length];
  const norm = operatorNorm(before[0]);
  const [start, end] = [normalised(before), normalised(after)];
  const change = operatorNorm(scale(sub(total(end, d * d), total(start, d * d)), 1 / p));
  const mean = center(d);
  const tails = moved.map((_, k) =>
    operatorNorm(
      scale(
        total(
          start.slice(k + 1).map((term) => sub(term, mean)),
          d * d,
        ),
        1 / p,
      ),
    ),
  );
  const bound = factor * norm * moved.reduce((sum, step, k) => sum + step * tails[k], 0);
  // Y has the size ‖H‖²/Z; its p products and the eigenvalues of a d²×d² matrix are rounded.
  const size = (norm ** 2 * (d * d - 1)) / traceOfProduct(before[0], before[0]).re;
  const unit = bound + 1e-8 * size;
  return { margin: (bound - change) / unit, error: (256 * (p + d * d) * Number.EPSILON * size) / unit };
}

/** `y-lipschitz` for circuits, from any start to any end. */
export const yLipschitzLaw: Law = law<SeededShape, Journey>({
  id: 'y-lipschitz/circuits',
  kind: 'instance',
  about:
    '‖Y(θ) - Y(θ0)‖ from the generators of the circuit at both ends, by Lemma 3.1 and not by (92), against 4‖H‖ Σ|θ_k - θ0_k| ‖S_k‖ from those at θ0',
  shapes: fc.oneof(
    { weight: 3, arbitrary: seededShapes('Haar', 4) },
    { weight: 1, arbitrary: fc.constant({ regime: 'aligned', d: 2, m: 1, p: 4, seed: 0 }) },
  ),
  length: ({ p }) => 2 * p,
  decode,
  judge: (instance) => gap(instance),
  smaller: (shape) => (shape.regime === 'aligned' ? [] : smallerSeeded(shape)),
  exact: null,
  document: ({ moved }) => ({ moved }),
  share: 0.5,
});

/** Control: the constant is sharp, on the aligned qubit. */
export const smallerLipschitzControl: Law = withJudge(yLipschitzLaw, 'y-lipschitz/factor 3.9', (instance) =>
  gap(instance as Journey, 3.9),
);

/** Control: the tails at the end of the moves are another bound, and the k-th term must not be left out of them. */
export const shorterTailControl: Law = withJudge(yLipschitzLaw, 'y-lipschitz/tails from k + 2', (instance) => {
  const journey = instance as Journey;
  const shifted = journey.moved.map((_, k) => (k === 0 ? 0 : journey.moved[k - 1]));
  return gap({ ...journey, moved: shifted });
});
