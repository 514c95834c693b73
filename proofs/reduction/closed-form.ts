/**
 * Orthonormal inputs and eigenvalues ±γ: the Riccati equation of `riccati-reduction` with G = I, solved by S = X Y⁻¹.
 *
 * X and Y obey a linear equation, X' = TY and Y' = TX with T = diag(τ'). That nothing else solves the Riccati equation from
 * the same start is the uniqueness theorem for differential equations, which is not in the kernel; what drives it,
 * τ_j(t) = 2γ ∫ r_j, depends on the solution: the closed form reduces the flow to m real numbers.
 */
import { closedFormLaw } from '../../property-tests/reduction.law.js';
import {
  certificate,
  chain,
  claim,
  type Positivity,
  positivity,
  rewriting,
  type Term,
  witness,
} from '../../src/index.js';
import { closedFormModels } from '../models/closed-form-models.js';
import { closedForm, definingClosed, orthonormal } from './closed-form-notation.js';

const { congruence, constant, fact, gramMatrix, plus, square, times } = certificate;
const anywhere = closedFormModels('curve');

/** What the letters stand for. */
export const meaning = {
  drive: definingClosed('T', 'E', 'Edot', 'F', 'Fdot'),
  parts: definingClosed('X', 'Xdot', 'Y', 'Ydot', 'S', 'Sdot'),
};
export const solution = { ...meaning, exponential: orthonormal.exponential };

/** One sample with C0 = 0 at τ = 0, where X = 0, Y = 2, and τ' = 1. */
export const SIZES = { m: 1 };
export const START = {
  γ: '1/2',
  r: ['1'],
  τdot: ['1'],
  τddot: ['0'],
  e: ['1'],
  edot: ['1'],
  f: ['1'],
  fdot: ['-1'],
  C0: [['0']],
  Yinv: [['1/2']],
  Yinvdot: [['0']],
};

/** e = f = 1 that do not move with τ. */
export const STOPPED = { ...START, edot: ['0'], fdot: ['0'] };
/** e = 2 and f = -1, for which S is 3. */
export const UNRELATED = { ...START, e: ['2'], edot: ['2'], f: ['-1'], fdot: ['1'], Yinv: [['1']], Yinvdot: [['-3']] };

/** X' = T Y. */
export const numerator = claim({
  id: 'closed-form-numerator',
  title: 'X = E(I + C0) - E⁻¹(I - C0): dX/dt = T Y',
  source: 'beyond the paper',
  theory: closedForm,
  statement: 'Xdot = T Y',
  given: solution,
  proof: chain('Xdot')
    .equals('Edot (I_m + C0) - Fdot (I_m - C0)', rewriting('parts'), 'The product rule.')
    .equals('T (E (I_m + C0) + F (I_m - C0))', rewriting('drive', 'exponential'), 'E is exp(τ), and E⁻¹ is exp(-τ).')
    .equals('T Y', rewriting('parts')),
  models: anywhere,
  mutants: {
    'E and E⁻¹ swapped': 'Xdot = T (F (I_m + C0) + E (I_m - C0))',
    'not crossed': 'Xdot = T X',
    'opposite sign': 'Xdot = -T Y',
    'from the right': 'Xdot = Y T',
  },
  breaksWithout: { exponential: witness(closedForm, SIZES, STOPPED) },
});

/** Y' = T X. */
export const denominator = claim({
  id: 'closed-form-denominator',
  title: 'Y = E(I + C0) + E⁻¹(I - C0): dY/dt = T X',
  source: 'beyond the paper',
  theory: closedForm,
  statement: 'Ydot = T X',
  given: solution,
  proof: chain('Ydot')
    .equals('Edot (I_m + C0) + Fdot (I_m - C0)', rewriting('parts'), 'The product rule.')
    .equals('T (E (I_m + C0) - F (I_m - C0))', rewriting('drive', 'exponential'), 'E is exp(τ), and E⁻¹ is exp(-τ).')
    .equals('T X', rewriting('parts')),
  models: anywhere,
  mutants: {
    'E and E⁻¹ swapped': 'Ydot = T (F (I_m + C0) - E (I_m - C0))',
    'not crossed': 'Ydot = T Y',
    'opposite sign': 'Ydot = -T X',
  },
  breaksWithout: { exponential: witness(closedForm, SIZES, { ...STOPPED, C0: [['1']] }) },
});

