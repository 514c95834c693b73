import { type ComplexMatrix, entry } from '../complex-matrix.js';
import { trace } from '../matrix-scalars.js';
import { type Random, randomFromSeed } from '../random.js';

/** Draws of a sampler under test. */
export const SAMPLES = 20_000;

/** Hoeffding: the mean of n independent values in an interval of this width misses its expectation by more with probability 1e-9. */
export const hoeffding = (width: number) => width * Math.sqrt(Math.log(2e9) / (2 * SAMPLES));

const product = (...factors: { re: number; im: number }[]) =>
  factors.reduce((x, y) => ({ re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re }));
const conjugate = ({ re, im }: { re: number; im: number }) => ({ re, im: -im });
const square = ({ re, im }: { re: number; im: number }) => re * re + im * im;

/** Moments of the Haar measure of U(d), d >= 2: value, expectation, width of the range. The last is a Weingarten function. */
const moments: Record<string, (u: ComplexMatrix, d: number) => [number, number, number]> = {
  'Re tr U': (u, d) => [trace(u).re, 0, 2 * d],
  'Im tr U': (u, d) => [trace(u).im, 0, 2 * d],
  '|tr U|^2': (u, d) => [square(trace(u)), 1, d * d],
  '|U_00|^2': (u, d) => [square(entry(u, 0, 0)), 1 / d, 1],
  '|U_10|^2': (u, d) => [square(entry(u, 1, 0)), 1 / d, 1],
  '|U_01|^4': (u, d) => [square(entry(u, 0, 1)) ** 2, 2 / (d * (d + 1)), 1],
  '|U_11|^4': (u, d) => [square(entry(u, 1, 1)) ** 2, 2 / (d * (d + 1)), 1],
  'U_00 U_11 conj(U_01 U_10)': (u, d) => [
    product(entry(u, 0, 0), entry(u, 1, 1), conjugate(entry(u, 0, 1)), conjugate(entry(u, 1, 0))).re,
    -1 / (d * (d * d - 1)),
    2,
  ],
};

/** The moments that a sampler of unitaries gets wrong. */
export function wrongMoments(sample: (random: Random) => ComplexMatrix, seed: number): string[] {
  const random = randomFromSeed(seed);
  const names = Object.keys(moments);
  const deviation = names.map(() => 0);
  const allowed = names.map(() => 0);
  for (let n = 0; n < SAMPLES; n++) {
    const u = sample(random);
    names.forEach((name, k) => {
      const [value, expectation, width] = moments[name](u, u.rows);
      deviation[k] += (value - expectation) / SAMPLES;
      allowed[k] = hoeffding(width);
    });
  }
  return names.filter((_, k) => Math.abs(deviation[k]) > allowed[k]);
}
