/** Work units in a pool of worker threads; the results do not depend on how many there are. */
import { Tinypool } from 'tinypool';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import type { DoneUnit } from './merge.js';
import type { UnitResult, WorkUnit } from './units.js';
import type { PoolTask } from './worker.js';

/** Performs all units, each in the worker that is free next. */
export async function performInPool(
  corpusUrl: string,
  units: readonly WorkUnit[],
  workers: number,
  note: (done: DoneUnit) => void,
): Promise<DoneUnit[]> {
  const pool = new Tinypool({
    filename: compiledModule('./worker.js', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    isolateWorkers: false,
  });
  try {
    return await Promise.all(
      units.map(async (unit) => {
        const task: PoolTask = { corpusUrl, unit };
        const done = { unit, result: (await pool.run(task)) as UnitResult };
        note(done);
        return done;
      }),
    );
  } finally {
    await pool.destroy();
  }
}
