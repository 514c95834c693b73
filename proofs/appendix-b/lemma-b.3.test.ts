import { describe, expect, it } from 'vitest';
import { EXACT, evaluateScalar, parseTerm, rational } from '../../src/index.js';
import { slowModels } from '../models/slow-models.js';
import { qnn } from '../notation.js';

const SHAPE = { regime: 'sharp', d: 2, m: 3, p: 2 };
const source = slowModels();
const z = Array.from({ length: source.length(SHAPE) }, (_, k) => rational(k + 1, 3));
const model = source.build(EXACT, SHAPE, z);
const value = (text: string, l = 0) =>
  evaluateScalar(qnn.signature, qnn.definitions, parseTerm(qnn.signature, text), model, { l });

/** Three equal samples (1, 1)/√2 under a multiple of σ_z, two generators along σ_y. */
describe('Lemma B.3 is sharp: its margin is zero on an exact instance', () => {
  it.each([0, 1])('in (84) for parameter %i', (l) => {
    expect(EXACT.sign(value('L'))).toBe(1);
    expect(EXACT.sign(value('2 m^2/(p^2 Z^2) tr(M M) tr(H_l H_l) L - θdot_l^2', l))).toBe(0);
  });

  it('in (85) for a component of 1-norm one', () => {
    expect(EXACT.sign(value('L - λ^2 E^2'))).toBe(0);
    expect(EXACT.sign(value('τdot + √2 m/(p Z) μ κ λ E'))).toBe(0);
  });
});
