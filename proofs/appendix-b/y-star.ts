import { certificate, chain, claim, positivity, rewriting, witness } from '../../src/index.js';
import { Z } from '../witnesses.js';
import { moment } from './hypotheses.js';
import { definingMoment, secondMoment } from './notation.js';
import { secondMomentModels } from './second-moment-models.js';

const { constant, fact, gramMatrix, plus, reciprocal, size, square, times, traced } = certificate;
const anywhere = secondMomentModels({ traceless: true, average: false });
const limit = definingMoment('Ystar');

type Read = Parameters<Parameters<typeof positivity>[0]>[0];

/** I ± W = (I ± W)²/2, since W² = I. */
const symmetric = (term: Read) => times(constant(term('1/2')), gramMatrix(term('I_D + swap_D')));
const antisymmetric = (term: Read) => times(constant(term('1/2')), gramMatrix(term('I_D - swap_D')));
/** A multiple of I over a power of d. */
const multiple = (term: Read, factor: string, power: number) =>
  times(constant(term(factor)), size('d', power), gramMatrix(term('I_D')));
/** The same for the square of Y*: (1 + 1/d)² - (W - 1/d)² = 2(I + W)/d = (I + W)²/d. */
const squared = (term: Read) => times(size('d', -1), gramMatrix(term('I_D + swap_D')));

/** Y* = W - I/d is at least -(1 + 1/d): the eigenvalues of W are ±1. */
export const yStarBelow = claim({
  id: 'y-star-below',
  title: 'Y* >= -(d+1)/d',
  source: 'App. B.2, (70)',
  theory: secondMoment,
  statement: 'Ystar >= -((d + 1)/d) I_D',
  given: { limit },
  proof: chain('-((d + 1)/d) I_D').atMost(
    'Ystar',
    positivity(symmetric, 'limit'),
    'W² = I, so that I + W = (I + W)²/2.',
  ),
  models: anywhere,
  mutants: {
    'turned round': 'Ystar <= -((d + 1)/d) I_D',
    'the upper end with its sign changed': 'Ystar >= -((d - 1)/d) I_D',
    'at least -1': 'Ystar >= -1 I_D',
    '1% tighter': 'Ystar >= -0.99 ((d + 1)/d) I_D',
  },
  alsoTrue: {
    'left side: the factor -1 times 1.01': chain('-1.01 ((d + 1)/d) I_D').atMost(
      'Ystar',
      positivity((term) => plus(symmetric(term), multiple(term, '1/100', 0), multiple(term, '1/100', -1)), 'limit'),
    ),
    'left side: the factor 1 times 1.01': chain('-((d + 1.01)/d) I_D').atMost(
      'Ystar',
      positivity((term) => plus(symmetric(term), multiple(term, '1/100', -1)), 'limit'),
    ),
    'right side: its sign flipped': chain('-((d + 1)/d) I_D').atMost(
      '-Ystar',
      positivity((term) => plus(antisymmetric(term), multiple(term, '2', -1)), 'limit'),
    ),
  },
});

/** Y* = W - I/d is at most 1 - 1/d. */
export const yStarAbove = claim({
  id: 'y-star-above',
  title: 'Y* <= (d-1)/d',
  source: 'App. B.2, (70)',
  theory: secondMoment,
  statement: 'Ystar <= ((d - 1)/d) I_D',
  given: { limit },
  proof: chain('Ystar').atMost(
    '((d - 1)/d) I_D',
    positivity(antisymmetric, 'limit'),
    'W² = I, so that I - W = (I - W)²/2.',
  ),
  models: anywhere,
  mutants: {
    'turned round': 'Ystar >= ((d - 1)/d) I_D',
    '1% tighter': 'Ystar <= 0.99 ((d - 1)/d) I_D',
    negative: 'Ystar <= -((d - 1)/d) I_D',
  },
  alsoTrue: {
    'right side: the sign of summand 2 flipped': chain('Ystar').atMost(
      '((d + 1)/d) I_D',
      positivity((term) => plus(antisymmetric(term), multiple(term, '2', -1)), 'limit'),
    ),
    'right side: the factor -1 times 0.99': chain('Ystar').atMost(
      '((d - 0.99)/d) I_D',
      positivity((term) => plus(antisymmetric(term), multiple(term, '1/100', -1)), 'limit'),
    ),
  },
});

/** The norm of Y* is at most (d+1)/d: its square is at most the square of that. */
export const yStarNorm = claim({
  id: 'y-star-norm',
  title: 'The norm of Y* is at most (d+1)/d',
  source: 'App. B.2, (70)',
  theory: secondMoment,
  statement: 'Ystar Ystar <= ((d + 1)/d)^2 I_D',
  given: { limit },
  proof: chain('Ystar Ystar').atMost(
    '((d + 1)/d)^2 I_D',
    positivity(squared, 'limit'),
    '(1 + 1/d)² - (W - 1/d)² = 2(I + W)/d = (I + W)²/d.',
  ),
  models: anywhere,
  mutants: {
    'turned round': 'Ystar Ystar >= ((d + 1)/d)^2 I_D',
    'norm 1': 'Ystar Ystar <= I_D',
    'norm (d - 1)/d': 'Ystar Ystar <= ((d - 1)/d)^2 I_D',
    '1% less': 'Ystar Ystar <= 0.99 ((d + 1)/d)^2 I_D',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-Ystar Ystar').atMost(
      '((d + 1)/d)^2 I_D',
      positivity((term) => plus(gramMatrix(term('Ystar')), times(square(term('(d + 1)/d')), gramMatrix(term('I_D'))))),
    ),
    'right side: the exponent 2 by 3': chain('Ystar Ystar').atMost(
      '((d + 1)/d)^3 I_D',
      positivity((term) => plus(squared(term), times(square(term('(d + 1)/d')), multiple(term, '1', -1))), 'limit'),
    ),
    'right side: the factor 1 times 1.01': chain('Ystar Ystar').atMost(
      '((d + 1.01)/d)^2 I_D',
      positivity((term) => plus(squared(term), multiple(term, '1/50', -1), multiple(term, '201/10000', -2)), 'limit'),
    ),
  },
});

