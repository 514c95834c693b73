/** How often a true law about random draws may be rejected: decided here for the whole corpus, and nowhere else. */
import type { Claim, Corpus } from '../claim/claim.js';
import { type AnyLaw, isStatistical } from '../claim/law.js';

/** At most one run in a million rejects anything true. */
const ONE_IN = 1_000_000;

/**
 * A true law is rejected with probability at most 1/levelOf(corpus) per test: the budget is split evenly over all tests of
 * the corpus, whichever of its claims are verified, so that a claim is judged alike alone and among all.
 *
 * Exact for frequencies. For trends it is the nominal level of Student's interval. Another seed is another run, with a
 * budget of its own. Wrong variants are judged at the same level: there it bounds how often a true one is called dead.
 */
export function levelOf({ claims }: Pick<Corpus, 'claims'>): number {
  const tests = claims.flatMap(({ laws }: Claim) => laws.map(testsOf)).reduce((total, count) => total + count, 0);
  return ONE_IN * Math.max(1, tests);
}

/** Decisions that could go wrong by chance: settings of a frequency law, intervals of a trend. */
function testsOf(law: AnyLaw): number {
  if (!isStatistical(law)) return 0;
  return law.kind === 'frequency' ? law.settings.length : law.predicted.constant === null ? 1 : 2;
}
