/** The constant of a claim: its statement as `quantity <= value * unit`, or with `>=`. */
import type { Claim } from '../../claim/claim.js';
import { isExperimentClaim } from '../../claim/experiment-claim.js';
import { isStatisticalClaim } from '../../claim/statistical-claim.js';
import { sameNormalForm } from '../../symbolic/kernel/normal-form.js';
import { equals, isReal, isZero, type Num, negate, ONE, sign } from '../../symbolic/kernel/number.js';
import type { Statement } from '../../symbolic/kernel/proof.js';
import { TermError } from '../../symbolic/kernel/signature.js';
import {
  apply,
  difference,
  integer,
  isScalar,
  minus,
  number,
  product,
  shapeOf,
  symbol,
  type Term,
} from '../../symbolic/kernel/term.js';
import { parseStatement, parseTerm } from '../../symbolic/notation/parse.js';
import { printTerm } from '../../symbolic/notation/print.js';
import { readStatement } from '../read-statement.js';
import { scaled } from './coefficient.js';

export interface Constant {
  readonly quantity: Term;
  readonly relation: '<=' | '>=';
  readonly value: Term;
  readonly unit: Term;
  /** Whether the claim says which constant it is; else it is the factor of one side. */
  readonly declared: boolean;
}

/** Why a claim has no constant to tighten. */
export class NoConstant extends Error {
  override readonly name = 'NoConstant';
}

/** Throws NoConstant, and TermError where a declared constant is not that of the statement. */
export function constantOf(claim: Claim): Constant {
  const { theory, statement } = claim;
  if (isStatisticalClaim(claim)) throw new NoConstant('a statement about random draws');
  if (isExperimentClaim(claim)) throw new NoConstant('a statement about runs of an experiment');
  const { kernel } = readStatement(theory, statement);
  if (kernel.relation === '=') throw new NoConstant('an equation');
  if (claim.constant != null) return declaredConstant(claim, kernel);
  if (typeof statement !== 'string') return constantOfRate(claim);
  const { quantity, relation, bound } = sidesOf(claim, statement);
  const { factor, rest } = scaled(bound);
  if (isZero(scaled(quantity).factor)) throw new NoConstant('one of its sides is zero');
  const turned = relation === '<=' ? '>=' : '<=';
  return requireFactor(factor) > 0
    ? { quantity, relation, value: number(factor), unit: rest, declared: false }
    : { quantity: minus(quantity), relation: turned, value: number(negate(factor)), unit: rest, declared: false };
}

/** The sign of the factor of a bound, which must be real and not zero. */
function requireFactor(factor: Num): number {
  if (isZero(factor)) throw new NoConstant('one of its sides is zero');
  if (!isReal(factor)) throw new NoConstant('the factor of its bound is not real');
  return sign(factor);
}

interface Sided {
  readonly quantity: Term;
  readonly relation: '<=' | '>=';
  readonly bound: Term;
}

/** The right side is the bound, unless only the left has a factor. */
function sidesOf({ theory }: Claim, text: string): Sided {
  const { left, relation, right } = parseStatement(theory.signature, text);
  const plain = (term: Term): boolean => [ONE, negate(ONE)].some((unit) => equals(scaled(term).factor, unit));
  if (plain(right) && !plain(left)) return { quantity: right, relation: relation === '<=' ? '>=' : '<=', bound: left };
  return { quantity: left, relation: relation === '<=' ? '<=' : '>=', bound: right };
}

/** Of a bound along the flow: the factor of the rate, in the differential inequality that the bound comes from. */
function constantOfRate({ theory, statement }: Claim): Constant {
  const { kernel, decay } = readStatement(theory, statement);
  const { kind, rate, loss } = decay!;
  const { factor, rest } = scaled(rate);
  if (requireFactor(factor) < 0) throw new NoConstant('its rate is negative');
  const constant = { value: number(factor), declared: false };
  const of = symbol(loss);
  switch (kind) {
    case 'exponential': // dL/dt <= -rate L says that -dL/dt is at least rate L
      return { ...constant, quantity: minus(kernel.left), relation: '>=', unit: product(rest, of) };
    case 'inverse-square':
      return {
        ...constant,
        quantity: kernel.left,
        relation: '<=',
        unit: product(integer(2), rest, of, apply('sqrt', of)),
      };
    case 'linear':
      return { ...constant, quantity: kernel.left, relation: '<=', unit: rest };
    case 'convex':
      return { ...constant, quantity: kernel.right, relation: '>=', unit: rest };
  }
}

function declaredConstant({ theory, constant }: Claim, { left, right }: Statement): Constant {
  const { signature } = theory;
  const { relation } = constant!;
  const [quantity, value, unit] = [constant!.quantity, constant!.value, constant!.unit].map((text) =>
    parseTerm(signature, text),
  ) as [Term, Term, Term];
  if (!isScalar(shapeOf(signature, value))) throw new TermError('constant: expected a scalar value');
  const gap =
    relation === '<=' ? difference(product(value, unit), quantity) : difference(quantity, product(value, unit));
  if (!sameNormalForm(signature, gap, difference(right, left))) {
    const said = `${printTerm(quantity)} ${relation} ${printTerm(product(value, unit))}`;
    throw new TermError(`constant: the statement does not say that ${said}`);
  }
  return { quantity, relation, value, unit, declared: true };
}

/** Whether two constants are numbers of the same kind: of one quantity, in one unit. */
export function comparable({ theory }: Claim, a: Constant, b: Constant): boolean {
  const same = (x: Term, y: Term): boolean => {
    try {
      return sameNormalForm(theory.signature, x, y);
    } catch (error) {
      if (error instanceof TermError) return printTerm(x) === printTerm(y);
      throw error;
    }
  };
  return a.relation === b.relation && same(a.quantity, b.quantity) && same(a.unit, b.unit);
}

/** The number that a constant is; null where it depends on the instance. */
export function numberOf({ value }: Constant): Num | null {
  const { factor, rest } = scaled(value);
  return rest.kind === 'number' ? factor : null;
}
