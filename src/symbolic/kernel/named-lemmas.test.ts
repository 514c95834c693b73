import { describe, expect, test } from 'vitest';
import { parseStatement, parseTerm } from '../notation/parse.js';
import { proveOutlined } from '../testing/justified.js';
import { assuming, SIGNATURE, statement, term } from '../testing/theory.js';
import { type Barrier, type Decay, pointwise, proveDecay } from './decay.js';
import type { Positivity } from './positivity.js';
import { type Hypothesis, prove, type Statement, type Theorem } from './proof.js';
import type { ScalarSymbol, Signature } from './signature.js';
import { difference, type Term } from './term.js';

const moving = (velocity: string, more: Partial<ScalarSymbol> = {}): ScalarSymbol => ({
  kind: 'scalar',
  real: true,
  constant: false,
  over: [],
  velocity,
  ...more,
});

/** The small theory, with an acceleration wL of L, a complex constant s0 and a family of constants f. */
const FLOWS: Signature = {
  ...SIGNATURE,
  symbols: {
    ...SIGNATURE.symbols,
    vL: moving('wL'),
    wL: { kind: 'scalar', real: true, constant: false, over: [] },
    f: { kind: 'scalar', real: true, constant: true, over: ['m'] },
    s0: { kind: 'scalar', real: false, constant: true, over: [] },
  },
};

type Given = Record<string, Hypothesis>;

/** The theorem that follows from one inequality of a hypothesis, which says just that. */
function follows(claimed: Statement, from: string, hypotheses: Given, signature = FLOWS): Theorem {
  const certificate = { kind: 'fact', name: from, at: {} } as const;
  const outline = { by: 'positivity', certificate, using: Object.keys(hypotheses) } as const;
  return proveOutlined({ signature, hypotheses, theorems: {} }, claimed, claimed.left, [
    { relation: '<=', to: claimed.right, outline },
  ]);
}

/** What is assumed of the flow, as a theorem, with further hypotheses cited. */
const inFlow = (text: string, more: Given = {}): Theorem =>
  follows(statementOf(text), 'flow', { flow: asserting(statementOf(text)), ...more });

/** A hypothesis of one inequality. */
const asserting = ({ left, right }: Statement): Hypothesis => ({ rules: [], facts: [difference(right, left)] });

/** `statement`, in the theory of flows. */
function statementOf(text: string): Statement {
  const { left, relation, right } = parseStatement(FLOWS, text);
  return relation === '>=' ? { left: right, relation: '<=', right: left } : { left, relation, right };
}

/** What a certificate is refused with, as the one link of a proof that 0 <= its conclusion. */
function refusal(certificate: Positivity, hypotheses: Given = {}): string {
  const theory = { signature: SIGNATURE, hypotheses, theorems: {} };
  const using = Object.keys(hypotheses);
  const reason = { by: 'positivity', using, certificate, witness: [] } as const;
  try {
    prove(theory, statement('0 <= 1'), term('0'), [{ relation: '<=', to: term('1'), reason }]);
  } catch (error) {
    return String(error);
  }
  return 'accepted';
}

const gram = (text: string): Positivity => ({ kind: 'gram', of: term(text) });
const fact = (name: string): Positivity => ({ kind: 'fact', name, at: {} });

describe('the Cauchy–Schwarz inequality', () => {
  const pair = (left: string, right: string) =>
    refusal({ kind: 'cauchy-schwarz', left: term(left), right: term(right) });
  test.each([
    ['a column and a square matrix', 'u', 'A'],
    ['a column and a row', 'u', 'u†'],
    ['a wide and a tall matrix', 'T', 'T†'],
    ['columns of two heights', 'u', 'T u'],
    ['a scalar and a column', 'a', 'u'],
    ['matrices of two sizes', 'A', 'T T†'],
  ])('is refused for two shapes: %s', (_, left, right) => {
    expect(pair(left, right)).toContain('Cauchy–Schwarz: expected two matrices of one shape');
  });
  test('what it does not conclude is refused: a smaller bound, the norm of one matrix, an uncited proof', () => {
    const certificate: Positivity = { kind: 'cauchy-schwarz', left: term('A'), right: term('B') };
    const from = 'tr(A† B) tr(B† A)';
    const theory = { signature: SIGNATURE, hypotheses: {}, theorems: {} };
    const to = (text: string) => {
      const link = { relation: '<=', to: term(text), outline: { by: 'positivity', certificate, using: [] } } as const;
      return proveOutlined(theory, statement(`${from} <= ${text}`), term(from), [link]);
    };
    expect([...to('tr(A† A) tr(B† B)').cites]).toEqual(['Cauchy–Schwarz inequality']);
    for (const wrong of ['0.99 tr(A† A) tr(B† B)', 'tr(A† A)', 'tr(A† A B† B)', 'tr(A† A) tr(B B)'])
      expect(() => to(wrong)).toThrow('the certificate leaves');
  });
});

