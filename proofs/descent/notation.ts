/** Gradient descent on any loss: what its derivatives do along a curve in the space of parameters. */
import { assume, type ClaimTheory, hermitian, matrix, realScalar, theory } from '../../src/index.js';

export const descent: ClaimTheory = theory({
  name: 'descent',
  sizes: { p: 'number of parameters' },
  indices: {},
  symbols: {
    L: { type: realScalar({ velocity: 'Ldot' }), meaning: 'loss' },
    Ldot: { type: realScalar(), meaning: 'its time derivative along the curve', latex: '\\dot L' },
    g: { type: matrix('p', '1', { velocity: 'gdot' }), meaning: 'gradient ∇L at θ' },
    gdot: { type: matrix('p', '1'), meaning: 'its time derivative along the curve', latex: '\\dot g' },
    A: { type: hermitian('p', { velocity: 'Adot' }), meaning: 'Hessian of L at θ' },
    Adot: { type: hermitian('p'), meaning: 'its time derivative along the curve', latex: '\\dot A' },
    θdot: { type: matrix('p', '1', { velocity: 'θddot' }), meaning: 'velocity of θ', latex: '\\dot\\theta' },
    θddot: { type: matrix('p', '1'), meaning: 'acceleration of θ', latex: '\\ddot\\theta' },
    η: { type: realScalar({ constant: true }), meaning: 'learning rate', latex: '\\eta' },
  },
});

export const along = {
  curve: assume(
    descent,
    'θ moves along any curve, and L and its gradient with it by the chain rule; the Hessian is symmetric',
    'gdot = A θdot',
    'Ldot = 1/2 g† θdot + 1/2 θdot† g',
  ),
  modified: assume(
    descent,
    'θ obeys the modified equation dθ/dt = -∇L - (η/2)(Hess L)∇L',
    'θdot = -g - 1/2 η A g',
    'θddot = -gdot - 1/2 η Adot g - 1/2 η A gdot',
  ),
  plain: assume(descent, 'θ obeys gradient flow dθ/dt = -∇L', 'θdot = -g', 'θddot = -gdot'),
};
