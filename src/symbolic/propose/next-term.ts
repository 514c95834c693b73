/** Lets nerdamer propose the next term of a chain. */
import { isConstant } from '../kernel/derivative.js';
import { sameNormalForm } from '../kernel/normal-form.js';
import { type Signature, TermError } from '../kernel/signature.js';
import type { Term } from '../kernel/term.js';
import type { WrittenStatement } from '../notation/parse.js';
import { printTerm } from '../notation/print.js';
import { readAnswer, writeExpression, writeExpressions } from './expression-text.js';
import { askNerdamer } from './nerdamer.js';

/** The scalar term after an operation. Partial fractions are taken in the first quantity that moves. Throws TermError. */
export async function proposeNext(signature: Signature, from: Term, operation: 'expand' | 'partfrac'): Promise<Term> {
  const { text, variables } = writeExpression(signature, from);
  if (operation === 'expand') return readAnswer(first(await askNerdamer({ operation, expression: text })), variables);
  const names = [...variables.keys()];
  const moving = [...variables].find(([, term]) => !isConstant(signature, term))?.[0] ?? names[0];
  if (moving === undefined) throw new TermError('partfrac: the term has no variable');
  const others = names.filter((name) => name !== moving);
  const answers: Term[] = [];
  for (const order of [[moving, ...others], [...others, moving], names]) {
    const answer = await partialFractions(text, variables, order, moving);
    if (isSame(signature, from, answer)) return answer;
    answers.push(answer);
  }
  return answers[0]!;
}

/**
 * Partial fractions with the variables renamed in alphabetical order. nerdamer loses the sign of 1/(x²-y²), and of longer
 * fractions with letters for roots, for some orders and not for others; a wrong answer is left for the kernel to refuse.
 */
async function partialFractions(
  text: string,
  variables: ReadonlyMap<string, Term>,
  order: readonly string[],
  moving: string,
): Promise<Term> {
  const renamed = (name: string): string => `w${order.indexOf(name)}`;
  const expression = text.replaceAll(/v\d+/g, renamed);
  const answer = first(await askNerdamer({ operation: 'partfrac', expression, variable: renamed(moving) }));
  return readAnswer(answer, new Map([...variables].map(([name, term]) => [renamed(name), term])));
}

function isSame(signature: Signature, left: Term, right: Term): boolean {
  try {
    return sameNormalForm(signature, left, right);
  } catch (error) {
    if (error instanceof TermError) return false;
    throw error;
  }
}

/** The value of one of the unknowns of a system of linear equations between scalars. Throws TermError. */
export async function proposeSolution(
  signature: Signature,
  equations: readonly WrittenStatement[],
  unknowns: readonly Term[],
  wanted: Term,
): Promise<Term> {
  if (equations.some(({ relation }) => relation !== '=')) throw new TermError('solve: expected equations');
  const sides = equations.flatMap(({ left, right }) => [left, right]);
  const { texts, variables } = writeExpressions(signature, [...unknowns, ...sides]);
  const names = texts.slice(0, unknowns.length);
  const asked = unknowns.findIndex((unknown) => printTerm(unknown) === printTerm(wanted));
  if (asked < 0 || !names.every((name) => variables.has(name)))
    throw new TermError(`solve: ${printTerm(wanted)} is not one of the unknowns, or they are no plain quantities`);
  const written = equations.map((_, k) => `${texts[names.length + 2 * k]}=${texts[names.length + 2 * k + 1]}`);
  const answers = await askNerdamer({ operation: 'solve', equations: written, variables: names });
  return readAnswer(answers[asked]!, variables);
}

const first = ([text]: readonly string[]): string => text!;
