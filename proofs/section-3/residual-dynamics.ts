import { trainingDefinitionsLaw } from '../../property-tests/denotation.law.js';
import { residualDynamicsLaw } from '../../property-tests/residual-dynamics.law.js';
import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { FAST_TURN, trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';

const { constant, fact, over, size, square, times } = certificate;
const anyMeasurement = qnnModels({ pure: false, measurement: 'general', labels: 'real', root: false });

/** The parameterised measurement moves by commutators with the generators seen from the input side. */
export const measurementDerivative = claim({
  id: 'measurement-derivative',
  title: 'The measurement moves by commutators with the generators',
  source: 'App. A.1, (13)-(16)',
  theory: qnn,
  statement: 'dM_l = i [H_l, M]',
  given: { ansatz: given.ansatz },
  proof: chain('dM_l')
    .equals('dU_l† M0 U + U† M0 dU_l', rewriting('ansatz'), 'Differentiate M = U†M0U by the product rule.')
    .equals(
      'i H_l U† M0 U - i U† M0 U H_l',
      rewriting('ansatz'),
      'Each layer contributes -iH, seen from the input side.',
    )
    .equals('i [H_l, M]', rewriting('ansatz'), 'Read U†M0U as M.'),
  models: anyMeasurement,
  mutants: {
    'opposite sign': 'dM_l = -i [H_l, M]',
    'without the factor i': 'dM_l = [H_l, M]',
    'factor 2': 'dM_l = 2 i [H_l, M]',
    'one side only': 'dM_l = i H_l M',
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN] }),
  },
});

/** (23) and (24) as printed: without the sum over the parameters, for each of them alone. */
export const residualMisprint = claim({
  id: 'lemma-3.1-eq-24',
  title: 'dr_i/dt without the sum over the parameters',
  source: 'App. A.1, (23)(24)',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: 'dr_i/dt = -(η/m) Σ_j r_j (tr(i[M(θ(t)), ρ_i]H_l) tr(i[M(θ(t)), ρ_j]H_l))',
    change: 'sum over the parameters l in (23), in (24) and in K_ij below them, as (4) does',
    stepOf: ['residual-dynamics'],
  },
  theory: qnn,
  statement: 'rdot_i = -η/m sum_j(r_j a_il a_jl)',
  given: { ansatz: given.ansatz, flow: given.flow },
  models: anyMeasurement,
  mutants: {
    'opposite sign': 'rdot_i = η/m sum_j(r_j a_il a_jl)',
    'without 1/m': 'rdot_i = -η sum_j(r_j a_il a_jl)',
    'factor 2': 'rdot_i = -2 η/m sum_j(r_j a_il a_jl)',
  },
});

/**
 * Lemma 3.1: under gradient flow the residuals obey dr/dt = -(η/m) K r with the tangent kernel K of Eq. (4).
 *
 * It looks like kernel regression, but K depends on M(θ), which moves. Mixed inputs and generators with a trace are
 * covered: neither is used.
 */
export const residualDynamics = claim({
  id: 'residual-dynamics',
  repairs: 'lemma-3.1-eq-24',
  title: 'Residuals obey dr/dt = -(η/m) K r',
  source: 'Lemma 3.1, (3)(4), (17)-(25)',
  theory: qnn,
  statement: 'rdot_i = -η/m sum_j(K_ij r_j)',
  uses: ['measurement-derivative'],
  given: { ansatz: given.ansatz, flow: given.flow, kernel: defining('K', 'a'), gradient: defining('g') },
  proof: chain('rdot_i')
    .equals('-tr(ρ_i sum_l(θdot_l dM_l))', rewriting('flow'), 'The labels and inputs do not move; M moves with θ.')
    .equals(
      '-η/m sum_l(tr(ρ_i dM_l) sum_j(r_j tr(ρ_j dM_l)))',
      rewriting('flow', 'gradient'),
      'Gradient flow: dθ_l/dt = -η ∂L/∂θ_l, with ∂L/∂θ_l = -(1/m) Σ_j r_j tr(ρ_j ∂M/∂θ_l).',
    )
    .equals(
      '-η/m sum_l(tr(i[M, ρ_i] H_l) sum_j(r_j tr(i[M, ρ_j] H_l)))',
      rewriting('measurement-derivative'),
      'Cyclicity of the trace: tr(ρ i[H, M]) = tr(i[M, ρ] H).',
    )
    .equals(
      '-η/m sum_j(K_ij r_j)',
      rewriting('kernel'),
      'The sum over l is K_ij; (23) and (24) print it without that sum.',
    ),
  models: anyMeasurement,
  laws: [residualDynamicsLaw, trainingDefinitionsLaw],
  mutants: {
    'opposite sign': 'rdot_i = η/m sum_j(K_ij r_j)',
    'without 1/m': 'rdot_i = -η sum_j(K_ij r_j)',
    'diagonal kernel only': 'rdot_i = -η/m K_ii r_i',
    'factor 2': 'rdot_i = -2 η/m sum_j(K_ij r_j)',
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN] }),
    flow: trainingWitness({ θdot: ['-100'] }),
  },
});

