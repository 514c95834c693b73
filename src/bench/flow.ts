import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residuals } from '../dynamics/predictions.js';
import { reducedFlow } from '../dynamics/reduced-flow.js';
import { type ReducedProblem, reducedProblem } from '../dynamics/reduced-problem.js';
import { sampleColumns } from '../dynamics/sample-columns.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { haarState } from '../numeric/haar-unitary.js';
import { type Random, randomFromSeed } from '../numeric/random.js';
import { balancedDataSet, type DataSet } from '../quantum/data-set.js';
import { pauliLike } from '../quantum/measurement.js';
import { pureState } from '../quantum/state.js';
import { agreement, type Benchmark, type Row } from './benchmark.js';
import { millisecondsOf, paired } from './paired.js';
import { Peer, pythonWith } from './peer.js';

interface Case {
  readonly d: number;
  readonly inputs: 'orthonormal' | 'any';
  /** Steps of the dense program that are compared and timed; it costs too much to go on to the end where d is large. */
  readonly checked: number;
  readonly timed: number;
}

const SAMPLES = 4;
const END = 5;
const STEP = 0.005;
const STEPS = END / STEP;
/** The fourth-order steps are off by about 3e-12 at t = 5; ours is off by about a hundredth of its tolerance. */
const TOLERANCE = 1e-10;
const AGREEMENT = 1e-10;
const ROUNDS = 5;

const CASES: readonly Case[] = [
  { d: 64, inputs: 'orthonormal', checked: STEPS, timed: 40 },
  { d: 64, inputs: 'any', checked: STEPS, timed: 40 },
  { d: 256, inputs: 'orthonormal', checked: 20, timed: 4 },
];

/** The asymptotic flow of Eq. (10): ours, in factors by extrapolation, against d x d matrices in NumPy. */
export const flowBenchmark: Benchmark = {
  name: 'flow',
  about: 'the asymptotic flow against NumPy, dense and reduced',
  async run(printer) {
    const python = await pythonWith(['numpy']);
    if (python === null) return printer.line('flow: skipped, no python3 with numpy here');
    printer.line(
      `The asymptotic flow to t = ${END}, m = ${SAMPLES}: NumPy takes ${STEPS} steps of Runge-Kutta, ours a tolerance of ${TOLERANCE}.`,
    );
    const folder = mkdtempSync(join(tmpdir(), 'kasym-bench-'));
    try {
      const rows: Row[] = [];
      for (const each of CASES) rows.push(await compared(each, python, folder));
      printer.table(rows);
    } finally {
      rmSync(folder, { recursive: true });
    }
    printer.line(
      'dense: times of NumPy for a step, times 1000. with start: ours with the reduction of the d x d measurement.',
    );
  },
};

async function compared({ d, inputs, checked, timed }: Case, python: string, folder: string): Promise<Row> {
  const random = randomFromSeed(d);
  const measurement = pauliLike(d, random);
  const data = dataSet(d, inputs, random);
  const file = join(folder, `${d}-${inputs}.bin`);
  writeFileSync(file, problemBytes(measurement, data));
  const peer = Peer.start(python, ['fixtures/peers/asym_numpy.py', file]);
  try {
    const problem = reducedProblem(measurement, data);
    const at = checked * STEP;
    const differences: number[] = [];
    for (const mode of ['dense', 'reduced']) {
      const { residuals: theirs } = await peer.ask(`run ${mode} ${STEP} ${checked}`);
      differences.push(agreement(`flow, d = ${d}, ${mode}`, residualsAt(problem, at), theirs as number[], AGREEMENT));
    }
    const flow = () => millisecondsOf(() => residualsAt(problem, END));
    const whole = async (mode: string, steps: number) =>
      Number((await peer.ask(`time ${mode} ${STEP} ${steps}`)).wall) * STEPS;
    const dense = await paired(ROUNDS, flow, () => whole('dense', timed));
    const reduced = await paired(ROUNDS, flow, () => whole('reduced', STEPS));
    const withStart = millisecondsOf(() => residualsAt(reducedProblem(measurement, data), END));
    return {
      d,
      inputs,
      'agree to': Math.max(...differences),
      'ours (ms)': dense.ours,
      'dense (ms)': dense.theirs,
      'dense/ours': dense.ratio,
      'lowest round': dense.range[0],
      'reduced (ms)': reduced.theirs,
      'reduced/ours': reduced.ratio,
      'with start (ms)': withStart,
      'dense/with start': dense.theirs / withStart,
    };
  } finally {
    await peer.stop();
  }
}

function residualsAt(problem: ReducedProblem, time: number): Float64Array {
  const [, end] = reducedFlow(problem, { every: time, count: 1, tolerance: TOLERANCE });
  return residuals(problem.labels, end.predictions);
}

/** Random states with labels uniform in [-0.9, 0.9]. */
function dataSet(d: number, inputs: Case['inputs'], random: Random): DataSet {
  const states =
    inputs === 'orthonormal'
      ? balancedDataSet(d, SAMPLES, random).states
      : Array.from({ length: SAMPLES }, () => pureState(haarState(d, random)));
  return { states, labels: Float64Array.from(states, () => 1.8 * random.uniform() - 0.9) };
}

/** The file of fixtures/peers/asym_numpy.py, with gamma = 1. */
function problemBytes(measurement: ComplexMatrix, { states, labels }: DataSet): Uint8Array {
  const { columns } = sampleColumns(states);
  const numbers = Float64Array.from([1, ...interleaved(measurement), ...interleaved(columns), ...labels]);
  const sizes = Int32Array.of(measurement.rows, labels.length);
  return Buffer.concat([Buffer.from(sizes.buffer), Buffer.from(numbers.buffer)]);
}

function interleaved({ re, im }: ComplexMatrix): number[] {
  return Array.from(re, (x, k) => [x, im[k]]).flat();
}
