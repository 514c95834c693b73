import { describe, expect, test } from 'vitest';
import { proveOutlined } from '../testing/justified.js';
import { assuming, SIGNATURE, statement, term } from '../testing/theory.js';
import { type Barrier, type Decay, proveDecay } from './decay.js';
import { type Hypothesis, recordOf, type Theorem } from './proof.js';

/** The theorem `text` from hypotheses of which the fact `from` says just that. */
function follows(text: string, hypotheses: Record<string, Hypothesis>, signature = SIGNATURE): Theorem {
  const { left, relation, right } = statement(text);
  const [name] = Object.keys(hypotheses);
  const certificate = { kind: 'fact', name: name!, at: {} } as const;
  const outline = { by: 'positivity', certificate, using: Object.keys(hypotheses) } as const;
  return proveOutlined({ signature, hypotheses, theorems: {} }, { left, relation, right }, left, [
    { relation: '<=', to: right, outline },
  ]);
}

const slow: Decay = { kind: 'inverse-square', loss: 'L', rate: term('b') };
const fast: Decay = { kind: 'exponential', loss: 'L', rate: term('b') };
const steep = 'vL <= -b L';
const refused = (decay: Decay, theorem: Theorem, barrier: Barrier | null = null, signature = SIGNATURE) =>
  expect(() => proveDecay(signature, decay, theorem, barrier));

describe('the comparison lemma', () => {
  test('takes the differential inequality to the bound, and says that it is cited', () => {
    for (const [decay, text] of [
      [fast, steep],
      [slow, '-vL <= 2 b L sqrt(L)'],
    ] as const) {
      const theorem = proveDecay(SIGNATURE, decay, follows(text, { flow: assuming(text) }), null);
      expect(recordOf(theorem)).not.toBe(undefined);
      expect([...theorem.needs.keys()]).toEqual(['flow']);
      expect([...theorem.cites]).toEqual(['scalar comparison lemma']);
    }
  });
  test('another inequality will not do: a wrong factor, sign, power, or the other kind', () => {
    for (const text of ['vL <= -2 b L', 'vL <= b L', 'vL <= -b L^2', '-vL <= -b L', 'vL + b L <= 0'])
      refused(fast, follows(text, { flow: assuming(text) })).toThrow(
        'comparison: the theorem proves another inequality',
      );
    refused(slow, follows(steep, { flow: assuming(steep) })).toThrow(
      'comparison: the theorem proves another inequality',
    );
  });
  test('a rate that moves is refused', () => {
    const text = 'vL <= -a L';
    const moving: Decay = { ...fast, rate: term('a') };
    refused(moving, follows(text, { flow: assuming(text) })).toThrow('comparison: the rate moves with time');
  });
  test('also where another signature calls the rate constant', () => {
    const text = 'vL <= -c L';
    const frozen = { ...SIGNATURE, symbols: { ...SIGNATURE.symbols, c: { ...SIGNATURE.symbols.c!, constant: true } } };
    refused({ ...fast, rate: term('c') }, follows(text, { flow: assuming(text) }), null, frozen).toThrow(
      'comparison: the theorem is about other symbols',
    );
  });
  test('a forged theorem is refused, and so is a loss without a velocity', () => {
    const theorem = follows(steep, { flow: assuming(steep) });
    refused(fast, { ...theorem, needs: new Map() }).toThrow('comparison: expected a theorem of the kernel');
    refused({ ...fast, loss: 'c' }, theorem).toThrow('c: no velocity is declared for it');
  });
});

describe('the barrier lemma', () => {
  const inside = assuming('a <= b');
  const outside = assuming('a >= b');
  const falling = assuming('va <= 0');
  const theorem = follows(steep, { flow: assuming(steep), inside });
  const falls = follows('va <= 0', { falling, outside });
  const barrier: Barrier = { quantity: term('a'), bound: term('b'), inside: 'inside', outside: 'outside', falls };

  test('keeps the region, adds the hypotheses of the fall, drops its complement', () => {
    const { needs, cites } = proveDecay(SIGNATURE, fast, theorem, barrier);
    expect([...needs.keys()]).toEqual(['flow', 'inside', 'falling']);
    expect([...cites]).toEqual(['scalar comparison lemma', 'barrier lemma']);
  });
  test('a quantity that falls inside the region only is refused', () => {
    const wrong = follows('va <= 0', { falling, inside });
    refused(fast, theorem, { ...barrier, falls: wrong }).toThrow('barrier: the fall is shown inside the region only');
    const renamed = follows('va <= 0', { falling, outside: inside });
    refused(fast, theorem, { ...barrier, falls: renamed }).toThrow(
      "barrier: 'outside' is not the complement of the region",
    );
    const both = follows('va <= 0', { falling, outside: assuming('a >= b', 'c >= 0') });
    refused(fast, theorem, { ...barrier, falls: both }).toThrow(
      "barrier: 'outside' is not the complement of the region",
    );
  });
  test('a bound that moves, another region, a quantity that rises are refused', () => {
    refused(fast, theorem, { ...barrier, bound: term('c') }).toThrow('barrier: the bound moves with time');
    refused(fast, theorem, { ...barrier, bound: term('2 b') }).toThrow("barrier: 'inside' is not the region itself");
    refused(fast, theorem, { ...barrier, inside: 'flow' }).toThrow("barrier: 'flow' is not the region itself");
    const rises = follows('-va <= 0', { rising: assuming('va >= 0') });
    refused(fast, theorem, { ...barrier, falls: rises }).toThrow('barrier: the quantity is not shown to fall');
  });
  test('two meanings of one name are refused: the weaker must not replace the stronger', () => {
    const other = follows('va <= 0', { falling, flow: assuming('c >= 0') });
    refused(fast, theorem, { ...barrier, falls: other }).toThrow(
      "barrier: the two theorems mean different things by 'flow'",
    );
  });
  test('a forged fall is refused', () => {
    refused(fast, theorem, { ...barrier, falls: { ...falls } }).toThrow('barrier: expected a theorem of the kernel');
  });
});
