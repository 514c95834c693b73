/**
 * Certificates that a real scalar is nonnegative, or a square matrix positive semidefinite: trees of squares A†A, cited
 * facts and named lemmas.
 *
 * The kernel computes from a certificate the term that it proves; a link a <= b then only has to show that b - a is that
 * term. Finding certificates is somebody else's business.
 */
import { isRealPolynomial, normalForm } from './normal-form.js';
import { isReal, type Num, sign } from './number.js';
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
import type { Witness } from './witness.js';

export type Positivity =
  | { readonly kind: 'constant'; readonly value: Num }
  /** A positive integer power, or its reciprocal, of a size such as m. */
  | { readonly kind: 'size'; readonly name: string; readonly power: number }
  /** A†A: a positive semidefinite matrix; x² or |z|² for a scalar. */
  | { readonly kind: 'gram'; readonly of: Term }
  | { readonly kind: 'abs'; readonly of: Term }
  /** |x| - x. */
  | { readonly kind: 'dominates'; readonly of: Term }
  /** An inequality that a cited hypothesis states, or a cited theorem proves: its larger side minus its smaller. */
  | { readonly kind: 'fact'; readonly name: string; readonly at: Readonly<Record<string, string>> }
  /** A†SA for a positive semidefinite S. */
  | { readonly kind: 'congruence'; readonly by: Term; readonly part: Positivity }
  /** tr(S) for a positive semidefinite S. */
  | { readonly kind: 'trace'; readonly part: Positivity }
  /** tr(A†A) tr(B†B) - |tr(A†B)|². */
  | { readonly kind: 'cauchy-schwarz'; readonly left: Term; readonly right: Term }
  /** large - small, from large >= 0 and large² - small² >= 0, with witnesses that `sign` and `gap` prove these. */
  | Readonly<{
      kind: 'root';
      small: Term;
      large: Term;
      sign: Positivity;
      gap: Positivity;
      signWitness: Witness;
      gapWitness: Witness;
    }>
  | { readonly kind: 'sum'; readonly parts: readonly Positivity[] }
  /** Scalars, and at most one matrix. */
  | { readonly kind: 'product'; readonly parts: readonly Positivity[] }
  | { readonly kind: 'over'; readonly index: string; readonly part: Positivity };

/** What a certificate may draw on: facts by name, equality inside `root`, a place to note lemmas. */
export interface PositivityContext {
  readonly signature: Signature;
  readonly fact: (name: string) => Term;
  readonly equal: (left: Term, right: Term, witness: Witness, message: string) => void;
  readonly cite: (lemma: string) => void;
}

/** The term that the certificate proves to be nonnegative. Throws TermError where the certificate is not one. */
export function conclusionOf(context: PositivityContext, certificate: Positivity): Term {
  const { signature } = context;
  const go = (part: Positivity): Term => conclusionOf(context, part);
  switch (certificate.kind) {
    case 'constant':
      if (!isReal(certificate.value) || sign(certificate.value) < 0)
        throw new TermError('positivity: a negative constant');
      return number(certificate.value);
    case 'size':
      if (!signature.sizes.includes(certificate.name))
        throw new TermError(`positivity: ${certificate.name} is not a size`);
      return power(symbol(certificate.name), certificate.power);
    case 'gram':
      return product(adjoint(certificate.of), certificate.of);
    case 'abs':
      requireReal(signature, certificate.of, 'abs');
      return apply('abs', certificate.of);
    case 'dominates':
      requireReal(signature, certificate.of, 'abs');
      return difference(apply('abs', certificate.of), certificate.of);
    case 'fact': {
      const fact = renameIndices(context.fact(certificate.name), certificate.at);
      const { rows, cols } = shapeOf(signature, fact);
      if (rows !== cols) throw new TermError(`${certificate.name}: expected a scalar or a square matrix`);
      return fact;
    }
    case 'congruence':
      return product(adjoint(certificate.by), go(certificate.part), certificate.by);
    case 'trace':
      return trace(go(certificate.part));
    case 'cauchy-schwarz':
      return cauchySchwarz(context, certificate.left, certificate.right);
    case 'root': {
      const { small, large, sign: positive, gap, signWitness, gapWitness } = certificate;
      requireReal(signature, small, 'root');
      context.equal(large, go(positive), signWitness, 'root: the sign certificate proves something else, by');
      const squares = difference(power(large, 2), power(small, 2));
      context.equal(squares, go(gap), gapWitness, 'root: the gap certificate proves something else, by');
      return difference(large, small);
    }
    case 'sum':
      return sum(...certificate.parts.map(go));
    case 'product': {
      const parts = certificate.parts.map(go);
      const matrices = parts.filter((part) => !isScalar(shapeOf(signature, part)));
      if (matrices.length > 1) throw new TermError('positivity: a product of two matrices');
      return product(...parts);
    }
    case 'over':
      return over(certificate.index, go(certificate.part));
  }
}

function cauchySchwarz({ signature, cite }: PositivityContext, left: Term, right: Term): Term {
  const [a, b] = [shapeOf(signature, left), shapeOf(signature, right)];
  if (a.rows !== b.rows || a.cols !== b.cols) throw new TermError('Cauchy–Schwarz: expected two matrices of one shape');
  cite('Cauchy–Schwarz inequality');
  const inner = (x: Term, y: Term): Term => trace(product(adjoint(x), y));
  const cross = inner(left, right);
  return difference(product(inner(left, left), inner(right, right)), product(cross, adjoint(cross)));
}

function requireReal(signature: Signature, term: Term, where: string): void {
  if (!isScalar(shapeOf(signature, term))) throw new TermError(`${where}: expected a scalar`);
  if (!isRealPolynomial(signature, normalForm(signature, term)))
    throw new TermError(`${where}: expected a real term; its normal form differs from that of its conjugate`);
}
