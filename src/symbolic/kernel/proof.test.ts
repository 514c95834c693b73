import { describe, expect, test } from 'vitest';
import { assuming, SIGNATURE, statement, term } from '../testing/theory.js';
import type { Positivity } from './positivity.js';
import { type Hypothesis, isTheorem, type Link, ProofError, prove, type Theorem, type Theory } from './proof.js';
import type { Signature } from './signature.js';
import { exponentOf, power } from './term.js';

const theory = (
  hypotheses: Record<string, Hypothesis> = {},
  theorems: Record<string, Theorem> = {},
  signature: Signature = SIGNATURE,
): Theory => ({ signature, hypotheses, theorems });
const equals = (to: string, ...using: string[]): Link => ({
  relation: '=',
  to: term(to),
  reason: { by: 'rewriting', using },
});
const atMost = (to: string, certificate: Positivity, ...using: string[]): Link => ({
  relation: '<=',
  to: term(to),
  reason: { by: 'positivity', certificate, using },
});
const byInduction = (to: string, ...using: string[]): Link => ({
  relation: '=',
  to: term(to),
  reason: { by: 'induction', variable: 'k', using },
});
/** Proves `text` by a chain that starts at its left side. */
const proof = (setting: Theory, text: string, ...links: Link[]): Theorem =>
  prove(setting, statement(text), statement(text).left, links);

const pure = assuming('A A = A', 'tr(A) = 1');
const square = (text: string): Positivity => ({ kind: 'square', of: term(text) });

describe('a chain', () => {
  test('from left to right proves the statement and notes what it needs', () => {
    const theorem = proof(theory({ pure }), 'tr(A A) = 1', equals('tr(A)', 'pure'), equals('1', 'pure'));
    expect(isTheorem(theorem)).toBe(true);
    expect([...theorem.needs.keys()]).toEqual(['pure']);
  });
  test('needs every rule: without the hypothesis, with a rule deleted, with a wrong rule, it fails at its link', () => {
    const links = [equals('tr(A)', 'pure'), equals('1', 'pure')];
    const failure = (hypotheses: Record<string, Hypothesis>) => () =>
      proof(theory(hypotheses), 'tr(A A) = 1', ...links);
    expect(failure({})).toThrow('pure: neither a hypothesis of this claim nor proved before');
    expect(failure({ pure: assuming('tr(A) = 1') })).toThrow('the two sides differ by 1*tr(A A)| + -1*|');
    expect(failure({ pure: assuming('A A = 2 A', 'tr(A) = 1') })).toThrow(
      new ProofError('the two sides differ by 1*|', 0),
    );
    expect(() => proof(theory({ pure }), 'tr(A A) = 1', equals('1'))).toThrow('the two sides differ by');
  });
  test('must compose: start, end and relation are those of the statement', () => {
    const t = theory();
    expect(() => prove(t, statement('a = a'), term('c'), [])).toThrow('the chain starts elsewhere than the statement');
    expect(() => proof(t, 'a = c')).toThrow('the chain ends elsewhere than the statement');
    expect(() => proof(t, '0 = a^2', atMost('a^2', square('a')))).toThrow('the chain proves only <=');
    expect(() => proof(t, '2 a^2 <= a^2 + c^2', atMost('a^2 + c^2', square('c')))).toThrow('the certificate leaves');
    expect(() => proof(t, 'a = a', equals('c'))).toThrow('the two sides differ by');
  });
  test('an ill-formed part is a ProofError with its link, never a crash', () => {
    expect(() => proof(theory(), 'a = a', { ...equals('a'), to: { kind: 'sum', terms: [] } })).toThrow(
      new ProofError('sum: expected at least one part, got 0', 0),
    );
    expect(() => prove(theory(), statement('M = M'), term('a'), [])).toThrow(ProofError);
  });
  test('an inequality cannot stand where an equation must', () => {
    const forged = { ...atMost('a^2', square('a')), relation: '=' } as Link;
    expect(() => proof(theory(), '0 = a^2', forged)).toThrow('positivity: proves an inequality');
  });
});

describe('facts', () => {
  test('must be cited by the step and stated by the hypothesis', () => {
    const setting = theory({ sign: assuming('a >= 0', 'c >= a') });
    const fact = (name: string): Positivity => ({ kind: 'fact', name, at: {} });
    proof(setting, '0 <= a', atMost('a', fact('sign'), 'sign'));
    proof(setting, 'a <= c', atMost('c', fact('sign/1'), 'sign'));
    expect(() => proof(setting, '0 <= a', atMost('a', fact('sign')))).toThrow('sign: used but not cited by this step');
    expect(() => proof(setting, '0 <= a', atMost('a', fact('sign/1'), 'sign'))).toThrow('the certificate leaves');
    for (const label of ['sign/2', 'sign/length', 'sign/-1', 'sign/0.5'])
      expect(() => proof(setting, '0 <= a', atMost('a', fact(label), 'sign'))).toThrow('states no such inequality');
  });
  test('hold for all indices, of their range only', () => {
    const setting = theory({ sign: assuming('r_i >= 0') });
    const at = (index: string): Positivity => ({ kind: 'fact', name: 'sign', at: { i: index } });
    proof(setting, '0 <= sum_j(r_j)', atMost('sum_j(r_j)', { kind: 'over', index: 'j', part: at('j') }, 'sign'));
    expect(() => proof(setting, '0 <= r_j', atMost('r_j', at('l'), 'sign'))).toThrow(
      'expected indices over (m), got (p)',
    );
  });
});