/** The closed form starts where it should: S = C0 at τ = 0, since X = C0 Y there. */
export const closedFormStart = claim({
  id: 'closed-form-start',
  title: 'S = C0 at τ = 0',
  source: 'beyond the paper',
  theory: closedForm,
  statement: 'S = C0',
  given: {
    start: orthonormal.start,
    inverse: orthonormal.inverse,
    ...meaning,
  },
  proof: chain('S')
    .equals('2 C0 Yinv', rewriting('parts', 'start'), 'E = E⁻¹ = I.')
    .equals('C0 Y Yinv', rewriting('parts', 'start'), 'Y = 2I.')
    .equals('C0', rewriting('inverse'), 'YY⁻¹ = I.'),
  models: closedFormModels('start'),
  mutants: {
    'E and E⁻¹ swapped': 'S = -C0',
    inverted: 'C0 S = I_m',
    'X alone': 'X = C0',
  },
  breaksWithout: {
    start: witness(closedForm, SIZES, {
      ...START,
      e: ['2'],
      edot: ['2'],
      f: ['1/2'],
      fdot: ['-1/2'],
      Yinv: [['2/5']],
      Yinvdot: [['-6/25']],
    }),
    inverse: witness(closedForm, SIZES, { ...START, C0: [['1']], Yinv: [['1']], Yinvdot: [['-2']] }),
  },
});

/** The Riccati equation with G = I, in C = γS. */
export const orthonormalClosedForm = claim({
  id: 'orthonormal-closed-form',
  title: 'Orthonormal inputs: C = γ X Y⁻¹ solves dC/dt = 2(γ² R - C R C)',
  source: 'beyond the paper; (10)',
  theory: closedForm,
  statement: 'γ Sdot = 2 (γ^2 R - γ S R γ S)',
  uses: ['closed-form-numerator', 'closed-form-denominator'],
  given: {
    ...solution,
    flow: orthonormal.flow,
    inverse: orthonormal.inverse,
    residuals: definingClosed('R'),
  },
  proof: chain('γ Sdot')
    .equals('γ (Xdot Yinv - X Yinv Ydot Yinv)', rewriting('parts', 'inverse'), 'The quotient rule.')
    .equals(
      'γ (T Y Yinv - X Yinv T X Yinv)',
      rewriting('closed-form-numerator', 'closed-form-denominator'),
      'X and Y drive each other.',
    )
    .equals('γ (T - S T S)', rewriting('inverse', 'parts'), 'YY⁻¹ = I.')
    .equals('2 (γ^2 R - γ S R γ S)', rewriting('drive', 'flow', 'residuals'), 'T = 2γR.'),
  models: anywhere,
  laws: [closedFormLaw],
  mutants: {
    'plus CRC': 'γ Sdot = 2 (γ^2 R + γ S R γ S)',
    'γ for γ²': 'γ Sdot = 2 (γ R - γ S R γ S)',
    'without CRC': 'γ Sdot = 2 γ^2 R',
    'opposite sign': 'γ Sdot = -2 (γ^2 R - γ S R γ S)',
  },
  breaksWithout: {
    exponential: witness(closedForm, SIZES, STOPPED),
    flow: witness(closedForm, SIZES, { ...START, r: ['0'] }),
    inverse: witness(closedForm, SIZES, { ...START, Yinv: [['1']], Yinvdot: [['0']] }),
  },
});

/** Two samples that stand still, with f_2 = 2 for e_2 = 1. */
const SKEW = {
  γ: '1/2',
  r: ['0', '0'],
  τdot: ['0', '0'],
  e: ['1', '1'],
  edot: ['0', '0'],
  f: ['1', '2'],
  fdot: ['0', '0'],
  C0: [
    ['0', '1/2'],
    ['1/2', '0'],
  ],
  Yinv: [
    ['1/2', '0'],
    ['1/12', '1/3'],
  ],
  Yinvdot: [
    ['0', '0'],
    ['0', '0'],
  ],
};

/** What the closed form gives is Hermitian, as V†MV is. */
export const closedFormHermitian = claim({
  id: 'closed-form-hermitian',
  title: 'S is Hermitian',
  source: 'beyond the paper',
  theory: closedForm,
  statement: 'S† = S',
  given: { ...meaning, inverse: orthonormal.inverse, reciprocal: orthonormal.reciprocal },
  proof: chain('S†')
    .equals('Yinv† X† Y Yinv', rewriting('inverse', 'parts'), 'I = YY⁻¹.')
    .equals(
      'Yinv† Y† X Yinv',
      rewriting('drive', 'reciprocal', 'parts'),
      'X†Y = (I+C0)E²(I+C0) - (I-C0)E⁻²(I-C0) is Hermitian.',
    )
    .equals('S', rewriting('inverse', 'parts'), 'YY⁻¹ = I.'),
  models: anywhere,
  mutants: {
    antihermitian: 'S† = -S',
    'Y too': 'Y† = Y',
    'its own inverse': 'S† S = I_m',
  },
  breaksWithout: {
    reciprocal: witness(closedForm, { m: 2 }, SKEW),
    inverse: witness(closedForm, SIZES, {
      ...START,
      C0: [['1']],
      Yinv: [['i']],
      Yinvdot: [['2']],
    }),
  },
});

