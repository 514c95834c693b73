/** The law of C(0) drawn in m x m against that of dense Haar-random measurements. */
import { compiled, kolmogorov } from 'cephes';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, fromDiagonal, fromRows } from '../numeric/complex-matrix.js';
import { orthonormalStates } from '../numeric/haar-unitary.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { mul } from '../numeric/matrix-products.js';
import { frobeniusNorm, maxAbs } from '../numeric/matrix-scalars.js';
import { adjoint, sub } from '../numeric/matrix-sums.js';
import { type Random, randomFromSeed } from '../numeric/random.js';
import { balancedLevels, type Level, randomStart } from './random-start.js';

await compiled;

const random = randomFromSeed(50);
const entriesOf = ({ levels, factors }: { levels: Float64Array; factors: ComplexMatrix }) =>
  mul(mul(adjoint(factors), fromDiagonal(levels)), factors);

/** U^dagger D U between m basis vectors: m columns of the Haar unitary, in all d dimensions. */
function denseEntries(levels: readonly Level[], m: number, stream: Random): ComplexMatrix {
  const values = levels.flatMap(({ value, multiplicity }) => new Array<number>(multiplicity).fill(value));
  return entriesOf({ levels: Float64Array.from(values), factors: orthonormalStates(values.length, m, stream) });
}

/** Numbers that tell laws of a Hermitian matrix apart; the angle sees phases that are not uniform. */
const STATISTICS: Readonly<Record<string, (c: ComplexMatrix) => number>> = {
  C_11: ({ re }) => re[0],
  'Re C_12': ({ re }) => re[1],
  '|C_12|²': ({ re, im }) => re[1] ** 2 + im[1] ** 2,
  'angle of C_12': ({ re, im }) => Math.atan2(im[1], re[1]),
  'angle of the last two': ({ re, im, rows: m }) => Math.atan2(im[m * m - m - 1], re[m * m - m - 1]),
  'last entry': ({ re }) => re.at(-1)!,
  'smallest eigenvalue': (c) => eigenvaluesOf(c).reduce((a, b) => Math.min(a, b)),
  'Frobenius norm': frobeniusNorm,
};
const DRAWS = 1500;
const draws = (draw: () => ComplexMatrix) => Array.from({ length: DRAWS }, draw);
/** To nine digits: for m > d/2 an eigenvalue is -1 in every draw, and rounding has no law. */
const valuesOf = (drawn: readonly ComplexMatrix[], statistic: (c: ComplexMatrix) => number) =>
  drawn.map((c) => Math.round(statistic(c) * 1e9) / 1e9);

/** The probability of samples at least this far apart (Kolmogorov, Smirnov) if their laws agree. */
function twoSample(x: readonly number[], y: readonly number[]): number {
  const all = [...x.map((v) => [v, 1 / x.length]), ...y.map((v) => [v, -1 / y.length])].sort(([a], [b]) => a - b);
  let [sum, largest] = [0, 0];
  for (const [k, [value, step]] of all.entries()) {
    sum += step;
    if (k + 1 === all.length || all[k + 1][0] !== value) largest = Math.max(largest, Math.abs(sum));
  }
  const scaled = largest * Math.sqrt((x.length * y.length) / (x.length + y.length));
  // Below 0.2 it is 1 to all digits, and the series of the library does not end at 0.
  return scaled < 0.2 ? 1 : kolmogorov(scaled);
}

describe.each<[string, readonly Level[], number]>([
  ['m < d/2', balancedLevels(8, 1.5), 3],
  ['m > d/2, where P has zero and unit eigenvalues', balancedLevels(6), 5],
  [
    'three levels, one of them once',
    [
      { value: 2, multiplicity: 3 },
      { value: 0.5, multiplicity: 2 },
      { value: -1, multiplicity: 1 },
    ],
    3,
  ],
])('the law of C(0), %s', (_, levels, m) => {
  const labels = new Float64Array(m);
  const reduced = draws(() => randomStart(levels, labels, random).entries);
  const dense = draws(() => denseEntries(levels, m, random));

  test.each(Object.entries(STATISTICS))('%s is distributed as in the dense measurement', (_name, statistic) => {
    expect(twoSample(valuesOf(reduced, statistic), valuesOf(dense, statistic))).toBeGreaterThan(1e-5);
  });
});

