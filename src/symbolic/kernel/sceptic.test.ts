/** Attempts to prove what is false. Each of them is refused; some once were not. */
import { describe, expect, test } from 'vitest';
import { assuming, SIGNATURE, statement, term } from '../testing/theory.js';
import { type Decay, proveDecay } from './decay.js';
import { type Num, rational, ZERO } from './number.js';
import type { Positivity } from './positivity.js';
import { type Hypothesis, type Link, prove, recordOf, type Statement, type Theorem, type Theory } from './proof.js';
import type { Signature } from './signature.js';
import {
  adjoint,
  difference,
  type Exponent,
  identity,
  integer,
  over,
  power,
  product,
  symbol,
  type Term,
  unitVector,
} from './term.js';
import type { Equation, Witness, WitnessItem } from './witness.js';

type Hypotheses = Record<string, Hypothesis>;
const theory = (hypotheses: Hypotheses = {}, signature: Signature = SIGNATURE): Theory => ({
  signature,
  hypotheses,
  theorems: {},
});
const byNature = (to: Term): Link => ({ relation: '=', to, reason: { by: 'rewriting', using: [], witness: [] } });
const item = (equation: Equation, more: Partial<WitnessItem> = {}): WitnessItem => ({
  over: [],
  times: integer(1),
  before: null,
  after: null,
  trace: false,
  leg: null,
  equation,
  ...more,
});
const rule = (from: string, position = 0, at: Readonly<Record<string, string>> = {}): Equation => ({
  kind: 'rule',
  from,
  rule: position,
  adjoint: false,
  at,
});
const equals = (to: Term, using: string[], witness: Witness): Link => ({
  relation: '=',
  to,
  reason: { by: 'rewriting', using, witness },
});
const atMost = (to: Term, using: string[], certificate: Positivity, witness: Witness = []): Link => ({
  relation: '<=',
  to,
  reason: { by: 'positivity', using, certificate, witness },
});
const fact = (name: string, at: Readonly<Record<string, string>> = {}): Positivity => ({ kind: 'fact', name, at });
const gram = (of: Term): Positivity => ({ kind: 'gram', of });
const all = (...parts: Positivity[]): Positivity => ({ kind: 'product', parts });
const k = (offset: number, times = 1): Exponent => ({ offset, variables: [['k', times]] });
const M = (exponent: Exponent): Term => power(term('M'), exponent);
/** 'left = right' as far as normal forms tell. */
const plainly = (left: Term, right: Term, signature: Signature = SIGNATURE) =>
  prove(theory({}, signature), { left, relation: '=', right }, left, []);

describe('exponents', () => {
  test('M^(0k+1) M is not M', () => {
    expect(() => plainly(product(M(k(1, 0)), term('M')), term('M'))).toThrow(
      'power: a variable times 0 in the exponent',
    );
    expect(() => plainly(product(M(k(1, -0)), term('M')), term('M'))).toThrow(
      'power: a variable times 0 in the exponent',
    );
  });
  test('do not overflow: M^(k+n) M M is not M^(k+n) M for the largest n', () => {
    const large = M(k(Number.MAX_SAFE_INTEGER));
    expect(() => plainly(product(large, term('M M')), product(large, term('M')))).toThrow(
      'power: the exponent is too large',
    );
    const half = M(k(0, Number.MAX_SAFE_INTEGER));
    expect(() => plainly(product(half, half, M(k(0))), product(half, half))).toThrow(
      'power: the exponent is too large',
    );
  });
  test('that may be negative do not hide behind rounding', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const exponents = { ...SIGNATURE.exponents, k: most, n: -most };
    const variables = [['k', 3] as const, ['n', 3] as const];
    const odd = power(term('M'), { offset: -1, variables });
    expect(() => plainly(odd, odd, { ...SIGNATURE, exponents })).toThrow('power: the exponent is too large');
  });
  test('are integers and plain names', () => {
    for (const offset of [Number.NaN, Infinity, 0.5, 2 ** 53, '1' as unknown as number])
      expect(() => plainly(M(k(offset)), M(k(offset)))).toThrow('expected an integer exponent');
    const list = [[['k'] as unknown as string, 1] as const];
    const hidden = M({ offset: 0, variables: list });
    expect(() => plainly(hidden, M(k(0)))).toThrow('not declared as an exponent');
  });
  test('of swaps and of legs add up', () => {
    const D: Signature = { ...SIGNATURE, sizes: ['d', 'm', 'p', 'D'], squares: { D: 'd' } };
    const W: Term = { kind: 'swap', size: 'D' };
    const onFirst: Term = { kind: 'tensor', left: M(k(0)), right: identity('d') };
    expect(() => plainly(product(power(W, k(0)), onFirst), product(onFirst, power(W, k(0))), D)).toThrow('elsewhere');
    expect(() => plainly(product(W, power(W, k(0))), power(W, k(0)), D)).toThrow('elsewhere');
    expect(
      recordOf(plainly(product(W, onFirst, power(W, 3)), { ...onFirst, left: identity('d'), right: M(k(0)) }, D)),
    ).not.toBe(undefined);
  });
});

