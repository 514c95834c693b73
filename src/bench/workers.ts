import { availableParallelism, loadavg } from 'node:os';
import { Tinypool } from 'tinypool';
import { agreement, type Benchmark, type Row } from './benchmark.js';
import { paired } from './paired.js';
import type { TrainingTask } from './training-worker.js';

const ROUNDS = 5;
/** Runs of one round: as many for every number of workers. */
const RUNS = 8;

const TASKS: readonly TrainingTask[] = [
  { d: 32, p: 80, m: 4, steps: 600 },
  { d: 64, p: 80, m: 4, steps: 150 },
];

/** One run of training per worker, as `kasym figure` does it: one worker against as many as there are cores, up to 4. */
export const workersBenchmark: Benchmark = {
  name: 'workers',
  about: 'training runs in two and more workers against one',
  async run(printer) {
    const most = Math.min(4, availableParallelism());
    if (most < 2) return printer.line('workers: skipped, one core here');
    const load = loadavg()[0].toFixed(1);
    printer.line(
      `${RUNS} training runs in a pool of workers, ms, and the time of one worker over it; load of the machine before: ${load}.`,
    );
    const rows: Row[] = [];
    for (const task of TASKS) {
      for (let workers = 2; workers <= most; workers++) rows.push(await compared(task, workers));
    }
    printer.table(rows);
  },
};

async function compared(task: TrainingTask, workers: number): Promise<Row> {
  const [one, many] = [poolOf(1), poolOf(workers)];
  try {
    // Every worker has compiled its module, and all end with the same bits.
    const [alone, together] = [await finished(one, task), await finished(many, task)];
    const agreed = agreement(`workers, d = ${task.d}`, together, alone, 0);
    const timed = (pool: Tinypool) => async () => {
      const begun = performance.now();
      await finished(pool, task);
      return performance.now() - begun;
    };
    const { ours, theirs, ratio, range } = await paired(ROUNDS, timed(many), timed(one));
    const { d, p, m, steps } = task;
    return {
      ...{ d, p, m, steps, workers, 'one (ms)': theirs, 'many (ms)': ours, 'one/many': ratio },
      ...{ 'lowest round': range[0], 'highest round': range[1], 'agree to': agreed },
    };
  } finally {
    await Promise.all([one.destroy(), many.destroy()]);
  }
}

const finished = (pool: Tinypool, task: TrainingTask): Promise<number[]> =>
  Promise.all(Array.from({ length: RUNS }, () => pool.run(task) as Promise<number>));

const poolOf = (workers: number): Tinypool =>
  new Tinypool({
    filename: new URL('./training-worker.js', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    isolateWorkers: false,
  });
