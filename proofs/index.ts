/** The claims of the paper, in its order. */
import type { Corpus } from '../src/index.js';
import { kernelComponents } from './appendix-c/components.js';
import { hadamardForm, kernelEntries } from './appendix-c/lemma-c.2.js';
import {
  lossDynamics,
  lossNonnegative,
  measurementDerivative,
  residualDynamics,
  tangentKernelPositive,
} from './section-3/residual-dynamics.js';
import { powerOfConjugation, powerTracesStand, spectrumInvariance } from './section-3/spectrum-invariance.js';
import {
  commutatorBound,
  commutatorForm,
  diagonalBound,
  sublinear,
  sublinearWithSharpConstant,
} from './section-3/theorem-3.2.js';
import { oneSampleRateComponents } from './section-4/components.js';
import {
  corollaryPrinted,
  corollaryRepaired,
  oneSampleFlow,
  oneSampleRange,
  oneSampleRate,
} from './section-4/one-sample.js';

export const corpus: Corpus = {
  name: 'Analyzing Convergence in Quantum Neural Networks: Deviations from Neural Tangent Kernels',
  citation: 'X. You, S. Chakrabarti, B. Chen, X. Wu, ICML 2023',
  claims: [
    measurementDerivative,
    residualDynamics,
    tangentKernelPositive,
    lossNonnegative,
    lossDynamics,
    powerOfConjugation,
    powerTracesStand,
    spectrumInvariance,
    commutatorForm,
    commutatorBound,
    diagonalBound,
    sublinearWithSharpConstant,
    sublinear,
    oneSampleRate,
    oneSampleRateComponents,
    oneSampleRange,
    oneSampleFlow,
    corollaryPrinted,
    corollaryRepaired,
    kernelEntries,
    hadamardForm,
    kernelComponents,
  ],
};
