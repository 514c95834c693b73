/**
 * Certificates that a real scalar is nonnegative, or a square matrix positive semidefinite: trees of squares A†A, cited
 * facts and named lemmas.
 *
 * The kernel computes from a certificate the term that it proves; a link a <= b then only has to show that b - a is that
 * term. Finding certificates is somebody else's business.
 */
import { enclose, type Interval } from './interval.js';
import { atomKey, polynomialKey } from './monomial.js';
import { isRealPolynomial, normalForm } from './normal-form.js';
import { isReal, type Num, sign } from './number.js';
import { factorAlone } from './polynomial.js';
import { type Signature, TermError } from './signature.js';
import {
  adjoint,
  apply,
  difference,
  freeIndices,
  isScalar,
  minus,
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
  unitVector,
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
  /** 1/x for x >= 0. */
  | { readonly kind: 'reciprocal'; readonly part: Positivity }
  | { readonly kind: 'exponential'; readonly of: Term }
  /** The entrywise product of two positive semidefinite matrices, which Schur's theorem says is one. */
  | { readonly kind: 'schur'; readonly left: Positivity; readonly right: Positivity }
  /** A scalar whose atoms lie in intervals, which certificates of atom - low and high - atom show. */
  | { readonly kind: 'interval'; readonly of: Term; readonly within: readonly Within[] }
  /** What is shown both where x >= 0, under that name, and where -x >= 0; `witness`: the two conclusions are equal. */
  | Readonly<{ kind: 'cases'; on: Term; name: string; above: Positivity; below: Positivity; witness: Witness }>
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

/** low <= atom <= high. */
export interface Within extends Interval {
  readonly atom: Term;
  readonly above: Positivity;
  readonly below: Positivity;
  readonly witnesses: readonly [Witness, Witness];
}

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
    case 'reciprocal':
      return power(go(certificate.part), -1);
    case 'exponential':
      requireReal(signature, certificate.of, 'exp');
      return apply('exp', certificate.of);
    case 'schur':
      return schur(context, go(certificate.left), go(certificate.right));
    case 'interval':
      return inInterval(context, certificate.of, certificate.within);
    case 'cases': {
      const { on, name, above, below, witness } = certificate;
      requireReal(signature, on, 'cases');
      if (freeIndices(on).size > 0) throw new TermError('cases: expected a scalar without indices');
      const assuming = (fact: Term): PositivityContext => ({
        ...context,
        fact: (label) => (label === name ? fact : context.fact(label)),
      });
      const proved = conclusionOf(assuming(on), above);
      context.equal(proved, conclusionOf(assuming(minus(on)), below), witness, 'cases: the conclusions differ by');
      return proved;
    }
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

/** Σ_ij ê_i S_ij T_ij ê_j†. */
function schur({ signature, cite }: PositivityContext, left: Term, right: Term): Term {
  const [s, t] = [shapeOf(signature, left), shapeOf(signature, right)];
  if (s.rows !== t.rows || s.rows === '1')
    throw new TermError('Schur product: expected two square matrices of one size');
  cite('Schur product theorem');
  const [i, j] = [`${s.rows}#wi`, `${s.rows}#wj`];
  for (const index of [i, j])
    if ([left, right].some((part) => freeIndices(part).has(index))) throw new TermError(`${index}: stands in a factor`);
  const entry = (x: Term): Term => product(adjoint(unitVector(i)), x, unitVector(j));
  return over(i, over(j, product(unitVector(i), entry(left), entry(right), adjoint(unitVector(j)))));
}

/** The scalar, if interval arithmetic shows that it is nonnegative. */
function inInterval(context: PositivityContext, of: Term, within: readonly Within[]): Term {
  const { signature } = context;
  const ranges = within.map(({ atom, low, high, above, below, witnesses }): [string, Interval] => {
    const form = normalForm(signature, atom);
    const [factor] = [...form.monomials.values()].flatMap(({ factors }) => factors);
    if (factor === undefined || polynomialKey(form) !== polynomialKey(factorAlone({ ...factor, power: 1 })))
      throw new TermError('interval: expected one atom');
    const message = 'interval: a bound certificate proves something else, by';
    context.equal(difference(atom, number(low)), conclusionOf(context, above), witnesses[0], message);
    context.equal(difference(number(high), atom), conclusionOf(context, below), witnesses[1], message);
    return [atomKey(factor.atom), { low, high }];
  });
  if (!isScalar(shapeOf(signature, of))) throw new TermError('interval: expected a scalar');
  if (sign(enclose(normalForm(signature, of), new Map(ranges)).low) < 0)
    throw new TermError('interval: the lower end is negative');
  return of;
}

function requireReal(signature: Signature, term: Term, where: string): void {
  if (!isScalar(shapeOf(signature, term))) throw new TermError(`${where}: expected a scalar`);
  if (!isRealPolynomial(signature, normalForm(signature, term)))
    throw new TermError(`${where}: expected a real term; its normal form differs from that of its conjugate`);
}
