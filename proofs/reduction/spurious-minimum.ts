import { enclosureClaim } from '../../src/index.js';
import { sphere } from './spurious-notation.js';

export const spuriousMinimum = enclosureClaim({
  id: 'spurious-minimum',
  title: 'Inputs that are not orthonormal can trap the asymptotic flow',
  source: 'beyond the paper; Sec. 5',
  theory: sphere,
  certify: {
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
  },
  wrong: {
    'loss >= 8/100': { bounds: [{ of: 'loss', relation: '>=', bound: '8/100' }] },
  },
});
