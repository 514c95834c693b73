/**
 * Proof certificates as plain JSON, specified in fixtures/checker/README.md: what a proof says and how each link is
 * discharged, readable without TypeScript. Numbers are exact, as four fractions: the coefficients of 1, √2, i and i√2.
 */
import type { Num } from '../symbolic/kernel/number.js';
import type { Positivity } from '../symbolic/kernel/positivity.js';
import type { Hypothesis, Reason, Statement } from '../symbolic/kernel/proof.js';
import { rangeOf, type Signature } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';
import type { Equation, Witness } from '../symbolic/kernel/witness.js';

export const FORMAT = 'kasym proof certificate';
export const VERSION = 2;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** The number as the coefficients of 1, √2, i and i√2, each a fraction in lowest terms. */
export function numberJson({ a, b, c, d, n }: Num): Json {
  return [a, b, c, d].map((part) => fraction(part, n));
}

function fraction(part: bigint, n: bigint): string {
  let [p, q] = [part < 0n ? -part : part, n];
  while (q !== 0n) [p, q] = [q, p % q];
  return n / p === 1n ? `${part / p}` : `${part / p}/${n / p}`;
}

/** A term tree. Sums over an index carry its range, since a witness may bind indices that no signature declares. */
export function termJson(signature: Signature, term: Term): JsonObject {
  const go = (part: Term): Json => termJson(signature, part);
  switch (term.kind) {
    case 'number':
      return { kind: 'number', value: numberJson(term.value) };
    case 'symbol':
      return { kind: 'symbol', name: term.name, at: term.at };
    case 'identity':
      return { kind: 'identity', size: term.size };
    case 'sum':
      return { kind: 'sum', terms: term.terms.map(go) };
    case 'product':
      return { kind: 'product', factors: term.factors.map(go) };
    case 'power': {
      const { offset, variables } = term.exponent;
      return { kind: 'power', base: go(term.base), exponent: { offset, variables: Object.fromEntries(variables) } };
    }
    case 'adjoint':
      return { kind: 'adjoint', of: go(term.of) };
    case 'commutator':
      return { kind: 'commutator', left: go(term.left), right: go(term.right) };
    case 'trace':
      return { kind: 'trace', of: go(term.of) };
    case 'apply':
      return { kind: 'apply', name: term.name, to: term.to.map(go) };
    case 'over':
      return { kind: 'over', index: term.index, range: rangeOf(signature, term.index), body: go(term.body) };
    case 'unit':
      return { kind: 'unit', index: term.index };
    case 'tensor':
      return { kind: 'tensor', left: go(term.left), right: go(term.right) };
    case 'swap':
      return { kind: 'swap', size: term.size };
    case 'partial trace':
      return { kind: 'partial trace', factor: term.factor, of: go(term.of) };
    case 'rate':
      return { kind: 'rate', of: go(term.of) };
  }
}

export function statementJson(signature: Signature, { left, relation, right }: Statement): JsonObject {
  return { left: termJson(signature, left), relation, right: termJson(signature, right) };
}

export function witnessJson(signature: Signature, witness: Witness): Json {
  const term = (part: Term | null): Json => part && termJson(signature, part);
  return witness.map(({ over, times, before, after, trace, leg, equation }) => ({
    over: over.map((index) => [index, rangeOf(signature, index)]),
    times: term(times),
    before: term(before),
    after: term(after),
    trace,
    leg,
    equation: equationJson(signature, equation),
  }));
}

function equationJson(signature: Signature, equation: Equation): JsonObject {
  const term = (part: Term): Json => termJson(signature, part);
  switch (equation.kind) {
    case 'rule':
      return { ...equation };
    case 'equal arguments': {
      const { kind, name, from, to, witness } = equation;
      return {
        kind,
        name,
        from: from.map(term),
        to: to.map(term),
        witness: witness.map((w) => witnessJson(signature, w)),
      };
    }
    case 'absolute square':
      return { kind: equation.kind, of: term(equation.of) };
  }
}

