/**
 * From a differential inequality at every state to a bound along the flow: the scalar comparison lemma and the barrier
 * lemma, both elementary and cited by name in the verdict.
 */
import { isConstant, timeDerivative } from './derivative.js';
import { isRealPolynomial, normalForm, sameNormalForm } from './normal-form.js';
import {
  type Hypothesis,
  hypothesisKey,
  issue,
  noteDivisors,
  ProofError,
  recordOf,
  type Statement,
  type Theorem,
} from './proof.js';
import { copied, declared, type Signature, TermError } from './signature.js';
import {
  apply,
  difference,
  freeIndices,
  integer,
  isScalar,
  minus,
  product,
  shapeOf,
  symbol,
  type Term,
} from './term.js';

/**
 * A bound on a moving scalar L (positive in the first two) along the flow, for t >= 0:
 * `inverse-square`: L(t) >= 1 / (1/√L(0) + rate t)²;  `exponential`: L(t) <= L(0) exp(-rate t);
 * `linear`: L(t) >= L(0) - rate t;  `convex`: L(t) - rate t²/2 lies nowhere above its chords.
 */
export interface Decay {
  readonly kind: 'inverse-square' | 'exponential' | 'linear' | 'convex';
  readonly loss: string;
  readonly rate: Term;
}

/**
 * The differential inequality that is equivalent to the bound from every starting point:
 * -dL/dt <= 2 rate L √L, dL/dt <= -rate L, -dL/dt <= rate, or rate <= d²L/dt².
 */
export function pointwise(signature: Signature, decay: Decay): Statement {
  const loss = symbol(decay.loss);
  const { velocity } = declared(signature, decay.loss);
  if (velocity === undefined) throw new TermError(`${decay.loss}: no velocity is declared for it`);
  const slope = symbol(velocity);
  switch (decay.kind) {
    case 'exponential':
      return { left: slope, relation: '<=', right: minus(product(decay.rate, loss)) };
    case 'linear':
      return { left: minus(slope), relation: '<=', right: decay.rate };
    case 'convex':
      return { left: decay.rate, relation: '<=', right: { kind: 'rate', of: slope } };
    case 'inverse-square':
      return { left: minus(slope), relation: '<=', right: product(integer(2), decay.rate, loss, apply('sqrt', loss)) };
  }
}

/** The lemma that takes each from the pointwise theorem to the flow. */
const LEMMAS: Readonly<Record<Decay['kind'], string>> = {
  'inverse-square': 'scalar comparison lemma',
  exponential: 'scalar comparison lemma',
  linear: 'mean value inequality',
  convex: 'second derivative test for convexity',
};

/** A region {quantity <= bound} that the flow does not leave, because quantity falls wherever it is at or above bound. */
export interface Barrier {
  readonly quantity: Term;
  readonly bound: Term;
  /** The name of the hypothesis `bound - quantity >= 0` of the pointwise theorem that the barrier makes good for t > 0. */
  readonly inside: string;
  /** d(quantity)/dt <= 0, proved with a hypothesis `quantity - bound >= 0` under the name `outside`. */
  readonly outside: string;
  readonly falls: Theorem;
}

/**
 * By a lemma on functions of time the pointwise theorem, with a rate that does not move, gives the bound along the flow.
 * With a barrier, the region is assumed at t = 0 only. Throws ProofError where a premise does not match.
 */
export function proveDecay(signature: Signature, given: Decay, shown: Theorem, region: Barrier | null): Theorem {
  const decay = copied(given);
  const barrier = region && { ...copied({ ...region, falls: null }), falls: region.falls };
  const theorem = genuine(signature, shown, 'comparison');
  if (!isConstant(signature, decay.rate)) throw new ProofError('comparison: the rate moves with time', null);
  const wanted = pointwise(signature, decay);
  for (const part of [symbol(decay.loss), decay.rate]) requireReal(signature, part, 'comparison');
  if (!same(signature, theorem.statement, wanted))
    throw new ProofError('comparison: the theorem proves another inequality', null);
  const needs = new Map(theorem.needs);
  const cites = new Set([...theorem.cites, LEMMAS[decay.kind]]);
  const nonzero = new Map(theorem.nonzero);
  noteDivisors(signature, [wanted, barrier?.quantity, barrier?.bound], nonzero);
  if (barrier !== null) {
    const falls = genuine(signature, barrier.falls, 'barrier');
    checkBarrier(signature, theorem, barrier, falls);
    cites.add('barrier lemma');
    for (const [name, hypothesis] of falls.needs)
      if (name !== barrier.outside) need(signature, needs, name, hypothesis);
    for (const lemma of falls.cites) cites.add(lemma);
    for (const [key, divisor] of falls.nonzero) nonzero.set(key, divisor);
  }
  return issue({ statement: wanted, signature, needs, cites, nonzero });
}

/** The kernel's own record of a theorem about these symbols: a rate that is constant elsewhere may move here. */
function genuine(signature: Signature, theorem: Theorem, where: string): Theorem {
  const record = recordOf(theorem);
  if (record === undefined) throw new ProofError(`${where}: expected a theorem of the kernel`, null);
  if (record.signature !== signature) throw new ProofError(`${where}: the theorem is about other symbols`, null);
  return record;
}

function checkBarrier(signature: Signature, theorem: Theorem, barrier: Barrier, falls: Theorem): void {
  const { quantity, bound, inside, outside } = barrier;
  if (!isConstant(signature, bound)) throw new ProofError('barrier: the bound moves with time', null);
  for (const part of [quantity, bound]) requireReal(signature, part, 'barrier');
  const room = difference(bound, quantity);
  if (!states(signature, theorem.needs.get(inside), room))
    throw new ProofError(`barrier: '${inside}' is not the region itself`, null);
  const wanted: Statement = { left: timeDerivative(signature, quantity), relation: '<=', right: integer(0) };
  if (!same(signature, falls.statement, wanted))
    throw new ProofError('barrier: the quantity is not shown to fall', null);
  if (falls.needs.has(outside) && !states(signature, falls.needs.get(outside), minus(room))) {
    throw new ProofError(`barrier: '${outside}' is not the complement of the region`, null);
  }
  if (falls.needs.has(inside)) throw new ProofError('barrier: the fall is shown inside the region only', null);
}

/** Numbers on a line, and one of them: a complex one goes round a bound, a family leaves the region one by one. */
function requireReal(signature: Signature, term: Term, where: string): void {
  const isFamily = freeIndices(term).size > 0;
  if (isFamily || !isScalar(shapeOf(signature, term)) || !isRealPolynomial(signature, normalForm(signature, term)))
    throw new ProofError(`${where}: expected real scalars without indices`, null);
}

/** Adds a hypothesis; two theorems must mean the same by one name. */
function need(signature: Signature, needs: Map<string, Hypothesis>, name: string, content: Hypothesis): void {
  const before = needs.get(name);
  if (before !== undefined && hypothesisKey(signature, before) !== hypothesisKey(signature, content))
    throw new ProofError(`barrier: the two theorems mean different things by '${name}'`, null);
  needs.set(name, content);
}

/** Whether a hypothesis says exactly that the term is nonnegative. */
function states(signature: Signature, hypothesis: Hypothesis | undefined, fact: Term): boolean {
  if (hypothesis === undefined) return false;
  return hypothesisKey(signature, hypothesis) === hypothesisKey(signature, { rules: [], facts: [fact] });
}

function same(signature: Signature, a: Statement, b: Statement): boolean {
  const equal = (x: Term, y: Term): boolean => sameNormalForm(signature, x, y);
  return a.relation === b.relation && equal(a.left, b.left) && equal(a.right, b.right);
}