describe('the Schur product theorem', () => {
  const schur = (left: Positivity, right: Positivity): Positivity => ({ kind: 'schur', left, right });
  const hypotheses = { psd: assuming('R_i >= 0 I'), number: assuming('a >= 0'), scalars: assuming('c >= 0') };
  const sizes = 'Schur product: expected two square matrices of one size';
  test.each<[string, Positivity, Positivity, string]>([
    ['two sizes', gram('A'), gram('T†'), sizes],
    ['scalars', fact('number'), fact('scalars'), sizes],
    ['numbers', gram('2'), gram('2'), sizes],
    ['a scalar and a matrix', fact('number'), gram('A'), sizes],
    ['a matrix and a scalar', gram('A'), fact('number'), sizes],
    ['a matrix that nobody says is positive semidefinite', fact('M'), gram('A'), 'M: used but not cited by this step'],
    ['the same as the other factor', gram('A'), fact('M'), 'M: used but not cited by this step'],
    ['a product of two matrices', { kind: 'product', parts: [gram('A'), gram('B')] }, gram('A'), 'of two matrices'],
    ['the absolute value of a matrix', { kind: 'abs', of: term('M') }, gram('A'), 'abs: expected a scalar'],
    ['|M| - M', { kind: 'dominates', of: term('M') }, gram('A'), 'abs: expected a scalar'],
    ['the exponential of a matrix', { kind: 'exponential', of: term('M') }, gram('A'), 'exp: expected a scalar'],
    ['a matrix in an interval', { kind: 'interval', of: term('M'), within: [] }, gram('A'), 'expected a scalar'],
    [
      'minus a square',
      { kind: 'product', parts: [{ kind: 'constant', value: { a: -1n, b: 0n, c: 0n, d: 0n, n: 1n } }, gram('A')] },
      gram('A'),
      'positivity: a negative constant',
    ],
  ])('is refused for %s', (_, left, right, message) => {
    expect(refusal(schur(left, right), hypotheses)).toContain(message);
  });
  test('a kind of certificate that there is not proves nothing', () => {
    const invented = { kind: 'clearly', of: term('M') } as unknown as Positivity;
    expect(refusal(schur(invented, gram('A')))).not.toBe('accepted');
  });
  test('what it does not conclude is refused: the ordinary product, a smaller one, another vector', () => {
    const entries = '(unit_i† A† A unit_j) (unit_i† B† B unit_j)';
    const form = (summand: string) => `sum_i(sum_j(${summand}))`;
    const squares = { ...SIGNATURE, indices: { ...SIGNATURE.indices, i: 'd', j: 'd' } };
    const theory = { signature: squares, hypotheses: {}, theorems: {} };
    const certificate: Positivity = {
      kind: 'congruence',
      by: term('u'),
      part: schur(gram('A'), gram('B')),
    };
    const atLeastZero = (text: string): Theorem => {
      const [zero, to] = ['0', text].map((side) => parseTerm(squares, side)) as [Term, Term];
      const outline = { by: 'positivity', certificate, using: [] } as const;
      return proveOutlined(theory, { left: zero, relation: '<=', right: to }, zero, [{ relation: '<=', to, outline }]);
    };
    const right = form(`(u† unit_i) ${entries} (unit_j† u)`);
    expect([...atLeastZero(right).cites]).toEqual(['Schur product theorem']);
    for (const wrong of [
      'u† A† A B† B u',
      `0.99 ${right}`,
      form(`(v† unit_i) ${entries} (unit_j† u)`),
      form(`(u† unit_i) (unit_i† A† A unit_j) (unit_j† B† B unit_i) (unit_j† u)`),
    ])
      expect(() => atLeastZero(wrong)).toThrow('the certificate leaves');
  });
});

