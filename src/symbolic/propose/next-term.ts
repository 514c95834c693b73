/** Lets nerdamer propose the next term of a chain. */
import { isConstant } from '../kernel/derivative.js';
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
  const [variable] = [...variables].find(([, term]) => !isConstant(signature, term)) ?? [...variables][0] ?? [];
  if (variable === undefined) throw new TermError('partfrac: the term has no variable');
  return readAnswer(first(await askNerdamer({ operation, expression: text, variable })), variables);
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
