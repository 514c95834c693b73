/** Gradient descent is followed by a flow: not by gradient flow, but to one order more by that of a modified loss. */

import { modifiedEquationLaw } from '../../property-tests/modified-equation.law.js';
import { chain, claim, rewriting, witness } from '../../src/index.js';
import { lossModels } from './models.js';
import { along, descent } from './notation.js';

const ONE = { p: 1 };
/** L = θ + θ²/2 at 0 with η = 2, which the modified equation runs down with dθ/dt = -2. */
const AT = { g: [['1']], A: [['1']], Adot: [['0']], η: '2', L: '0', Ldot: '-2' };

/**
 * Two terms of Taylor's series of the modified flow over the time η: the step of descent, and η³ times what is written out.
 *
 * For any loss with three continuous derivatives, that of a QNN in particular, which is a trigonometric polynomial in θ. Not said here is
 * Taylor's theorem: the time-η map is the left side and η³/6 times a third derivative of θ in between. With it the map and
 * the step differ by O(η³), which `modified-equation/third-order` bounds on QNNs.
 */
export const modifiedEquation = claim({
  id: 'modified-equation',
  title: 'dθ/dt = -∇L - (η/2)(Hess L)∇L makes the step of gradient descent in the time η, up to η³',
  source: 'beyond the paper',
  theory: descent,
  statement: 'η θdot + 1/2 η^2 θddot = -η g + 1/4 η^3 (2 A A g + 1/2 η A A A g - Adot g)',
  given: { curve: along.curve, modified: along.modified },
  proof: chain('η θdot + 1/2 η^2 θddot')
    .equals(
      '-η g - 1/2 η^2 A g - 1/2 η^2 A θdot - 1/4 η^3 Adot g - 1/4 η^3 A A θdot',
      rewriting('curve', 'modified'),
      'd∇L/dt = (Hess L) dθ/dt.',
    )
    .equals(
      '-η g + 1/4 η^3 (2 A A g + 1/2 η A A A g - Adot g)',
      rewriting('modified'),
      'The terms with η² cancel: this is what the correction is for.',
    ),
  models: lossModels('modified'),
  laws: [modifiedEquationLaw],
  mutants: {
    'a term of second order is left': 'η θdot + 1/2 η^2 θddot = -η g + 1/2 η^2 A g',
    'nothing is left': 'η θdot + 1/2 η^2 θddot = -η g',
    'the Hessian does not move': 'η θdot + 1/2 η^2 θddot = -η g + 1/4 η^3 (2 A A g + 1/2 η A A A g)',
  },
  breaksWithout: {
    curve: witness(descent, ONE, { ...AT, θdot: [['-2']], gdot: [['5']], θddot: [['-10']] }),
    modified: witness(descent, ONE, { ...AT, θdot: [['-2']], gdot: [['-2']], θddot: [['7']] }),
  },
});

/** Without the correction: gradient flow is off by (η²/2)(Hess L)∇L. */
export const gradientFlowStep = claim({
  id: 'gradient-flow-step',
  title: 'Gradient flow over the time η is off the step of gradient descent by (η²/2)(Hess L)∇L',
  source: 'beyond the paper',
  theory: descent,
  statement: 'η θdot + 1/2 η^2 θddot = -η g + 1/2 η^2 A g',
  given: { curve: along.curve, plain: along.plain },
  proof: chain('η θdot + 1/2 η^2 θddot')
    .equals('-η g - 1/2 η^2 A θdot', rewriting('curve', 'plain'), 'd∇L/dt = (Hess L) dθ/dt.')
    .equals('-η g + 1/2 η^2 A g', rewriting('plain')),
  models: lossModels('plain'),
  mutants: {
    'no difference': 'η θdot + 1/2 η^2 θddot = -η g',
    'opposite sign': 'η θdot + 1/2 η^2 θddot = -η g - 1/2 η^2 A g',
  },
  breaksWithout: {
    curve: witness(descent, ONE, { ...AT, Ldot: '-1', θdot: [['-1']], gdot: [['5']], θddot: [['-5']] }),
    plain: witness(descent, ONE, { ...AT, Ldot: '-1', θdot: [['-1']], gdot: [['-1']], θddot: [['7']] }),
  },
});

/** Along every curve L + (η/4)|∇L|² moves as it would with the gradient ∇L + (η/2)(Hess L)∇L: so this is its gradient. */
export const modifiedLoss = claim({
  id: 'modified-loss',
  title: 'The modified field is minus the gradient of L + (η/4)|∇L|²',
  source: 'beyond the paper',
  theory: descent,
  statement: 'd/dt(L + 1/4 η g† g) = 1/2 (g + 1/2 η A g)† θdot + 1/2 θdot† (g + 1/2 η A g)',
  given: { curve: along.curve },
  proof: chain('d/dt(L + 1/4 η g† g)').equals(
    '1/2 (g + 1/2 η A g)† θdot + 1/2 θdot† (g + 1/2 η A g)',
    rewriting('curve'),
    'd∇L/dt = (Hess L) dθ/dt with a symmetric Hessian.',
  ),
  models: lossModels('free'),
  mutants: {
    'half for a quarter': 'd/dt(L + 1/2 η g† g) = 1/2 (g + 1/2 η A g)† θdot + 1/2 θdot† (g + 1/2 η A g)',
    'no correction': 'd/dt(L + 1/4 η g† g) = 1/2 g† θdot + 1/2 θdot† g',
    'opposite sign': 'd/dt(L + 1/4 η g† g) = 1/2 (g - 1/2 η A g)† θdot + 1/2 θdot† (g - 1/2 η A g)',
  },
  breaksWithout: {
    curve: witness(descent, ONE, { ...AT, θdot: [['-2']], gdot: [['5']], θddot: [['0']] }),
  },
});
