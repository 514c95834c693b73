/** Builders for positivity certificates, so that a proof reads as what it says. */
import { isZero, type Num } from '../symbolic/kernel/number.js';
import type { Positivity } from '../symbolic/kernel/positivity.js';
import { TermError } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';

type Renaming = Readonly<Record<string, string>>;

/** A nonnegative number, given as a parsed term. */
export const constant = (term: Term): Positivity => ({ kind: 'constant', value: numberIn(term) });

function numberIn(term: Term): Num {
  if (term.kind !== 'number') throw new TermError('constant: expected a number');
  return term.value;
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

/** The entrywise product of two positive semidefinite matrices (Schur's theorem). */
export const schur = (left: Positivity, right: Positivity): Positivity => ({ kind: 'schur', left, right });

/** exp(x) of a real x. */
export const exponential = (of: Term): Positivity => ({ kind: 'exponential', of });

/** A scalar whose atoms lie in intervals: each atom with its ends, and why it is not below the first nor above the second. */
export const inInterval = (
  of: Term,
  ...within: (readonly [atom: Term, low: Term, high: Term, above: Positivity, below: Positivity])[]
): Positivity => ({
  kind: 'interval',
  of,
  within: within.map(([atom, low, high, above, below]) => ({
    atom,
    low: numberIn(low),
    high: numberIn(high),
    above,
    below,
    witnesses: [[], []],
  })),
});

/** What holds both where x >= 0 and where x <= 0, as each part shows; they draw on these as a fact `name`. */
export const cases = (on: Term, name: string, above: Positivity, below: Positivity): Positivity => ({
  kind: 'cases',
  on,
  name,
  above,
  below,
  witness: [],
});

/** 1/x for x >= 0. */
export const reciprocal = (part: Positivity): Positivity => ({ kind: 'reciprocal', part });

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

/** Parts with a factor 0 are left out: they say nothing, and nothing would notice if they were wrong. */
export const plus = (...parts: Positivity[]): Positivity => ({
  kind: 'sum',
  parts: parts.filter((part) => !isNothing(part)),
});

const isNothing = (part: Positivity): boolean =>
  part.kind === 'product' && part.parts.some((factor) => factor.kind === 'constant' && isZero(factor.value));

export const times = (...parts: Positivity[]): Positivity => ({ kind: 'product', parts });

/** The sum over one or more indices, outermost first. */
export const over = (indices: string, part: Positivity): Positivity =>
  [...indices].reduceRight((inner: Positivity, index) => ({ kind: 'over', index, part: inner }), part);
