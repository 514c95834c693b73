/** Random algebraic rearrangements: terms that are equal in every model, written differently. */
import { HALF, IMAGINARY_UNIT, inverse, multiply, negate, ONE } from '../kernel/number.js';
import { type Signature, squareOf } from '../kernel/signature.js';
import {
  adjoint,
  freeIndices,
  identity,
  isScalar,
  mapTerm,
  minus,
  number,
  over,
  power,
  product,
  renameIndices,
  shapeOf,
  sum,
  type Term,
  tensor,
  trace,
  unitVector,
} from '../kernel/term.js';

/** Rearranges at every node with probability one half; `coin(n)` gives a number below n. */
export function rearranged(signature: Signature, term: Term, coin: (n: number) => number): Term {
  const inside = mapTerm(term, (part) => (part === term ? undefined : rearranged(signature, part, coin)));
  return coin(2) === 0 ? inside : step(signature, inside, coin);
}

function step(signature: Signature, term: Term, coin: (n: number) => number): Term {
  const scalar = (t: Term): boolean => isScalar(shapeOf(signature, t));
  switch (term.kind) {
    case 'sum':
      return sum(...[...term.terms].reverse());
    case 'product': {
      const { factors } = term;
      const at = factors.findIndex((f) => f.kind === 'sum');
      if (at >= 0 && coin(2) === 0) {
        const { terms } = factors[at] as Extract<Term, { kind: 'sum' }>;
        return sum(...terms.map((part) => product(...factors.slice(0, at), part, ...factors.slice(at + 1))));
      }
      const moved = factors.findIndex(scalar);
      if (moved >= 0) {
        const others = factors.filter((_, k) => k !== moved);
        const place = coin(others.length + 1);
        return product(...others.slice(0, place), factors[moved]!, ...others.slice(place));
      }
      return factors.length > 2 ? product(product(factors[0]!, factors[1]!), ...factors.slice(2)) : term;
    }
    case 'power': {
      const { offset, variables } = term.exponent;
      if (variables.length > 0)
        return coin(2) === 0 || offset < 1
          ? term
          : product(term.base, power(term.base, { offset: offset - 1, variables }));
      if (offset < -1) return product(power(term.base, offset + 1), power(term.base, -1));
      return offset < 1 ? term : product(power(term.base, offset - 1), term.base);
    }
    case 'adjoint':
      return adjointOf(term.of);
    case 'commutator':
      return sum(product(term.left, term.right), minus(product(term.right, term.left)));
    case 'trace':
      return traceOf(signature, term.of, coin);
    case 'apply': {
      const [x] = term.to as [Term];
      if (term.name === 're') return product(number(HALF), sum(x, adjoint(x)));
      if (term.name === 'im')
        return product(number(multiply(HALF, inverse(IMAGINARY_UNIT))), sum(x, minus(adjoint(x))));
      return term;
    }
    case 'over':
      return overOf(signature, term, coin);
    case 'tensor':
      return tensorOf(signature, term, coin);
    case 'partial trace':
      return partialTraceOf(term);
    case 'symbol':
      return symbolOf(signature, term, coin);
    case 'identity':
      return term.size === 'm' ? over('h', product(unitVector('h'), adjoint(unitVector('h')))) : term;
    default:
      return product(number(negate(ONE)), number(negate(ONE)), term);
  }
}

/** A ⊗ B by factors, by parts, or between two exchanges. */
function tensorOf(
  signature: Signature,
  { left, right }: Extract<Term, { kind: 'tensor' }>,
  coin: (n: number) => number,
): Term {
  const { rows } = shapeOf(signature, left);
  if (left.kind === 'sum') return sum(...left.terms.map((part) => tensor(part, right)));
  if (right.kind === 'over' && !freeIndices(left).has(right.index)) return over(right.index, tensor(left, right.body));
  const one = identity(rows);
  if (coin(2) === 0) return product(tensor(one, right), tensor(left, one));
  const swap: Term = { kind: 'swap', size: squareOf(signature, rows) };
  return product(swap, tensor(right, left), swap);
}

