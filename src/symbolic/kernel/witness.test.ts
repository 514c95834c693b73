import { describe, expect, test } from 'vitest';
import { assuming, SIGNATURE, term } from '../testing/theory.js';
import { rational } from './number.js';
import { TermError } from './signature.js';
import { apply, integer, number, product, symbol, type Term } from './term.js';
import { type Equation, type Equations, type Rule, requireEqual, type Witness, type WitnessItem } from './witness.js';

interface Around {
  readonly over?: readonly string[];
  readonly times?: string | Term;
  readonly before?: string;
  readonly after?: string;
  readonly trace?: boolean;
  readonly leg?: 1 | 2 | null;
}

/** A context around an equation: 1 · (l - r) where nothing else is said. */
const item = (
  equation: Equation,
  { over = [], times = '1', before, after, trace = false, leg = null }: Around = {},
): WitnessItem => ({
  over,
  times: typeof times === 'string' ? term(times) : times,
  before: before === undefined ? null : term(before),
  after: after === undefined ? null : term(after),
  trace,
  leg,
  equation,
});

type Renaming = Readonly<Record<string, string>>;
const rule = (position: number, around: Around = {}, at: Renaming = {}, adjoint = false): WitnessItem =>
  item({ kind: 'rule', from: 'given', rule: position, adjoint, at }, around);
const equalArguments = (name: string, from: string[], to: string[], ...witness: Witness[]): Equation => ({
  kind: 'equal arguments',
  name: name as 'abs',
  from: from.map(term),
  to: to.map(term),
  witness,
});
const square = (of: string): Equation => ({ kind: 'absolute square', of: term(of) });

/** Takes a claim `left = right` with a witness that draws on the written equations. */
function from(...texts: string[]) {
  const { rules } = assuming(...texts);
  const equations: Equations = {
    signature: SIGNATURE,
    rule: (_, position): Rule => rules[position]!,
  };
  const proves = (left: string | Term, right: string | Term, ...witness: WitnessItem[]): void => {
    const [a, b] = [left, right].map((side) => (typeof side === 'string' ? term(side) : side)) as [Term, Term];
    requireEqual(equations, a, b, witness, 'the two sides differ by');
  };
  return {
    proves,
    refuses: (left: string | Term, right: string | Term, message: string, ...witness: WitnessItem[]) =>
      expect(() => proves(left, right, ...witness)).toThrow(message),
  };
}
const DIFFER = 'the two sides differ by';

describe('without items', () => {
  test('equality is that of normal forms', () => {
    from().proves('(a + c)^2', 'a^2 + 2 a c + c^2');
    from().refuses('a', 'c', 'the two sides differ by 1*a| + -1*c|');
    from().refuses('a', 'M', 'sum: expected summands of one shape');
  });
});

