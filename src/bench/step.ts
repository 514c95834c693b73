import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TrainingKernel, trainingKernel, trainingStep } from '../dynamics/training-kernel.js';
import { agreement, type Benchmark, type Printer, type Row } from './benchmark.js';
import { millisecondsOf, paired } from './paired.js';
import { compiled, Peer, pythonWith } from './peer.js';
import { type StepProblem, stepFile, stepProblem } from './step-problem.js';

const SHAPES = [
  [32, 10],
  [32, 80],
  [64, 10],
  [64, 80],
  [256, 80],
] as const;
const SAMPLES = 4;
const RATE = 1e-3;
const ROUNDS = 5;
/** Milliseconds of each side in a round. */
const BUDGET = 150;

interface Program {
  /** As a column of the table. */
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
}

/** Loss and exact gradient of the periodic ansatz, and the update of its parameters: one step of training. */
export const stepBenchmark: Benchmark = {
  name: 'step',
  about: 'a training step against PyTorch, NumPy and C++',
  async run(printer) {
    const folder = mkdtempSync(join(tmpdir(), 'kasym-bench-'));
    try {
      const programs = await available(printer, folder);
      printer.line(
        `A training step, m = ${SAMPLES}, one core, double precision: microseconds of ours, and times of others over ours. ` +
          'fused: ours with fused multiply-add (last bits as the processor has them).',
      );
      const rows: Row[] = [];
      for (const [d, p] of SHAPES) rows.push(await compared(d, p, programs, join(folder, 'problem.bin')));
      printer.table(rows);
    } finally {
      rmSync(folder, { recursive: true });
    }
    scaling(printer);
  },
};

/** The programs that this machine can run; a line for each that it cannot. */
async function available(printer: Printer, folder: string): Promise<Program[]> {
  const programs: Program[] = [];
  const torch = await pythonWith(['torch', 'numpy']);
  const numpy = await pythonWith(['numpy']);
  const binary = await compiled('fixtures/peers/step.cpp', join(folder, 'step'));
  const script = 'fixtures/peers/step_';
  if (torch === null) printer.line('step: PyTorch is skipped, no python3 with torch and numpy here');
  else {
    for (const mode of ['natural', 'lean']) {
      programs.push({ name: `torch ${mode}`, command: torch, arguments: [`${script}torch.py`, mode] });
    }
  }
  if (numpy === null) printer.line('step: NumPy is skipped, no python3 with numpy here');
  else programs.push({ name: 'numpy', command: numpy, arguments: [`${script}numpy.py`] });
  if (binary === null) printer.line('step: C++ is skipped, no g++ here');
  else {
    for (const mode of ['plain', 'gauge']) programs.push({ name: `c++ ${mode}`, command: binary, arguments: [mode] });
  }
  return programs;
}

async function compared(d: number, p: number, programs: readonly Program[], file: string): Promise<Row> {
  const problem = stepProblem(d, p, SAMPLES);
  write(file, stepFile(problem));
  const ours = trainingKernel(problem.gauge);
  const fused = trainingKernel(problem.gauge, { fused: true });
  const differences = [ours, fused, trainingKernel(problem.gauge, { using: 'plain' })].map((kernel) =>
    difference(`step, d = ${d}, p = ${p}, ${kernel.path}`, problem, ours, checked(problem, kernel)),
  );
  const own = stepper(problem, ours);
  const ownFused = stepper(problem, fused);
  const gain = await paired(
    ROUNDS,
    () => timed(ownFused),
    () => timed(own),
  );
  const row: Record<string, string | number> = {
    d,
    p,
    path: ours.path,
    'ours (us)': 1e3 * gain.theirs,
    'fused (us)': 1e3 * gain.ours,
    'agree to': 0,
  };
  for (const { name, command, arguments: arguments_ } of programs) {
    const peer = Peer.start(command, arguments_);
    try {
      await peer.ask(`load ${file}`);
      const theirs = (await peer.ask('check')) as unknown as Checked;
      differences.push(difference(`step, d = ${d}, p = ${p}, ${name}`, problem, ours, theirs));
      const bench = async () => Number((await peer.ask(`bench ${BUDGET / 1e3}`)).wall);
      await bench();
      const plain = await paired(ROUNDS, () => timed(own), bench);
      row[`${name}/ours`] = plain.ratio;
      if (name === 'torch natural') {
        row['lowest round'] = plain.range[0];
        row[`${name}/fused`] = (await paired(ROUNDS, () => timed(ownFused), bench)).ratio;
      }
    } finally {
      await peer.stop();
    }
  }
  return { ...row, 'agree to': Math.max(...differences) };
}

interface Checked {
  readonly loss: number;
  readonly gradient: readonly number[];
  /** The loss ten steps on. */
  readonly later: number;
}

function checked({ theta }: StepProblem, kernel: TrainingKernel): Checked {
  const { loss, gradient } = kernel.lossGradient(theta);
  const moving = theta.slice();
  const scratch = new Float64Array(theta.length);
  for (let step = 0; step < 10; step++) trainingStep(kernel, moving, scratch, RATE);
  return { loss, gradient: [...gradient], later: kernel.lossGradient(moving).loss };
}

/** Rounding of (d + p) sums in the predictions, 2 h times that in the slopes; what ten steps make of it is of that order. */
function difference(what: string, problem: StepProblem, kernel: TrainingKernel, theirs: Checked): number {
  const { loss, gradient, later } = checked(problem, kernel);
  const d = problem.gauge.ansatz.dimension;
  const tolerance = 64 * Math.sqrt(d) * (d + problem.theta.length) * Number.EPSILON;
  return agreement(what, [loss, later, ...gradient], [theirs.loss, theirs.later, ...theirs.gradient], tolerance);
}

function stepper({ theta }: StepProblem, kernel: TrainingKernel): () => void {
  const moving = theta.slice();
  const gradient = new Float64Array(theta.length);
  return () => void trainingStep(kernel, moving, gradient, RATE);
}

function timed(step: () => void): number {
  return millisecondsOf(step, BUDGET);
}

/** What a step costs per multiplication and column, as d, p and m grow: flat is linear in p and m, and quadratic in d. */
function scaling(printer: Printer): void {
  printer.line(
    'What a step of ours costs as d, p and m grow; a flop is one of the 4 d^2 m p multiplications and as many additions.',
  );
  const grids: (readonly [number, number, number])[] = [
    ...[8, 16, 32, 64, 128, 256].map((d) => [d, 10, 4] as const),
    ...[1, 5, 20, 80, 320].map((p) => [32, p, 4] as const),
    ...[1, 4, 8, 16, 32].map((m) => [32, 10, m] as const),
  ];
  printer.table(
    grids.map(([d, p, m]) => {
      const problem = stepProblem(d, p, m);
      const [plain, fused] = [{}, { fused: true }].map((options) =>
        timed(stepper(problem, trainingKernel(problem.gauge, options))),
      );
      return {
        d,
        p,
        m,
        'ours (us)': 1e3 * plain,
        'fused (us)': 1e3 * fused,
        'Gflop/s': (8 * d * d * m * p) / (1e6 * plain),
      };
    }),
  );
}

function write(file: string, parts: readonly Uint8Array[]): void {
  const to = openSync(file, 'w');
  for (const part of parts) writeSync(to, part);
  closeSync(to);
}
