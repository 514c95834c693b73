/**
 * Orthonormal inputs and eigenvalues ±γ: the predictions are the gradient of a convex function of τ, Φ = γ ln |det Y|.
 *
 * With `convex-potential` the flow dτ/dt = 2γ(y - ∇Φ(τ)) is the gradient flow of the convex function 2γ(Φ - y·τ), though the
 * loss itself is not convex in τ. Derivatives are taken along any curve τ(t): its velocity τ' may be any vector, so that a
 * linear form in τ' that holds for all of them is an equation for each partial derivative.
 */
import { certificate, chain, claim, positivity, rewriting, witness } from '../../src/index.js';
import { closedFormModels } from '../models/closed-form-models.js';
import { qnnModels } from '../models/qnn-models.js';
import { defining, qnn } from '../notation.js';
import { SIZES, START, STOPPED, solution, UNRELATED } from './closed-form.js';
import { closedForm, definingClosed, orthonormal } from './closed-form-notation.js';

const { congruence, constant, fact, gram, plus, times, traced } = certificate;
const curve = closedFormModels('curve');
const line = closedFormModels('line');

/** ∂Φ/∂τ_j = ŷ_j. That d ln |det Y|/dt = Re tr(Y⁻¹ dY/dt) is Jacobi's formula, which is not in the kernel, and needs that Yinv is Y⁻¹. */
export const potentialGradient = claim({
  id: 'potential-gradient',
  title: 'ŷ = ∇Φ with Φ = γ ln |det Y|: γ Re tr(Y⁻¹ dY/dt) = Σ_j τ_j′ ŷ_j',
  source: 'beyond the paper',
  theory: closedForm,
  statement: 'γ Re(tr(Yinv Ydot)) = sum_j(τdot_j ŷ_j)',
  uses: ['closed-form-denominator'],
  given: { ...solution, output: definingClosed('ŷ') },
  proof: chain('γ Re(tr(Yinv Ydot))')
    .equals('γ Re(tr(T X Yinv))', rewriting('closed-form-denominator'), 'dY/dt = T X; the trace is cyclic.')
    .equals('γ sum_j(τdot_j Re(unit_j† S unit_j))', rewriting('drive', 'parts'), 'T is diagonal, and S = X Y⁻¹.')
    .equals('sum_j(τdot_j ŷ_j)', rewriting('output')),
  models: curve,
  mutants: {
    'without γ': 'Re(tr(Yinv Ydot)) = sum_j(τdot_j ŷ_j)',
    'γ² for γ': 'γ^2 Re(tr(Yinv Ydot)) = sum_j(τdot_j ŷ_j)',
    'opposite sign': 'γ Re(tr(Yinv Ydot)) = -sum_j(τdot_j ŷ_j)',
    'ln det X': 'γ Re(tr(Yinv Xdot)) = sum_j(τdot_j ŷ_j)',
  },
  breaksWithout: {
    exponential: witness(closedForm, SIZES, { ...STOPPED, C0: [['1']] }),
  },
});

/** ∂ŷ_j/∂τ_k = Kasym_jk/(2γ), the second derivatives of Φ. */
export const potentialHessian = claim({
  id: 'potential-hessian',
  title: 'Kasym = 2γ ∇²Φ: dŷ_j/dt = Σ_k Kasym_jk τ_k′/(2γ)',
  source: 'beyond the paper',
  theory: closedForm,
  statement: 'ŷdot_j = 1/2/γ sum_k(Kasym_jk τdot_k)',
  uses: ['closed-form-numerator', 'closed-form-denominator'],
  given: {
    ...solution,
    inverse: orthonormal.inverse,
    output: definingClosed('ŷdot'),
    kernel: definingClosed('Kasym'),
  },
  proof: chain('ŷdot_j')
    .equals(
      'γ Re(unit_j† (Xdot Yinv - X Yinv Ydot Yinv) unit_j)',
      rewriting('output', 'parts', 'inverse'),
      'The quotient rule.',
    )
    .equals(
      'γ Re(unit_j† (T - S T S) unit_j)',
      rewriting('closed-form-numerator', 'closed-form-denominator', 'inverse', 'parts'),
      'X and Y drive each other.',
    )
    .equals('γ sum_k((delta_jk - Re(unit_j† S unit_k unit_k† S unit_j)) τdot_k)', rewriting('drive'), 'T is diagonal.')
    .equals('1/2/γ sum_k(Kasym_jk τdot_k)', rewriting('kernel'), 'riccati-kernel with G = I.'),
  models: curve,
  mutants: {
    'plus |C|²': 'ŷdot_j = γ sum_k((delta_jk + Re(unit_j† S unit_k unit_k† S unit_j)) τdot_k)',
    'γ for γ²': 'ŷdot_j = 1/2 sum_k(Kasym_jk τdot_k)',
    'diagonal kernel only': 'ŷdot_j = 1/2/γ Kasym_jj τdot_j',
    'factor 2': 'ŷdot_j = 1/γ sum_k(Kasym_jk τdot_k)',
  },
  breaksWithout: {
    exponential: witness(closedForm, SIZES, STOPPED),
    inverse: witness(closedForm, SIZES, { ...START, Yinv: [['1']], Yinvdot: [['0']] }),
  },
});