describe('an equation of a cited name', () => {
  const idempotent = from('A A = A', 'tr(A) = 1');

  test('stands between matrices, times a scalar, under a trace', () => {
    idempotent.proves('A A', 'A', rule(0));
    idempotent.proves('B A A M', 'B A M', rule(0, { before: 'B', after: 'M' }));
    idempotent.proves('2 a A A', '2 a A', rule(0, { times: '2 a' }));
    idempotent.proves('tr(M A A)', 'tr(M A)', rule(0, { before: 'M', trace: true }));
    idempotent.proves('tr(A M A)', 'tr(A M)', rule(0, { after: 'M', trace: true }));
    idempotent.proves('u† A A v', 'u† A v', rule(0, { before: 'u†', after: 'v' }));
    idempotent.proves('tr(B) A A', 'tr(B) A', rule(0, { times: 'tr(B)' }));
    idempotent.proves('A', 'A A', rule(0, { times: '-1' }));
    from('M M = b^2 I').proves('tr(M M)', 'd b^2', rule(0, { trace: true }));
    from('z = a').proves('z A', 'a A', rule(0, { after: 'A' }));
    from('z = a').proves('z A', 'a A', rule(0, { times: 'A' }));
  });
  test('and so do several, one after the other', () => {
    idempotent.proves('tr(A A)', '1', rule(0, { trace: true }), rule(1));
    idempotent.proves('A A A', 'A', rule(0), rule(0, { before: 'A' }));
  });
  test('may have any form, since nothing is rewritten', () => {
    from('a + c = b').proves('a', 'b - c', rule(0));
    from('2 a = c').proves('a', '1/2 c', rule(0, { times: '1/2' }));
    from('A B = B A').proves('A B A', 'A A B', rule(0, { before: 'A', times: '-1' }));
    from('a = r_i').proves('r_i', 'r_j', rule(0, { times: '-1' }), rule(0, {}, { i: 'j' }));
  });
  test('may be used as its adjoint, which is another equation', () => {
    idempotent.proves('A† A†', 'A†', rule(0, {}, {}, true));
    idempotent.refuses('A† A†', 'A†', DIFFER, rule(0));
    from('z = w').proves('z†', 'w†', rule(0, {}, {}, true));
    from('M v = a v').proves('v† M B', 'a v† B', rule(0, { after: 'B' }, {}, true));
  });
  test.each<[string, readonly WitnessItem[]]>([
    ['none', []],
    ['one that is missing', [rule(0, { trace: true })]],
    ['one doubled', [rule(0, { trace: true }), rule(1), rule(1)]],
    ['one of the wrong sign', [rule(0, { trace: true }), rule(1, { times: '-1' })]],
    ['one scaled', [rule(0, { trace: true, times: '2' }), rule(1)]],
    ['one of another equation', [rule(0, { trace: true }), rule(0, { trace: true })]],
    ['one with something before it', [rule(0, { trace: true, before: 'A' }), rule(1)]],
    ['one as its adjoint', [rule(0, { trace: true }, {}, true), rule(1)]],
  ])('does not prove tr(AA) = 1 from %s', (_, witness) => {
    idempotent.refuses('tr(A A)', '1', DIFFER, ...witness);
  });
  test('order matters: what stands before does not stand after', () => {
    idempotent.refuses('B A A M', 'B A M', DIFFER, rule(0, { before: 'M', after: 'B' }));
    idempotent.refuses('B A A', 'B A', DIFFER, rule(0, { after: 'B' }));
  });
});

describe('shapes', () => {
  const idempotent = from('A A = A');
  const eigen = from('A v = z v');
  test('of items are that of the two sides', () => {
    const other = 'witness: an item of another shape';
    idempotent.refuses('A A', 'A', other, rule(0, { trace: true }));
    idempotent.refuses('a', 'c', other, rule(0));
    idempotent.refuses('a', 'a', other, rule(0));
    for (const side of ['u', 'u†']) idempotent.refuses(side, side, other, rule(0));
    eigen.refuses('v† A†', 'z† v†', other, rule(0));
    eigen.proves('v† A†', 'z† v†', rule(0, {}, {}, true));
  });
  test('must fit before, after and under a trace', () => {
    const inner = 'product: inner sizes differ';
    idempotent.refuses('A A', 'A', inner, rule(0, { before: 'T†' }));
    idempotent.refuses('A A', 'A', inner, rule(0, { after: 'T' }));
    idempotent.refuses('A A', 'A', inner, rule(0, { times: 'T†' }));
    eigen.refuses('a', 'a', 'witness: a trace of what is not square', rule(0, { trace: true }));
    eigen.refuses('a', 'a', 'witness: a trace of what is not square', rule(0, { trace: true, before: 'T' }));
    eigen.proves('tr(A v u†)', 'z u† v', rule(0, { trace: true, after: 'u†' }));
    from('a = c').proves('a', 'c', rule(0, { trace: true }));
  });
  test('of the two sides of an equation are one', () => {
    const equations = { signature: SIGNATURE, rule: () => ({ left: term('a'), right: term('M') }) };
    expect(() => requireEqual(equations, term('a'), term('a'), [rule(0)], DIFFER)).toThrow(
      'sum: expected summands of one shape',
    );
  });
});

