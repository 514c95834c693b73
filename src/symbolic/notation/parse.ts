/**
 * Reads terms and statements as one writes them: `-tr([M,ρ]^2) = 2(γ^2 - ŷ^2)`, `sum_l(abs(a_jl)^2) <= 8 S |r_j|`.
 *
 * A bare i is the imaginary unit (indices stand in subscripts only), I is the identity, † the adjoint, juxtaposition the
 * product. Parsing is not trusted: what a verdict shows is printed back from the term.
 */
import { IMAGINARY_UNIT, inverse, isZero, multiply, type Num, negate, rational, SQRT2 } from '../kernel/number.js';
import { type Signature, squareOf, TermError } from '../kernel/signature.js';
import {
  addExponents,
  adjoint,
  apply,
  type Exponent,
  exponentOf,
  type FunctionName,
  identity,
  isOne,
  minus,
  number,
  over,
  power,
  product,
  shapeOf,
  sum,
  symbol,
  type Term,
  tensor,
  trace,
  unitVector,
} from '../kernel/term.js';
import { type Token, tokenize } from './tokens.js';

export interface WrittenStatement {
  readonly left: Term;
  readonly relation: '=' | '<=' | '>=';
  readonly right: Term;
}

/** The term that a text spells. Throws TermError with the text and what was expected. */
export function parseTerm(signature: Signature, text: string): Term {
  const reader = new Reader(signature, text);
  const term = reader.sum();
  reader.end();
  shapeOf(signature, term);
  return term;
}

/** The statement `left = right`, `left <= right` or `left >= right` that a text spells. */
export function parseStatement(signature: Signature, text: string): WrittenStatement {
  const reader = new Reader(signature, text);
  const left = reader.sum();
  const relation = ['=', '<=', '>='].find((mark) => reader.take(mark)) as WrittenStatement['relation'] | undefined;
  if (relation === undefined) throw reader.expected('=, <= or >=');
  const right = reader.sum();
  reader.end();
  const shapes = [left, right].map((side) => shapeOf(signature, side));
  if (shapes[0]!.rows !== shapes[1]!.rows || shapes[0]!.cols !== shapes[1]!.cols) {
    throw new TermError(`${JSON.stringify(text)}: the two sides have different shapes`);
  }
  return { left, relation, right };
}