const FLOWING = 'comparison: the theorem proves another inequality';
const decay = (kind: Decay['kind'], rate = 'b', loss = 'L'): Decay => ({ kind, loss, rate: parseTerm(FLOWS, rate) });
const refused = (own: Decay, theorem: Theorem, barrier: Barrier | null = null, signature = FLOWS) =>
  expect(() => proveDecay(signature, own, theorem, barrier));

/** For each kind the inequality that it needs, then inequalities that are not it. */
const KINDS = [
  [
    'inverse-square',
    'scalar comparison lemma',
    '-vL <= 2 b L sqrt(L)',
    ['-vL <= b L sqrt(L)', '-vL <= 2.02 b L sqrt(L)', '-vL <= 2 b L', 'vL <= 2 b L sqrt(L)', '2 b L sqrt(L) <= -vL'],
  ],
  [
    'exponential',
    'scalar comparison lemma',
    'vL <= -b L',
    ['vL <= -0.99 b L', 'vL <= b L', '-vL <= -b L', 'vL <= -b L^2', '-b L <= vL', 'vL <= -b'],
  ],
  [
    'linear',
    'mean value inequality',
    '-vL <= b',
    ['vL <= b', 'b <= -vL', '-vL <= 1.01 b', '-vL <= -b', '-vL <= b L', '-wL <= b'],
  ],
  [
    'convex',
    'second derivative test for convexity',
    'b <= wL',
    ['wL <= b', 'b <= -wL', '0.99 b <= wL', '-b <= wL', 'b <= vL', 'b L <= wL', 'b <= L wL'],
  ],
] as const;

describe.each(KINDS)('a bound along the flow: %s', (kind, lemma, right, wrong) => {
  const theorem = inFlow(right);

  test('follows from its inequality, citing its lemma', () => {
    const shown = proveDecay(FLOWS, decay(kind), theorem, null);
    expect([...shown.cites]).toEqual([lemma]);
    expect([...shown.needs.keys()]).toEqual(['flow']);
  });
  test('another inequality is refused: a wrong constant, direction, derivative or power', () => {
    for (const text of wrong) refused(decay(kind), inFlow(text)).toThrow(FLOWING);
  });
  test('the inequality of every other kind is refused', () => {
    for (const [other, , text] of KINDS) if (other !== kind) refused(decay(kind), inFlow(text)).toThrow(FLOWING);
  });
  test('a rate that moves is refused, alone, in a sum and in a function', () => {
    for (const rate of ['a', 'b + c', 'b vL', 'exp(c)', 'L']) {
      const own = decay(kind, rate);
      const shown = follows(pointwise(FLOWS, own), 'flow', { flow: asserting(pointwise(FLOWS, own)) });
      refused(own, shown).toThrow('comparison: the rate moves with time');
    }
  });
  test('a rate that another signature calls constant is refused', () => {
    const own = decay(kind, 'c');
    const shown = follows(pointwise(FLOWS, own), 'flow', { flow: asserting(pointwise(FLOWS, own)) });
    const frozen = { ...FLOWS, symbols: { ...FLOWS.symbols, c: { ...FLOWS.symbols.c!, constant: true } } };
    refused(own, shown, null, frozen).toThrow('comparison: the theorem is about other symbols');
  });
  test('a forged theorem is refused', () => {
    refused(decay(kind), { ...theorem }).toThrow('comparison: expected a theorem of the kernel');
    refused(decay(kind), { ...theorem, needs: new Map(), cites: new Set() }).toThrow(
      'expected a theorem of the kernel',
    );
    refused(decay(kind), Object.create(theorem) as Theorem).toThrow('comparison: expected a theorem of the kernel');
  });
  test('a quantity without a velocity, or with an index, is refused', () => {
    refused(decay(kind, 'b', 'c'), theorem).toThrow('c: no velocity is declared for it');
    refused(decay(kind, 'b', 'nothing'), theorem).toThrow('nothing: not declared in this theory');
    refused(decay(kind, 'b', 'r'), theorem).toThrow(/^(r|vr): /);
  });
});

test('convex: a quantity whose velocity has no velocity is refused', () => {
  refused(decay('convex', 'b', 'a'), inFlow('b <= wL')).toThrow('va: moves, but no velocity is declared for it');
});

