/** Lets nerdamer propose the next term of a chain. */
import { isConstant } from '../kernel/derivative.js';
import { type Signature, TermError } from '../kernel/signature.js';
import type { Term } from '../kernel/term.js';
import { readAnswer, writeExpression } from './expression-text.js';
import { askNerdamer } from './nerdamer.js';

/** The scalar term after an operation. Partial fractions are taken in the first quantity that moves. Throws TermError. */
export async function proposeNext(signature: Signature, from: Term, operation: 'expand' | 'partfrac'): Promise<Term> {
  const { text, variables } = writeExpression(signature, from);
  if (operation === 'expand') return readAnswer(first(await askNerdamer({ operation, expression: text })), variables);
  const [variable] = [...variables].find(([, term]) => !isConstant(signature, term)) ?? [...variables][0] ?? [];
  if (variable === undefined) throw new TermError('partfrac: the term has no variable');
  return readAnswer(first(await askNerdamer({ operation, expression: text, variable })), variables);
}

const first = ([text]: readonly string[]): string => text!;
