/** How far the proved step bounds are from the longest steps that work, found by search. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomFromSeed } from '../src/index.js';
import { descentMargin, discreteStepLaw, oneQubit } from './discrete-descent.law.js';
import { SHARP, type Training } from './theorem-3.2.law.js';

/** Angles from 0.02, where rounding still leaves the second order in ψ visible, up to π/2. */
const ANGLES = Array.from({ length: 800 }, (_, k) => 0.02 + (k * (Math.PI / 2 - 0.02)) / 800);
const family = ANGLES.map(oneQubit);

/** The longest η Σ‖H‖² with which one step keeps the bound at every angle of the one-qubit family, by bisection. */
function longestStep(constant: number, problems: readonly Training[] = family): number {
  const breaks = (size: number): boolean =>
    problems.some((start) => {
      const { margin, error } = descentMargin(start, size, constant, 1);
      return margin < -error;
    });
  let [low, high] = [0.01, 1];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (breaks(middle)) high = middle;
    else low = middle;
  }
  return high;
}

describe('the longest step of the one-qubit family', () => {
  test('with the constant of the flow it is 1/12, which is what is proved', () => {
    expect(longestStep(SHARP)).toBeGreaterThan(1 / 12);
    expect(longestStep(SHARP)).toBeLessThan(1.005 / 12);
  });

  test('with the printed constant it is 0.12172, of which 1/10 is proved', () => {
    expect(longestStep(12)).toBeCloseTo(0.12172, 4);
  });

  test.each([
    [0.01, 0.0985],
    [0.2, 0.1535],
    [1, 0.2245],
  ])('with the constant of the flow times 1 + %d it is %d', (excess, longest) => {
    expect(longestStep(SHARP * (1 + excess))).toBeCloseTo(longest, 4);
  });

  test('with a smaller constant than the flow’s there is none', () => {
    expect(longestStep(11.2)).toBeLessThan(0.0101);
  });
});

test('no random problem breaks the printed constant before the one-qubit family does', () => {
  const random = randomFromSeed(4);
  const starts = fc.sample(discreteStepLaw.shapes, { seed: 3, numRuns: 300 }).map((shape) => {
    const numbers = Array.from({ length: discreteStepLaw.length(shape) }, () => random.normal());
    return (discreteStepLaw.decode(shape, numbers) as { start: Training }).start;
  });
  expect(longestStep(12, starts)).toBeGreaterThan(0.1217);
});