/** The tangent kernel is positive semidefinite: xᵀKx is a sum of squares over the parameters. */
export const tangentKernelPositive = claim({
  id: 'tangent-kernel-positive',
  title: 'The tangent kernel is positive semidefinite',
  source: 'Lemma 3.1',
  theory: qnn,
  statement: 'sum_i(sum_j(x_i K_ij x_j)) >= 0',
  given: { kernel: defining('K') },
  proof: chain('0').atMost(
    'sum_i(sum_j(x_i K_ij x_j))',
    positivity((term) => over('l', square(term('sum_j(x_j a_jl)'))), 'kernel'),
    'K = Σ_l a_l a_lᵀ is a Gram matrix: xᵀKx = Σ_l (Σ_j x_j a_jl)².',
  ),
  models: anyMeasurement,
  mutants: {
    'turned round': 'sum_i(sum_j(x_i K_ij x_j)) <= 0',
    'strictly above the square of x': 'sum_i(sum_j(x_i K_ij x_j)) >= 1/100 sum_j(x_j^2)',
    'off-diagonal part alone': 'sum_i(sum_j(x_i K_ij x_j)) - sum_j(x_j K_jj x_j) >= 0',
  },
});

/** The loss is a mean of squares. */
export const lossNonnegative = claim({
  id: 'loss-nonnegative',
  title: 'The loss is not negative',
  source: 'Sec. 2',
  theory: qnn,
  statement: 'L >= 0',
  given: { loss: defining('L') },
  proof: chain('0').atMost(
    'L',
    positivity((term) => times(constant(term('1/2')), size('m', -1), over('j', square(term('r_j')))), 'loss'),
    'L = (1/2m) Σ r².',
  ),
  models: anyMeasurement,
  mutants: {
    'turned round': 'L <= 0',
    'at least one': 'L >= 1',
    'at least the mean residual': 'L >= 1/m sum_j(|r_j|)',
  },
});

/** The loss falls at the rate dL/dt = -(η/m²) Σ_l (Σ_j r_j a_jl)². */
export const lossDynamics = claim({
  id: 'loss-dynamics',
  title: 'The loss falls by a sum of squares over the parameters',
  source: 'App. A.2, (26)-(28)',
  theory: qnn,
  statement: 'Ldot = -η/m^2 sum_l(sum_j(r_j a_jl)^2)',
  uses: ['residual-dynamics'],
  given: {
    ansatz: given.ansatz,
    flow: given.flow,
    kernel: defining('K', 'a'),
    gradient: defining('g'),
    jacobian: defining('K'),
  },
  proof: chain('Ldot')
    .equals('1/m sum_i(r_i rdot_i)', rewriting('flow'), 'L = (1/2m) Σ r².')
    .equals('-η/m^2 sum_i(sum_j(r_i K_ij r_j))', rewriting('residual-dynamics'), 'Lemma 3.1.')
    .equals('-η/m^2 sum_l(sum_j(r_j a_jl)^2)', rewriting('jacobian'), 'K = Σ_l a_l a_lᵀ.'),
  models: anyMeasurement,
  mutants: {
    'opposite sign': 'Ldot = η/m^2 sum_l(sum_j(r_j a_jl)^2)',
    'one m too few': 'Ldot = -η/m sum_l(sum_j(r_j a_jl)^2)',
    'sum of squares': 'Ldot = -η/m^2 sum_l(sum_j((r_j a_jl)^2))',
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN] }),
    flow: trainingWitness({ θdot: ['-100'] }),
  },
});

/** Gradient flow never raises the loss, however M depends on θ. */
export const lossFalls = claim({
  id: 'loss-falls',
  title: 'The loss never rises',
  source: 'Sec. 2',
  theory: qnn,
  statement: '-Ldot >= 0',
  given: { flow: given.flow, rate: given.rate, gradient: defining('g') },
  proof: chain('0').atMost(
    '-Ldot',
    positivity((term) => times(fact('rate'), over('l', square(term('g_l')))), 'rate', 'flow', 'gradient'),
    'dL/dt = -η Σ_l (∂L/∂θ_l)².',
  ),
  models: anyMeasurement,
  mutants: {
    'turned round': '-Ldot <= 0',
    'faster than the loss': '-Ldot >= 1/100 L',
    'at a fixed pace': '-Ldot >= 1/1000 η',
  },
  breaksWithout: {
    flow: trainingWitness({ θdot: ['100'] }),
    rate: trainingWitness({ η: '-1' }),
  },
});
