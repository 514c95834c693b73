import { describe, expect, test } from 'vitest';
import { justifiedLinks, type Outlined, proveOutlined } from '../testing/justified.js';
import { assuming, SIGNATURE, statement, term } from '../testing/theory.js';
import type { Positivity } from './positivity.js';
import {
  type Hypothesis,
  type Link,
  ProofError,
  prove,
  type Reason,
  recordOf,
  type Theorem,
  type Theory,
} from './proof.js';
import type { Signature } from './signature.js';
import {
  adjoint,
  difference,
  exponentOf,
  integer,
  over as overIndex,
  power,
  product,
  sum as sumOf,
  type Term,
  unitVector,
} from './term.js';

const theory = (
  hypotheses: Record<string, Hypothesis> = {},
  theorems: Record<string, Theorem> = {},
  signature: Signature = SIGNATURE,
): Theory => ({ signature, hypotheses, theorems });
const equals = (to: string, ...using: string[]): Outlined => ({
  relation: '=',
  to: term(to),
  outline: { by: 'rewriting', using },
});
const atMost = (to: string, certificate: Positivity, ...using: string[]): Outlined => ({
  relation: '<=',
  to: term(to),
  outline: { by: 'positivity', certificate, using },
});
const byInduction = (to: string, ...using: string[]): Outlined => ({
  relation: '=',
  to: term(to),
  outline: { by: 'induction', variable: 'k', using },
});
/** Proves `text` by a chain that starts at its left side. */
const proof = (setting: Theory, text: string, ...links: Outlined[]): Theorem =>
  proveOutlined(setting, statement(text), statement(text).left, links);

const pure = assuming('A A = A', 'tr(A) = 1');
const square = (text: string): Positivity => ({ kind: 'gram', of: term(text) });
const fact = (name: string, at: Readonly<Record<string, string>> = {}): Positivity => ({ kind: 'fact', name, at });
const over = (index: string, part: Positivity): Positivity => ({ kind: 'over', index, part });
const sum = (...parts: Positivity[]): Positivity => ({ kind: 'sum', parts });

describe('a chain', () => {
  test('from left to right proves the statement and notes what it needs', () => {
    const theorem = proof(theory({ pure }), 'tr(A A) = 1', equals('tr(A)', 'pure'), equals('1', 'pure'));
    expect(recordOf(theorem)).not.toBe(undefined);
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
    const forged = { ...atMost('a^2', square('a')), relation: '=' } as const;
    expect(() => proof(theory(), '0 = a^2', forged)).toThrow('positivity: proves an inequality');
  });
});

describe('a witness', () => {
  const setting = theory({ pure, sign: assuming('a >= 0') });
  const [link] = justifiedLinks(setting, term('tr(A A)'), [equals('1', 'pure')]) as [
    Link & { reason: { by: 'rewriting' } },
  ];
  const start = term('tr(A A)');
  const claim = statement('tr(A A) = 1');
  const by = (reason: Partial<Reason>) => () =>
    prove(setting, claim, start, [{ ...link, reason: { ...link.reason, ...reason } as Reason }]);
  const citing = (from: string, rule: number) => () => {
    const witness = link.reason.witness.map((item) => ({ ...item, equation: { ...item.equation, from, rule } }));
    return by({ using: ['pure', 'sign'], witness } as Partial<Reason>)();
  };

  test('is as the rewriter found it', () => {
    expect(link.reason.witness.length).toBe(2);
    expect([...by({})().needs.keys()]).toEqual(['pure']);
  });
  test('uses only what the step cites, and only what is stated', () => {
    expect(by({ using: [] })).toThrow(new ProofError('pure: used but not cited by this step', 0));
    expect(citing('sign', 0)).toThrow('sign: states no equation number 1');
    expect(citing('pure', 2)).toThrow('pure: states no equation number 3');
    for (const odd of [-1, 0.5, Number.NaN]) expect(citing('pure', odd)).toThrow('pure: states no equation number');
    expect(citing('constructor', 0)).toThrow('constructor: used but not cited by this step');
  });
  test('is needed, all of it', () => {
    expect(by({ witness: [] })).toThrow('the two sides differ by');
    expect(by({ witness: link.reason.witness.slice(1) })).toThrow('the two sides differ by');
  });
  test('an unknown way to prove is refused', () => {
    const reason = { by: 'components', using: [] } as unknown as Reason;
    expect(by(reason)).toThrow(new ProofError('expected rewriting, positivity or induction', 0));
  });
  test('of an induction proves its own part: base and step are not exchanged', () => {
    const one = theory({ one: assuming('M = I') });
    const [k, to] = [term('M^k'), term('I')];
    const [right] = justifiedLinks(one, k, [byInduction('I', 'one')]) as [Link & { reason: { by: 'induction' } }];
    const proves = (reason: Reason) => () => prove(one, statement('M^k = I'), k, [{ relation: '=', to, reason }]);
    // M^k with k from 0 divides by nothing.
    expect(proves(right.reason)().nonzero.size).toBe(0);
    expect(proves({ ...right.reason, step: [] })).toThrow('induction: the step leaves');
    expect(proves({ ...right.reason, base: right.reason.step })).toThrow('induction: the base case leaves');
  });
});

