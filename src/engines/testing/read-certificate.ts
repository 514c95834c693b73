/** Certificates back into terms of the kernel, which proves them again: the second judge of tampered files. */
import { isDeepStrictEqual } from 'node:util';
import { type Barrier, type Decay, proveDecay } from '../../symbolic/kernel/decay.js';
import { polynomialKey } from '../../symbolic/kernel/monomial.js';
import { normalForm } from '../../symbolic/kernel/normal-form.js';
import { type Num, rational } from '../../symbolic/kernel/number.js';
import type { Positivity } from '../../symbolic/kernel/positivity.js';
import {
  type Hypothesis,
  type Link,
  ProofError,
  prove,
  type Reason,
  type Statement,
  type Theorem,
} from '../../symbolic/kernel/proof.js';
import { rangeOf, type Signature, TermError } from '../../symbolic/kernel/signature.js';
import type { Term } from '../../symbolic/kernel/term.js';
import type { Equation, Witness } from '../../symbolic/kernel/witness.js';
import type { Json, JsonObject } from '../certificate-format.js';
import type { CertificateDraft, ChainDraft, ReasonDraft, SignatureDraft, StatementDraft } from './certificate-draft.js';

/** A certificate that was accepted, for those after it. */
export interface Accepted {
  readonly document: CertificateDraft;
  readonly theorem: Theorem;
}

/** The theorem that the kernel makes of a certificate. Throws TermError, ProofError or RangeError where it does not. */
export function theoremOf(document: CertificateDraft, accepted: ReadonlyMap<string, Accepted>): Accepted {
  const signature = signatureOf(document, accepted);
  const { decay, theorem: stated } = document;
  const theorems = Object.entries(document.uses).map(([id, used]): [string, Theorem] => {
    const before = accepted.get(id);
    require(before !== undefined, `uses ${id}, which does not stand before`);
    require(isDeepStrictEqual(used, before!.document.theorem), `uses ${id}, which says something else`);
    return [id, before!.theorem];
  });
  const hypotheses = Object.entries(document.hypotheses).map(([name, { rules, facts }]): [string, Hypothesis] => {
    const term = (part: JsonObject): Term => termOf(signature, part);
    return [
      name,
      { rules: rules.map(({ left, right }) => ({ left: term(left), right: term(right) })), facts: facts.map(term) },
    ];
  });
  const run = (chain: ChainDraft, hidden: string | undefined): Theorem => {
    const visible = Object.fromEntries(hypotheses.filter(([name]) => name !== hidden));
    const theory = { signature, hypotheses: visible, theorems: Object.fromEntries(theorems) };
    const start = termOf(signature, chain.start);
    return prove(theory, statementOf(signature, chain.statement), start, linksOf(signature, chain));
  };
  require(isDeepStrictEqual(document.proof.statement, stated.statement), 'the proof is of another statement');
  const shown = run(document.proof, decay?.barrier?.outside);
  const theorem = decay === null ? shown : decayed(signature, document, shown, run);
  require(isDeepStrictEqual([...theorem.needs.keys()].sort(), stated.needs), 'other needs');
  require(isDeepStrictEqual([...theorem.cites].sort(), stated.cites), 'other lemmas');
  const divisors = stated.nonzero.map((divisor) => polynomialKey(normalForm(signature, termOf(signature, divisor))));
  require(isDeepStrictEqual([...theorem.nonzero.keys()].sort(), divisors.sort()), 'other divisors');
  return { document, theorem };
}

function decayed(
  signature: Signature,
  { decay }: CertificateDraft,
  shown: Theorem,
  run: (chain: ChainDraft, hidden: string | undefined) => Theorem,
): Theorem {
  const { kind, loss, rate, barrier } = decay!;
  const bound: Decay = { kind: kind as Decay['kind'], loss, rate: termOf(signature, rate) };
  if (barrier === null) return proveDecay(signature, bound, shown, null);
  const region: Barrier = {
    quantity: termOf(signature, barrier.quantity),
    bound: termOf(signature, barrier.bound),
    inside: barrier.inside,
    outside: barrier.outside,
    falls: run(barrier.falls, barrier.inside),
  };
  return proveDecay(signature, bound, shown, region);
}

