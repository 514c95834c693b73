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

/** The square of a real scalar. */
export const square = (of: Term): Positivity => ({ kind: 'square', of });

/** |z|² of a complex scalar. */
export const modulus = (of: Term): Positivity => ({ kind: 'modulus', of });

/** tr(A†A). */
export const gram = (of: Term): Positivity => ({ kind: 'gram', of });

/** |x| - x for a real scalar. */
export const dominates = (of: Term): Positivity => ({ kind: 'dominates', of });

/** What a cited hypothesis or theorem states to be nonnegative; `name/1` is its second inequality. */
export const fact = (name: string, at: Renaming = {}): Positivity => ({ kind: 'fact', name, at });

/** tr(A†SA) for a positive semidefinite S that a cited hypothesis states. */
export const sandwich = (name: string, by: Term, at: Renaming = {}): Positivity => ({ kind: 'sandwich', name, by, at });

/** tr(A†A) tr(B†B) - |tr(A†B)|². */
export const cauchySchwarz = (left: Term, right: Term): Positivity => ({ kind: 'cauchy-schwarz', left, right });

/** large - small, from large >= 0 (`sign`) and large² - small² >= 0 (`gap`). */
export const root = (small: Term, large: Term, sign: Positivity, gap: Positivity): Positivity => ({
  kind: 'root',
  small,
  large,
  sign,
  gap,
});

export const plus = (...parts: Positivity[]): Positivity => ({ kind: 'sum', parts });
export const times = (...parts: Positivity[]): Positivity => ({ kind: 'product', parts });

/** The sum over one or more indices, outermost first. */
export const over = (indices: string, part: Positivity): Positivity =>
  [...indices].reduceRight((inner: Positivity, index) => ({ kind: 'over', index, part: inner }), part);
