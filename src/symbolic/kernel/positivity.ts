/**
 * Certificates that a real scalar is nonnegative: trees of squares, Gram traces, cited facts and named lemmas.
 *
 * The kernel computes from a certificate the term that it proves nonnegative; a link a <= b then only has to show that
 * b - a has the same normal form. Finding certificates is somebody else's business.
 */

import { isRealPolynomial, normalForm } from './normal-form.js';
import { isReal, type Num, sign } from './number.js';
import { isZeroPolynomial } from './polynomial.js';
import { type Rule, rewrite } from './rewrite.js';
import { type Signature, TermError } from './signature.js';
import {
  adjoint,
  apply,
  difference,
  isScalar,
  number,
  over,
  power,
  product,
  renameIndices,
  shapeOf,
  sum,
  symbol,
  type Term,
  trace,
} from './term.js';

export type Positivity =
  | { readonly kind: 'constant'; readonly value: Num }
  /** A positive integer power, or its reciprocal, of a size such as m. */
  | { readonly kind: 'size'; readonly name: string; readonly power: number }
  | { readonly kind: 'square'; readonly of: Term }
  /** z z̄ of a complex scalar. */
  | { readonly kind: 'modulus'; readonly of: Term }
  /** tr(A†A). */
  | { readonly kind: 'gram'; readonly of: Term }
  | { readonly kind: 'abs'; readonly of: Term }
  /** |x| - x. */
  | { readonly kind: 'dominates'; readonly of: Term }
  /** An inequality that a cited hypothesis states, or a cited theorem proves: its larger side minus its smaller. */
  | { readonly kind: 'fact'; readonly name: string; readonly at: Readonly<Record<string, string>> }
  /** tr(A†SA) for a matrix S that a cited hypothesis states to be positive semidefinite. */
  | Readonly<{ kind: 'sandwich'; name: string; at: Readonly<Record<string, string>>; by: Term }>
  /** tr(A†A) tr(B†B) - |tr(A†B)|². */
  | { readonly kind: 'cauchy-schwarz'; readonly left: Term; readonly right: Term }
  /** large - small, from large >= 0 and large² - small² >= 0. */
  | Readonly<{ kind: 'root'; small: Term; large: Term; sign: Positivity; gap: Positivity }>
  | { readonly kind: 'sum'; readonly parts: readonly Positivity[] }
  | { readonly kind: 'product'; readonly parts: readonly Positivity[] }
  | { readonly kind: 'over'; readonly index: string; readonly part: Positivity };

/** What a certificate may draw on: facts by name, equations for the comparisons inside `root`, a place to note lemmas. */
export interface PositivityContext {
  readonly signature: Signature;
  readonly rules: readonly Rule[];
  readonly fact: (name: string) => Term;
  readonly cite: (lemma: string) => void;
}

/** The term that the certificate proves to be nonnegative. Throws TermError where the certificate is not one. */
export function conclusionOf(context: PositivityContext, certificate: Positivity): Term {
  const go = (part: Positivity): Term => conclusionOf(context, part);
  const { signature } = context;
  switch (certificate.kind) {
    case 'constant':
      if (!isReal(certificate.value) || sign(certificate.value) < 0)
        throw new TermError('positivity: a negative constant');
      return number(certificate.value);
    case 'size':
      if (!signature.sizes.includes(certificate.name))
        throw new TermError(`positivity: ${certificate.name} is not a size`);
      return power(symbol(certificate.name), certificate.power);
    case 'square':
      requireReal(context, certificate.of, 'square');
      return power(certificate.of, 2);
    case 'modulus':
      requireScalar(context, certificate.of, 'modulus');
      return product(certificate.of, adjoint(certificate.of));
    case 'gram':
      return trace(product(adjoint(certificate.of), certificate.of));
    case 'abs':
      requireReal(context, certificate.of, 'abs');
      return apply('abs', certificate.of);
    case 'dominates':
      requireReal(context, certificate.of, 'abs');
      return difference(apply('abs', certificate.of), certificate.of);
    case 'fact': {
      const fact = renameIndices(context.fact(certificate.name), certificate.at);
      requireScalar(context, fact, certificate.name);
      return fact;
    }
    case 'sandwich': {
      const matrix = renameIndices(context.fact(certificate.name), certificate.at);
      return trace(product(adjoint(certificate.by), matrix, certificate.by));
    }
    case 'cauchy-schwarz':
      return cauchySchwarz(context, certificate.left, certificate.right);
    case 'root': {
      requireReal(context, certificate.small, 'root');
      requireSame(context, certificate.large, go(certificate.sign), 'root: the sign certificate proves something else');
      const gap = difference(power(certificate.large, 2), power(certificate.small, 2));
      requireSame(context, gap, go(certificate.gap), 'root: the gap certificate proves something else');
      return difference(certificate.large, certificate.small);
    }
    case 'sum':
      return sum(...certificate.parts.map(go));
    case 'product':
      return product(...certificate.parts.map(go));
    case 'over':
      return over(certificate.index, go(certificate.part));
  }
}

function cauchySchwarz(context: PositivityContext, left: Term, right: Term): Term {
  const [a, b] = [shapeOf(context.signature, left), shapeOf(context.signature, right)];
  if (a.rows !== b.rows || a.cols !== b.cols) throw new TermError('Cauchy–Schwarz: expected two matrices of one shape');
  context.cite('Cauchy–Schwarz inequality');
  const inner = (x: Term, y: Term): Term => trace(product(adjoint(x), y));
  return difference(
    product(inner(left, left), inner(right, right)),
    product(inner(left, right), adjoint(inner(left, right))),
  );
}

function requireScalar(context: PositivityContext, term: Term, where: string): void {
  if (!isScalar(shapeOf(context.signature, term))) throw new TermError(`${where}: expected a scalar`);
}

function requireReal(context: PositivityContext, term: Term, where: string): void {
  requireScalar(context, term, where);
  if (!isRealPolynomial(context.signature, normalForm(context.signature, term)))
    throw new TermError(`${where}: expected a real term; its normal form differs from that of its conjugate`);
}

function requireSame(context: PositivityContext, left: Term, right: Term, message: string): void {
  const gap = normalForm(context.signature, difference(left, right));
  if (!isZeroPolynomial(rewrite(context.signature, gap, context.rules))) throw new TermError(message);
}
