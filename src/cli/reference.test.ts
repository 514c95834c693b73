import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseInstance } from '../quantum/instance-file.js';
import { type KernelReport, kernelReport } from './kernel-report.js';
import { descentTrajectory } from './trajectory.js';

/**
 * The stored outputs of the NumPy reference, an independent program (gradient and K by commutators, K and Kasym through dense density
 * matrices). fixtures/reference/generate.py writes them; for recipes it reads what `kasym expand` printed.
 */
interface Reference {
  readonly instance: string;
  readonly kernel: Required<KernelReport>;
  readonly descent: readonly { readonly iteration: number; readonly loss: number; readonly predictions: number[] }[];
}

const root = new URL('../../', import.meta.url);
const names = readdirSync(new URL('fixtures/reference/', root)).filter((name) => name.endsWith('.json'));

/** Relative to each array's largest entry: both programs lose about 100 eps to rounding, so 1e-10 leaves three digits of room. */
const TOLERANCE = 1e-10;

const flat = (value: unknown): number[] => [value].flat(3) as number[];

const largest = (value: unknown) => Math.max(0, ...flat(value).map(Math.abs));

const difference = (a: unknown, b: unknown) => {
  const other = flat(b);
  expect(flat(a)).toHaveLength(other.length);
  return largest(flat(a).map((x, i) => x - other[i]));
};

test('every instance has its reference', () => {
  const instances = readdirSync(new URL('fixtures/instances/', root)).filter((name) => name.endsWith('.json'));
  expect(names.sort()).toEqual(instances.sort());
  expect(names.length).toBeGreaterThanOrEqual(12);
});

describe.each(names)('%s', (name) => {
  const reference: Reference = JSON.parse(readFileSync(new URL(`fixtures/reference/${name}`, root), 'utf8'));
  const instance = parseInstance(readFileSync(new URL(reference.instance, root), 'utf8'), name);

  test('the kernels agree with the NumPy reference', () => {
    const report = kernelReport(instance, name);
    const { kernel } = reference;
    for (const key of ['predictions', 'residuals', 'loss', 'gradient', 'K', 'Kasym', 'eta'] as const) {
      if (instance.ansatz === null && (key === 'gradient' || key === 'K')) {
        expect(report[key]).toBeUndefined();
        continue;
      }
      expect(report[key] === undefined, key).toBe(kernel[key] === undefined);
      if (report[key] === undefined) continue;
      expect(difference(report[key], kernel[key]), key).toBeLessThanOrEqual(TOLERANCE * largest(kernel[key]));
    }
    expect(report.Kpert === undefined).toBe(kernel.Kpert === undefined);
    if (report.Kpert === undefined) return;
    const scale = (kernel.eta / instance.states.length) * largest(kernel.K) + largest(kernel.Kasym);
    expect(difference(report.Kpert, kernel.Kpert)).toBeLessThanOrEqual(TOLERANCE * scale);
  });

  if (instance.ansatz === null) return;

  test('descent agrees with the NumPy reference, iteration by iteration', () => {
    const points = [...descentTrajectory(instance, name, reference.descent.length, 1)].slice(1);
    expect(points).toHaveLength(reference.descent.length);
    reference.descent.forEach(({ iteration, loss, predictions }, k) => {
      const point = points[k]!;
      expect(point.at).toBe(iteration);
      expect(Math.abs(point.loss - loss)).toBeLessThanOrEqual(TOLERANCE * loss);
      expect(difference([...point.predictions], predictions)).toBeLessThanOrEqual(TOLERANCE * largest(predictions));
    });
  });
});
