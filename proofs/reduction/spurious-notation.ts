/** One qubit, three inputs: the direction of the measurement on the sphere. */
import { type ClaimTheory, realScalar, theory } from '../../src/index.js';

const coordinate = (axis: string) => ({ type: realScalar(), meaning: `tr(M ${axis})/(2γ), γ = 17/8` });

export const sphere: ClaimTheory = theory({
  name: 'sphere',
  sizes: {},
  indices: {},
  symbols: {
    x: coordinate('σ_x'),
    y: coordinate('σ_y'),
    z: coordinate('σ_z'),
    L: { type: realScalar(), meaning: 'loss: half the mean square of the residuals' },
  },
});