describe('indices', () => {
  const diagonal = from('r_i = x_ii', 'r_i = sum_j(x_ij)');

  test('of an equation stand for any of their range', () => {
    diagonal.proves('r_i', 'x_ii', rule(0));
    diagonal.proves('r_h', 'x_hh', rule(0, {}, { i: 'h' }));
    diagonal.refuses('r_h', 'x_hh', DIFFER, rule(0));
    diagonal.refuses('r_h', 'x_hh', DIFFER, rule(0, {}, { i: 'j' }));
    diagonal.refuses('r_h', 'x_hh', DIFFER, rule(0, {}, { j: 'h' }));
    from('x_ij = r_i').proves('x_ji', 'r_j', rule(0, {}, { i: 'j', j: 'i' }));
    from('x_ij = r_i').proves('x_jj', 'r_j', rule(0, {}, { i: 'j' }));
    from('r_i r_j = x_ij').refuses('r_h^2', 'x_ij', DIFFER, rule(0, {}, { i: 'h', j: 'h' }));
  });
  test('may be summed over', () => {
    for (const name of ['i', 'h', 'm#w0', 'm#w1_2']) {
      diagonal.proves('sum_j(r_j)', 'sum_j(x_jj)', rule(0, { over: [name] }, { i: name }));
      diagonal.refuses('sum_j(r_j)', 'sum_j(x_jj)', DIFFER, rule(0, {}, { i: name }));
    }
    diagonal.proves('m r_j', 'm x_jj', rule(0, { over: ['i'] }, { i: 'j' }));
    diagonal.refuses('sum_j(r_j)', 'sum_j(x_jj)', DIFFER, rule(0, { over: ['h'] }));
    diagonal.refuses('sum_j(r_j)', 'sum_j(x_jj)', DIFFER, rule(0, { over: ['i', 'i'] }));
    const weighted = item(rule(0, {}, { i: 'm#w0' }).equation, {
      over: ['m#w0'],
      times: symbol('s', 'm#w0'),
    });
    diagonal.proves('sum_i(s_i r_i)', 'sum_i(s_i x_ii)', weighted);
    diagonal.refuses('sum_i(s_i) sum_j(r_j)', 'sum_i(s_i x_ii)', DIFFER, weighted);
    from('tr(R_i) = r_i').proves(
      'sum_ij(x_ij tr(R_i))',
      'sum_ij(x_ij r_i)',
      rule(0, { over: ['i', 'j'], times: 'x_ij' }),
    );
  });
  test('that an item leaves free are not those that a term binds', () => {
    diagonal.refuses('sum_i(r_i)', 'sum_i(x_ii)', DIFFER, rule(0));
    diagonal.refuses('sum_i(r_i)', 'sum_i(x_ii)', DIFFER, rule(0, { times: 'm' }));
    diagonal.refuses('r_i sum_i(r_i)', 'r_i sum_i(x_ii)', DIFFER, rule(0, { over: ['i'], times: 'r_i' }));
    diagonal.proves('r_i sum_i(r_i)', 'r_i sum_i(x_ii)', rule(0, { over: ['j'], times: 'r_i' }, { i: 'j' }));
  });
  test('are not captured by a sum inside the equation', () => {
    diagonal.proves('r_h', 'sum_j(x_hj)', rule(1, {}, { i: 'h' }));
    diagonal.proves('sum_j(r_j)', 'sum_ij(x_ij)', rule(1, { over: ['h'] }, { i: 'h' }));
    diagonal.proves('r_j', 'sum_h(x_jh)', rule(1, {}, { i: 'j' }));
    diagonal.refuses('r_j', 'sum_j(x_jj)', DIFFER, rule(1, {}, { i: 'j' }));
    diagonal.refuses('sum_j(r_j)', 'm sum_j(x_jj)', DIFFER, rule(1, { over: ['j'] }, { i: 'j' }));
  });
  test('of another range, undeclared, or with a name of the kernel are refused', () => {
    diagonal.refuses('r_h', 'x_hh', 'i: renamed to an index of another range', rule(0, {}, { i: 'l' }));
    diagonal.refuses('r_h', 'x_hh', 'i: renamed to an index of another range', rule(0, {}, { i: 'p#w0' }));
    diagonal.refuses('r_h', 'x_hh', 'o: not declared as an index', rule(0, {}, { i: 'o' }));
    diagonal.refuses('r_h', 'x_hh', 'o: not declared as an index', rule(0, { over: ['o'] }));
    diagonal.refuses('r_h', 'x_hh', 'o: not declared as a size', rule(0, {}, { i: 'o#w0' }));
    for (const name of ['m#1', "m#1'", 'm#~000000000000', 'm#', 'm#w', 'm#W0', 'm#w0 ']) {
      const message = `${name}: not a name for an index`;
      diagonal.refuses('sum_j(r_j)', 'sum_j(x_jj)', message, rule(0, { over: [name] }, { i: name }));
      diagonal.refuses('a', 'a', message, rule(0, { times: symbol('r', name) }));
    }
  });
  test('summed over leave the sizes of their ranges as factors where nothing depends on them', () => {
    from('a = c').proves('m p a', 'm p c', rule(0, { over: ['i', 'l'] }));
    from('a = c').refuses('m^2 a', 'm^2 c', DIFFER, rule(0, { over: ['i', 'l'] }));
  });
  // An index that spells more than its name makes two different monomials one, and r_i = 2 then proves 1 = 0.
  test('whose name spells a product are refused', () => {
    const [forged, half] = ['m#w0]·r[m#w1', number(rational(1, 2))];
    const witness = [
      rule(0, { times: half }, { i: forged }),
      rule(0, { times: product(number(rational(-1, 2)), symbol('r', 'm#w1')) }, { i: 'm#w0' }),
      rule(0, { times: '-1' }, { i: 'm#w1' }),
    ];
    from('r_i = 2').refuses('1', '0', `${forged}: not a name for an index`, ...witness);
  });
});

