/** The proof of a claim as a document that another program can check from the file alone. */
import type { Claim } from '../claim/claim.js';
import { componentsOf, readTables } from '../symbolic/kernel/components.js';
import { normalForm } from '../symbolic/kernel/normal-form.js';
import { conclusionOf, type Positivity } from '../symbolic/kernel/positivity.js';
import type { Reason, Statement, Theorem, Theory } from '../symbolic/kernel/proof.js';
import type { Signature } from '../symbolic/kernel/signature.js';
import {
  difference,
  exponentOf,
  identity,
  power,
  product,
  shapeOf,
  substituteExponent,
  type Term,
} from '../symbolic/kernel/term.js';
import { parseTerm } from '../symbolic/notation/parse.js';
import {
  FORMAT,
  hypothesisJson,
  type Json,
  type JsonObject,
  positivityJson,
  signatureJson,
  statementJson,
  termJson,
  VERSION,
} from './certificate-format.js';
import { type NamedRule, witnessOfZero } from './certificate-witness.js';
import { barrierOf, type CheckedChain, type ProvedClaim } from './prove.js';
import { readStatement } from './read-statement.js';
import { factOf } from './resolve-chain.js';

export interface Certificate {
  readonly claim: string;
  /** Ids of the claims whose theorems it cites; their certificates belong into the same folder. */
  readonly uses: readonly string[];
  readonly document: JsonObject;
}

/** The certificate of a proof that the kernel has accepted. Throws TermError where a link cannot be given a witness. */
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
function theoremJson(signature: Signature, { statement, needs, cites, restrictedTo }: Theorem): JsonObject {
  return {
    statement: statementJson(signature, statement),
    needs: [...needs.keys()].sort(),
    cites: [...cites].sort(),
    restrictedTo: Object.fromEntries(restrictedTo),
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
      reason: reasonJson(theory, { left: from, relation, right: to }, reason),
    })),
  };
}

function reasonJson(theory: Theory, { left, right }: Statement, reason: Reason): JsonObject {
  const { signature } = theory;
  const rules = namedRules(theory, reason.using);
  const equal = (a: Term, b: Term): Json => witnessOfZero(signature, normalForm(signature, difference(a, b)), rules);
  switch (reason.by) {
    case 'rewriting':
      return { ...reason, witness: equal(left, right) };
    case 'components':
      return { ...reason, witness: componentWitnesses(signature, left, right, rules) };
    case 'induction': {
      const { base: matrix } = left as Extract<Term, { kind: 'power' }>;
      const [base, next] = [exponentOf(0), exponentOf(1, [[reason.variable, 1]])];
      const at = (exponent: typeof base): Term => substituteExponent(right, reason.variable, exponent);
      return {
        ...reason,
        base: equal(at(base), identity(shapeOf(signature, matrix).rows)),
        step: equal(product(right, matrix), at(next)),
      };
    }
    case 'positivity': {
      const conclusion = (part: Positivity): Term =>
        conclusionOf(
          { signature, rules: rules.map(({ rule }) => rule), fact: (name) => factOf(theory, name), cite: () => {} },
          part,
        );
      const certificate = positivityJson(signature, reason.certificate, ({ small, large, sign, gap }) => ({
        signWitness: equal(large, conclusion(sign)),
        gapWitness: equal(difference(power(large, 2), power(small, 2)), conclusion(gap)),
      }));
      const witness = equal(difference(right, left), conclusion(reason.certificate));
      return { by: 'positivity', using: reason.using, certificate, witness };
    }
  }
}

/** One witness per entry, row by row. */
function componentWitnesses(signature: Signature, left: Term, right: Term, rules: readonly NamedRule[]): Json {
  const { components, others } = readTables(rules.map(({ rule }) => rule));
  const open = rules.filter(({ rule }) => others.includes(rule));
  const entries = componentsOf(signature, difference(left, right), components).flat();
  return entries.map((entry) => witnessOfZero(signature, entry, open));
}

/** The equations of the cited hypotheses and theorems, each with the name and position under which it is cited. */
function namedRules({ hypotheses, theorems }: Theory, using: readonly string[]): NamedRule[] {
  return using.flatMap((from): NamedRule[] => {
    if (Object.hasOwn(hypotheses, from))
      return hypotheses[from]!.rules.map((rule, position) => ({ from, position, rule }));
    const { left, relation, right } = theorems[from]!.statement;
    return relation === '=' ? [{ from, position: 0, rule: { left, right } }] : [];
  });
}
