import type { ErrataEntry, ErrataList, StatedClaim } from '../claim/errata-list.js';

export interface ErrataRun {
  readonly seed: number;
  readonly runs: number;
  /** Whether verdicts were taken from the lock file. */
  readonly locked: boolean;
  /** The claims that were verified now. */
  readonly verified: readonly string[];
}

/** What `errata --json` prints. */
export function errataJson({ errata, loose, open, unconfirmed, printed }: ErrataList, run: ErrataRun): string {
  const repaired = errata.filter((entry) => entry.repaired).length;
  const summary = {
    errata: errata.length,
    repaired,
    unrepaired: errata.length - repaired,
    printed,
    loose: loose.map(({ printed: { id, verdict }, sharper }) => ({ id, verdict, sharper: sharper.map(brief) })),
    open: open.map(({ id, verdict }) => ({ id, verdict })),
    unconfirmed: unconfirmed.map(({ id, verdict }) => ({ id, verdict })),
    ...run,
  };
  return [...errata.map(entryJson), { summary }].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function entryJson({ claim, note, counterexample, readings, repairs, repaired, results }: ErrataEntry): unknown {
  const { id, title, source, statement, latex, verdict } = claim;
  const { severity = null, printed = null, change = null } = note ?? {};
  const said = { id, title, source, severity, printed, change, statement, latex, verdict, counterexample };
  const others = readings.map((reading) => ({ ...brief(reading.claim), counterexample: reading.counterexample }));
  return { ...said, readings: others, repaired, repairs: repairs.map(brief), stepOf: results.map(brief) };
}

const brief = ({ id, verdict, cited, source, statement, latex }: StatedClaim): object => ({
  id,
  verdict,
  cited,
  source,
  statement,
  latex,
});