describe('induction', () => {
  // t_k = v†M^k v is 1, 0, 0, ... for M = 0. For k = 1 the divisor 1 - t_k is not zero, but the step passes through k = 0:
  // without a look at the divisors A^k = t_k I was proved, for any A.
  test('divides by nothing that depends on k', () => {
    const zero = assuming('M = 0 M', 'v† v = 1');
    const t = (e: Exponent): Term => product(adjoint(term('v')), M(e), term('v'));
    const one = term('I');
    const vanishes = item(rule('zero'), {
      times: product(integer(-1), one),
      before: product(adjoint(term('v')), M(k(0))),
      after: term('v'),
    });
    const base = [item(rule('zero', 1), { after: one })];
    const induction = (from: Term, to: Term, using: string[], base: Witness, step: Witness) => (setting: Theory) =>
      prove(setting, { left: from, relation: '=', right: to }, from, [
        { relation: '=', to, reason: { by: 'induction', variable: 'k', using, base, step } },
      ]);
    const scalar = induction(M(k(0)), product(t(k(0)), one), ['zero'], base, [
      item(rule('zero'), { times: t(k(0)) }),
      vanishes,
    ])(theory({ zero }));
    const doubled = induction(
      M(k(0)),
      M(k(0, 2)),
      ['zero'],
      [],
      [item(rule('zero'), { before: M(k(0, 2)) }), item(rule('zero'), { times: integer(-1), before: M(k(1, 2)) })],
    )(theory({ zero }));
    const between = { times: integer(-1), before: adjoint(term('v')) };
    const idempotent = prove(
      { ...theory({ zero }), theorems: { scalar, doubled } },
      { left: power(t(k(0)), 2), relation: '=', right: t(k(0)) },
      power(t(k(0)), 2),
      [
        equals(
          t(k(0)),
          ['scalar', 'doubled'],
          [
            item(rule('scalar'), { ...between, after: product(M(k(0)), term('v')) }),
            item(rule('doubled'), { ...between, after: term('v') }),
          ],
        ),
      ],
    );
    const gap = difference(integer(1), t(k(0)));
    const absurd = induction(power(term('A'), k(0)), product(t(k(0)), one), ['zero', 'idempotent'], base, [
      item(rule('idempotent'), { times: product(integer(-1), power(gap, -1)), after: term('A') }),
      vanishes,
    ]);
    expect(() => absurd({ ...theory({ zero }), theorems: { idempotent } })).toThrow(
      'induction: what it divides by depends on k',
    );
  });
});