describe('facts', () => {
  test('must be cited by the step and stated by the hypothesis', () => {
    const setting = theory({ sign: assuming('a >= 0', 'c >= a') });
    proof(setting, '0 <= a', atMost('a', fact('sign'), 'sign'));
    proof(setting, 'a <= c', atMost('c', fact('sign/1'), 'sign'));
    expect(() => proof(setting, '0 <= a', atMost('a', fact('sign')))).toThrow('sign: used but not cited by this step');
    expect(() => proof(setting, '0 <= a', atMost('a', fact('sign/1'), 'sign'))).toThrow('the certificate leaves');
    for (const label of ['sign/2', 'sign/length', 'sign/-1', 'sign/0.5'])
      expect(() => proof(setting, '0 <= a', atMost('a', fact(label), 'sign'))).toThrow('states no such inequality');
  });
  test('hold for all indices, of their range only', () => {
    const setting = theory({ sign: assuming('r_i >= 0') });
    const at = (index: string): Positivity => fact('sign', { i: index });
    proof(setting, '0 <= sum_j(r_j)', atMost('sum_j(r_j)', over('j', at('j')), 'sign'));
    expect(() => proof(setting, '0 <= r_j', atMost('r_j', at('l'), 'sign'))).toThrow(
      'expected indices over (m), got (p)',
    );
  });
  test('of matrices, from hypotheses and from theorems', () => {
    const setting = theory({ psd: assuming('R_i >= 0 I', 'B >= A† A') });
    const all = over('i', fact('psd', { i: 'i' }));
    const sums = proof(setting, '0 I <= sum_i(R_i)', atMost('sum_i(R_i)', all, 'psd'));
    proof(setting, 'A† A <= B', atMost('B', fact('psd/1'), 'psd'));
    proof(setting, '0 <= tr(B)', atMost('tr(B)', { kind: 'trace', part: sum(fact('psd/1'), square('A')) }, 'psd'));
    const later = { ...setting, theorems: { sums } };
    proof(later, '0 I <= 2 sum_i(R_i)', atMost('2 sum_i(R_i)', sum(fact('sums'), fact('sums')), 'sums'));
    expect(() => proof(setting, 'B <= A† A', atMost('A† A', fact('psd/1'), 'psd'))).toThrow('the certificate leaves');
    expect(() => proof(setting, '0 <= tr(B)', atMost('tr(B)', fact('psd/1'), 'psd'))).toThrow(
      'sum: expected summands of one shape',
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
    expect(recordOf(forged)).toBe(undefined);
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
    proof(setting, 'c <= a^2 + c', atMost('a^2 + c', fact('known'), 'known'));
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
    const links = justifiedLinks(theory(), nested, [byInduction('M^k')]);
    expect(() => prove(theory(), { ...statement('M = M'), left: nested }, nested, links)).toThrow(
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

describe('division', () => {
  const none = { by: 'rewriting', using: [], witness: [] } as const;
  test('is noted, wherever it stands, and passed on', () => {
    const divided = (text: string) => [...proof(theory(), text, equals(text.split('=')[1]!)).nonzero.keys()];
    expect(divided('a/a = 1')).toEqual(['1*a|']);
    expect(divided('a/(a + c) + c/(a + c) = 1')).toEqual(['1*a| + 1*c|']);
    expect(divided('a/(2 m) = 1/m (a/2)')).toEqual([]);
    expect([...proof(theory(), 'a = a', equals('a^0 a')).nonzero.keys()]).toEqual([]);
    const known = proof(theory(), 'c a/a = c', equals('c'));
    expect([...proof(theory({}, { known }), 'b c = b c', equals('c b', 'known')).nonzero.keys()]).toEqual(['1*a|']);
    const vanishing = theory({ zero: assuming('a = 0') });
    const [link] = justifiedLinks(vanishing, term('a'), [equals('0', 'zero')]) as [
      Link & { reason: { by: 'rewriting' } },
    ];
    const byReciprocal = { ...link.reason.witness[0]!, times: term('1/a') };
    const absurd = prove(vanishing, statement('1 = 0'), term('1'), [
      { relation: '=', to: term('a/a'), reason: none },
      { ...link, reason: { ...none, using: ['zero'], witness: [byReciprocal] } },
    ]);
    expect([...absurd.nonzero.keys()]).toEqual(['1*a|']);
  });
  // 1/(1 - ê_h†ê_i) summed against ê_i†ê_h becomes 1/0 inside the normal form, and clearing it clears everything.
  test('by what becomes zero when an index is contracted proves nothing', () => {
    const delta = (i: string, j: string): Term => product(adjoint(unitVector(i)), unitVector(j));
    const infinite = overIndex('h', product(delta('i', 'h'), power(difference(integer(1), delta('h', 'i')), -1)));
    const nothing = term('1/(a + c) + 1/(a - c) - 2 a/((a + c) (a - c))');
    const middle = sumOf(integer(1), product(infinite, nothing));
    expect(() =>
      prove(theory(), statement('1 = 0'), integer(1), [
        { relation: '=', to: middle, reason: none },
        { relation: '=', to: integer(0), reason: none },
      ]),
    ).toThrow(ProofError);
  });
});
