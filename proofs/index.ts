/** The claims of the paper, in its order. */
import type { Corpus } from '../src/index.js';
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
  bracketAbove,
  bracketBelow,
  centerCommutes,
  pairNorm,
  turnDerivative,
  turnSegment,
} from './appendix-b/y-derivative.js';
import { moveAbove, moveBelow, pairMove, yLipschitz, yLipschitzBelow, yTelescopes } from './appendix-b/y-lipschitz.js';
import { kernelComponents } from './appendix-c/components.js';
import { hadamardForm, kernelEntries } from './appendix-c/lemma-c.2.js';
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
import { oneSampleRateComponents } from './section-4/components.js';
import {
  corollaryPrinted,
  corollaryRepaired,
  oneSampleFlow,
  oneSampleRange,
  oneSampleRate,
} from './section-4/one-sample.js';
import { entryAbove, entryBelow, perturbationNorm } from './section-4/perturbation.js';

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
    kernelSupportStep,
    varianceNonnegative,
    varianceBound,
    diagonalBoundByVariance,
    kernelSupport,
    bhatiaDavis,
    diagonalBoundAnySpectrum,
    anySpectrum,
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
    corollaryPrinted,
    corollaryRepaired,
    mcDiarmidPrinted,
    mcDiarmidRepaired,
    meanPrinted,
    exponentPrinted,
    exponentRepaired,
    droppedPrinted,
    droppedRepaired,
    resampledPrinted,
    resampledRepaired,
    drawnPoint,
    horizonPrinted,
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
    kernelEntries,
    hadamardForm,
    kernelComponents,
  ],
};
