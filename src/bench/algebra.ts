import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { identity } from '../numeric/complex-matrix.js';
import { haarUnitary } from '../numeric/haar-unitary.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { mul } from '../numeric/matrix-products.js';
import { maxAbs, trace } from '../numeric/matrix-scalars.js';
import { adjoint, hermitianPart, sub } from '../numeric/matrix-sums.js';
import { type Random, randomFromSeed } from '../numeric/random.js';
import { agreement, type Benchmark, Disagreement, type Row } from './benchmark.js';
import { millisecondsOf, paired } from './paired.js';
import { Peer, pythonWith } from './peer.js';

const ROUNDS = 5;
/** Milliseconds of each side in a round. */
const BUDGET = 100;

const EIGEN_SIZES = [8, 16, 32, 64];
const HAAR_SIZES = [16, 32, 64, 256];
const DRAWS = 400;

/** Haar unitaries and Hermitian eigenvalues, plain TypeScript against LAPACK. */
export const algebraBenchmark: Benchmark = {
  name: 'algebra',
  about: 'Haar unitaries and Hermitian eigenvalues against NumPy',
  async run(printer) {
    const python = await pythonWith(['numpy']);
    if (python === null) return printer.line('algebra: skipped, no python3 with numpy here');
    printer.line('Linear algebra, one core: microseconds, and times of NumPy (LAPACK) over ours.');
    const folder = mkdtempSync(join(tmpdir(), 'kasym-bench-'));
    const peer = Peer.start(python, ['fixtures/peers/algebra_numpy.py']);
    const random = randomFromSeed(1);
    try {
      const rows: Row[] = [];
      for (const n of EIGEN_SIZES) rows.push(await eigenvalues(n, peer, join(folder, 'matrix.bin'), random));
      for (const d of HAAR_SIZES) rows.push(await haar(d, peer, random));
      printer.table(rows);
    } finally {
      await peer.stop();
      rmSync(folder, { recursive: true });
    }
  },
};

async function eigenvalues(n: number, peer: Peer, file: string, random: Random): Promise<Row> {
  const matrix = hermitianPart(gaussian(n, random));
  writeFileSync(file, matrixBytes(matrix));
  await peer.ask(`load ${file}`);
  const { values } = await peer.ask('eigenvalues');
  const agreed = agreement(
    `algebra, eigenvalues, n = ${n}`,
    eigenvaluesOf(matrix),
    values as number[],
    8 * n * Number.EPSILON * Math.sqrt(n),
  );
  return timed('eigenvalues', n, agreed, () => eigenvaluesOf(matrix), peer, `bench eigenvalues ${BUDGET / 1e3}`);
}

/** Draws cannot be compared one by one: both must be unitary, and |tr U|² has mean 1 and variance 1. */
async function haar(d: number, peer: Peer, random: Random): Promise<Row> {
  const what = `algebra, Haar unitary, d = ${d}`;
  const draws = d > 64 ? 1 : DRAWS;
  const theirs = await peer.ask(`haar ${d} ${draws}`);
  const ours = Array.from({ length: draws }, () => haarUnitary(d, random));
  const off = Math.max(...ours.map((u) => maxAbs(sub(mul(adjoint(u), u), identity(d)))));
  const agreed = agreement(what, [off, Number(theirs.unitary)], [0, 0], 8 * d * Number.EPSILON);
  const traces = ours.reduce((sum, u) => sum + absSquare(trace(u)), 0) / draws;
  for (const mean of [traces, Number(theirs.traces)]) {
    if (draws > 1 && !(Math.abs(mean - 1) < 6 / Math.sqrt(draws)))
      throw new Disagreement(`${what}: expected E|tr U|^2 = 1, got ${mean} over ${draws} draws`);
  }
  return timed('Haar unitary', d, agreed, () => haarUnitary(d, random), peer, `bench haar ${d} ${BUDGET / 1e3}`);
}

async function timed(what: string, size: number, agreed: number, work: () => unknown, peer: Peer, line: string) {
  const bench = async () => Number((await peer.ask(line)).wall);
  millisecondsOf(work, BUDGET);
  const { ours, theirs, ratio, range } = await paired(ROUNDS, () => millisecondsOf(work, BUDGET), bench);
  return {
    ...{ what, size, 'ours (us)': 1e3 * ours, 'numpy (us)': 1e3 * theirs, 'numpy/ours': ratio },
    ...{ 'lowest round': range[0], 'agree to': agreed },
  };
}

function gaussian(n: number, random: Random): ComplexMatrix {
  const draw = () => Float64Array.from({ length: n * n }, () => random.normal());
  return { rows: n, cols: n, re: draw(), im: draw() };
}

function matrixBytes({ rows, re, im }: ComplexMatrix): Uint8Array {
  const numbers = Float64Array.from(Array.from(re, (x, k) => [x, im[k]]).flat());
  return Buffer.concat([Buffer.from(Int32Array.of(rows, rows).buffer), Buffer.from(numbers.buffer)]);
}

const absSquare = ({ re, im }: { readonly re: number; readonly im: number }): number => re * re + im * im;
