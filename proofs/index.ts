/** The claims of the paper, in its order. */
import type { Corpus } from '../src/index.js';
import { deltaAbove, deltaBelow } from './appendix-b/delta-bound.js';
import { layerAbove, layerBelow, layerSquare, layerSquarePrinted, scaleBound } from './appendix-b/lemma-b.2.js';
import {
  concentration,
  concentrationOfQubit,
  hoeffdingLarge,
  hoeffdingPrinted,
  hoeffdingRepaired,
  meanBelowChord,
  statementFromProof,
} from './appendix-b/lemma-b.2-exponents.js';
import { exponentialForm, maximumNorm, twoNorm } from './appendix-b/lemma-b.3.js';
import { sampleBound, sampleBoundPrinted, velocity, velocityPrinted } from './appendix-b/lemma-b.3-derivative.js';
import { speed } from './appendix-b/lemma-b.3-speed.js';
import {
  commutatorNorm,
  factorBelowOne,
  slopeBound,
  slopesPrinted,
  stateBelowOne,
} from './appendix-b/lemma-b.3-states.js';
import { meanRepaired } from './appendix-b/lemma-b.4-mean.js';
import {
  drawnPoint,
  exponentPrinted,
  exponentRepaired,
  horizonPrinted,
  mcDiarmidPrinted,
  mcDiarmidRepaired,
  meanPrinted,
} from './appendix-b/lemma-b.4-tails.js';
import { droppedPrinted, droppedRepaired, resampledPrinted, resampledRepaired } from './appendix-b/resampling.js';
import {
  haarMoment,
  haarSecondMoment,
  identityCoefficient,
  momentSwapTrace,
  momentTrace,
  swapCoefficient,
} from './appendix-b/second-moment.js';
import { derivativePrinted, derivativeRepaired, entrySpeed } from './appendix-b/turn-steps.js';
import {
  bracketAbove,
  bracketBelow,
  centerCommutes,
  pairNorm,
  turnDerivative,
  turnSegment,
} from './appendix-b/y-derivative.js';
import { moveAbove, moveBelow, pairMove, yLipschitz, yLipschitzBelow, yTelescopes } from './appendix-b/y-lipschitz.js';
import {
  antisymmetricDimension,
  yStarAbove,
  yStarAttained,
  yStarAttainedAbove,
  yStarBelow,
  yStarNorm,
  yStarWithinGenerator,
} from './appendix-b/y-star.js';
import { kernelComponents } from './appendix-c/components.js';
import { kernelAtMinima, kernelAtMinimaPrinted, kernelOrthonormal } from './appendix-c/kernel-at-minima.js';
import { hadamardAbove, hadamardBelow } from './appendix-c/lemma-c.1.js';
import { hadamardForm, kernelEntries } from './appendix-c/lemma-c.2.js';
import { boundByBoth, boundByNegative, boundByPositive } from './appendix-c/lemma-c.2-bound.js';
import {
  minimaNorms,
  minimaNormsNegative,
  minimaNormsPrinted,
  minimaVectorPrinted,
} from './appendix-c/minima-norms.js';
import { hadamardSquare, hadamardTrace, rEntries, rSquare, rTrace } from './appendix-c/r-eigenvalues.js';
import { kernelOfDirections, leastEigenvalue, leastEigenvalueSharp } from './appendix-c/theorem-4.4.js';
import { anyDirections, existence } from './appendix-c/theorem-4.4-existence.js';
import {
  directionsExceed,
  directionsNorm,
  eigenvalueAtMinima,
  eigenvalueAtMinimaSharp,
  eigenvalueGrowth,
} from './appendix-c/theorem-4.4-probability.js';
import { gradientFlowStep, modifiedEquation, modifiedLoss } from './descent/modified-equation.js';
import { figure1Flattens, figure1Level, figure1Repaired } from './figures/figure-1.js';
import { figure2Increases, figure2Moves, figure2Reason, figure2Slope } from './figures/figure-2.js';
import { figure3Proportional, figure3Ratio, figure3Repaired, figure3Start } from './figures/figure-3.js';
import { figure4Iterations, figure4Rate } from './figures/figure-4.js';
import { figure5Change, figure5Limit, figure5Repaired } from './figures/figure-5.js';
import { figure6Changes, figure6Falls } from './figures/figure-6.js';
import {
  closedFormContraction,
  closedFormHermitian,
  closedFormInvertible,
  closedFormStart,
  denominator,
  numerator,
  orthonormalClosedForm,
} from './reduction/closed-form.js';
import { convergence } from './reduction/convergence.js';
import { lyapunov, lyapunovFloor, solutionsApproach, speedFalls } from './reduction/descent.js';
import { negativeDeterminant, positiveDeterminant, signedLevels } from './reduction/determinants.js';
import { determinants, overlapsStand, rankStands, riccatiLevels } from './reduction/invariants.js';
import {
  asymptoticKernelPositive,
  convexPotential,
  potentialGradient,
  potentialHessian,
} from './reduction/potential.js';
import { lossFloor, reachableSum, reachableSumBelow } from './reduction/reach.js';
import { riccati, riccatiKernel, riccatiLevel, riccatiLoss } from './reduction/riccati.js';
import { spuriousMinimum } from './reduction/spurious-minimum.js';
import { commutatorBound, commutatorForm } from './section-3/commutator-bounds.js';
import { diagonalBound, diagonalParabola, partsBound } from './section-3/diagonal-bounds.js';
import { discreteSegment } from './section-3/discrete-segment.js';
import { discreteStep, discreteStepPrinted } from './section-3/discrete-step.js';
import { gradientBound } from './section-3/gradient-bound.js';
import {
  kernelRegressionDecay,
  unconstrainedMeasurement,
  unconstrainedSpectrum,
} from './section-3/kernel-regression.js';
import { kernelSupportMisprint, kernelSupportParts, kernelSupportSquare } from './section-3/kernel-support-misprint.js';
import { angleSpeed } from './section-3/loss-angle.js';
import { printedLoss, repairedLoss } from './section-3/printed-loss.js';
import {
  lossDynamics,
  lossFalls,
  lossNonnegative,
  measurementDerivative,
  residualDynamics,
  residualMisprint,
  tangentKernelPositive,
} from './section-3/residual-dynamics.js';
import { powerOfConjugation, powerTracesStand, spectrumInvariance } from './section-3/spectrum-invariance.js';
import { sublinear, sublinearWithSharpConstant } from './section-3/theorem-3.2.js';
import { rootMeanSquareRange, sharpForm } from './section-3/theorem-3.2-sharp.js';
import {
  anySpectrum,
  diagonalBoundAnySpectrum,
  diagonalBoundByVariance,
  kernelSupport,
  kernelSupportStep,
} from './section-3/theorem-3.2-variants.js';
import {
  bhatiaDavis,
  predictionAbove,
  predictionBelow,
  varianceBound,
  varianceNonnegative,
} from './section-3/variance.js';
import { asymptoticResiduals, asymptoticSpectrum, simulatedFlow } from './section-4/asymptotic-flow.js';
import { oneSampleRateComponents } from './section-4/components.js';
import {
  concentrationAtStart,
  hardwareEfficientStands,
  initialBeside,
  initialDiagonal,
  kernelScale,
  operatorScale,
  randomAnglesFall,
} from './section-4/concentration.js';
import { corollaryMoving, corollaryPrinted, corollaryRepaired } from './section-4/corollary-4.3.js';
import { printedRateOnlyWithin, printedRateWithin } from './section-4/corollary-4.3-range.js';
import { initialKernelScale } from './section-4/initial-kernel-scale.js';
import { oneSampleFlow, oneSampleRange, oneSampleRate, oneSampleRatePrinted } from './section-4/one-sample.js';
import { oneSampleEdgeTime, oneSampleTime } from './section-4/one-sample-flow.js';
import { entryAbove, entryBelow, perturbationNorm } from './section-4/perturbation.js';
import {
  decomposedResiduals,
  measurementDecomposition,
  residualDecomposition,
} from './section-4/residual-decomposition.js';
import { printedResidual, repairedResidual } from './section-4/residual-sign.js';
import { anyRate, closes, pathLength, tenthRate, theoremPrinted, theoremRepaired } from './section-4/theorem-4.2.js';

