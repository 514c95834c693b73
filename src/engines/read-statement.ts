/** A claim's statement as the kernel sees it, and as people read it. */
import type { ClaimStatement, DecayStatement } from '../claim/claim.js';
import type { ClaimTheory } from '../claim/theory.js';
import { type Decay, pointwise } from '../symbolic/kernel/decay.js';
import type { Statement } from '../symbolic/kernel/proof.js';
import { parseStatement, parseTerm } from '../symbolic/notation/parse.js';
import { latexOf, printTerm } from '../symbolic/notation/print.js';

export interface ReadStatement {
  /** Printed back from the terms, so that what is shown is what is checked. */
  readonly text: string;
  readonly latex: string;
  /** The equation or inequality that is proved and evaluated; `>=` has its sides exchanged, a decay is pointwise. */
  readonly kernel: Statement;
  readonly decay: Decay | null;
}

/** Throws TermError where the statement does not parse. */
export function readStatement(theory: ClaimTheory, statement: ClaimStatement): ReadStatement {
  if (typeof statement !== 'string') return readDecay(theory, statement);
  const { left, relation, right } = parseStatement(theory.signature, statement);
  const kernel: Statement =
    relation === '>=' ? { left: right, relation: '<=', right: left } : { left, relation, right };
  const sign = { '=': '=', '<=': '\\le', '>=': '\\ge' }[relation];
  return {
    text: `${printTerm(left)} ${relation} ${printTerm(right)}`,
    latex: `${latexOf(left, theory.typeset)} ${sign} ${latexOf(right, theory.typeset)}`,
    kernel,
    decay: null,
  };
}

function readDecay(theory: ClaimTheory, { kind, loss, rate }: DecayStatement): ReadStatement {
  return decayStatement(theory, { kind, loss, rate: parseTerm(theory.signature, rate) });
}

/** A bound along the flow, with its pointwise form for the kernel. */
export function decayStatement(theory: ClaimTheory, decay: Decay): ReadStatement {
  const { kind, loss, rate } = decay;
  const latex = latexOf(rate, theory.typeset);
  const name = theory.typeset[loss] ?? loss;
  return {
    text: decayText(decay, kind === 'exponential' ? '<=' : '>='),
    latex:
      kind === 'exponential'
        ? `${name}(t) \\le ${name}(0)\\,e^{-(${latex})t}`
        : `${name}(t) \\ge \\frac{1}{\\left(1/\\sqrt{${name}(0)} + (${latex})\\,t\\right)^2}`,
    kernel: pointwise(theory.signature, decay),
    decay,
  };
}

function decayText({ kind, loss, rate }: Decay, relation: '<=' | '>='): string {
  const along = `(${printTerm(rate)}) t`;
  const bound = kind === 'exponential' ? `${loss}(0) exp(-${along})` : `1/(1/sqrt(${loss}(0)) + ${along})^2`;
  return `${loss}(t) ${relation} ${bound}`;
}

/** The inequality with its sides exchanged; of a bound along the flow, the opposite bound and its pointwise form. */
export function turnedRound({ kernel, decay }: ReadStatement): Pick<ReadStatement, 'text' | 'kernel'> {
  const turned: Statement = { ...kernel, left: kernel.right, right: kernel.left };
  if (decay === null) return { text: printStatement(turned), kernel: turned };
  return { text: decayText(decay, decay.kind === 'exponential' ? '>=' : '<='), kernel: turned };
}

/** An equation or inequality of the kernel as text. */
export const printStatement = ({ left, relation, right }: Statement): string =>
  `${printTerm(left)} ${relation} ${printTerm(right)}`;
