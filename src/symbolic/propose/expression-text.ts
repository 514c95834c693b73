/** Scalar terms as plain ASCII expressions for a computer algebra system, and its answers back as terms. */
import { IMAGINARY_UNIT, multiply, type Num, SQRT2 } from '../kernel/number.js';
import { type Signature, TermError } from '../kernel/signature.js';
import { isScalar, number, shapeOf, type Term } from '../kernel/term.js';
import { printTerm } from '../notation/print.js';
import { readExpression } from './mathjs.js';

/** An expression in variables v0, v1, ..., each of which stands for a term that is not looked into. */
export interface WrittenExpression {
  readonly text: string;
  readonly variables: ReadonlyMap<string, Term>;
}

/** One term as an expression. */
export function writeExpression(signature: Signature, term: Term): WrittenExpression {
  const { texts, variables } = writeExpressions(signature, [term]);
  return { text: texts[0]!, variables };
}

/**
 * Terms as expressions in the same variables. Sums, products and integer powers are written out; traces, functions, sums
 * over indices, i and √2 become variables.
 */
export function writeExpressions(
  signature: Signature,
  terms: readonly Term[],
): { readonly texts: readonly string[]; readonly variables: WrittenExpression['variables'] } {
  const names = new Map<string, string>();
  const variables = new Map<string, Term>();
  const opaque = (part: Term): string => {
    const key = printTerm(part);
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = `v${names.size}`;
    names.set(key, name);
    variables.set(name, part);
    return name;
  };
  const go = (part: Term): string => {
    if (!isScalar(shapeOf(signature, part)))
      throw new TermError('expression: expected a scalar term without open matrices');
    switch (part.kind) {
      case 'number':
        return numberText(part.value, (unit) => opaque(number(unit)));
      case 'sum':
        return `(${part.terms.map(go).join('+')})`;
      case 'product':
        // A scalar product of matrices (bra times ket) is not looked into.
        return part.factors.every((factor) => isScalar(shapeOf(signature, factor)))
          ? part.factors.map(go).join('*')
          : opaque(part);
      case 'power':
        return part.exponent.variables.length > 0 ? opaque(part) : `(${go(part.base)})^(${part.exponent.offset})`;
      default:
        return opaque(part);
    }
  };
  return { texts: terms.map(go), variables };
}

/**
 * nerdamer's own i makes it hang on products of four complex factors, so i is a variable to it, like √2; and every
 * needless 0 or 1 in the text costs it time.
 */
function numberText(value: Num, variable: (unit: Num) => string): string {
  const parts = [
    [value.a, null],
    [value.b, SQRT2],
    [value.c, IMAGINARY_UNIT],
    [value.d, multiply(SQRT2, IMAGINARY_UNIT)],
  ] as const;
  const texts = parts.flatMap(([p, unit]) =>
    p === 0n ? [] : [summand(p, value.n, unit === null ? null : variable(unit))],
  );
  return texts.length === 0 ? '0' : `(${texts.join('+')})`;
}

function summand(p: bigint, q: bigint, unit: string | null): string {
  const fraction = q === 1n ? `${p}` : `${p}/${q}`;
  if (unit === null) return fraction;
  return p === 1n && q === 1n ? unit : p === -1n && q === 1n ? `-${unit}` : `(${fraction})*${unit}`;
}

/** The term that an answer spells. Throws TermError for a name that stands for nothing. */
export function readAnswer(text: string, variables: ReadonlyMap<string, Term>): Promise<Term> {
  return readExpression(text, (name) => variables.get(name));
}