/** I - S² = 4 Y⁻†(I - C0²)Y⁻¹: no eigenvalue of S leaves [-1, 1] at any τ, and none but those of C0 there ever reaches ±1. */
export const closedFormContraction = claim({
  id: 'closed-form-contraction',
  title: 'S² = I - 4 Y⁻†(I - C0²)Y⁻¹ <= I at every τ',
  source: 'beyond the paper',
  theory: closedForm,
  statement: 'S S = I_m - 4 Yinv† (I_m - C0 C0) Yinv',
  uses: ['closed-form-hermitian'],
  given: {
    ...meaning,
    inverse: orthonormal.inverse,
    reciprocal: orthonormal.reciprocal,
  },
  proof: chain('S S')
    .equals('S† S', rewriting('closed-form-hermitian'), 'S is Hermitian.')
    .equals('I_m - Yinv† (Y† Y - X† X) Yinv', rewriting('inverse', 'parts'), 'YY⁻¹ = I.')
    .equals('I_m - 4 Yinv† (I_m - C0 C0) Yinv', rewriting('drive', 'reciprocal', 'parts'), 'E and E⁻¹ cancel.'),
  models: anywhere,
  mutants: {
    'factor 2': 'S S = I_m - 2 Yinv† (I_m - C0 C0) Yinv',
    'plus C0²': 'S S = I_m - 4 Yinv† (I_m + C0 C0) Yinv',
    'as at the start': 'S S = C0 C0',
  },
  breaksWithout: {
    reciprocal: witness(closedForm, SIZES, UNRELATED),
    inverse: witness(closedForm, SIZES, { ...START, C0: [['1']], Yinv: [['1']], Yinvdot: [['-2']] }),
  },
});

const spare = (term: (text: string) => Term): Positivity =>
  plus(
    congruence(term('I_m + C0'), fact('bounded/0')),
    congruence(term('I_m - C0'), fact('bounded/1')),
    times(constant(term('2')), fact('bounded/2'), fact('contraction')),
  );
const bounding = ['contraction', 'bounded', 'reciprocal', 'drive', 'parts'];

/** Y has an inverse at every τ: Y†Y is at least 4ε². So S is defined for every τ, though C0 may have the eigenvalues ±1. */
export const closedFormInvertible = claim({
  id: 'closed-form-invertible',
  title: 'Y†Y >= 4 min_j exp(-2|τ_j|): Y is invertible at every τ',
  source: 'beyond the paper',
  theory: closedForm,
  statement: 'Y† Y >= 4 ε^2 I_m',
  given: {
    contraction: orthonormal.contraction,
    bounded: orthonormal.bounded,
    reciprocal: orthonormal.reciprocal,
    ...meaning,
  },
  proof: chain('4 ε^2 I_m').atMost(
    'Y† Y',
    positivity(spare, ...bounding),
    'Y†Y - 4ε² = (I+C0)(E² - ε²)(I+C0) + (I-C0)(E⁻² - ε²)(I-C0) + 2(1 - ε²)(I - C0²).',
  ),
  models: anywhere,
  mutants: {
    'turned round': 'Y† Y <= 4 ε^2 I_m',
    '1% more': 'Y† Y >= 4.04 ε^2 I_m',
    'at least 4': 'Y† Y >= 4 I_m',
  },
  alsoTrue: {
    'left side: the exponent 2 by 3': chain('4 ε^3 I_m').atMost(
      'Y† Y',
      positivity(
        (term) =>
          plus(
            spare(term),
            times(
              constant(term('2')),
              square(term('ε')),
              plus(fact('bounded/2'), square(term('1 - ε'))),
              gramMatrix(term('I_m')),
            ),
          ),
        ...bounding,
      ),
    ),
    'left side: its sign flipped': chain('-4 ε^2 I_m').atMost(
      'Y† Y',
      positivity((term) =>
        plus(gramMatrix(term('Y')), times(constant(term('4')), square(term('ε')), gramMatrix(term('I_m')))),
      ),
    ),
    'left side: the factor 4 times 0.99': chain('99/25 ε^2 I_m').atMost(
      'Y† Y',
      positivity(
        (term) => plus(spare(term), times(constant(term('1/25')), square(term('ε')), gramMatrix(term('I_m')))),
        ...bounding,
      ),
    ),
  },
  breaksWithout: {
    reciprocal: witness(closedForm, SIZES, { ...UNRELATED, e: ['1'], edot: ['1'], ε: '1' }),
    contraction: witness(closedForm, SIZES, {
      ...START,
      e: ['1/2'],
      edot: ['1/2'],
      f: ['2'],
      fdot: ['-2'],
      C0: [['5/3']],
      ε: '1/2',
      Yinv: [['1']],
      Yinvdot: [['0']],
    }),
    bounded: witness(closedForm, SIZES, { ...START, ε: '2' }),
  },
});
