/** The public entry: everything a corpus of claims needs. */
export * from './arbitraries/model-instance.js';
export * from './arbitraries/rational-objects.js';
export * as certificate from './claim/certificate.js';
export * from './claim/chain.js';
export * from './claim/claim.js';
export type { Conjecture } from './claim/conjecture.js';
export type { ConstantSource } from './claim/constant.js';
export * from './claim/enclosure.js';
export * from './claim/enclosure-claim.js';
export * from './claim/erratum.js';
export * from './claim/experiment.js';
export * from './claim/experiment-claim.js';
export * from './claim/hypothesis.js';
export * from './claim/law.js';
export * from './claim/measured.js';
export * from './claim/model-source.js';
export * from './claim/plot.js';
export * from './claim/statistical-claim.js';
export * from './claim/statistical-law.js';
export * from './claim/theory.js';
export * from './claim/verdict.js';
export * from './claim/witness.js';
export * from './claim/written-out.js';
export { asymptoticEntries } from './dynamics/asymptotic-entries.js';
export { asymptoticFlow, asymptoticVelocity } from './dynamics/asymptotic-flow.js';
export { asymptoticKernel } from './dynamics/asymptotic-kernel.js';
export { prepareCircuit } from './dynamics/circuit.js';
export { asymptoticFlowUnprotected, unconstrainedFlow } from './dynamics/failing-controls.js';
export { followedDescent } from './dynamics/followed-descent.js';
export { lossGradient, sensitivity } from './dynamics/gradient.js';
export { gradientDescent } from './dynamics/gradient-descent.js';
export { gradientFlow } from './dynamics/gradient-flow.js';
export { haarFourthMoment, haarMixedMoment } from './dynamics/haar-fourth-moment.js';
export { hadamardForm } from './dynamics/hadamard-form.js';
export { loss } from './dynamics/loss.js';
export { correctedVelocity, flowDisplacement } from './dynamics/modified-flow.js';
export { nearestReachable } from './dynamics/nearest-reachable.js';
export {
  convexPotential,
  entriesAt,
  type OrthonormalPoint,
  type OrthonormalProblem,
  orthonormalFlow,
  orthonormalKernel,
} from './dynamics/orthonormal-flow.js';
export { inputSideGenerators, parameterisedMeasurement } from './dynamics/parameterised-measurement.js';
export {
  normalisation,
  perturbationKernel,
  perturbationKernelByOperator,
  perturbationOperator,
} from './dynamics/perturbation-kernel.js';
export { predictions, residuals } from './dynamics/predictions.js';
export { randomProblem } from './dynamics/random-problem.js';
export { balancedLevels, type Level, type RandomStart, randomStart } from './dynamics/random-start.js';
export {
  type ReducedPoint,
  reducedFlow,
  reducedKernel,
  reducedPredictions,
} from './dynamics/reduced-flow.js';
export { liftedMeasurement, type ReducedProblem, reducedProblem } from './dynamics/reduced-problem.js';
export { sampleColumns } from './dynamics/sample-columns.js';
export { jacobianByCommutators, tangentKernel } from './dynamics/tangent-kernel.js';
export type { GaugeProblem } from './dynamics/training-chain.js';
export { type TrainingKernel, type TrainingOptions, trainingKernel, trainingStep } from './dynamics/training-kernel.js';
export { type TrainingProblem, trainingProblem } from './dynamics/training-problem.js';
export { evaluateClaim } from './engines/evaluate-claim.js';
export { lawProperty } from './engines/law-property.js';
export { judgeMutants } from './engines/mutate.js';
export { proofBook } from './engines/proof-book.js';
export {
  type ComplexMatrix,
  column,
  columnsOf,
  entry,
  fromDiagonal,
  fromRows,
  identity,
} from './numeric/complex-matrix.js';
export { haarState, haarUnitary, orthonormalStates } from './numeric/haar-unitary.js';
export { eigenvaluesOf, hermitianEigen, operatorNorm } from './numeric/hermitian-eigen.js';
export { commutator, kronecker, mul, mulAdjoint } from './numeric/matrix-products.js';
export { frobeniusNorm, maxAbs, traceOfProduct } from './numeric/matrix-scalars.js';
export { add, scale, sub, timesI } from './numeric/matrix-sums.js';
export { type Random, randomFromSeed } from './numeric/random.js';
export type { Ansatz } from './quantum/ansatz.js';
export {
  type CosineSineAnsatz,
  cosineSineAnsatz,
  denseAnsatz,
  gaugeMeasurement,
} from './quantum/cosine-sine-ansatz.js';
export { hardwareEfficientAnsatz } from './quantum/hardware-efficient-ansatz.js';
export { createInstance, type Instance } from './quantum/instance.js';
export { pauliLike, withSpectrum } from './quantum/measurement.js';
export { periodicAnsatz } from './quantum/periodic-ansatz.js';
export { mixedState, pureState, type State } from './quantum/state.js';
export { assignments, type Definitions, evaluate, evaluateScalar, type Model } from './symbolic/denotation/evaluate.js';
export { type Bounded, bounded, EXACT, type Field, FLOATING, NoValue } from './symbolic/denotation/field.js';
export * from './symbolic/denotation/matrix.js';
export { type Num, rational } from './symbolic/kernel/number.js';
export type { Positivity } from './symbolic/kernel/positivity.js';
export { number, product, type Term } from './symbolic/kernel/term.js';
export { parseStatement, parseTerm } from './symbolic/notation/parse.js';
