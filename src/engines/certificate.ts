/** The proof of a claim as a document that another program can check from the file alone. */
import type { Claim } from '../claim/claim.js';
import type { Theorem } from '../symbolic/kernel/proof.js';
import type { Signature } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';
import { parseTerm } from '../symbolic/notation/parse.js';
import {
  FORMAT,
  hypothesisJson,
  type Json,
  type JsonObject,
  reasonJson,
  signatureJson,
  statementJson,
  termJson,
  VERSION,
} from './certificate-format.js';
import { barrierOf, type CheckedChain, type ProvedClaim } from './prove.js';
import { readStatement } from './read-statement.js';

export interface Certificate {
  readonly claim: string;
  /** Ids of the claims whose theorems it cites; their certificates belong into the same folder. */
  readonly uses: readonly string[];
  readonly document: JsonObject;
}

/** The certificate of a proof that the kernel has accepted. */
export function certificateOf(claim: Claim, theorem: Theorem, { chains }: ProvedClaim): Certificate {
  const { signature } = claim.theory;
  const cited = new Set(chains.flatMap(({ links }) => links.flatMap(({ reason }) => reason.using)));
  const theorems = Object.entries(chains[0]!.theory.theorems).filter(([id]) => cited.has(id));
  const assumed = new Set([...cited, ...theorems.flatMap(([, used]) => [...used.needs.keys()])]);
  const hypotheses = Object.entries(claim.given).filter(([name]) => assumed.has(name));
  const chainOf = (part: CheckedChain['part']): JsonObject => chainJson(chains.find((chain) => chain.part === part)!);
  return {
    claim: claim.id,
    uses: theorems.map(([id]) => id),
    document: {
      format: FORMAT,
      version: VERSION,
      claim: claim.id,
      title: claim.title,
      source: claim.source,
      text: readStatement(claim.theory, claim.statement).text,
      signature: signatureJson(signature),
      hypotheses: Object.fromEntries(
        hypotheses.map(([name, content]) => [name, hypothesisJson(signature, content.text, content)]),
      ),
      uses: Object.fromEntries(theorems.map(([id, used]) => [id, theoremJson(signature, used)])),
      theorem: theoremJson(signature, theorem),
      decay: decayJson(claim, chainOf),
      proof: chainOf('proof'),
    },
  };
}

/** What a theorem says and rests on. */
function theoremJson(signature: Signature, { statement, needs, cites, nonzero }: Theorem): JsonObject {
  return {
    statement: statementJson(signature, statement),
    needs: [...needs.keys()].sort(),
    cites: [...cites].sort(),
    nonzero: [...nonzero].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, divisor]) => termJson(signature, divisor)),
  };
}

function decayJson(claim: Claim, chainOf: (part: 'falls') => JsonObject): Json {
  const { theory, statement } = claim;
  const { decay } = readStatement(theory, statement);
  if (decay === null) return null;
  const term = (text: string): JsonObject => termJson(theory.signature, parseTerm(theory.signature, text));
  const barrier = barrierOf(claim);
  return {
    kind: decay.kind,
    loss: decay.loss,
    rate: termJson(theory.signature, decay.rate),
    barrier: barrier && {
      quantity: term(barrier.quantity),
      bound: term(barrier.bound),
      inside: barrier.inside,
      outside: barrier.outside,
      falls: chainOf('falls'),
    },
  };
}

function chainJson({ theory, statement, links }: CheckedChain): JsonObject {
  const { signature } = theory;
  const term = (part: Term): JsonObject => termJson(signature, part);
  return {
    statement: statementJson(signature, statement),
    start: term(links[0]?.from ?? statement.left),
    links: links.map(({ from, relation, to, reason, remark }) => ({
      from: term(from),
      relation,
      to: term(to),
      remark,
      reason: reasonJson(signature, reason),
    })),
  };
}
