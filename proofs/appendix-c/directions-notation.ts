/**
 * What is left of a QNN at loss zero, for the kernel: unit vectors û_j in the positive eigenspace of M, and the norms b_j
 * that the labels give to u_j = b_j û_j.
 *
 * The inputs are orthonormal, so that Kasym follows from P (`kernel-orthonormal`). `kernel-at-minima` says the same of a
 * QNN; here there are directions only, and whether a minimum has them is another matter: see `theorem-4.4-existence`.
 */
import { assume, type ClaimTheory, definitionsOf, matrix, realScalar, theory } from '../../src/index.js';
import { complexScalar } from '../notation.js';

const entries = (meaning: string, written: string, latex?: string) => ({
  type: complexScalar(['m', 'm']),
  meaning,
  ...(latex === undefined ? {} : { latex }),
  stands: { at: ['i', 'j'], for: written },
});

export const directions: ClaimTheory = theory({
  name: 'directions',
  sizes: { n: 'dimension of the positive eigenspace of M, d/2 in the paper', m: 'number of samples' },
  indices: { i: 'm', j: 'm', k: 'm' },
  symbols: {
    û: { type: matrix('n', '1', { over: ['m'] }), meaning: 'direction of u_j', latex: '\\hat u' },
    w: { type: matrix('n', '1', { over: ['m'] }), meaning: 'what Π₋ leaves of an input, Π₋ v_j' },
    c: { type: complexScalar(['m']), meaning: 'any vector' },
    b: { type: realScalar({ over: ['m'] }), meaning: 'norm of u_j' },
    y: { type: realScalar({ over: ['m'] }), meaning: 'label' },
    x: { type: realScalar({ over: ['m'] }), meaning: 'any real vector' },
    γ: { type: realScalar(), meaning: 'output range', latex: '\\gamma' },
    ξ: { type: realScalar(), meaning: 'a bound on the norm of Ĝ - I', latex: '\\xi' },
    Ĝ: entries('Gram matrix of the directions', 'û_i† I_n û_j', '\\hat G'),
    E: entries('Gram matrix of the directions less the identity', 'Ĝ_ij - delta_ij'),
    P: entries('Gram matrix of the u_j', 'b_i b_j Ĝ_ij'),
    Kasym: entries('asymptotic kernel', '8 γ^2 (delta_ij P_ij - P_ij P_ji)', 'K_{\\mathrm{asym}}'),
  },
});

export const minimum = {
  unit: assume(directions, 'the directions are unit vectors', 'û_j† û_j = 1'),
  norms: assume(
    directions,
    'at loss zero ‖u_j‖² = (1 + y_j/γ)/2, and γ is positive',
    'b_j^2 = 1/2 (1 + y_j/γ)',
    'γ >= 0',
  ),
  labels: assume(directions, 'the labels are ±1, or between these', '1 >= y_j^2'),
  near: assume(directions, 'ξ bounds the norm of Ĝ - I', 'ξ^2 I_m >= sum_ijk(E_ij E_jk unit_i unit_k†)'),
  kernel: definitionsOf(directions, 'Kasym', 'P'),
  gram: definitionsOf(directions, 'Ĝ', 'E'),
} as const;

/** What the question of existence needs besides. */
export const besides = {
  scale: assume(directions, 'the scaling factor is at least 1', 'γ >= 1'),
  overlaps: definitionsOf(directions, 'P'),
  gram: definitionsOf(directions, 'Ĝ'),
} as const;
