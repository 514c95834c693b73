/** The proof of a claim: its chain resolved, checked by the kernel, and reported step by step. */
import type { Chain } from '../claim/chain.js';
import type { BarrierSource, Claim } from '../claim/claim.js';
import type { ProofEvidence, StepEvidence } from '../claim/verdict.js';
import { type Barrier, proveDecay } from '../symbolic/kernel/decay.js';
import { timeDerivative } from '../symbolic/kernel/derivative.js';
import { ProofError, prove, type Statement, type Theorem, type Theory } from '../symbolic/kernel/proof.js';
import { type Signature, TermError } from '../symbolic/kernel/signature.js';
import { integer } from '../symbolic/kernel/term.js';
import { parseTerm } from '../symbolic/notation/parse.js';
import { printTerm } from '../symbolic/notation/print.js';
import { ruleOf, stepLatex } from './describe-step.js';
import { theoryOf } from './kernel-theory.js';
import { readStatement } from './read-statement.js';
import { ChainError, type ResolvedLink, resolveChain } from './resolve-chain.js';

/** The links of one chain with the theory in which they were checked, for evaluation and for mutants. */
export interface CheckedChain {
  readonly part: 'proof' | 'falls';
  readonly theory: Theory;
  readonly statement: Statement;
  readonly links: readonly ResolvedLink[];
}

export interface ProvedClaim {
  readonly evidence: ProofEvidence;
  readonly theorem: Theorem | null;
  readonly chains: readonly CheckedChain[];
}

/** Null for a claim without a proof. A proof that fails says where and why; it never says that the claim is false. */
export async function proveClaim(
  claim: Claim,
  theorems: Readonly<Record<string, Theorem>>,
): Promise<ProvedClaim | null> {
  if (claim.proof === null) return null;
  const chains: CheckedChain[] = [];
  const steps: StepEvidence[] = [];
  const run = async (
    part: CheckedChain['part'],
    theory: Theory,
    statement: Statement,
    chain: Chain,
  ): Promise<Theorem> => {
    const record = (links: readonly ResolvedLink[]): void => {
      chains.push({ part, theory, statement, links });
      steps.push(...links.map((link) => stepOf(claim, part, link)));
    };
    const resolved = await resolveChain(theory, chain).catch((error: unknown) => {
      if (error instanceof ChainError) record(error.resolved);
      throw error;
    });
    record(resolved.links);
    return prove(theory, statement, resolved.start, resolved.links);
  };
  try {
    const theorem = await wholeTheorem(claim, theorems, claim.proof, run);
    requireStatedSizes(claim, theorem);
    const [cited, needs] = [[...theorem.cites].sort(), [...theorem.needs.keys()].sort()];
    const nonzero = [...theorem.nonzero.values()].map(printTerm).sort();
    return { evidence: { checked: true, steps, failure: null, cited, needs, nonzero }, theorem, chains };
  } catch (error) {
    const nothing = { cited: [], needs: [], nonzero: [] };
    return { evidence: { checked: false, steps, failure: reason(error), ...nothing }, theorem: null, chains };
  }
}

/** A proof from hypotheses that fix a size is worth `proved-for`, and the claim has to say for which. */
function requireStatedSizes({ provedFor, theory }: Claim, { needs }: Theorem): void {
  for (const { left, right } of [...needs.values()].flatMap(({ rules }) => rules)) {
    if (left.kind !== 'symbol' || !theory.signature.sizes.includes(left.name)) continue;
    const value = printTerm(right);
    if (`${provedFor?.[left.name]}` !== value)
      throw new ProofError(`the proof holds for ${left.name} = ${value} only, which the claim does not say`, null);
  }
}

type Run = (part: CheckedChain['part'], theory: Theory, statement: Statement, chain: Chain) => Promise<Theorem>;

async function wholeTheorem(
  claim: Claim,
  theorems: Readonly<Record<string, Theorem>>,
  chain: Chain,
  run: Run,
): Promise<Theorem> {
  const { theory, statement } = claim;
  const { kernel, decay } = readStatement(theory, statement);
  const barrier = barrierOf(claim);
  const pointwise = await run(
    'proof',
    theoryOf(claim, theorems, barrier === null ? [] : [barrier.outside]),
    kernel,
    chain,
  );
  if (decay === null) return pointwise;
  if (barrier === null) return proveDecay(theory.signature, decay, pointwise, null);
  const falling = fallStatement(theory.signature, barrier);
  const falls = await run('falls', theoryOf(claim, theorems, [barrier.inside]), falling, barrier.falls);
  const region: Barrier = {
    quantity: parseTerm(theory.signature, barrier.quantity),
    bound: parseTerm(theory.signature, barrier.bound),
    inside: barrier.inside,
    outside: barrier.outside,
    falls,
  };
  return proveDecay(theory.signature, decay, pointwise, region);
}

/** The barrier of a decay statement, or null. */
export const barrierOf = ({ statement }: Claim): BarrierSource | null =>
  typeof statement === 'string' ? null : (statement.barrier ?? null);

/** d(quantity)/dt <= 0. */
export const fallStatement = (signature: Signature, { quantity }: BarrierSource): Statement => ({
  left: timeDerivative(signature, parseTerm(signature, quantity)),
  relation: '<=',
  right: integer(0),
});

function stepOf({ theory }: Claim, part: CheckedChain['part'], link: ResolvedLink): StepEvidence {
  return {
    from: printTerm(link.from),
    relation: link.relation,
    to: printTerm(link.to),
    latex: stepLatex(theory, link),
    rule: ruleOf(link),
    using: link.reason.using,
    remark: part === 'falls' ? `outside the region: ${link.remark}`.replace(/: $/, '') : link.remark,
  };
}

function reason(error: unknown): string {
  if (error instanceof ChainError)
    return error.step === null ? `the start: ${error.message}` : `step ${error.step + 1}: ${error.message}`;
  if (error instanceof ProofError)
    return error.link === null ? error.message : `step ${error.link + 1}: ${error.message}`;
  if (error instanceof TermError) return error.message;
  throw error;
}