describe('equal arguments', () => {
  const setting = from('a = c', 'z = a', 'r_i = x_ii');
  const [ac, za, rx] = [rule(0), rule(1), rule(2, {}, { i: 'j' })];

  test('give equal values', () => {
    setting.proves('sqrt(a)', 'sqrt(c)', item(equalArguments('sqrt', ['a'], ['c'], [ac])));
    setting.proves('abs(a)', 'abs(c)', item(equalArguments('abs', ['a'], ['c'], [ac])));
    setting.proves('max(a, b)', 'max(c, b)', item(equalArguments('max', ['a', 'b'], ['c', 'b'], [ac])));
    setting.proves('min(b, 2 a)', 'min(b, a+c)', item(equalArguments('min', ['b', '2 a'], ['b', 'a + c'], [], [ac])));
    setting.proves(
      'b sqrt(a) A',
      'b sqrt(c) A',
      item(equalArguments('sqrt', ['a'], ['c'], [ac]), { times: 'b', after: 'A' }),
    );
    const nested = item(equalArguments('abs', ['a'], ['c'], [ac]));
    setting.proves(
      'sqrt(abs(a) + 1)',
      'sqrt(abs(c) + 1)',
      item(equalArguments('sqrt', ['abs(a) + 1'], ['abs(c) + 1'], [nested])),
    );
    from().proves(
      'sqrt((a + c)^2)',
      'sqrt(a^2 + 2 a c + c^2)',
      item(equalArguments('sqrt', ['(a+c)^2'], ['a^2 + 2 a c + c^2'])),
    );
  });
  test('under a sum, for each of its indices', () => {
    const each = equalArguments('sqrt', ['r_j'], ['x_jj'], [rx]);
    setting.proves('sum_j(sqrt(r_j))', 'sum_j(sqrt(x_jj))', item(each, { over: ['j'] }));
    setting.refuses('sum_j(sqrt(r_j))', 'sum_j(sqrt(x_jj))', DIFFER, item(each));
    const inside = equalArguments('sqrt', ['sum_j(r_j)'], ['sum_j(x_jj)'], [{ ...rx, over: ['j'] }]);
    setting.proves('sqrt(sum_j(r_j))', 'sqrt(sum_j(x_jj))', item(inside));
    // Where one j is meant inside and another outside, equal spellings do not help.
    setting.refuses('sum_j(sqrt(r_j))', 'm sqrt(x_jj)', DIFFER, item(each, { over: ['j'] }));
  });
  test('need not be seen to be real: the function stands for some real number', () => {
    const forth = item(equalArguments('abs', ['a'], ['z'], [{ ...za, times: term('-1') }]));
    const back = item(equalArguments('abs', ['z'], ['c'], [za, ac]));
    setting.proves('abs(a)', 'abs(c)', forth, back);
    setting.refuses('abs(a)', 'abs(c)', DIFFER, forth);
    expect(() => setting.proves(apply('abs', term('z')), 'abs(a)', back)).toThrow('abs: expected a real argument');
  });
  test('of which nothing is shown are refused', () => {
    const differ = 'sqrt: the arguments differ by';
    setting.refuses('sqrt(a)', 'sqrt(c)', differ, item(equalArguments('sqrt', ['a'], ['c'])));
    setting.refuses('sqrt(a)', 'sqrt(c)', differ, item(equalArguments('sqrt', ['a'], ['c'], [])));
    setting.refuses('sqrt(a)', 'sqrt(c)', differ, item(equalArguments('sqrt', ['a'], ['c'], [ac, ac])));
    setting.refuses('sqrt(c)', 'sqrt(a)', differ, item(equalArguments('sqrt', ['c'], ['a'], [ac])));
    setting.refuses('sqrt(c)', 'sqrt(a)', DIFFER, item(equalArguments('sqrt', ['a'], ['c'], [ac])));
    const second = equalArguments('max', ['b', 'a'], ['b', 'c'], [ac]);
    setting.refuses('max(b, a)', 'max(b, c)', 'max: the arguments differ by', item(second));
    const onlyFirst = equalArguments('max', ['a', 'b'], ['c', 'a'], [ac]);
    setting.refuses('max(a, b)', 'max(c, a)', 'max: the arguments differ by', item(onlyFirst));
  });
  test('are as many on both sides, and scalars', () => {
    const other = 'max: other arguments';
    setting.refuses('a', 'a', other, item(equalArguments('max', ['a', 'a'], ['c'], [ac])));
    setting.refuses('a', 'a', other, item(equalArguments('max', ['a'], ['c', 'b'], [ac])));
    setting.refuses('a', 'a', other, item(equalArguments('max', [], [])));
    setting.refuses('a', 'a', other, item(equalArguments('max', ['M'], ['M'], [])));
    setting.refuses('a', 'a', other, item(equalArguments('max', ['a', 'v'], ['c', 'v'], [ac], [])));
  });
  test('are not kept for the real and the imaginary part', () => {
    for (const name of ['re', 'im'])
      setting.refuses('a', 'a', `${name}: not kept as a function`, item(equalArguments(name, ['z'], ['a'], [za])));
  });
  // For callers that forge a name: F(c) = a|c| and F(c)² = a|c|² have one spelling each.
  test('of a name that spells a product are refused, and so is its term', () => {
    const forged = apply('a·abs' as 'abs', term('c'));
    expect(() => from().proves(forged, 'a abs(c)')).toThrow(TermError);
    expect(() => from().proves(product(forged, forged), 'a abs(c)^2')).toThrow(TermError);
    const named = item(equalArguments('a·abs', ['a'], ['c'], [ac]));
    expect(() => setting.proves('a abs(a)', 'a abs(c)', named)).toThrow(TermError);
  });
});