/** The norm is attained: every antisymmetric vector (I - W)x is an eigenvector of Y* to -(d+1)/d. */
export const yStarAttained = claim({
  id: 'y-star-attained',
  title: 'Y* is -(d+1)/d on antisymmetric vectors',
  source: 'App. B.2, (70)',
  theory: secondMoment,
  statement: 'Ystar (I_D - swap_D) = -((d + 1)/d) (I_D - swap_D)',
  given: { limit },
  proof: chain('Ystar (I_D - swap_D)').equals(
    '-((d + 1)/d) (I_D - swap_D)',
    rewriting('limit'),
    'W(I - W) = W - I = -(I - W).',
  ),
  models: anywhere,
  mutants: {
    'opposite sign': 'Ystar (I_D - swap_D) = ((d + 1)/d) (I_D - swap_D)',
    'symmetric vectors': 'Ystar (I_D + swap_D) = -((d + 1)/d) (I_D + swap_D)',
    'the other eigenvalue': 'Ystar (I_D - swap_D) = ((d - 1)/d) (I_D - swap_D)',
  },
});

/** So is the upper end, on symmetric vectors. */
export const yStarAttainedAbove = claim({
  id: 'y-star-attained-above',
  title: 'Y* is (d-1)/d on symmetric vectors',
  source: 'App. B.2, (70)',
  theory: secondMoment,
  statement: 'Ystar (I_D + swap_D) = ((d - 1)/d) (I_D + swap_D)',
  given: { limit },
  proof: chain('Ystar (I_D + swap_D)').equals('((d - 1)/d) (I_D + swap_D)', rewriting('limit'), 'W(I + W) = W + I.'),
  models: anywhere,
  mutants: {
    'opposite sign': 'Ystar (I_D + swap_D) = -((d - 1)/d) (I_D + swap_D)',
    'antisymmetric vectors': 'Ystar (I_D - swap_D) = ((d - 1)/d) (I_D - swap_D)',
    'the other eigenvalue': 'Ystar (I_D + swap_D) = -((d + 1)/d) (I_D + swap_D)',
  },
});

/** There are antisymmetric vectors but for d = 1: the projector (I - W)/2 onto them has the trace d(d - 1)/2. */
export const antisymmetricDimension = claim({
  id: 'antisymmetric-dimension',
  title: 'The antisymmetric vectors have dimension d(d-1)/2',
  source: 'App. B.2, (70)',
  theory: secondMoment,
  statement: 'tr(1/2 (I_D - swap_D)) = 1/2 d (d - 1)',
  given: {},
  proof: chain('tr(1/2 (I_D - swap_D))').equals('1/2 d (d - 1)', rewriting(), 'tr I = d² and tr W = d.'),
  models: anywhere,
  mutants: {
    'that of the symmetric ones': 'tr(1/2 (I_D - swap_D)) = 1/2 d (d + 1)',
    'twice as many': 'tr(1/2 (I_D - swap_D)) = d (d - 1)',
  },
});

/**
 * The second step of (70): (d+1)/d <= ‖H‖²/Z for d >= 2, that is (d - 2)(d + 1) >= 0, since Z(d² - 1) = tr H² <= d‖H‖².
 *
 * Equality for d = 2. The trace of H is not used; Z is not zero, as Lemma 4.1 says by H ≠ 0.
 */
export const yStarWithinGenerator = claim({
  id: 'y-star-within-generator',
  title: '(d+1)/d <= ‖H‖²/Z for d >= 2',
  source: 'App. B.2, (70)',
  theory: secondMoment,
  statement: '(d + 1)/d <= h^2/Z',
  given: { norm: moment.norm, dimension: moment.dimension, scale: moment.scale },
  proof: chain('(d + 1)/d').atMost(
    'h^2/Z',
    positivity(
      (term) =>
        plus(
          times(size('d', -1), reciprocal(fact('scale')), traced(fact('norm'))),
          times(size('d', -1), plus(size('d'), constant(term('1'))), fact('dimension')),
        ),
      'norm',
      'dimension',
      'scale',
    ),
    'h²/Z - (d+1)/d = (dh² - tr H²)/(dZ) + (d+1)(d-2)/d.',
  ),
  models: anywhere,
  mutants: {
    'turned round': '(d + 1)/d >= h^2/Z',
    'norm not squared': '(d + 1)/d <= h/Z',
    'without Z': '(d + 1)/d <= h^2',
    '1% more': '1.01 (d + 1)/d <= h^2/Z',
    'd + 2 for d + 1': '(d + 2)/d <= h^2/Z',
  },
  breaksWithout: {
    norm: witness(secondMoment, { d: 2 }, { H: Z, h: '0', Z: '2/3' }),
    dimension: witness(secondMoment, { d: 1 }, { H: [['0']], h: '0', Z: '1' }),
    scale: witness(secondMoment, { d: 2 }, { H: Z, h: '1', Z: '2' }),
  },
});
