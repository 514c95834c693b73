/** Builders for positivity certificates, so that a proof reads as what it says. */
import type { Positivity } from '../symbolic/kernel/positivity.js';
import { TermError } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';

type Renaming = Readonly<Record<string, string>>;

/** A nonnegative number, given as a parsed term. */
export function constant(term: Term): Positivity {
  if (term.kind !== 'number') throw new TermError('constant: expected a number');
  return { kind: 'constant', value: term.value };
}

/** name^power for a size such as m, which is a positive integer. */
export const size = (name: string, power = 1): Positivity => ({ kind: 'size', name, power });

/** The square of a real scalar, or |z|² of a complex one. */
export const square = (of: Term): Positivity => ({ kind: 'gram', of });

/** A†A, a positive semidefinite matrix. */
export const gramMatrix = (of: Term): Positivity => ({ kind: 'gram', of });

/** tr(A†A). */
export const gram = (of: Term): Positivity => traced(gramMatrix(of));

/** The trace of a positive semidefinite matrix. */
export const traced = (part: Positivity): Positivity => ({ kind: 'trace', part });

/** A†SA for a positive semidefinite S. */
export const congruence = (by: Term, part: Positivity): Positivity => ({ kind: 'congruence', by, part });

/** |x| - x for a real scalar. */
export const dominates = (of: Term): Positivity => ({ kind: 'dominates', of });

/** What a cited hypothesis or theorem states to be nonnegative; `name/1` is its second inequality. */
export const fact = (name: string, at: Renaming = {}): Positivity => ({ kind: 'fact', name, at });

/** tr(A†SA) for a positive semidefinite S that a cited hypothesis states. */
export const sandwich = (name: string, by: Term, at: Renaming = {}): Positivity =>
  traced(congruence(by, fact(name, at)));

/** tr(A†A) tr(B†B) - |tr(A†B)|². */
export const cauchySchwarz = (left: Term, right: Term): Positivity => ({ kind: 'cauchy-schwarz', left, right });

/** large - small, from large >= 0 (`sign`) and large² - small² >= 0 (`gap`); the witnesses are found later. */
export const root = (small: Term, large: Term, sign: Positivity, gap: Positivity): Positivity => ({
  kind: 'root',
  small,
  large,
  sign,
  gap,
  signWitness: [],
  gapWitness: [],
});

export const plus = (...parts: Positivity[]): Positivity => ({ kind: 'sum', parts });
export const times = (...parts: Positivity[]): Positivity => ({ kind: 'product', parts });

/** The sum over one or more indices, outermost first. */
export const over = (indices: string, part: Positivity): Positivity =>
  [...indices].reduceRight((inner: Positivity, index) => ({ kind: 'over', index, part: inner }), part);
