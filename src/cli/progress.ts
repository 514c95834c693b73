import type { WorkUnit } from '../run/units.js';

/** One line on stderr that is overwritten while the work goes on; silent where stderr is no terminal. */
export function progressLine(): {
  readonly show: (done: number, total: number, unit: WorkUnit) => void;
  readonly clear: () => void;
} {
  if (!process.stderr.isTTY) return { show: () => {}, clear: () => {} };
  const wipe = (): void => void process.stderr.write('\r\u001b[2K');
  process.once('exit', wipe); // Ctrl-C leaves no half line behind
  return {
    show: (done, total, { claimId, part }) => {
      const line = `${done}/${total}  ${claimId}: ${part}`.slice(0, (process.stderr.columns || 80) - 1);
      process.stderr.write(`\r\u001b[2K${line}`);
    },
    clear: () => {
      process.off('exit', wipe);
      wipe();
    },
  };
}