describe('theorems', () => {
  const theorem = proof(theory({ pure }), 'tr(A A) = 1', equals('1', 'pure'));
  const use = (setting: Theory) => proof(setting, 'a tr(A^2) = a', equals('a', 'known'));

  test('serve a later proof under the same hypotheses, which it then needs too', () => {
    expect([...use(theory({ pure }, { known: theorem })).needs.keys()]).toEqual(['pure']);
  });
  test('are refused without their hypotheses, or where the name means something else', () => {
    const message = "known: needs the hypothesis 'pure', which this claim does not make";
    expect(() => use(theory({}, { known: theorem }))).toThrow(message);
    expect(() => use(theory({ pure: assuming('A A = A', 'tr(A) = 2') }, { known: theorem }))).toThrow(message);
    expect(() => use(theory({ pure: assuming('A A = A') }, { known: theorem }))).toThrow(message);
  });
  test('are refused for other symbols, even of equal spelling', () => {
    expect(() => use(theory({ pure }, { known: theorem }, { ...SIGNATURE }))).toThrow(
      'known: proved for other symbols',
    );
  });
  test('cannot be forged', () => {
    const forged = { ...theorem, statement: statement('tr(A A) = 2'), needs: new Map() };
    expect(isTheorem(forged)).toBe(false);
    expect(() => use(theory({}, { known: forged }))).toThrow(
      'known: neither a hypothesis of this claim nor proved before',
    );
  });
  test('cannot be changed afterwards', () => {
    const mine = proof(theory({ pure }), 'tr(A A) = 1', equals('1', 'pure'));
    expect(() => Object.assign(mine, { statement: statement('tr(A A) = 2') })).toThrow(TypeError);
    expect(() => Object.assign(mine.statement, { right: term('2') })).toThrow(TypeError);
    expect(() => Object.assign(SIGNATURE.symbols.A!, { hermitian: true })).toThrow(TypeError);
    (mine.needs as Map<string, Hypothesis>).clear();
    expect(() => use(theory({}, { known: mine }))).toThrow("known: needs the hypothesis 'pure'");
  });
  test('an inequality is a fact but no equation', () => {
    const known = proof(theory(), '0 <= a^2', atMost('a^2', square('a')));
    const setting = theory({}, { known });
    expect(() => proof(setting, 'a^2 = 0', equals('0', 'known'))).toThrow('the two sides differ by');
    proof(setting, 'c <= a^2 + c', atMost('a^2 + c', { kind: 'fact', name: 'known', at: {} }, 'known'));
  });
});

describe('induction', () => {
  const involution = assuming('M M = I');
  test('X^k = G(k) from G(0) = I and G(k) X = G(k+1)', () => {
    const setting = theory({ idempotent: assuming('A A = A') });
    proof(setting, 'M^k = M^k', byInduction('M^k'));
    expect(() => proof(setting, 'A^k = A', byInduction('A', 'idempotent'))).toThrow('induction: the base case leaves');
    expect(() => proof(theory(), 'M^k = I', byInduction('I'))).toThrow('induction: the step leaves');
    expect(() => proof(theory({ involution }), 'M^k = I', byInduction('I', 'involution'))).toThrow('the step leaves');
    proof(theory({ one: assuming('M = I') }), 'M^k = I', byInduction('I', 'one'));
  });
  test('needs a plain X^k with k from 0', () => {
    for (const left of ['M', 'M^(k+1)', 'M^n', 'M^k M^k'])
      expect(() => proof(theory(), `${left} = M^k`, byInduction('M^k'))).toThrow('induction: expected a left side X^k');
  });
  test('is refused where k also stands in the base', () => {
    const k = exponentOf(0, [['k', 1]]);
    const nested = power(power(term('M'), k), k);
    expect(() => prove(theory(), { ...statement('M = M'), left: nested }, nested, [byInduction('M^k')])).toThrow(
      'induction: k also stands in the base',
    );
  });
  test('is refused with a hypothesis about one k: A^k M = A^(k+1) holds for k = 0 where M = A only', () => {
    const step = assuming('A^k B = A^(k+1)');
    expect(() => proof(theory({ step }), 'B^k = A^k', byInduction('A^k', 'step'))).toThrow(
      "induction: the hypothesis 'step' is about one k, not about all",
    );
  });
});
