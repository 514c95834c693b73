import { expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { orthonormalStates } from '../numeric/haar-unitary.js';
import { randomFromSeed } from '../numeric/random.js';
import { cosineSineAnsatz } from '../quantum/cosine-sine-ansatz.js';
import { type FollowedState, type FollowedStep, followedDescent } from './followed-descent.js';
import { type TrainingKernel, trainingKernel, trainingStep } from './training-kernel.js';

/** The setting of Figure 1 in a smaller size. */
function network(d: number, p: number, seed: number): TrainingKernel {
  const random = randomFromSeed(seed);
  return trainingKernel({
    ansatz: cosineSineAnsatz(d, p, random),
    inputs: orthonormalStates(d, 4, random),
    labels: Float64Array.of(1, -1, 1, -1),
    gamma: 1,
  });
}

const STEPS = 3000;
const EVERY = 250;

function discrete(kernel: TrainingKernel, rate: number): number[] {
  const theta = new Float64Array(kernel.parameterCount);
  const gradient = new Float64Array(kernel.parameterCount);
  const losses: number[] = [];
  for (let k = 0; k <= STEPS; k++) {
    const loss = trainingStep(kernel, theta, gradient, rate);
    if (k % EVERY === 0) losses.push(loss);
  }
  return losses;
}

const pointsOf = (steps: readonly FollowedStep[]) => steps.flatMap(({ point }) => point ?? []);

test.each([
  [8, 6, 1, 1e-3],
  [16, 10, 2, 1e-4],
  [16, 20, 3, 5e-5],
])(
  'd = %i, p = %i: the losses are those of the iterates, and the estimate covers the difference',
  (d, p, seed, rate) => {
    const kernel = network(d, p, seed);
    let gradients = 0;
    const counted: TrainingKernel = {
      ...kernel,
      lossGradientInto: (theta, gradient) => {
        gradients++;
        return kernel.lossGradientInto(theta, gradient);
      },
    };
    const expected = discrete(kernel, rate);
    for (const tolerance of [1e-4, 1e-6, 1e-8]) {
      gradients = 0;
      const options = { every: EVERY, steps: STEPS, tolerance };
      const points = pointsOf([...followedDescent(counted, rate, new Float64Array(p), options)]);
      expect(gradients).toBeLessThan(STEPS / 5);
      expect(points.map(({ iteration }) => iteration)).toEqual(expected.map((_, k) => k * EVERY));
      points.forEach(({ loss, error }, k) => {
        expect(Math.abs(loss - expected[k])).toBeLessThan(tolerance * expected[k]);
        expect(Math.abs(loss - expected[k])).toBeLessThanOrEqual(error);
        expect(error).toBeLessThan(20 * tolerance * loss);
      });
    }
  },
);

test('stopped anywhere and gone on with from JSON, the points have the same bits', () => {
  const kernel = network(8, 6, 1);
  const options = { every: 100, steps: 1000, tolerance: 1e-6 };
  const whole = [...followedDescent(kernel, 1e-3, new Float64Array(6), options)];
  for (let cut = 0; cut < whole.length; cut += 7) {
    const kept = revived(JSON.stringify(whole[cut].state));
    const rest = [...followedDescent(kernel, 1e-3, kept, options)];
    expect([...pointsOf(whole.slice(0, cut + 1)), ...pointsOf(rest)]).toEqual(pointsOf(whole));
  }
});

/** Typed arrays come back from JSON as objects with numbered keys. */
function revived(text: string): FollowedState {
  return JSON.parse(text, (_, value) =>
    value !== null && typeof value === 'object' && '0' in value && !Array.isArray(value)
      ? Float64Array.from(Object.values(value) as number[])
      : value,
  );
}

test('what makes no sense is refused in one line', () => {
  const kernel = network(4, 2, 1);
  const run = (rate: number, options: object) => () => [
    ...followedDescent(kernel, rate, new Float64Array(2), { every: 1, steps: 1, tolerance: 1e-6, ...options }),
  ];
  expect(run(0, {})).toThrow(new BadInput('followedDescent: expected a learning rate > 0, got 0'));
  expect(run(1, { tolerance: 0.1 })).toThrow(
    new BadInput('followedDescent: expected a tolerance in (0, 1e-2], got 0.1'),
  );
  expect(run(1, { every: 0 })).toThrow(new BadInput('followedDescent: expected an integer every >= 1, got 0'));
  expect(run(1, { steps: -1 })).toThrow(new BadInput('followedDescent: expected an integer steps >= 0, got -1'));
});