describe('the barrier lemma', () => {
  const [inside, outside] = [assuming('a <= b'), assuming('a >= b')];
  const falling = assuming('va <= 0');
  const theorem = inFlow('vL <= -b L', { inside });
  const falls = follows(statement('va <= 0'), 'falling', { falling, outside });
  const barrier: Barrier = { quantity: term('a'), bound: term('b'), inside: 'inside', outside: 'outside', falls };
  const withBarrier = (changes: Partial<Barrier>, own = theorem) =>
    refused(decay('exponential'), own, { ...barrier, ...changes });

  test.each(KINDS)('keeps the region for a bound of the kind %s', (kind, lemma, right) => {
    const { needs, cites } = proveDecay(FLOWS, decay(kind), inFlow(right, { inside }), barrier);
    expect([...needs.keys()].sort()).toEqual(['falling', 'flow', 'inside']);
    expect([...cites]).toEqual([lemma, 'barrier lemma']);
  });
  test('a start that is not the region itself is refused: another bound, quantity or direction, more, or nothing', () => {
    const message = "barrier: 'inside' is not the region itself";
    for (const text of ['a <= 2 b', 'a <= b + 1', 'c <= b', 'a >= b', 'a^2 <= b', '-a <= b', 'a <= 0'])
      withBarrier({}, inFlow('vL <= -b L', { inside: assuming(text) })).toThrow(message);
    withBarrier({}, inFlow('vL <= -b L', { inside: assuming('a <= b', 'c >= 0') })).toThrow(message);
    withBarrier({}, inFlow('vL <= -b L', { inside: assuming('a <= b', 'c = 0') })).toThrow(message);
    withBarrier({}, inFlow('vL <= -b L', { inside: assuming('a = b') })).toThrow(message);
    withBarrier({}, inFlow('vL <= -b L')).toThrow(message);
    withBarrier({ inside: 'falling' }).toThrow("barrier: 'falling' is not the region itself");
  });
  test('a complement that is not the complement is refused', () => {
    const message = "barrier: 'outside' is not the complement of the region";
    const under = (...texts: string[]) =>
      follows(statement('va <= 0'), 'falling', { falling, outside: assuming(...texts) });
    for (const text of ['a >= 2 b', 'a >= b + 1', 'a >= b + 0.01', 'c >= b', 'a <= b', 'a = b', 'a^2 >= b'])
      withBarrier({ falls: under(text) }).toThrow(message);
    withBarrier({ falls: under('a >= b', 'c >= 0') }).toThrow(message);
    withBarrier({ falls: under('a >= b', 'c = 0') }).toThrow(message);
  });
  test('a fall that is shown inside only, under either name, is refused', () => {
    const within = follows(statement('va <= 0'), 'falling', { falling, inside });
    withBarrier({ falls: within }).toThrow('barrier: the fall is shown inside the region only');
    const both = follows(statement('va <= 0'), 'falling', { falling, inside, outside });
    withBarrier({ falls: both }).toThrow('barrier: the fall is shown inside the region only');
    withBarrier({ outside: 'inside', falls: within }).toThrow("barrier: 'inside' is not the complement of the region");
  });
  test('what holds inside under a third name remains a hypothesis', () => {
    const third = follows(statement('va <= 0'), 'falling', { falling, meanwhile: inside });
    const { needs } = proveDecay(FLOWS, decay('exponential'), theorem, { ...barrier, falls: third });
    expect([...needs.keys()]).toContain('meanwhile');
  });
  test('a quantity that is not shown to fall is refused', () => {
    const message = 'barrier: the quantity is not shown to fall';
    for (const text of ['-va <= 0', 'va <= 1', 'va <= b', 'va <= -a', 'vL <= 0', '2 va <= 0', 'a va <= 0', 'a <= 0'])
      withBarrier({ falls: follows(statement(text), 'falling', { falling: assuming(text), outside }) }).toThrow(
        message,
      );
    withBarrier({ quantity: term('a + b - b') }).not.toThrow();
  });
  test('the fall of another function of the quantity does not serve', () => {
    const square: Partial<Barrier> = { quantity: term('a^2') };
    withBarrier(square, inFlow('vL <= -b L', { inside: assuming('a^2 <= b') })).toThrow('is not shown to fall');
  });
  test('a bound that moves, or that another signature calls constant, is refused', () => {
    for (const bound of ['c', 'L', 'b + c', 'a'])
      withBarrier({ bound: term(bound) }, inFlow('vL <= -b L', { inside: assuming(`a <= ${bound}`) })).toThrow(
        'barrier: the bound moves with time',
      );
    const frozen = { ...FLOWS, symbols: { ...FLOWS.symbols, c: { ...FLOWS.symbols.c!, constant: true } } };
    const elsewhere = follows(statement('va <= 0'), 'falling', { falling, outside }, frozen);
    withBarrier({ falls: elsewhere }).toThrow('barrier: the theorem is about other symbols');
  });
  test('a forged fall is refused', () => {
    const message = 'barrier: expected a theorem of the kernel';
    withBarrier({ falls: { ...falls } }).toThrow(message);
    withBarrier({ falls: { ...falls, needs: new Map() } }).toThrow(message);
  });
  test('a barrier does not make good for a theorem that is not the inequality', () => {
    withBarrier({}, inFlow('vL <= -0.5 b L', { inside })).toThrow(FLOWING);
  });
  test('two meanings of one name are refused', () => {
    const other = follows(statement('va <= 0'), 'falling', { falling, flow: assuming('c >= 0') });
    withBarrier({ falls: other }).toThrow("barrier: the two theorems mean different things by 'flow'");
  });
  test('a matrix has more than two sides: neither below nor above', () => {
    const matrix = { inside: assuming('M <= b I'), outside: assuming('M >= b I'), falling: assuming('VM <= 0 I') };
    const shown = follows(statement('VM <= 0 I'), 'falling', { falling: matrix.falling, outside: matrix.outside });
    const region = { quantity: term('M'), bound: term('b I'), falls: shown };
    withBarrier(region, inFlow('vL <= -b L', { inside: matrix.inside })).toThrow();
  });
  // The kernel does not refuse what is marked `fails` yet: quantity and bound have to be real and without indices.
  test('a complex number has more than two sides', () => {
    const number = { inside: assuming('z <= b'), outside: assuming('z >= b'), falling: assuming('vz <= 0') };
    const shown = follows(statement('vz <= 0'), 'falling', { falling: number.falling, outside: number.outside });
    withBarrier({ quantity: term('z'), falls: shown }, inFlow('vL <= -b L', { inside: number.inside })).toThrow();
  });
  test('a family leaves the region member by member: outside is not where all members are', () => {
    // dr_i/dt = m b - sum_j r_j is at most 0 where all r_j >= b; with r_1 = b and r_2 < b the first member rises.
    const pull = assuming('vr_i = m b - sum_j(r_j)');
    const beyond = assuming('r_i >= b');
    const theory = { signature: FLOWS, hypotheses: { pull, beyond }, theorems: {} };
    const certificate: Positivity = {
      kind: 'over',
      index: 'j',
      part: { kind: 'fact', name: 'beyond', at: { i: 'j' } },
    };
    const outline = { by: 'positivity', certificate, using: ['pull', 'beyond'] } as const;
    const shown = proveOutlined(theory, statement('vr_i <= 0'), term('vr_i'), [
      { relation: '<=', to: term('0'), outline },
    ]);
    const region = { quantity: term('r_i'), outside: 'beyond', falls: shown };
    withBarrier(region, inFlow('vL <= -b L', { inside: assuming('r_i <= b') })).toThrow();
  });
  test('nor is it where the quantity is above all of a family of bounds', () => {
    // With bounds 0 and 1 the quantity may rise from 0 to 1, which nothing outside of both forbids.
    const beyond = asserting(statementOf('f_i <= a'));
    const shown = follows(statementOf('va <= 0'), 'falling', { falling, outside: beyond });
    const region = { bound: parseTerm(FLOWS, 'f_i'), falls: shown };
    withBarrier(region, inFlow('vL <= -b L', { inside: asserting(statementOf('a <= f_i')) })).toThrow();
  });
});

// Not refused yet either: loss and rate have to be real.
test('an exponential bound on a complex number at a complex rate is refused', () => {
  // dz/dt = -i z - 1 meets dz/dt <= -i z; z(0) exp(-it) - z(t) is not real, let alone nonnegative.
  const own = decay('exponential', 's0', 'z');
  const shown = follows(pointwise(FLOWS, own), 'flow', { flow: asserting(pointwise(FLOWS, own)) });
  refused(own, shown).toThrow();
});