/** Whether an error is the kernel's way of saying no. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof TermError || error instanceof ProofError || error instanceof RangeError;

function require(condition: boolean, message: string): void {
  if (!condition) throw new ProofError(message, null);
}

/** Theorems are about one signature object: that of an accepted certificate where it says the same. */
function signatureOf(document: CertificateDraft, accepted: ReadonlyMap<string, Accepted>): Signature {
  for (const other of accepted.values())
    if (isDeepStrictEqual(other.document.signature, document.signature)) return other.theorem.signature;
  return signatureFrom(structuredClone(document.signature));
}

function signatureFrom({ symbols, ...rest }: SignatureDraft): Signature {
  const entries = Object.entries(symbols).map(([name, symbol]) => {
    const { velocity, ...others } = symbol;
    return [name, velocity === null ? others : { ...others, velocity }];
  });
  return { ...rest, symbols: Object.fromEntries(entries) } as Signature;
}

function linksOf(signature: Signature, { start, links }: ChainDraft): Link[] {
  return links.map(({ from, relation, to, reason }, k) => {
    require(isDeepStrictEqual(from, links[k - 1]?.to ?? start), 'a link starts elsewhere than the one before it ends');
    return { relation: relation as Link['relation'], to: termOf(signature, to), reason: reasonOf(signature, reason) };
  });
}

/** The inverse of reasonJson. */
function reasonOf(
  signature: Signature,
  { by, using, variable, certificate, witness, base, step }: ReasonDraft,
): Reason {
  const items = (json: Json | undefined): Witness => witnessOf(signature, (json ?? []) as readonly JsonObject[]);
  const read = certificate === undefined ? {} : { certificate: positivityOf(signature, certificate) };
  return { by, using, variable, ...read, witness: items(witness), base: items(base), step: items(step) } as Reason;
}

function witnessOf(signature: Signature, json: readonly JsonObject[]): Witness {
  const term = (part: Json): Term | null => (part === null ? null : termOf(signature, part as JsonObject));
  return json.map((item) => {
    const over = (item.over as [string, string][]).map(([index, range]) => {
      require(rangeOf(signature, index) === range, `${index}: of another range`);
      return index;
    });
    const equation = equationOf(signature, item.equation as JsonObject);
    return {
      over,
      times: term(item.times!)!,
      before: term(item.before!),
      after: term(item.after!),
      trace: item.trace as boolean,
      leg: item.leg as 1 | 2 | null,
      equation,
    };
  });
}

function equationOf(signature: Signature, json: JsonObject): Equation {
  const terms = (parts: Json): Term[] => (parts as JsonObject[]).map((part) => termOf(signature, part));
  switch (json.kind) {
    case 'equal arguments': {
      const witness = (json.witness as JsonObject[][]).map((part) => witnessOf(signature, part));
      return { ...json, from: terms(json.from!), to: terms(json.to!), witness } as unknown as Equation;
    }
    case 'absolute square':
      return { kind: 'absolute square', of: termOf(signature, json.of as JsonObject) };
    default:
      return json as unknown as Equation;
  }
}

const statementOf = (signature: Signature, { left, relation, right }: StatementDraft): Statement => ({
  left: termOf(signature, left),
  relation: relation as Statement['relation'],
  right: termOf(signature, right),
});

