import { BadInput } from '../numeric/bad-input.js';

/** Exit code for input that the caller can mend. */
export const EXIT_BAD_INPUT = 2;

/** Exit code for a defect of ours (EX_SOFTWARE of sysexits.h). */
export const EXIT_DEFECT = 70;

export interface Failure {
  /** For stderr, ending with a newline. */
  readonly text: string;
  readonly exitCode: number;
}

/** The only place that turns an error into words and an exit code: one line, with the stack of a defect or of a corpus that throws if `debug`. */
export function failureOf(error: unknown, debug: boolean): Failure {
  if (error instanceof BadInput) {
    const why = debug && error.cause instanceof Error ? `${error.cause.stack}\n` : '';
    return { text: `kasym: ${oneLine(error.message)}\n${why}`, exitCode: EXIT_BAD_INPUT };
  }
  if (debug && error instanceof Error)
    return { text: `kasym: ${error.stack ?? error.message}\n`, exitCode: EXIT_DEFECT };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const cure = 'this is a defect of kasym; KASYM_DEBUG=1 shows where';
  return { text: `kasym: ${oneLine(message)} (${cure})\n`, exitCode: EXIT_DEFECT };
}

/** Control characters (a file name may hold a newline or an escape sequence) become spaces. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
