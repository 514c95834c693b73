/**
 * Reads plain scalar expressions through mathjs' parser. Only the syntax tree is taken: mathjs' simplifier is never
 * asked, since it holds (x^2)^0.5 and x for the same.
 */
import type {
  BigNumber,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs';
import { inverse, multiply, type Num, negate, rational } from '../kernel/number.js';
import { type Signature, TermError } from '../kernel/signature.js';
import {
  apply,
  type FunctionName,
  minus,
  number,
  power,
  product,
  shapeOf,
  sum,
  symbol,
  type Term,
} from '../kernel/term.js';

/**
 * The scalar term that a user's expression spells over the symbols of a signature: numbers (exact, decimals included),
 * + - * / ^ with integer exponents, sqrt, abs, max, min; `r_j` is the symbol r with index j. Throws TermError.
 */
export async function parseExpression(signature: Signature, text: string): Promise<Term> {
  const term = await readExpression(text, (name) => {
    const [base, indices = ''] = name.split('_') as [string, string?];
    const declared = Object.hasOwn(signature.symbols, base) || signature.sizes.includes(base);
    return declared ? symbol(base, ...indices) : undefined;
  });
  const { rows, cols } = shapeOf(signature, term);
  if (rows !== '1' || cols !== '1')
    throw new TermError(`${JSON.stringify(text)}: expected a scalar, got a ${rows}×${cols} matrix`);
  return term;
}

/** As `parseExpression`, with the meaning of names given by a function. */
export async function readExpression(text: string, symbolOf: (name: string) => Term | undefined): Promise<Term> {
  const parse = await parser();
  let tree: MathNode;
  try {
    tree = parse(text);
  } catch (error) {
    throw new TermError(`${JSON.stringify(text)}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return new Translation(text, symbolOf).term(tree);
}

let loaded: Promise<(text: string) => MathNode> | null = null;

/** mathjs takes a third of a second to load, so it is loaded when it is first needed. */
function parser(): Promise<(text: string) => MathNode> {
  loaded ??= import('mathjs').then(({ all, create }) => {
    const math = create(all, { number: 'BigNumber' });
    return (text) => math.parse(text);
  });
  return loaded;
}

const FUNCTIONS: ReadonlySet<string> = new Set(['sqrt', 'abs', 'max', 'min']);

class Translation {
  constructor(
    private readonly text: string,
    private readonly symbolOf: (name: string) => Term | undefined,
  ) {}

  term(node: MathNode): Term {
    switch (node.type) {
      case 'ConstantNode':
        return number(this.constant(node as ConstantNode));
      case 'SymbolNode': {
        const { name } = node as SymbolNode;
        return this.symbolOf(name) ?? this.refuse(`${name} is not declared`);
      }
      case 'ParenthesisNode':
        return this.term((node as ParenthesisNode).content);
      case 'OperatorNode':
        return this.operator(node as OperatorNode);
      case 'FunctionNode':
        return this.call(node as FunctionNode);
      default:
        return this.refuse(`${node.toString()} is not plain arithmetic`);
    }
  }

  /** mathjs keeps all digits of a decimal, so its text gives the exact value. */
  private constant({ value }: ConstantNode): Num {
    const text = String((value as unknown as BigNumber).toFixed?.() ?? value);
    const digits = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (digits === null || text.length > MAX_DIGITS)
      return this.refuse(`${String(value)} is not a number of reasonable size`);
    const [, minusSign, whole, decimals = ''] = digits;
    return rational(BigInt(minusSign + whole! + decimals), 10n ** BigInt(decimals.length));
  }

  private operator(node: OperatorNode): Term {
    const args = node.args as MathNode[];
    if (node.fn === 'pow') return power(this.term(args[0]!), this.exponent(args[1]!));
    const [left, right] = args.map((part) => this.term(part)) as [Term, Term];
    switch (node.fn as string) {
      case 'add':
        return joined(left, right);
      case 'subtract':
        return joined(left, negated(right));
      case 'multiply':
        return multiplied(left, right);
      case 'divide':
        return this.quotient(left, right);
      case 'unaryMinus':
        return negated(left);
      case 'unaryPlus':
        return left;
      default:
        return this.refuse(`the operator ${node.op} is not plain arithmetic`);
    }
  }

  private quotient(left: Term, right: Term): Term {
    if (right.kind !== 'number') return product(left, power(right, -1));
    if (right.value.a === 0n && right.value.b === 0n) return this.refuse('division by zero');
    if (left.kind === 'number') return number(multiply(left.value, inverse(right.value)));
    return product(number(inverse(right.value)), left);
  }

  private call(node: FunctionNode): Term {
    const name = node.fn.name;
    if (!FUNCTIONS.has(name)) return this.refuse(`the function ${name} is not one of ${[...FUNCTIONS].join(', ')}`);
    const single = name === 'sqrt' || name === 'abs';
    if (node.args.length === 0 || (single && node.args.length > 1))
      return this.refuse(`${name}: wrong number of arguments`);
    return apply(name as FunctionName, ...node.args.map((part) => this.term(part)));
  }

  private exponent(node: MathNode): number {
    const value = this.term(node);
    const whole = value.kind === 'number' ? value.value : null;
    if (whole === null || whole.n !== 1n || whole.b !== 0n || Math.abs(Number(whole.a)) > MAX_EXPONENT) {
      return this.refuse(
        `the exponent ${node.toString()} is not an integer of at most ${MAX_EXPONENT}; a root is written sqrt(x)`,
      );
    }
    return Number(whole.a);
  }

  private refuse(why: string): never {
    throw new TermError(`${JSON.stringify(this.text)}: ${why}`);
  }
}

const MAX_EXPONENT = 64;
const MAX_DIGITS = 400;

/** A long sum or product is one node, not a chain of binary ones. */
const joined = (left: Term, right: Term): Term => (left.kind === 'sum' ? sum(...left.terms, right) : sum(left, right));
const multiplied = (left: Term, right: Term): Term =>
  left.kind === 'product' ? product(...left.factors, right) : product(left, right);

const negated = (term: Term): Term =>
  term.kind === 'number'
    ? number(negate(term.value))
    : term.kind === 'product' && term.factors[0]!.kind === 'number'
      ? product(number(negate(term.factors[0].value)), ...term.factors.slice(1))
      : minus(term);