describe('certificates', () => {
  const y2 = gram(term('b'));
  // c b² >= 0, hence c = c b² (1/b²) >= 0, where b is not zero.
  const divided = all(fact('h'), { kind: 'reciprocal', part: y2 });
  const setting = theory({ h: assuming('c b^2 >= 0') });
  const nonnegative = (certificate: Positivity, witness: Witness = []) =>
    prove(setting, statement('0 <= c'), integer(0), [atMost(term('c'), ['h'], certificate, witness)]);
  const divides = (theorem: Theorem) => [...theorem.nonzero.keys()];
  test('note what they divide by at the root', () => {
    expect(divides(nonnegative(divided))).toEqual(['1*b^2|']);
  });
  test('note what they divide by inside root', () => {
    const root: Positivity = {
      kind: 'root',
      small: integer(0),
      large: term('c'),
      sign: divided,
      gap: gram(term('c')),
      signWitness: [],
      gapWitness: [],
    };
    expect(divides(nonnegative(root))).toEqual(['1*b^2|']);
  });
  test('note what they divide by inside interval', () => {
    const within = {
      atom: term('c'),
      low: ZERO,
      high: rational(1),
      above: divided,
      below: fact('h/1'),
      witnesses: [[], []] as const,
    };
    const bounded = theory({ h: assuming('c b^2 >= 0', '1 >= c') });
    const certificate: Positivity = { kind: 'interval', of: term('c'), within: [within] };
    const theorem = prove(bounded, statement('0 <= c'), integer(0), [atMost(term('c'), ['h'], certificate)]);
    expect(divides(theorem)).toEqual(['1*b^2|']);
  });
  test('note what they divide by in both cases', () => {
    const above = all(fact('h/1'));
    const certificate: Positivity = { kind: 'cases', on: term('b'), name: 'case', above, below: divided, witness: [] };
    const cases = theory({ h: assuming('c b^2 >= 0', 'c >= 0') });
    const theorem = prove(cases, statement('0 <= c'), integer(0), [atMost(term('c'), ['h'], certificate)]);
    expect(divides(theorem)).toEqual(['1*b^2|']);
  });
  test('cases tells x >= 0 from -x >= 0, of one real number', () => {
    const cases = (on: string, below: Positivity): Positivity => ({
      kind: 'cases',
      on: term(on),
      name: 'h',
      above: fact('h'),
      below,
      witness: [],
    });
    const prove0 = (on: string, below: Positivity) => () =>
      prove(theory({}), { left: integer(0), relation: '<=', right: term(on) }, integer(0), [
        atMost(term(on), [], cases(on, below)),
      ]);
    expect(prove0('a', fact('h'))).toThrow('cases: the conclusions differ by');
    expect(prove0('z', fact('h'))).toThrow('cases: expected a real term');
    expect(prove0('r_i', fact('h'))).toThrow('cases: expected a scalar without indices');
  });
  test('renamed facts capture nothing and rename all', () => {
    const capturing = theory({ h: { rules: [], facts: [term('r_i - sum_j(x_ij)')] } });
    const use = (at: Readonly<Record<string, string>>, to: string) => () =>
      prove(capturing, { left: integer(0), relation: '<=', right: term(to) }, integer(0), [
        atMost(term(to), ['h'], fact('h', at)),
      ]);
    expect(use({ i: 'j' }, 'r_j - sum_j(x_jj)')).toThrow('captured');
    const inherited = Object.create({ i: 'h' }) as Record<string, string>;
    expect(use(inherited, 'r_h - sum_j(x_ij)')).toThrow();
    expect(recordOf(use({ i: 'h' }, 'r_h - sum_j(x_hj)')())).not.toBe(undefined);
    const partly = theory({ h: { rules: [], facts: [term('r_i - sum_h(x_ih)')] } });
    expect(() =>
      prove(partly, { left: integer(0), relation: '<=', right: term('r_j - sum_h(x_ih)') }, integer(0), [
        atMost(term('r_j - sum_h(x_ih)'), ['h'], fact('h', Object.create({ i: 'j' }) as Record<string, string>)),
      ]),
    ).toThrow('the certificate leaves');
  });
  test("schur's own indices are not those of its factors", () => {
    const w = symbol('x', 'm#wi', 'm#wj');
    const spoilt: Positivity = { kind: 'schur', left: gram(identity('m')), right: all(gram(w), gram(identity('m'))) };
    expect(() => prove(theory(), statement('0 <= 1'), integer(0), [atMost(integer(1), [], spoilt)])).toThrow(
      'stands in a factor',
    );
    const sums: Positivity = { kind: 'over', index: 'm#wi', part: gram(adjoint(unitVector('m#wi'))) };
    const nested: Positivity = { kind: 'trace', part: { kind: 'schur', left: sums, right: sums } };
    // I ∘ I = I, of trace m.
    const theorem = prove(theory(), { left: integer(0), relation: '<=', right: term('m') }, integer(0), [
      atMost(term('m'), [], nested),
    ]);
    expect(recordOf(theorem)).not.toBe(undefined);
  });
});