test('control: another dimension, and phases that are not uniform, are told apart', () => {
  const labels = new Float64Array(3);
  const here = draws(() => randomStart(balancedLevels(8), labels, random).entries);
  const there = draws(() => randomStart(balancedLevels(12), labels, random).entries);
  const turned = here.map((c) => ({ ...c, re: c.re.map((x, k) => Math.hypot(x, c.im[k])) }));
  for (const name of ['|C_12|²', 'smallest eigenvalue', 'Frobenius norm']) {
    const statistic = STATISTICS[name];
    expect(twoSample(valuesOf(here, statistic), valuesOf(there, statistic))).toBeLessThan(1e-5);
  }
  const angle = STATISTICS['angle of C_12'];
  expect(twoSample(valuesOf(here, angle), valuesOf(turned, angle))).toBeLessThan(1e-5);
});

test.each([8, 2 ** 10, 2 ** 50, 2 ** 200])('the moments at d = %i: E C_ii² = 1/(d+1), E|C_ij|² = d/(d²-1)', (d) => {
  const m = 4;
  const starts = draws(() => randomStart(balancedLevels(d), new Float64Array(m), random).entries);
  const scaled = (i: number, j: number) => starts.map(({ re, im }) => d * (re[i * m + j] ** 2 + im[i * m + j] ** 2));
  for (const [i, j, expected] of [
    [0, 0, d / (d + 1)],
    [3, 3, d / (d + 1)],
    [0, 1, 1 / (1 - 1 / d ** 2)],
    [2, 3, 1 / (1 - 1 / d ** 2)],
  ]) {
    const values = scaled(i, j);
    const mean = values.reduce((a, b) => a + b) / DRAWS;
    const spread = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / DRAWS / DRAWS);
    expect(Math.abs(mean - expected)).toBeLessThan(5 * spread);
  }
});

test.each([6, 2 ** 16, 2 ** 30, 2 ** 50])('the entries are those of the factors, to rounding, at d = %i', (d) => {
  const start = randomStart(balancedLevels(d, 2), new Float64Array(6), random);
  expect(maxAbs(sub(start.entries, entriesOf(start)))).toBeLessThan(2e-14);
  const gram = mul(adjoint(start.factors), start.factors);
  expect(maxAbs(sub(gram, fromDiagonal(new Float64Array(6).fill(1))))).toBeLessThan(1e-14);
});

test('inputs that are not orthonormal, and more than their span', () => {
  const coordinates = fromRows([
    [1, 0.6, 0.8],
    [0, 0.8, 0.6],
  ]);
  const start = randomStart(balancedLevels(2 ** 40), new Float64Array(3), random, coordinates);
  const overlaps = mul(adjoint(start.factors), start.factors);
  expect(maxAbs(sub(overlaps, mul(adjoint(coordinates), coordinates)))).toBeLessThan(1e-14);
  expect(maxAbs(sub(start.entries, entriesOf(start)))).toBeLessThan(1e-14);
});

test('what cannot be a measurement is refused', () => {
  const labels = new Float64Array(2);
  expect(() => balancedLevels(5)).toThrow(BadInput);
  for (const levels of [
    [{ value: Number.NaN, multiplicity: 4 }],
    [{ value: 1, multiplicity: 1.5 }],
    [{ value: 1, multiplicity: 0 }],
    [{ value: 1, multiplicity: 1 }],
  ]) {
    expect(() => randomStart(levels, labels, random)).toThrow(BadInput);
  }
});
