/**
 * Equality under hypotheses. A witness writes left - right as a sum of contexts around equations that hold:
 *
 *     left - right  =  sum over items of  times · [tr] ( before · (l - r) · after ),  summed over the item's indices.
 *
 * The kernel multiplies out and compares; it never rewrites. Finding the items is somebody else's business.
 */
import { renamePolynomial } from './canonical.js';
import { type AtomName, type Polynomial, polynomialKey, polynomialOf } from './monomial.js';
import { cleared, functionOf, isRealPolynomial, normalForm } from './normal-form.js';
import {
  adjointPolynomial,
  isZeroPolynomial,
  multiplyPolynomials,
  subtractPolynomials,
  sumOver,
  tensorFactor,
  tracePolynomial,
} from './polynomial.js';
import { type Signature, TermError } from './signature.js';
import { apply, difference, isScalar, power, productShape, type Term, writtenRange } from './term.js';

/** left = right, for all values of their indices. */
export interface Rule {
  readonly left: Term;
  readonly right: Term;
}

export type Equation =
  /** An equation of a cited name: its position (0 for a theorem), its indices renamed, perhaps its adjoint. */
  | Readonly<{ kind: 'rule'; from: string; rule: number; adjoint: boolean; at: Readonly<Record<string, string>> }>
  /** f(from) = f(to), each argument being equal to its counterpart. */
  | Readonly<{
      kind: 'equal arguments';
      name: AtomName;
      from: readonly Term[];
      to: readonly Term[];
      witness: readonly Witness[];
    }>
  /** |x|² = x² for a real x. */
  | Readonly<{ kind: 'absolute square'; of: Term }>;

/** A context around an equation. Indices that only a witness sums over are called size#w0, size#w1, ... */
export interface WitnessItem {
  readonly over: readonly string[];
  readonly times: Term;
  readonly before: Term | null;
  readonly after: Term | null;
  readonly trace: boolean;
  /** The equation is one between the operators of this factor of a tensor product. */
  readonly leg: 1 | 2 | null;
  readonly equation: Equation;
}

export type Witness = readonly WitnessItem[];

/** Where the equations come from; `rule` throws TermError for a name that is not cited. */
export interface Equations {
  readonly signature: Signature;
  readonly rule: (name: string, position: number) => Rule;
}

/** Throws TermError, with what is left, unless the witness shows that left = right. */
export function requireEqual(equations: Equations, left: Term, right: Term, witness: Witness, message: string): void {
  requireZero(equations, normalForm(equations.signature, difference(left, right)), witness, message);
}

function requireZero(equations: Equations, gap: Polynomial, witness: Witness, message: string): void {
  const shown = witness.map((item) => zeroOf(equations, item));
  if (shown.some(({ rows, cols }) => rows !== gap.rows || cols !== gap.cols))
    throw new TermError('witness: an item of another shape');
  const sum = polynomialOf(
    gap.rows,
    gap.cols,
    shown.flatMap(({ monomials }) => [...monomials.values()]),
  );
  const rest = cleared(equations.signature, subtractPolynomials(gap, sum));
  if (!isZeroPolynomial(rest)) throw new TermError(`${message} ${polynomialKey(rest)}`);
}

/** What an item says is zero. */
function zeroOf(equations: Equations, item: WitnessItem): Polynomial {
  const { over, times, before, after, trace, leg, equation } = item;
  const { signature } = equations;
  for (const index of over) writtenRange(signature, index);
  const multiply = (a: Polynomial, b: Polynomial): Polynomial => {
    productShape(a, b);
    return multiplyPolynomials(signature, a, b);
  };
  const form = (part: Term | null): Polynomial[] => (part === null ? [] : [normalForm(signature, part)]);
  const gap = gapOf(equations, equation);
  const raised = leg === null ? gap : tensorFactor(signature, gap, leg);
  const inner = [...form(before), raised, ...form(after)].reduce(multiply);
  if (trace && inner.rows !== inner.cols) throw new TermError('witness: a trace of what is not square');
  const whole = multiply(normalForm(signature, times), trace ? tracePolynomial(signature, inner) : inner);
  return over.reduceRight((p, index) => sumOver(signature, p, index), whole);
}

/** l - r of an equation. A function of an argument that is not seen to be real stands for some real number. */
function gapOf(equations: Equations, equation: Equation): Polynomial {
  const { signature } = equations;
  const form = (term: Term): Polynomial => normalForm(signature, term);
  switch (equation.kind) {
    case 'rule': {
      const { left, right } = equations.rule(equation.from, equation.rule);
      for (const [index, to] of Object.entries(equation.at))
        if (writtenRange(signature, index) !== writtenRange(signature, to))
          throw new TermError(`${index}: renamed to an index of another range`);
      const gap = renamePolynomial(signature, form(difference(left, right)), new Map(Object.entries(equation.at)));
      return equation.adjoint ? adjointPolynomial(signature, gap) : gap;
    }
    case 'equal arguments': {
      const { name, witness } = equation;
      const [from, to] = [equation.from.map(form), equation.to.map(form)];
      if (from.length < 1 || from.length !== to.length || ![...from, ...to].every(isScalar))
        throw new TermError(`${name}: other arguments`);
      for (const [k, p] of from.entries())
        requireZero(equations, subtractPolynomials(p, to[k]!), witness[k] ?? [], `${name}: the arguments differ by`);
      return subtractPolynomials(functionOf(signature, name, from), functionOf(signature, name, to));
    }
    case 'absolute square': {
      if (!isRealPolynomial(signature, form(equation.of))) throw new TermError('|x|²: expected a real x');
      return form(difference(power(apply('abs', equation.of), 2), power(equation.of, 2)));
    }
  }
}
