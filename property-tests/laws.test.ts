import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Law, lawProperty } from '../src/index.js';
import { asymptoticResidualLaw, scaledAsymptoticControl } from './asymptotic-residual.law.js';
import { gramDefinitionsLaw, trainingDefinitionsLaw } from './denotation.law.js';
import {
  descentRunLaw,
  discreteStepLaw,
  longerPrintedControl,
  longerStepControl,
  printedStepLaw,
  smallerStepConstantControl,
} from './discrete-descent.law.js';
import { hadamardFormLaw, wrongSignControl } from './hadamard-form.law.js';
import { kernelAtMinimaLaw, printedWeightControl } from './kernel-at-minima.law.js';
import { leastEigenvalueControls, printedLaw, sharpLaw } from './least-eigenvalue.law.js';
import { modifiedEquationLaw, oppositeSignControl, plainFlowControl, quarterControl } from './modified-equation.law.js';
import { fasterDecayControl, oneSampleDecayLaw, oneSampleRateLaw, smallerFactorControl } from './one-sample.law.js';
import {
  frozenEdgeControl,
  frozenTimeControl,
  oneSampleEdgeTimeLaw,
  oneSampleTimeLaw,
  wrongLogarithmControl,
  wrongPoleControl,
} from './one-sample-flow.law.js';
import {
  closedFormLaw,
  determinantLaw,
  largerRateControl,
  otherSideControl,
  strongerDriveControl,
  turnedControl,
} from './reduction.law.js';
import { residualDecompositionLaw, scaledPerturbationControl } from './residual-decomposition.law.js';
import { residualDynamicsLaw, scaledKernelControl } from './residual-dynamics.law.js';
import { cliffordLeadingControl, cliffordMomentLaw, haarLeadingControl, haarMomentLaw } from './second-moment.law.js';
import { slowDistanceControl, slowDistanceLaw, slowSpeedControl, slowSpeedLaw } from './slow-parameters.law.js';
import {
  asymptoticSpectrumLaw,
  descentSpectrumLaw,
  rungeKuttaControl,
  unconstrainedControl,
} from './spectrum-invariance.law.js';
import {
  fasterFlowControl,
  landscapeLaw,
  oppositeStartControl,
  orthonormalControl,
  trappedLaw,
} from './spurious-minimum.law.js';
import {
  pointwiseSublinearLaw,
  printedSublinearLaw,
  smallerConstantControl,
  smallerTrajectoryControl,
  sublinearTrajectoryLaw,
} from './theorem-3.2.law.js';
import { shorterTailControl, smallerLipschitzControl, yLipschitzLaw } from './y-lipschitz.law.js';

const SEED = 2023;

/** Each law with the number of runs that it gets here; `kasym verify` runs more. */
const laws: readonly (readonly [Law, number])[] = [
  [oneSampleRateLaw, 200],
  [oneSampleDecayLaw, 30],
  [oneSampleTimeLaw, 30],
  [oneSampleEdgeTimeLaw, 30],
  [hadamardFormLaw, 200],
  [kernelAtMinimaLaw, 200],
  [sharpLaw, 200],
  [printedLaw, 200],
  [gramDefinitionsLaw, 60],
  [trainingDefinitionsLaw, 60],
  [residualDynamicsLaw, 60],
  [descentSpectrumLaw, 60],
  [asymptoticSpectrumLaw, 20],
  [cliffordMomentLaw, 200],
  [haarMomentLaw, 2],
  [residualDecompositionLaw, 60],
  [asymptoticResidualLaw, 100],
  [pointwiseSublinearLaw, 300],
  [printedSublinearLaw, 100],
  [sublinearTrajectoryLaw, 20],
  [discreteStepLaw, 300],
  [printedStepLaw, 300],
  [descentRunLaw, 60],
  [modifiedEquationLaw, 100],
  [slowSpeedLaw, 200],
  [slowDistanceLaw, 20],
  [yLipschitzLaw, 200],
  [closedFormLaw, 30],
  [determinantLaw, 30],
  [landscapeLaw, 200],
  [trappedLaw, 30],
];

/** Each control is a law's own code with one thing changed, and must be broken by a margin, not by an exception. */
const controls: readonly (readonly [Law, number])[] = [
  [smallerFactorControl, 50],
  [fasterDecayControl, 50],
  [wrongLogarithmControl, 50],
  [frozenTimeControl, 50],
  [wrongPoleControl, 50],
  [frozenEdgeControl, 50],
  [wrongSignControl, 50],
  [printedWeightControl, 50],
  [leastEigenvalueControls.sign, 100],
  [leastEigenvalueControls.samples, 200],
  [scaledKernelControl, 50],
  [rungeKuttaControl, 20],
  [unconstrainedControl, 20],
  [cliffordLeadingControl, 50],
  [haarLeadingControl, 1],
  [scaledPerturbationControl, 100],
  [scaledAsymptoticControl, 50],
  [smallerConstantControl, 300],
  [smallerTrajectoryControl, 200],
  [longerStepControl, 300],
  [longerPrintedControl, 300],
  [smallerStepConstantControl, 300],
  [oppositeSignControl, 50],
  [quarterControl, 50],
  [plainFlowControl, 50],
  [slowSpeedControl, 100],
  [slowDistanceControl, 40],
  [smallerLipschitzControl, 100],
  [shorterTailControl, 100],
  [turnedControl, 30],
  [strongerDriveControl, 30],
  [otherSideControl, 30],
  [largerRateControl, 30],
  [fasterFlowControl, 50],
  [orthonormalControl, 10],
  [oppositeStartControl, 10],
];

describe('laws hold', () => {
  test.each(laws.map(([law, numRuns]) => [law.id, law, numRuns] as const))('%s', (_, law, numRuns) => {
    fc.assert(lawProperty(law), { numRuns, seed: SEED });
  });
});

describe('controls break', () => {
  test.each(controls.map(([law, numRuns]) => [law.id, law, numRuns] as const))('%s', (id, law, numRuns) => {
    const details = fc.check(lawProperty(law), { numRuns, seed: SEED, endOnFailure: true });
    expect(details.failed).toBe(true);
    expect(String((details.errorInstance as Error).message)).toContain(`${id}: margin -`);
  });
});