/** By parts, and from one factor to the other. */
function partialTraceOf({ factor, of }: Extract<Term, { kind: 'partial trace' }>): Term {
  const traced = (part: Term, over = factor): Term => ({ kind: 'partial trace', factor: over, of: part });
  if (of.kind === 'sum') return sum(...of.terms.map((part) => traced(part)));
  if (of.kind === 'tensor') return factor === 2 ? product(trace(of.right), of.left) : product(of.right, trace(of.left));
  const swap: Term = { kind: 'swap', size: 'D' };
  return traced(product(swap, of, swap), factor === 1 ? 2 : 1);
}

/** r_i = Σ_h δ_ih r_h, and Q = Σ_ij ê_i (ê_i†Qê_j) ê_j†. */
function symbolOf(signature: Signature, term: Extract<Term, { kind: 'symbol' }>, coin: (n: number) => number): Term {
  if (term.name === 'Q') {
    const [left, right] = [unitVector('i'), unitVector('j')];
    const entry = product(adjoint(left), term, right);
    return over('i', over('j', product(left, entry, adjoint(right))));
  }
  const k = coin(Math.max(1, term.at.length));
  const index = term.at[k];
  if (index === undefined || signature.indices[index] !== 'm') return minus(minus(term));
  const fresh = ['α', 'β', 'γ'].find((name) => !term.at.includes(name))!;
  const at = term.at.map((other, position) => (position === k ? fresh : other));
  return over(fresh, product(product(adjoint(unitVector(index)), unitVector(fresh)), { ...term, at }));
}

/** (x + y)† and (xy)† by parts, x†† = x. */
function adjointOf(of: Term): Term {
  if (of.kind === 'sum') return sum(...of.terms.map(adjoint));
  if (of.kind === 'product') return product(...of.factors.map(adjoint).reverse());
  if (of.kind === 'adjoint') return of.of;
  if (of.kind === 'over') return over(of.index, adjoint(of.body));
  return adjoint(of);
}

function traceOf(signature: Signature, of: Term, coin: (n: number) => number): Term {
  if (of.kind === 'sum') return sum(...of.terms.map(trace));
  if (of.kind === 'over') return over(of.index, trace(of.body));
  if (of.kind === 'adjoint') return adjoint(trace(of.of));
  if (of.kind !== 'product') return trace(of);
  const numbers = of.factors.filter((f) => isScalar(shapeOf(signature, f)));
  const matrices = of.factors.filter((f) => !isScalar(shapeOf(signature, f)));
  if (matrices.length === 0) return trace(of);
  const start = coin(matrices.length);
  return product(...numbers, trace(product(...matrices.slice(start), ...matrices.slice(0, start))));
}

function overOf(signature: Signature, term: Extract<Term, { kind: 'over' }>, coin: (n: number) => number): Term {
  const { index, body } = term;
  const choice = coin(3);
  if (choice === 0 && body.kind === 'sum') return sum(...body.terms.map((part) => over(index, part)));
  if (choice === 1 && body.kind === 'over' && body.index !== index) return over(body.index, over(index, body.body));
  if (choice === 1 && body.kind === 'product') {
    const free = body.factors.findIndex((f) => !freeIndices(f).has(index) && isScalar(shapeOf(signature, f)));
    if (free >= 0 && body.factors.length > 1)
      return product(body.factors[free]!, over(index, product(...body.factors.filter((_, k) => k !== free))));
  }
  const range = signature.indices[index];
  const names = Object.keys(signature.indices).filter((name) => signature.indices[name] === range);
  const fresh = names[names.length - 1 - coin(3)]!;
  if (freeIndices(body).has(fresh)) return term;
  try {
    return over(fresh, renameIndices(body, { [index]: fresh }));
  } catch {
    return term; // an inner sum over the same name would capture it
  }
}