describe('indices', () => {
  test('are plain strings: in an array one is neither bound nor renamed', () => {
    const hidden = symbol('r', ['i'] as unknown as string);
    expect(() => plainly(over('i', hidden), product(term('m'), term('r_i')))).toThrow('not a name for an index');
  });
  test('named like parts of prototypes are refused or kept', () => {
    const signature: Signature = { ...SIGNATURE, indices: { ...SIGNATURE.indices, constructor: 'm' } };
    const h: Hypothesis = { rules: [], facts: [symbol('r', 'constructor')] };
    const theorem = prove(
      theory({ h }, signature),
      { left: integer(0), relation: '<=', right: symbol('r', 'constructor') },
      integer(0),
      [atMost(symbol('r', 'constructor'), ['h'], fact('h'))],
    );
    expect(recordOf(theorem)).not.toBe(undefined);
  });
  test('that a witness sums over are indices', () => {
    const h = assuming('a = c');
    const summed = (index: string) => () =>
      prove(theory({ h }), statement('a = c'), term('a'), [
        equals(term('c'), ['h'], [item(rule('h'), { over: [index] })]),
      ]);
    for (const index of ['m#1', "m#1'", 'zz#w0', '#w0', 'a b#w0', 'm#~000000000000', 'k'])
      expect(summed(index)).toThrow();
  });
  test('renamed in a rule stay of their range, swap at once, and meet', () => {
    const h = assuming('x_ij = y_il');
    const skew = assuming('x_ij = -x_ji');
    const use = (hypothesis: Hypothesis, to: string, from: string, at: Readonly<Record<string, string>>) => () =>
      prove(theory({ h: hypothesis }), statement(`${from} = ${to}`), term(from), [
        equals(term(to), ['h'], [item(rule('h', 0, at))]),
      ]);
    expect(use(h, 'y_jl', 'x_jl', { j: 'l' })).toThrow();
    expect(use(skew, '-x_ij', 'x_ji', { i: 'j', j: 'i' })).not.toThrow();
    expect(use(skew, '-x_ii', 'x_ii', { j: 'i' })).not.toThrow();
    expect(use(skew, '-x_ij', 'x_ii', { j: 'i' })).toThrow('the two sides differ by');
  });
});

describe('passed objects', () => {
  const absurd = statement('1 = 0');
  const harmless = assuming('a = a');
  const byHypothesis = equals(integer(0), ['h'], [item(rule('h'))]);
  test('frozen at the top only are no loophole', () => {
    const left = { kind: 'sum', terms: [integer(1)] } as { kind: 'sum'; terms: Term[] };
    const theorem = prove(theory(), Object.freeze({ left, relation: '=' as const, right: integer(1) }), integer(1), []);
    left.terms = [integer(0)];
    expect(theorem.statement.left).toEqual({ kind: 'sum', terms: [integer(1)] });
    expect(recordOf(theorem)!.statement.left).toEqual({ kind: 'sum', terms: [integer(1)] });
  });
  test('do not change what a theorem needs, once changed', () => {
    const rules = [...assuming('1 = 0').rules];
    const h: Hypothesis = Object.freeze({ rules, facts: [] });
    const known = prove(theory({ h }), absurd, integer(1), [byHypothesis]);
    try {
      rules[0] = harmless.rules[0]!;
    } catch {}
    const later: Theory = { ...theory({ h: harmless }), theorems: { known } };
    expect(() => prove(later, absurd, integer(1), [equals(integer(0), ['known'], [item(rule('known'))])])).toThrow(
      "known: needs the hypothesis 'h'",
    );
  });
  test('that read differently the second time are read once', () => {
    let reads = 0;
    const shifting = {
      get left() {
        return integer(reads++ < 1 ? 0 : 1);
      },
      relation: '=' as const,
      right: integer(0),
    };
    const theorem = prove(theory(), shifting, integer(0), []);
    expect(theorem.statement.left).toEqual(integer(0));
    let asked = 0;
    const hypotheses = {
      get h() {
        return asked++ < 1 ? assuming('1 = 0') : harmless;
      },
    };
    const passes = [byHypothesis, equals(integer(0), ['h'], [])];
    const shown = prove(theory(hypotheses), absurd, integer(1), passes);
    expect(shown.needs.get('h')).toEqual(assuming('1 = 0'));
    const proxy = new Proxy(absurd, {});
    expect(() => prove(theory(), proxy, integer(1), [])).toThrow();
  });
  test('of a signature are plain data', () => {
    const { M: letter, ...rest } = SIGNATURE.symbols;
    let hermitian = true;
    const odd = {
      ...letter!,
      get hermitian() {
        return hermitian;
      },
    };
    const symbols = { ...rest, M: odd } as unknown as Signature['symbols'];
    const selfAdjoint = (signature: Signature) => () => plainly(adjoint(term('M')), term('M'), signature);
    expect(selfAdjoint({ ...SIGNATURE, symbols })).toThrow('expected plain data');
    hermitian = false;
    const inheriting = Object.create({ ...letter }) as (typeof SIGNATURE.symbols)[string];
    expect(selfAdjoint({ ...SIGNATURE, symbols: { ...rest, M: inheriting } })).toThrow('expected plain data');
    expect(selfAdjoint(new Proxy({ ...SIGNATURE }, {}))).toThrow('expected plain data');
    const frozen = Object.freeze({ ...SIGNATURE, symbols: { ...rest, M: { ...letter! } } }) as Signature;
    selfAdjoint(frozen)();
    expect(() => Object.assign(frozen.symbols.M!, { hermitian: false })).toThrow(TypeError);
  });
  test('of a kind that there is not have no meaning', () => {
    const odd = { ...SIGNATURE.symbols.A!, kind: 'operator' } as unknown as Signature['symbols'][string];
    const signature = { ...SIGNATURE, symbols: { ...SIGNATURE.symbols, A: odd } };
    expect(() => plainly(term('A B'), term('B A'), signature)).toThrow('A is neither a scalar nor a matrix');
  });
  test('of a statement have one of two relations', () => {
    const reversed = { left: integer(0), relation: '>=', right: term('a^2') } as unknown as Statement;
    const link = atMost(term('a^2'), [], gram(term('a')));
    expect(() => prove(theory(), reversed, integer(0), [link])).toThrow("expected a relation '=' or '<='");
    const strange = { ...byNature(integer(0)), relation: '!=' } as unknown as Link;
    expect(() => prove(theory(), statement('0 = 0'), integer(0), [strange])).toThrow("expected a relation '=' or '<='");
  });
  test('of a number are integers', () => {
    const text = { kind: 'number', value: { a: '1', b: 0n, c: 0n, d: 0n, n: 1n } as unknown as Num } as const;
    const negative = { kind: 'number', value: { a: 1n, b: 0n, c: 0n, d: 0n, n: -1n } } as const;
    for (const odd of [text, negative]) expect(() => plainly(odd, odd)).toThrow('number: expected');
    const certificate: Positivity = { kind: 'constant', value: negative.value };
    expect(() => prove(theory(), statement('0 <= -1'), integer(0), [atMost(term('-1'), [], certificate)])).toThrow(
      'number: expected',
    );
  });
  test('called __proto__ or constructor name nothing', () => {
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(() => prove(theory(), absurd, integer(1), [equals(integer(0), [name], [item(rule(name))])])).toThrow(
        'neither a hypothesis',
      );
    expect(() => plainly(symbol('__proto__'), integer(0))).toThrow('not declared');
  });
});