describe('an absolute square', () => {
  test('is the square of what is real', () => {
    from().proves('abs(a - c)^2', '(a - c)^2', item(square('a - c')));
    from().proves('b abs(c)^3', 'b c^2 abs(c)', item(square('c'), { times: 'b abs(c)' }));
    from().proves('sum_j(abs(r_j)^2 A)', 'sum_j(r_j^2 A)', item(square('r_j'), { over: ['j'], after: 'A' }));
    from().proves('abs(tr(M))^2', 'tr(M)^2', item(square('tr(M)')));
    from().refuses('abs(a)^2', 'a^2', DIFFER);
    from().refuses('abs(a)^2', 'a^2', DIFFER, item(square('c')));
    from().refuses('abs(a)', 'a', DIFFER, item(square('a')));
  });
  test('and of nothing else', () => {
    const real = '|x|²: expected a real x';
    for (const complex of ['z', 'i a', 'tr(A)', 'u† v', 'a + z'])
      from().refuses('a', 'a', real, item({ kind: 'absolute square', of: term(complex) }));
    from('z = a').refuses('a', 'a', real, item(square('z')));
    from().refuses('a', 'a', 'abs: expected a scalar', item(square('M')));
    from().refuses('a', 'a', real, item(square('A')));
  });
});

test('parts that are ill-formed are refused with a TermError', () => {
  const empty: Term = { kind: 'sum', terms: [] };
  const idempotent = from('A A = A');
  for (const bad of [
    { ...rule(0), times: empty },
    { ...rule(0), before: empty },
    { ...rule(0), after: empty },
    item({ kind: 'absolute square', of: empty }),
    item({ kind: 'equal arguments', name: 'abs', from: [empty], to: [integer(0)], witness: [] }),
  ])
    expect(() => idempotent.proves('A', 'A', bad)).toThrow(TermError);
});