export function positivityJson(signature: Signature, certificate: Positivity): JsonObject {
  const term = (part: Term): JsonObject => termJson(signature, part);
  const go = (part: Positivity): JsonObject => positivityJson(signature, part);
  switch (certificate.kind) {
    case 'constant':
      return { kind: 'constant', value: numberJson(certificate.value) };
    case 'size':
    case 'fact':
      return { ...certificate };
    case 'gram':
    case 'abs':
    case 'dominates':
      return { kind: certificate.kind, of: term(certificate.of) };
    case 'reciprocal':
      return { kind: 'reciprocal', part: go(certificate.part) };
    case 'exponential':
      return { kind: 'exponential', of: term(certificate.of) };
    case 'schur':
      return { kind: 'schur', left: go(certificate.left), right: go(certificate.right) };
    case 'interval':
      return {
        kind: 'interval',
        of: term(certificate.of),
        within: certificate.within.map(({ atom, low, high, above, below, witnesses }) => ({
          atom: term(atom),
          low: numberJson(low),
          high: numberJson(high),
          above: go(above),
          below: go(below),
          witnesses: witnesses.map((witness) => witnessJson(signature, witness)),
        })),
      };
    case 'cases': {
      const { on, name, above, below, witness } = certificate;
      return {
        kind: 'cases',
        on: term(on),
        name,
        above: go(above),
        below: go(below),
        witness: witnessJson(signature, witness),
      };
    }
    case 'congruence':
      return { kind: 'congruence', by: term(certificate.by), part: go(certificate.part) };
    case 'trace':
      return { kind: 'trace', part: go(certificate.part) };
    case 'cauchy-schwarz':
      return { kind: certificate.kind, left: term(certificate.left), right: term(certificate.right) };
    case 'root': {
      const { small, large, sign, gap, signWitness, gapWitness } = certificate;
      return {
        kind: 'root',
        small: term(small),
        large: term(large),
        sign: go(sign),
        gap: go(gap),
        signWitness: witnessJson(signature, signWitness),
        gapWitness: witnessJson(signature, gapWitness),
      };
    }
    case 'sum':
    case 'product':
      return { kind: certificate.kind, parts: certificate.parts.map(go) };
    case 'over': {
      const { index, part } = certificate;
      return { kind: 'over', index, range: rangeOf(signature, index), part: go(part) };
    }
  }
}

export function reasonJson(signature: Signature, reason: Reason): JsonObject {
  const witness = (items: Witness): Json => witnessJson(signature, items);
  switch (reason.by) {
    case 'rewriting':
      return { ...reason, witness: witness(reason.witness) };
    case 'positivity':
      return {
        ...reason,
        certificate: positivityJson(signature, reason.certificate),
        witness: witness(reason.witness),
      };
    case 'induction':
      return { ...reason, base: witness(reason.base), step: witness(reason.step) };
  }
}

export function signatureJson({ sizes, squares = {}, indices, exponents, symbols }: Signature): JsonObject {
  const declared = Object.entries(symbols).map(([name, symbol]): [string, JsonObject] => {
    const { constant, velocity = null, over } = symbol;
    return symbol.kind === 'scalar'
      ? [name, { kind: 'scalar', real: symbol.real, constant, velocity, over }]
      : [
          name,
          {
            kind: 'matrix',
            rows: symbol.rows,
            cols: symbol.cols,
            hermitian: symbol.hermitian,
            constant,
            velocity,
            over,
          },
        ];
  });
  return {
    sizes,
    squares: { ...squares },
    indices: { ...indices },
    exponents: { ...exponents },
    symbols: Object.fromEntries(declared),
  };
}

/** Rules and facts of a hypothesis, with its words. */
export function hypothesisJson(signature: Signature, text: string, { rules, facts }: Hypothesis): JsonObject {
  const term = (part: Term): JsonObject => termJson(signature, part);
  return {
    text,
    rules: rules.map(({ left, right }) => ({ left: term(left), right: term(right) })),
    facts: facts.map(term),
  };
}