/** The inverse of termJson. */
export function termOf(signature: Signature, json: JsonObject): Term {
  const go = (part: Json): Term => termOf(signature, part as JsonObject);
  const all = (parts: Json): Term[] => (parts as readonly Json[]).map(go);
  switch (json.kind) {
    case 'number':
      return { kind: 'number', value: numberOf(json.value as string[]) };
    case 'sum':
      return { kind: 'sum', terms: all(json.terms!) };
    case 'product':
      return { kind: 'product', factors: all(json.factors!) };
    case 'power': {
      const { offset, variables } = json.exponent as { offset: number; variables: Record<string, number> };
      return { kind: 'power', base: go(json.base!), exponent: { offset, variables: Object.entries(variables) } };
    }
    case 'adjoint':
    case 'trace':
    case 'rate':
      return { kind: json.kind, of: go(json.of!) };
    case 'partial trace':
      return { ...json, of: go(json.of!) } as unknown as Term;
    case 'commutator':
    case 'tensor':
      return { kind: json.kind, left: go(json.left!), right: go(json.right!) };
    case 'apply':
      return { ...json, to: all(json.to!) } as unknown as Term;
    case 'over': {
      const index = json.index as string;
      require(rangeOf(signature, index) === json.range, `${index}: of another range`);
      return { kind: 'over', index, body: go(json.body!) };
    }
    default:
      return json as unknown as Term;
  }
}

function positivityOf(signature: Signature, json: JsonObject): Positivity {
  const go = (part: Json): Positivity => positivityOf(signature, part as JsonObject);
  const term = (key: string): Term => termOf(signature, json[key] as JsonObject);
  switch (json.kind) {
    case 'constant':
      return { kind: 'constant', value: numberOf(json.value as string[]) };
    case 'exponential':
      return { kind: json.kind, of: term('of') };
    case 'schur':
      return { kind: json.kind, left: go(json.left!), right: go(json.right!) };
    case 'interval': {
      const witness = (part: Json): Witness => witnessOf(signature, part as JsonObject[]);
      const within = (json.within as JsonObject[]).map((w) => ({
        atom: termOf(signature, w.atom as JsonObject),
        low: numberOf(w.low as string[]),
        high: numberOf(w.high as string[]),
        above: go(w.above!),
        below: go(w.below!),
        witnesses: (w.witnesses as Json[]).map(witness) as [Witness, Witness],
      }));
      return { kind: 'interval', of: term('of'), within };
    }
    case 'cases':
      return {
        kind: 'cases',
        on: term('on'),
        name: json.name as string,
        above: go(json.above!),
        below: go(json.below!),
        witness: witnessOf(signature, json.witness as JsonObject[]),
      };
    case 'congruence':
      return { kind: json.kind, by: term('by'), part: go(json.part!) };
    case 'reciprocal':
    case 'trace':
      return { kind: json.kind, part: go(json.part!) };
    case 'cauchy-schwarz':
      return { kind: json.kind, left: term('left'), right: term('right') };
    case 'root':
      return {
        kind: 'root',
        small: term('small'),
        large: term('large'),
        sign: go(json.sign!),
        gap: go(json.gap!),
        signWitness: witnessOf(signature, json.signWitness as JsonObject[]),
        gapWitness: witnessOf(signature, json.gapWitness as JsonObject[]),
      };
    case 'sum':
    case 'product':
      return { kind: json.kind, parts: (json.parts as readonly Json[]).map(go) };
    case 'over':
      require(rangeOf(signature, json.index as string) === json.range, `${json.index}: of another range`);
      return { kind: 'over', index: json.index as string, part: go(json.part!) };
    case 'size':
    case 'fact':
      return json as unknown as Positivity;
    default:
      return { ...json, of: term('of') } as unknown as Positivity;
  }
}

/** Four fractions over their common denominator. */
function numberOf(parts: readonly string[]): Num {
  const fractions = parts.map((part) => part.split('/').map(BigInt) as [bigint, bigint?]);
  const n = fractions.reduce((product, [, q = 1n]) => product * q, 1n);
  const [a, b, c, d] = fractions.map(([p, q = 1n]) => (p * n) / q) as [bigint, bigint, bigint, bigint];
  const divisor = [a, b, c, d].reduce((x, y) => gcd(x, y), n);
  return { ...rational(0), a: a / divisor, b: b / divisor, c: c / divisor, d: d / divisor, n: n / divisor };
}

function gcd(x: bigint, y: bigint): bigint {
  return y === 0n ? (x < 0n ? -x : x) : gcd(y, x % y);
}
