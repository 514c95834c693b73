/** Reciprocals, exponentials, intervals and cases in certificates. */
import { describe, expect, test } from 'vitest';
import { proveOutlined } from '../testing/justified.js';
import { assuming, SIGNATURE, statement, term } from '../testing/theory.js';
import { type Num, ONE, rational } from './number.js';
import { conclusionOf, type Positivity, type PositivityContext, type Within } from './positivity.js';
import type { Theorem, Theory } from './proof.js';
import type { Witness } from './witness.js';

const given = assuming('a >= 1', '2 >= a', 'c >= 0', 'r_i >= 0');
const theory: Theory = { signature: SIGNATURE, hypotheses: { given }, theorems: {} };
const fact = (name: string, at = {}): Positivity => ({ kind: 'fact', name, at });

/** Proves 0 <= `text` by a certificate. */
function proves(text: string, certificate: Positivity): Theorem {
  const outline = { by: 'positivity', using: ['given'], certificate } as const;
  const goal = statement(`0 <= ${text}`);
  return proveOutlined(theory, goal, goal.left, [{ relation: '<=', to: goal.right, outline }]);
}

describe('reciprocals', () => {
  test('of what is not negative are not negative, where it is not zero', () => {
    expect([...proves('1/c', { kind: 'reciprocal', part: fact('given/2') }).nonzero.keys()]).toEqual(['1*c|']);
    const half: Positivity = { kind: 'sum', parts: [fact('given/2'), { kind: 'constant', value: ONE }] };
    proves('1/(c + 1)', { kind: 'reciprocal', part: half });
  });
  test('of matrices, of zero, of something else are refused', () => {
    const gram: Positivity = { kind: 'gram', of: term('M') };
    const zero: Positivity = { kind: 'constant', value: rational(0) };
    expect(() => proves('c', { kind: 'reciprocal', part: gram })).toThrow('sum: expected summands of one shape');
    expect(() => proves('c', { kind: 'reciprocal', part: zero })).toThrow('power: division by zero');
    expect(() => proves('1/a', { kind: 'reciprocal', part: fact('given/2') })).toThrow('the certificate leaves');
  });
});

describe('exponentials', () => {
  test('of real numbers are positive', () => {
    proves('exp(a c)', { kind: 'exponential', of: term('a c') });
    proves('exp(tr(M H))', { kind: 'exponential', of: term('tr(M H)') });
  });
  test('of complex numbers and matrices are refused', () => {
    expect(() => proves('c', { kind: 'exponential', of: term('z') })).toThrow('exp: expected a real term');
    expect(() => proves('c', { kind: 'exponential', of: term('M') })).toThrow('exp: expected a scalar');
    expect(() => proves('exp(a)', { kind: 'exponential', of: term('c') })).toThrow('the certificate leaves');
  });
});

describe('intervals', () => {
  const within = (atom: string, low: Num, high: Num, above: Positivity, below: Positivity): Within => ({
    atom: term(atom),
    low,
    high,
    above,
    below,
    witnesses: [[], []],
  });
  const a = within('a', rational(1), rational(2), fact('given/0'), fact('given/1'));
  const interval = (of: string, ...ranges: Within[]): Positivity => ({
    kind: 'interval',
    of: term(of),
    within: ranges,
  });
  const shown = (of: string, ...ranges: Within[]) => proves(of, interval(of, ...ranges));

  test('show what interval arithmetic shows', () => {
    shown('3 - a', a);
    shown('a^2 - 1', a);
    shown('4/a - a', a);
    shown('7 - 2 a^2 + a^3', a);
  });
  test('show nothing where the lower end is negative', () => {
    expect(() => shown('a - 3/2', a)).toThrow('interval: the lower end is negative');
    expect(() => shown('a^2 - 2 a + 1', a)).toThrow('interval: the lower end is negative');
  });
  test('show each end with its own witness', () => {
    const shownBy: Witness[] = [];
    const context: PositivityContext = {
      signature: SIGNATURE,
      fact: () => term('c'),
      equal: (_left, _right, witness) => void shownBy.push(witness),
      cite: () => undefined,
    };
    const [forLow, forHigh]: [Witness, Witness] = [[], []];
    conclusionOf(context, interval('3 - a', { ...a, witnesses: [forLow, forHigh] }));
    expect(shownBy.length).toBe(2);
    expect(shownBy[0]).toBe(forLow);
    expect(shownBy[1]).toBe(forHigh);
  });
  test('need a certificate for each end, of that atom', () => {
    const message = 'interval: a bound certificate proves something else, by';
    const higher = { ...a, low: rational(3, 2) };
    const lower = { ...a, high: rational(3, 2) };
    const swapped = { ...a, above: fact('given/1'), below: fact('given/0') };
    const other = { ...a, atom: term('b') };
    for (const wrong of [higher, lower, swapped, other]) expect(() => shown('3 - a', wrong)).toThrow(message);
    expect(() => shown('3 - a')).toThrow('interval: no interval is given for a');
  });
  test('are for atoms and scalars', () => {
    for (const atom of ['2 a', 'a^2', 'a + c', '1', 'a c'])
      expect(() => shown('3 - a', { ...a, atom: term(atom) })).toThrow('interval: expected one atom');
    expect(() => shown('a M', a)).toThrow(/shape|interval: expected a scalar/);
  });
});

describe('cases', () => {
  const square: Positivity = { kind: 'product', parts: [fact('side'), fact('side')] };
  const cases = (on: string, above: Positivity, below: Positivity, name = 'side'): Positivity => ({
    kind: 'cases',
    on: term(on),
    name,
    above,
    below,
    witness: [],
  });
  test('show what both sides show', () => {
    proves('b^2', cases('b', square, square));
    proves('(a - b)^2', cases('a - b', square, square));
    const nested = cases('b', cases('L', square, square, 'other'), { kind: 'gram', of: term('b') });
    expect(() => proves('b^2', nested)).not.toThrow();
  });
  test('that show different things are refused', () => {
    expect(() => proves('b', cases('b', fact('side'), fact('side')))).toThrow('cases: the conclusions differ by');
    expect(() => proves('b', cases('b', fact('side'), square))).toThrow('cases: the conclusions differ by');
  });
  test('an assumption holds inside its case only, as it stands', () => {
    expect(() => proves('b', fact('side'))).toThrow('side: used but not cited by this step');
    expect(() => proves('b^2', { kind: 'sum', parts: [cases('b', square, square), square] })).toThrow('not cited');
  });
  test('are for real scalars without indices', () => {
    expect(() => proves('a', cases('z', square, square))).toThrow('cases: expected a real term');
    expect(() => proves('a', cases('M', square, square))).toThrow('cases: expected a scalar');
    expect(() => proves('a', cases('r_i', square, square))).toThrow('cases: expected a scalar without indices');
  });
});
