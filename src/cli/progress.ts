import type { FigureProgress } from '../run/figure.js';
import type { WorkUnit } from '../run/units.js';

export function progressLine(): {
  readonly show: (done: number, total: number, unit: WorkUnit) => void;
  readonly clear: () => void;
} {
  const { say, clear } = statusLine();
  return { show: (done, total, { claimId, part }) => say(`${done}/${total}  ${claimId}: ${part}`), clear };
}

/** Runs done, how fast they come, and the time left by the weights of those that are left. */
export function figureProgressLine(id: string): {
  readonly show: (progress: FigureProgress) => void;
  readonly clear: () => void;
} {
  const { say, clear } = statusLine();
  const start = performance.now();
  let fresh = 0;
  return {
    show({ done, total, share }) {
      const seconds = (performance.now() - start) / 1000;
      const left = Math.ceil((seconds * (1 - share)) / share);
      say(`${id}: ${done}/${total} runs, ${(++fresh / seconds).toPrecision(2)}/s, about ${durationText(left)} left`);
    },
    clear,
  };
}

const durationText = (seconds: number): string =>
  seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;

/** One line on stderr that is overwritten while the work goes on; silent where stderr is no terminal. */
function statusLine(): { readonly say: (text: string) => void; readonly clear: () => void } {
  if (!process.stderr.isTTY) return { say: () => {}, clear: () => {} };
  const wipe = (): void => void process.stderr.write('\r\u001b[2K');
  process.once('exit', wipe); // Ctrl-C leaves no half line behind
  return {
    say: (text) => {
      const line = text.slice(0, (process.stderr.columns || 80) - 1);
      process.stderr.write(`\r\u001b[2K${line}`);
    },
    clear: () => {
      process.off('exit', wipe);
      wipe();
    },
  };
}