const FUNCTIONS: Readonly<Record<string, FunctionName>> = {
  Re: 're',
  Im: 'im',
  abs: 'abs',
  sqrt: 'sqrt',
  exp: 'exp',
  ln: 'ln',
  max: 'max',
  min: 'min',
};

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(
    private readonly signature: Signature,
    private readonly text: string,
  ) {
    this.tokens = tokenize(signature, text);
  }

  sum(): Term {
    const terms = [this.take('-') ? negated(this.tensor()) : this.tensor()];
    for (;;) {
      if (this.take('+')) terms.push(this.tensor());
      else if (this.take('-')) terms.push(negated(this.tensor()));
      else return sum(...terms);
    }
  }

  /** Products joined by ⊗: AB ⊗ C is (AB) ⊗ C. */
  private tensor(): Term {
    let term = this.product();
    while (this.take('⊗')) term = tensor(term, this.product());
    return term;
  }

  private product(): Term {
    const factors = [this.factor()];
    for (;;) {
      if (this.take('*') || this.take('·') || this.startsFactor()) factors.push(this.factor());
      else if (this.take('/')) divide(factors, this.factor());
      else return product(...factors);
    }
  }

  private startsFactor(): boolean {
    const next = this.tokens[this.at];
    if (next === undefined) return false;
    return next.kind !== 'mark' || next.text === '(' || next.text === '[' || (next.text === '|' && !this.insideBars);
  }

  private insideBars = false;

  private factor(): Term {
    let term = this.atom();
    for (;;) {
      if (this.take('†')) term = adjoint(term);
      else if (this.take('^')) term = power(term, this.exponent());
      else return term;
    }
  }

  private atom(): Term {
    const token = this.next();
    if (token.kind === 'number') return number(numberOf(token.text));
    if (token.kind === 'name') return this.name(token);
    if (token.text === '(') return this.until(')', () => this.outsideBars(() => this.sum()));
    if (token.text === '[') {
      const left = this.outsideBars(() => this.sum());
      this.require(',');
      return this.until(']', () => ({ kind: 'commutator', left, right: this.outsideBars(() => this.sum()) }));
    }
    if (token.text === '|') {
      this.insideBars = true;
      const inner = this.sum();
      this.insideBars = false;
      this.require('|');
      return apply('abs', inner);
    }
    throw this.expected('a term');
  }

  private name(token: Extract<Token, { kind: 'name' }>): Term {
    const { text, at } = token;
    if (text === 'i' && at.length === 0) return number(IMAGINARY_UNIT);
    if (text === 'I') return identity(at.length === 0 ? 'd' : at.join(''));
    if (text === 'unit' && at.length === 1) return unitVector(at[0]!);
    if (text === 'delta' && at.length === 2) return product(adjoint(unitVector(at[0]!)), unitVector(at[1]!));
    if (text === 'swap') return { kind: 'swap', size: at.length === 0 ? squareOf(this.signature, 'd') : at.join('') };
    if (text === 'd/dt' || (text === 'tr' && at.length === 1)) {
      this.require('(');
      const of = this.until(')', () => this.outsideBars(() => this.sum()));
      return text === 'tr' ? { kind: 'partial trace', factor: at[0] === '1' ? 1 : 2, of } : { kind: 'rate', of };
    }
    if (text === 'sum') {
      if (at.length === 0) throw this.expected('an index: sum_j(...)');
      this.require('(');
      const body = this.until(')', () => this.outsideBars(() => this.sum()));
      return at.reduceRight((inner, index) => over(index, inner), body);
    }
    if (text === 'tr' || Object.hasOwn(FUNCTIONS, text)) {
      this.require('(');
      const to = [this.outsideBars(() => this.sum())];
      while (this.take(',')) to.push(this.outsideBars(() => this.sum()));
      this.require(')');
      return text === 'tr' ? trace(to[0]!) : apply(FUNCTIONS[text]!, ...to);
    }
    return symbol(text, ...at);
  }

  /** An integer, an exponent variable, or a parenthesised sum of them. */
  private exponent(): Exponent {
    if (!this.take('(')) return this.exponentPart();
    let total = this.take('-') ? flipped(this.exponentPart()) : this.exponentPart();
    for (;;) {
      if (this.take('+')) total = addExponents(total, this.exponentPart());
      else if (this.take('-')) total = addExponents(total, flipped(this.exponentPart()));
      else break;
    }
    this.require(')');
    return total;
  }

  private exponentPart(): Exponent {
    if (this.take('-')) return flipped(this.exponentPart());
    const token = this.next();
    const isVariable = (t: Token | undefined): boolean =>
      t?.kind === 'name' && Object.hasOwn(this.signature.exponents, t.text);
    if (token.kind === 'number' && /^\d+$/.test(token.text)) {
      const times = Number(token.text);
      return isVariable(this.tokens[this.at]) ? exponentOf(0, [[this.next().text, times]]) : exponentOf(times);
    }
    if (isVariable(token)) return exponentOf(0, [[token.text, 1]]);
    throw this.expected('an integer or an exponent variable');
  }

  private outsideBars<T>(read: () => T): T {
    const before = this.insideBars;
    this.insideBars = false;
    const result = read();
    this.insideBars = before;
    return result;
  }

  private until(mark: string, read: () => Term): Term {
    const term = read();
    this.require(mark);
    return term;
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (token === undefined) throw this.expected('more');
    this.at += 1;
    return token;
  }

  take(mark: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.at += 1;
    return true;
  }

  private require(mark: string): void {
    if (!this.take(mark)) throw this.expected(`'${mark}'`);
  }

  end(): void {
    if (this.at < this.tokens.length) throw this.expected('the end');
  }

  expected(what: string): TermError {
    const got = this.tokens[this.at]?.text;
    return new TermError(
      `${JSON.stringify(this.text)}: expected ${what}, got ${got === undefined ? 'the end' : `'${got}'`}`,
    );
  }
}

const flipped = (e: Exponent): Exponent =>
  exponentOf(
    -e.offset,
    e.variables.map(([name, times]) => [name, -times] as const),
  );

function negated(term: Term): Term {
  if (term.kind === 'product' && term.factors[0]!.kind === 'number') {
    const [first, ...others] = term.factors;
    return product(negated(first!), ...others);
  }
  return term.kind === 'number' ? number(negate(term.value)) : minus(term);
}

/** `12`, `0.25` (exactly 1/4) or `√2`. */
function numberOf(text: string): Num {
  if (text === '√2') return SQRT2;
  const [whole, decimals = ''] = text.split('.') as [string, string?];
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

/** Appends 1/term: a number is divided on the spot, and the 1 of `1/m` disappears. */
function divide(factors: Term[], term: Term): void {
  const last = factors[factors.length - 1]!;
  if (term.kind !== 'number' || isZero(term.value)) {
    if (isOne(last)) factors.pop();
    const plain = term.kind === 'power' && term.exponent.variables.length === 0 && term.exponent.offset > 0;
    factors.push(plain ? power(term.base, -term.exponent.offset) : power(term, -1));
  } else if (last.kind === 'number') {
    factors[factors.length - 1] = number(multiply(last.value, inverse(term.value)));
  } else {
    factors.push(number(inverse(term.value)));
  }
}
