import { orthonormalFlow } from '../dynamics/orthonormal-flow.js';
import { balancedLevels, randomStart } from '../dynamics/random-start.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { type Random, randomFromSeed } from '../numeric/random.js';
import { type Benchmark, Disagreement, type Row } from './benchmark.js';
import { median } from './paired.js';

const SAMPLES = 16;
const GAMMA = 2;
const STARTS = 20;
const END = 8;

/** A random start at d = 2^50 costs what one at d = 64 costs, and ends where the limit of large d says. */
export const anyDimensionBenchmark: Benchmark = {
  name: 'any-dimension',
  about: 'random starts to convergence, from d = 64 to d = 2^50',
  run(printer) {
    printer.line(
      `Random starts of m = ${SAMPLES} orthonormal inputs, gamma = ${GAMMA}, to t = ${END}; ${STARTS} each. d E|C_ij|^2/gamma^2 tends to ` +
        `(1 - 1/gamma^2)^2 = ${(1 - 1 / GAMMA ** 2) ** 2}.`,
    );
    printer.table([2 ** 6, 2 ** 20, 2 ** 50].map(measured));
  },
};

function measured(d: number): Row {
  const random = randomFromSeed(1);
  const runs = Array.from({ length: STARTS }, () => run(d, random));
  const losses = runs.map(({ loss }) => loss);
  if (!(Math.max(...losses) < 1e-20))
    throw new Disagreement(`any-dimension: expected convergence, got losses ${losses}`);
  const squares = runs.flatMap(({ entries }) => besideDiagonal(entries).map((x) => (x * d) / GAMMA ** 2));
  const mean = squares.reduce((sum, x) => sum + x) / squares.length;
  const spread = Math.sqrt(squares.reduce((sum, x) => sum + (x - mean) ** 2, 0)) / squares.length;
  return {
    d: `2^${Math.log2(d)}`,
    'start (ms)': median(runs.map(({ startTime }) => startTime)),
    'flow (ms)': median(runs.map(({ flowTime }) => flowTime)),
    'largest loss': Math.max(...losses),
    'd E|C_ij|^2/gamma^2': mean,
    'standard error': spread,
  };
}

function run(d: number, random: Random) {
  const labels = Float64Array.from({ length: SAMPLES }, (_, j) => (j % 2 === 0 ? 1 : -1));
  const begun = performance.now();
  const { entries } = randomStart(balancedLevels(d, GAMMA), labels, random);
  const drawn = performance.now();
  const [, end] = orthonormalFlow({ entries, gamma: GAMMA, labels }, { every: END, count: 1, tolerance: 1e-12 });
  return { ...end, startTime: drawn - begun, flowTime: performance.now() - drawn };
}

/** |C_ij|² for i < j. */
function besideDiagonal({ rows: m, re, im }: ComplexMatrix): number[] {
  const squares: number[] = [];
  for (let i = 0; i < m; i++) for (let j = i + 1; j < m; j++) squares.push(re[i * m + j] ** 2 + im[i * m + j] ** 2);
  return squares;
}
