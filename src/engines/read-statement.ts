/** A claim's statement as the kernel sees it, and as people read it. */
import { type Claim, type ClaimStatement, type DecayStatement, isSpelled } from '../claim/claim.js';
import type { ClaimTheory } from '../claim/theory.js';
import { type Decay, pointwise } from '../symbolic/kernel/decay.js';
import type { Statement } from '../symbolic/kernel/proof.js';
import { TermError } from '../symbolic/kernel/signature.js';
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
  if (typeof statement !== 'string') {
    if (isSpelled(statement)) throw new TermError(`a statement ${ABOUT[statement.kind]} has no term`);
    return readDecay(theory, statement);
  }
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

const ABOUT = {
  statistical: 'about random draws',
  enclosure: 'that intervals decide',
  experiment: 'about runs of an experiment',
} as const;

function readDecay(theory: ClaimTheory, { kind, loss, rate }: DecayStatement): ReadStatement {
  return decayStatement(theory, { kind, loss, rate: parseTerm(theory.signature, rate) });
}

/** A bound along the flow, with its pointwise form for the kernel. */
export function decayStatement(theory: ClaimTheory, decay: Decay): ReadStatement {
  const { kind, loss, rate } = decay;
  const written = WRITTEN[kind](loss, printTerm(rate));
  const typeset = TYPESET[kind](theory.typeset[loss] ?? loss, latexOf(rate, theory.typeset));
  return { text: written, latex: typeset, kernel: pointwise(theory.signature, decay), decay };
}

/** The inequality with its sides exchanged; of a bound along the flow, the opposite bound and its pointwise form. */
export function turnedRound({ kernel, decay, text }: ReadStatement): Pick<ReadStatement, 'text' | 'kernel'> {
  const turned: Statement = { ...kernel, left: kernel.right, right: kernel.left };
  if (decay === null) return { text: printStatement(turned), kernel: turned };
  return { text: text.replace(/<=|>=|convex/, (word) => OPPOSITE[word]!), kernel: turned };
}

const OPPOSITE: Readonly<Record<string, string>> = { '<=': '>=', '>=': '<=', convex: 'concave' };

type Spelling = Readonly<Record<Decay['kind'], (loss: string, rate: string) => string>>;

const WRITTEN: Spelling = {
  exponential: (loss, rate) => `${loss}(t) <= ${loss}(0) exp(-(${rate}) t)`,
  'inverse-square': (loss, rate) => `${loss}(t) >= 1/(1/sqrt(${loss}(0)) + (${rate}) t)^2`,
  linear: (loss, rate) => (rate === '0' ? `${loss}(t) >= ${loss}(0)` : `${loss}(t) >= ${loss}(0) - (${rate}) t`),
  convex: (loss, rate) => (rate === '0' ? `${loss}(t) is convex in t` : `${loss}(t) - (${rate}) t^2/2 is convex in t`),
};

const TYPESET: Spelling = {
  exponential: (loss, rate) => `${loss}(t) \\le ${loss}(0)\\,e^{-(${rate})t}`,
  'inverse-square': (loss, rate) => `${loss}(t) \\ge \\frac{1}{\\left(1/\\sqrt{${loss}(0)} + (${rate})\\,t\\right)^2}`,
  linear: (loss, rate) => (rate === '0' ? `${loss}(t) \\ge ${loss}(0)` : `${loss}(t) \\ge ${loss}(0) - (${rate})\\,t`),
  convex: (loss, rate) =>
    rate === '0'
      ? `t \\mapsto ${loss}(t) \\text{ is convex}`
      : `t \\mapsto ${loss}(t) - \\tfrac12 (${rate})\\,t^2 \\text{ is convex}`,
};

/** How any claim's statement reads, also where it has no term. */
export function spellStatement({
  theory,
  statement,
}: Pick<Claim, 'theory' | 'statement'>): Pick<ReadStatement, 'text' | 'latex'> {
  if (typeof statement === 'string') return readStatement(theory, statement);
  return isSpelled(statement) ? statement : readStatement(theory, statement);
}

/** An equation or inequality of the kernel as text. */
export const printStatement = ({ left, relation, right }: Statement): string =>
  `${printTerm(left)} ${relation} ${printTerm(right)}`;
