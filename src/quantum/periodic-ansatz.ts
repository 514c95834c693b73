import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, fromDiagonal } from '../numeric/complex-matrix.js';
import { haarUnitary } from '../numeric/haar-unitary.js';
import type { Random } from '../numeric/random.js';
import type { Ansatz } from './ansatz.js';

/**
 * The periodic ansatz of Def. 2.1: U_0, ..., U_p independent and Haar-random, one generator for all layers.
 *
 * U_l depends on the random stream and on l alone, so a deeper ansatz extends a shallower one. The U_l are drawn from U(d); the
 * paper's SU(d) differs by phases, which no prediction sees.
 */
export function periodicAnsatz(d: number, p: number, random: Random): Ansatz {
  const generator = periodicGenerator(d);
  if (!Number.isInteger(p) || p < 0) throw new BadInput(`periodicAnsatz: expected an integer p >= 0, got ${p}`);
  return {
    dimension: d,
    initial: haarUnitary(d, random.split(0)),
    layers: Array.from({ length: p }, (_, l) => ({ generator, unitary: haarUnitary(d, random.split(l + 1)) })),
  };
}

/** Appendix D's generator diag(+h, .., -h, ..), each d/2 times, h = sqrt(d - 1/d): traceless, Z = tr(H^2)/(d^2 - 1) = 1. */
export function periodicGenerator(d: number): ComplexMatrix {
  if (!Number.isInteger(d) || d < 2 || d % 2 === 1) {
    throw new BadInput(`periodicGenerator: expected an even dimension d >= 2, got ${d}`);
  }
  const h = Math.sqrt(d - 1 / d);
  return fromDiagonal(Array.from({ length: d }, (_, i) => (2 * i < d ? h : -h)));
}
