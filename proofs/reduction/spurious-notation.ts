/** One qubit and three inputs that span no more: the measurement M = γ(xσ_x + yσ_y + zσ_z) is a point of the sphere. */
import { type ClaimTheory, type Enclosure, realScalar, theory } from '../../src/index.js';

const coordinate = (axis: string) => ({ type: realScalar(), meaning: `tr(M ${axis})/(2γ), for γ = 17/8` });

export const sphere: ClaimTheory = theory({
  name: 'sphere',
  sizes: {},
  indices: {},
  symbols: {
    x: coordinate('σ_x'),
    y: coordinate('σ_y'),
    z: coordinate('σ_z'),
    L: { type: realScalar(), meaning: 'loss: half the mean square of the three residuals, for labels 1' },
  },
});

/**
 * A point of the sphere {|n| = 1} with positive loss that the flow does not leave: three inputs with Bloch vectors b_j at
 * the polar cosine 8/17, labels 1, and ŷ_j = γ n·b_j.
 */
export const trap: Enclosure = {
  loss: '1/6 ((1 - 15/8 x - z)^2 + (1 + 75/104 x - 45/26 y - z)^2 + (1 - 9/8 x - 3/2 y - z)^2)',
  orbit: 'x^2 + y^2 + z^2 - 1',
  box: { x: ['1/2', '27/50'], y: ['39/50', '41/50'], z: ['-31/100', '-27/100'] },
  bounds: [
    { of: 'loss', relation: '>=', bound: '7/100' },
    { of: 'loss', relation: '<=', bound: '71/1000' },
    { of: 'curvature', relation: '>=', bound: '149/100' },
    { of: 'curvature throughout the box', relation: '>=', bound: '1/5' },
  ],
  elsewhere: { at: { x: '0', y: '0', z: '1' }, loss: '0' },
};
