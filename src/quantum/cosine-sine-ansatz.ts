import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, fromDiagonal } from '../numeric/complex-matrix.js';
import { type BlockPair, haarBlocks, haarRotation, rotatedBlocks } from '../numeric/haar-cosine-sine.js';
import type { Rotation } from '../numeric/phased-chain.js';
import type { Random } from '../numeric/random.js';
import type { Ansatz } from './ansatz.js';
import { periodicGenerator } from './periodic-ansatz.js';

/**
 * The periodic ansatz in the cosine-sine gauge: U_l = R_l (B1_l + B2_l), l = 0 ... p, with rotations R_l of row i with row i + d/2.
 *
 * Every unitary is L_l R_l N_l with L_l and N_l block-diagonal. What is block-diagonal commutes with the generator diag(+h, -h), so
 * L_l moves past the next phases and merges with N_{l+1} into one pair of blocks; L_p commutes with a measurement that has two
 * levels of equal multiplicity, which in its own frame is diag(+gamma, -gamma). Nothing is lost but the frame of that measurement.
 */
export interface CosineSineAnsatz {
  readonly dimension: number;
  /** l = 0 ... p. */
  readonly factors: readonly CosineSineFactor[];
}

export interface CosineSineFactor {
  readonly rotation: Rotation;
  readonly blocks: BlockPair;
}

/**
 * U_0, ..., U_p independent and Haar-random up to the gauge: the predictions have the joint law, as functions of theta, that
 * `periodicAnsatz` gives them, for any inputs and any measurement with levels +gamma and -gamma, d/2 times each.
 *
 * U_l depends on the random stream and on l alone, as there; the two draw different circuits from one seed.
 */
export function cosineSineAnsatz(d: number, p: number, random: Random): CosineSineAnsatz {
  if (!Number.isInteger(d) || d < 2 || d % 2 === 1) {
    throw new BadInput(`cosineSineAnsatz: expected an even dimension d >= 2, got ${d}`);
  }
  if (!Number.isInteger(p) || p < 0) throw new BadInput(`cosineSineAnsatz: expected an integer p >= 0, got ${p}`);
  const factors = Array.from({ length: p + 1 }, (_, l) => {
    const stream = random.split(l);
    return { rotation: haarRotation(d / 2, stream.split('rotation')), blocks: haarBlocks(d / 2, stream) };
  });
  return { dimension: d, factors };
}

/** The same circuit with dense unitaries; it goes with `gaugeMeasurement`. */
export function denseAnsatz({ dimension: d, factors }: CosineSineAnsatz): Ansatz {
  const generator = periodicGenerator(d);
  const [initial, ...unitaries] = factors.map(({ rotation, blocks }) => rotatedBlocks(rotation, blocks));
  return { dimension: d, initial, layers: unitaries.map((unitary) => ({ generator, unitary })) };
}

/** diag(+1, .., -1, ..): the measurement, before its factor gamma, in the frame that the gauge leaves it. */
export function gaugeMeasurement(d: number): ComplexMatrix {
  return fromDiagonal(Array.from({ length: d }, (_, i) => (2 * i < d ? 1 : -1)));
}
