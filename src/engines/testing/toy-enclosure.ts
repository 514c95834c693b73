/** A circle with the loss x² - xy/2: its stationary points have tan 2φ = -1/2, two minima and two maxima. */
import type { Enclosure } from '../../claim/enclosure.js';
import { type EnclosureSource, enclosureClaim } from '../../claim/enclosure-claim.js';
import { realScalar, theory } from '../../claim/theory.js';

const coordinate = { type: realScalar(), meaning: 'a coordinate' };

export const circle = theory({ name: 'circle', sizes: {}, indices: {}, symbols: { x: coordinate, y: coordinate } });

/** The minimum at about (0.2298, 0.9732), where the loss is (1 - √5/2)/2 = -0.0590 and the curvature √5 = 2.2361. */
export const lowest: Enclosure = {
  loss: 'x^2 - 1/2 x y',
  orbit: 'x^2 + y^2 - 1',
  box: { x: ['1/5', '1/4'], y: ['19/20', '1'] },
  bounds: [
    { of: 'loss', relation: '>=', bound: '-3/50' },
    { of: 'loss', relation: '<=', bound: '-29/500' },
    { of: 'curvature', relation: '>=', bound: '11/5' },
  ],
  elsewhere: { at: { x: '1', y: '0' }, loss: '1' },
};

export const enclosed = (changes: Partial<EnclosureSource> = {}) =>
  enclosureClaim({
    id: 'circle',
    title: 'A minimum on the circle',
    source: 'a test',
    theory: circle,
    certify: lowest,
    wrong: { 'the loss is positive': { bounds: [{ of: 'loss', relation: '>=', bound: '0' }] } },
    ...changes,
  });