/**
 * Φ is convex: along every straight line τ(t) its second derivative γ tr(T² - TSTS) is not negative. With `potential-hessian`
 * this is xᵀ Kasym x >= 0, which here does not need the measurement behind C0, only that C0² <= I.
 */
export const convexPotential = claim({
  id: 'convex-potential',
  title: 'Φ is convex in τ',
  source: 'beyond the paper',
  theory: closedForm,
  statement: { kind: 'convex', loss: 'Φ', rate: '0' },
  uses: ['closed-form-hermitian', 'closed-form-contraction', 'potential-hessian'],
  given: {
    ...solution,
    inverse: orthonormal.inverse,
    reciprocal: orthonormal.reciprocal,
    contraction: orthonormal.contraction,
    straight: orthonormal.straight,
    range: orthonormal.range,
    output: definingClosed('ŷdot'),
    kernel: definingClosed('Kasym'),
    gradient: definingClosed('Φdot', 'Φddot'),
  },
  proof: chain('0')
    .atMost(
      '1/2 γ tr((T S - S T)† (T S - S T)) + γ tr(T (I_m - S S) T)',
      positivity(
        (term) =>
          times(
            fact('range'),
            plus(
              times(constant(term('1/2')), gram(term('T S - S T'))),
              times(constant(term('4')), traced(congruence(term('Yinv T'), fact('contraction')))),
            ),
          ),
        'range',
        'contraction',
        'closed-form-contraction',
      ),
      'I - S² = 4Y⁻†(I - C0²)Y⁻¹.',
    )
    .equals('γ tr(T T - T S T S)', rewriting('closed-form-hermitian'), 'S is Hermitian.')
    .equals(
      '1/2/γ sum_j(sum_k(τdot_j Kasym_jk τdot_k))',
      rewriting('kernel', 'drive', 'closed-form-hermitian'),
      'The trace, entry by entry.',
    )
    .equals('sum_j(τdot_j ŷdot_j)', rewriting('potential-hessian'), 'Kasym = 2γ ∇²Φ.')
    .equals('d/dt(Φdot)', rewriting('gradient', 'straight'), 'Φ′ = Σ τ_j′ ŷ_j, and τ′ stands.'),
  models: line,
  mutants: {
    concave: { kind: 'convex', loss: 'Φ', rate: '1' },
    'as curved as for C0 = 0': { kind: 'convex', loss: 'Φ', rate: 'γ' },
  },
  breaksWithout: {
    reciprocal: witness(closedForm, SIZES, UNRELATED),
    exponential: witness(closedForm, SIZES, { ...START, edot: ['-1'], fdot: ['1'] }),
    inverse: witness(closedForm, SIZES, { ...START, C0: [['1/2']], Yinvdot: [['-10']] }),
    contraction: witness(closedForm, SIZES, { ...START, C0: [['2']], Yinvdot: [['-1']] }),
    straight: witness(closedForm, SIZES, { ...START, C0: [['1']], Yinvdot: [['-1/2']], τddot: ['-1'] }),
    range: witness(closedForm, SIZES, { ...START, γ: '-1/2' }),
  },
});

/** The asymptotic kernel is positive semidefinite, for any M and any inputs: a Gram matrix of commutators. */
export const asymptoticKernelPositive = claim({
  id: 'asymptotic-kernel-positive',
  title: 'Kasym is positive semidefinite',
  source: 'Sec. 4, (7)',
  theory: qnn,
  statement: 'sum_i(sum_j(x_i Kasym_ij x_j)) >= 0',
  given: { kernel: defining('Kasym') },
  proof: chain('0').atMost(
    'sum_i(sum_j(x_i Kasym_ij x_j))',
    positivity((term) => gram(term('sum_j(x_j i [M, ρ_j])')), 'kernel'),
    'The i[M, ρ_j] are Hermitian, and Kasym_ij is the trace of the product of two of them.',
  ),
  models: qnnModels({ pure: false, measurement: 'general', labels: 'real', root: false }),
  mutants: {
    'turned round': 'sum_i(sum_j(x_i Kasym_ij x_j)) <= 0',
    'without the factors i': 'sum_i(sum_j(x_i tr([M, ρ_i] [M, ρ_j]) x_j)) >= 0',
    'off-diagonal part alone': 'sum_i(sum_j(x_i Kasym_ij x_j)) - sum_j(x_j^2 Kasym_jj) >= 0',
  },
});