describe('legs', () => {
  const D: Signature = { ...SIGNATURE, sizes: ['d', 'm', 'p', 'D'], squares: { D: 'd' } };
  test('are for square matrices', () => {
    const h = assuming('u = v');
    const zero = product(integer(0), identity('D'));
    const raised = item(rule('h'), { leg: 1 });
    expect(() =>
      prove(theory({ h }, D), { left: zero, relation: '=', right: zero }, zero, [
        equals(zero, ['h'], [raised, raised]),
      ]),
    ).toThrow('tensor: expected a square matrix');
  });
});

describe('a bound along the flow', () => {
  test('divides by what its rate divides by', () => {
    const h = assuming('vL <= -L');
    const pointwise = prove(theory({ h }), statement('vL <= -L'), term('vL'), [atMost(term('-L'), ['h'], fact('h'))]);
    const decay: Decay = { kind: 'exponential', loss: 'L', rate: term('b/b') };
    const bound = proveDecay(SIGNATURE, decay, pointwise, null);
    expect([...bound.nonzero.keys()]).toEqual(['1*b|']);
  });
  test('reads its rate once and keeps it', () => {
    const h = assuming('vL <= -L');
    const pointwise = prove(theory({ h }), statement('vL <= -L'), term('vL'), [atMost(term('-L'), ['h'], fact('h'))]);
    const rate = { kind: 'sum', terms: [integer(1)] } as { kind: 'sum'; terms: Term[] };
    const bound = proveDecay(
      SIGNATURE,
      Object.freeze({ kind: 'exponential', loss: 'L', rate: Object.freeze(rate) }),
      pointwise,
      null,
    );
    const before = JSON.stringify(bound.statement, (_, x) => (typeof x === 'bigint' ? String(x) : x));
    rate.terms[0] = integer(2);
    expect(JSON.stringify(bound.statement, (_, x) => (typeof x === 'bigint' ? String(x) : x))).toBe(before);
  });
});