export const corpus: Corpus = {
  name: 'Analyzing Convergence in Quantum Neural Networks: Deviations from Neural Tangent Kernels',
  citation: 'X. You, S. Chakrabarti, B. Chen, X. Wu, ICML 2023',
  claims: [
    kernelRegressionDecay,
    measurementDerivative,
    residualMisprint,
    residualDynamics,
    tangentKernelPositive,
    lossNonnegative,
    lossDynamics,
    lossFalls,
    unconstrainedMeasurement,
    unconstrainedSpectrum,
    powerOfConjugation,
    powerTracesStand,
    spectrumInvariance,
    predictionAbove,
    predictionBelow,
    printedLoss,
    repairedLoss,
    commutatorForm,
    commutatorBound,
    partsBound,
    diagonalParabola,
    diagonalBound,
    sublinearWithSharpConstant,
    sublinear,
    rootMeanSquareRange,
    gradientBound,
    sharpForm,
    angleSpeed,
    discreteSegment,
    discreteStep,
    discreteStepPrinted,
    gradientFlowStep,
    modifiedLoss,
    modifiedEquation,
    kernelSupportMisprint,
    kernelSupportSquare,
    kernelSupportParts,
    kernelSupportStep,
    varianceNonnegative,
    varianceBound,
    diagonalBoundByVariance,
    kernelSupport,
    bhatiaDavis,
    diagonalBoundAnySpectrum,
    anySpectrum,
    momentTrace,
    momentSwapTrace,
    identityCoefficient,
    swapCoefficient,
    haarMoment,
    haarSecondMoment,
    residualDecomposition,
    printedResidual,
    repairedResidual,
    measurementDecomposition,
    decomposedResiduals,
    asymptoticSpectrum,
    asymptoticResiduals,
    simulatedFlow,
    oneSampleRatePrinted,
    entryAbove,
    entryBelow,
    perturbationNorm,
    anyRate,
    tenthRate,
    theoremPrinted,
    pathLength,
    closes,
    theoremRepaired,
    oneSampleRate,
    oneSampleRateComponents,
    oneSampleRange,
    oneSampleFlow,
    oneSampleTime,
    oneSampleEdgeTime,
    corollaryPrinted,
    corollaryMoving,
    corollaryRepaired,
    yStarBelow,
    yStarAbove,
    yStarNorm,
    yStarAttained,
    yStarAttainedAbove,
    antisymmetricDimension,
    yStarWithinGenerator,
    printedRateWithin,
    printedRateOnlyWithin,
    scaleBound,
    layerAbove,
    layerBelow,
    layerSquare,
    layerSquarePrinted,
    meanBelowChord,
    hoeffdingPrinted,
    hoeffdingRepaired,
    hoeffdingLarge,
    statementFromProof,
    concentration,
    concentrationOfQubit,
    velocityPrinted,
    velocity,
    sampleBoundPrinted,
    sampleBound,
    stateBelowOne,
    factorBelowOne,
    commutatorNorm,
    slopeBound,
    slopesPrinted,
    speed,
    maximumNorm,
    twoNorm,
    exponentialForm,
    concentrationAtStart,
    operatorScale,
    kernelScale,
    hardwareEfficientStands,
    randomAnglesFall,
    initialDiagonal,
    initialBeside,
    initialKernelScale,
    mcDiarmidPrinted,
    mcDiarmidRepaired,
    meanPrinted,
    meanRepaired,
    exponentPrinted,
    exponentRepaired,
    droppedPrinted,
    droppedRepaired,
    resampledPrinted,
    resampledRepaired,
    drawnPoint,
    horizonPrinted,
    derivativePrinted,
    derivativeRepaired,
    entrySpeed,
    centerCommutes,
    turnDerivative,
    pairNorm,
    bracketAbove,
    bracketBelow,
    turnSegment,
    pairMove,
    moveAbove,
    moveBelow,
    yTelescopes,
    yLipschitz,
    yLipschitzBelow,
    deltaAbove,
    deltaBelow,
    hadamardAbove,
    hadamardBelow,
    kernelEntries,
    hadamardForm,
    boundByPositive,
    boundByNegative,
    boundByBoth,
    minimaNormsPrinted,
    minimaNorms,
    minimaVectorPrinted,
    minimaNormsNegative,
    kernelOrthonormal,
    kernelAtMinimaPrinted,
    kernelAtMinima,
    rEntries,
    rSquare,
    rTrace,
    hadamardSquare,
    hadamardTrace,
    kernelOfDirections,
    leastEigenvalueSharp,
    leastEigenvalue,
    anyDirections,
    existence,
    directionsExceed,
    directionsNorm,
    eigenvalueAtMinimaSharp,
    eigenvalueAtMinima,
    eigenvalueGrowth,
    kernelComponents,
    riccati,
    riccatiKernel,
    riccatiLevel,
    riccatiLoss,
    riccatiLevels,
    overlapsStand,
    rankStands,
    determinants,
    signedLevels,
    positiveDeterminant,
    negativeDeterminant,
    numerator,
    denominator,
    closedFormStart,
    orthonormalClosedForm,
    closedFormHermitian,
    closedFormContraction,
    closedFormInvertible,
    potentialGradient,
    potentialHessian,
    convexPotential,
    asymptoticKernelPositive,
    speedFalls,
    solutionsApproach,
    lyapunov,
    lyapunovFloor,
    reachableSum,
    reachableSumBelow,
    lossFloor,
    convergence,
    spuriousMinimum,
    figure1Level,
    figure1Repaired,
    figure1Flattens,
    figure2Reason,
    figure2Slope,
    figure2Increases,
    figure2Moves,
    figure3Ratio,
    figure3Proportional,
    figure3Repaired,
    figure3Start,
    figure4Iterations,
    figure4Rate,
    figure5Change,
    figure5Repaired,
    figure5Limit,
    figure6Falls,
    figure6Changes,
  ],
};
