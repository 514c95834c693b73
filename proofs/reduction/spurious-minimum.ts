import { landscapeLaw, trappedLaw } from '../../property-tests/spurious-minimum.law.js';
import { enclosureClaim } from '../../src/index.js';
import { sphere, trap } from './spurious-notation.js';

/**
 * Three inputs of one qubit, labels 1, γ = 17/8: the asymptotic flow has an attracting stationary point with L > 7/100,
 * although M = γσ_z, of the same spectrum, has L = 0.
 *
 * On the orbit {M = γ n·σ, |n| = 1} the flow is dn/dt = -2m times the gradient of L along the sphere (the law `landscape`,
 * exact on rational points). In the box there is exactly one stationary point; the second derivatives of L along the
 * sphere, per |dn|², are positive at every point of the sphere in the box, and at least 149/100 at the stationary point:
 * it is a strict local minimum, which attracts, in the end at a rate of at least 6 · 149/100.
 *
 * This is one example with d = 2 and m = 3 > d/2, not a statement about every m >= d/2. The box is not a basin: which
 * starts are caught is only simulated (the law `trapped`). With the same inputs in C⁴ and C⁸ every random start that was
 * tried ends at L = 0 (property-tests/spurious-minimum.test.ts), which is no theorem either.
 *
 * No theorem of the paper says the contrary: its introduction grants that the landscape of QNN training may be swarmed
 * with spurious local minima, Theorem 4.4 speaks about global minima, and Sec. 5 leaves the condition for convergence open.
 * The introduction adds that experiments, all of them with orthogonal inputs, demonstrate "in generality, the convergence
 * of the asymptotic dynamics when m >= 1": for such inputs see `convergence-m-samples`, for others this is a counterexample.
 */
export const spuriousMinimum = enclosureClaim({
  id: 'spurious-minimum',
  title: 'Inputs that are not orthogonal can trap the asymptotic flow at a positive loss',
  source: 'beyond the paper; Sec. 1, 5',
  theory: sphere,
  certify: trap,
  laws: [landscapeLaw, trappedLaw],
  wrong: {
    'the loss there >= 8/100': { bounds: [{ of: 'loss', relation: '>=', bound: '8/100' }] },
    'the curvature there >= 3/2': { bounds: [{ of: 'curvature', relation: '>=', bound: '3/2' }] },
    'a maximum': { bounds: [{ of: 'curvature', relation: '<=', bound: '0' }] },
    'in the box about the saddle': {
      box: { x: ['19/50', '2/5'], y: ['73/100', '3/4'], z: ['27/50', '14/25'] },
      bounds: [{ of: 'curvature', relation: '>=', bound: '0' }],
    },
    'in a box beside it': { box: { x: ['27/50', '29/50'], y: ['39/50', '41/50'], z: ['-31/100', '-27/100'] } },
    'the first label -1': {
      loss: '1/6 ((-1 - 15/8 x - z)^2 + (1 + 75/104 x - 45/26 y - z)^2 + (1 - 9/8 x - 3/2 y - z)^2)',
      elsewhere: { at: { x: '0', y: '0', z: '1' }, loss: '2/3' },
    },
    'the loss 0 at the south pole': { elsewhere: { at: { x: '0', y: '0', z: '-1' }, loss: '0' } },
    'the loss 0 off the orbit': { elsewhere: { at: { x: '0', y: '4/15', z: '1' }, loss: '0' } },
  },
});
