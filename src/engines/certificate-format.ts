/**
 * Proof certificates as plain JSON, specified in fixtures/checker/README.md: what a proof says and how each link is
 * discharged, readable without TypeScript. Numbers are exact, as four fractions: the coefficients of 1, √2, i and i√2.
 */
import type { Num } from '../symbolic/kernel/number.js';
import type { Positivity } from '../symbolic/kernel/positivity.js';
import type { Hypothesis, Statement } from '../symbolic/kernel/proof.js';
import { rangeOf, type Signature } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';

export const FORMAT = 'kasym proof certificate';
export const VERSION = 1;

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
    case 'table':
      return { kind: 'table', rows: term.rows, cols: term.cols, entries: term.entries.map((row) => row.map(go)) };
  }
}

export function statementJson(signature: Signature, { left, relation, right }: Statement): JsonObject {
  return { left: termJson(signature, left), relation, right: termJson(signature, right) };
}

/** `extra` adds the witnesses of a `root` node, which compares two pairs of terms under the cited rules. */
export function positivityJson(
  signature: Signature,
  certificate: Positivity,
  extra: (root: Extract<Positivity, { kind: 'root' }>) => JsonObject,
): JsonObject {
  const term = (part: Term): JsonObject => termJson(signature, part);
  const go = (part: Positivity): JsonObject => positivityJson(signature, part, extra);
  switch (certificate.kind) {
    case 'constant':
      return { kind: 'constant', value: numberJson(certificate.value) };
    case 'size':
    case 'fact':
      return { ...certificate };
    case 'sandwich':
      return { ...certificate, by: term(certificate.by) };
    case 'square':
    case 'modulus':
    case 'gram':
    case 'abs':
    case 'dominates':
      return { kind: certificate.kind, of: term(certificate.of) };
    case 'cauchy-schwarz':
      return { kind: certificate.kind, left: term(certificate.left), right: term(certificate.right) };
    case 'root': {
      const { small, large, sign, gap } = certificate;
      return {
        kind: 'root',
        small: term(small),
        large: term(large),
        sign: go(sign),
        gap: go(gap),
        ...extra(certificate),
      };
    }
    case 'sum':
    case 'product':
      return { kind: certificate.kind, parts: certificate.parts.map(go) };
    case 'over':
      return {
        kind: 'over',
        index: certificate.index,
        range: rangeOf(signature, certificate.index),
        part: go(certificate.part),
      };
  }
}

export function signatureJson({ sizes, indices, exponents, symbols }: Signature): JsonObject {
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
  return { sizes, indices: { ...indices }, exponents: { ...exponents }, symbols: Object.fromEntries(declared) };
}

/** Rules, facts and tables (rules whose right side is a table) of a hypothesis, with its words. */
export function hypothesisJson(signature: Signature, text: string, { rules, facts }: Hypothesis): JsonObject {
  const term = (part: Term): JsonObject => termJson(signature, part);
  return {
    text,
    rules: rules.map(({ left, right }) => ({ left: term(left), right: term(right) })),
    facts: facts.map(term),
  };
}
