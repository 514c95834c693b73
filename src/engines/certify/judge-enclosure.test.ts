import { describe, expect, test } from 'vitest';
import type { Enclosure } from '../../claim/enclosure.js';
import { changesSpelled, enclosureOf, isEnclosureClaim } from '../../claim/enclosure-claim.js';
import { rational } from '../../symbolic/kernel/number.js';
import { rate } from '../testing/toy-corpus.js';
import { circle, enclosed, lowest } from '../testing/toy-enclosure.js';
import { enclosureMutantsOf, judgeEnclosureMutants } from './enclosure-mutants.js';
import { judgeEnclosure } from './judge-enclosure.js';
import { valueAt } from './polynomial.js';
import { readEnclosure } from './read-enclosure.js';
import { stationarity } from './stationary.js';

const judged = (changes: Partial<Enclosure>) => {
  const { outcome, why } = judgeEnclosure(circle, { ...lowest, ...changes });
  return [outcome, why];
};

describe('what intervals show', () => {
  test('the minimum, with its loss and curvature as they are known in closed form', () => {
    const found = judgeEnclosure(circle, lowest);
    expect(found.outcome).toBe('certified');
    const value = (of: string) => found.values.find((entry) => entry.of === of)!;
    const loss = (1 - Math.sqrt(5) / 2) / 2;
    expect(Number(value('loss').low)).toBeCloseTo(loss, 10);
    expect([Number(value('loss').low) <= loss, Number(value('loss').high) >= loss]).toEqual([true, true]);
    expect(Number(value('curvature').low)).toBeCloseTo(Math.sqrt(5), 5);
    expect(Number(value('curvature').high)).toBeCloseTo(Math.sqrt(5), 5);
    expect(Number(value('curvature throughout the box').low)).toBeGreaterThan(1);
    expect(Number(found.point!.x)).toBeCloseTo(Math.sin(Math.atan(1 / 2) / 2), 10);
    expect(found.radius).toBeLessThan(1e-30);
    expect(found.elsewhere).toBe('1');
  });
});

test('a multiplier that is known exactly leaves room for the test all the same', () => {
  const line: Enclosure = {
    loss: 'x^2 + y',
    orbit: 'y',
    box: { x: ['-1/4', '1/3'], y: ['-1/4', '1/4'] },
    bounds: [{ of: 'curvature throughout the box', relation: '>=', bound: '199/100' }],
    elsewhere: { at: { x: '1', y: '0' }, loss: '1' },
  };
  expect(judgeEnclosure(circle, line).outcome).toBe('certified');
});

describe('what intervals refute', () => {
  test.each([
    ['a box beside it', { box: { x: ['1/4', '3/10'], y: ['19/20', '1'] } }, /^no stationary point in the box: /],
    ['a box away from the orbit', { box: { x: ['1/4', '1/2'], y: ['1/4', '1/2'] } }, /equation 3 has no zero in it$/],
    [
      'a loss that it lies below',
      { bounds: [{ of: 'loss', relation: '>=', bound: '0' }] },
      /^loss in \[-0\.059.*\], not >= 0$/,
    ],
    ['a loss that it lies above', { bounds: [{ of: 'loss', relation: '<=', bound: '-1' }] }, /not <= -1$/],
    ['too large a curvature', { bounds: [{ of: 'curvature', relation: '>=', bound: '9/4' }] }, /not >= 9\/4$/],
    ['too small a curvature', { bounds: [{ of: 'curvature', relation: '<=', bound: '11/5' }] }, /not <= 11\/5$/],
    ['another value elsewhere', { elsewhere: { at: { x: '1', y: '0' }, loss: '2' } }, /^the loss at \(1, 0\) is 1$/],
    [
      'a place that is not on the orbit',
      { elsewhere: { at: { x: '1', y: '1/2' }, loss: '3/4' } },
      /^\(1, 1\/2\) is not on the orbit: what vanishes there is 1\/4$/,
    ],
    [
      'that a maximum is a minimum',
      { box: { x: ['19/20', '1'], y: ['-1/4', '-1/5'] }, bounds: [{ of: 'curvature', relation: '>=', bound: '0' }] },
      /^curvature in \[-2\.236.*\], not >= 0$/,
    ],
  ] as const)('%s', (_, changes, why) => {
    expect(judged(changes)).toEqual(['refuted', expect.stringMatching(why)]);
  });
});

describe('what stays undecided', () => {
  const { bounds: _, ...rest } = lowest;
  test.each([
    ['a box that is too large', { box: { x: ['-1', '1'], y: ['-1', '1'] } }, /the gradient of the orbit may vanish/],
    [
      'a box with two points',
      { box: { x: ['-1', '1'], y: ['1/2', '1'] }, bounds: [] },
      /cannot be counted: .*too large/,
    ],
    [
      'a loss that is the same everywhere',
      { loss: 'x^2 + y^2', bounds: [] },
      /cannot be counted: (the Jacobian is singular|.*multiple)/,
    ],
    [
      'a bound between what is known from below and from above',
      { bounds: [{ of: 'curvature throughout the box', relation: '>=', bound: '2235/1000' }] },
      /which does not decide >= 447\/200$/,
    ],
  ] as const)('%s', (__, changes, why) => {
    expect(judged({ ...rest, bounds: lowest.bounds, ...(changes as Partial<Enclosure>) })).toEqual([
      'undecided',
      expect.stringMatching(why),
    ]);
  });
});

test('the equations are the derivatives of L - λg and g, by hand', () => {
  const { landscape } = readEnclosure(circle, lowest);
  const at = [rational(2), rational(3), rational(5)];
  // 2x - y/2 - 2λx, -x/2 - 2λy, x² + y² - 1
  expect(stationarity(landscape).map((p) => valueAt(p, at))).toEqual([rational(-35, 2), rational(-31), rational(12)]);
});

describe('formulas are polynomials in the unknowns with rational coefficients', () => {
  const read = (changes: Partial<Enclosure>) => () => readEnclosure(circle, { ...lowest, ...changes });
  test.each([
    ['1/x', { loss: '1/x' }, '1/x: expected a polynomial in x, y with rational coefficients'],
    ['√2', { loss: '√2 x' }, '√2 x: expected a polynomial in x, y with rational coefficients'],
    ['a function', { orbit: 'abs(x) - 1' }, 'abs(x) - 1: expected a polynomial in x, y with rational coefficients'],
    ['another symbol', { box: { x: ['0', '1'] } }, 'x^2 - 1/2 x y: expected a polynomial in x with rational'],
    ['a bound with an unknown', { box: { x: ['0', 'x'], y: ['0', '1'] } }, 'x: expected a rational number'],
    ['ends exchanged', { box: { x: ['1', '0'], y: ['0', '1'] } }, 'interval: expected the lower end first'],
    ['a place without a coordinate', { elsewhere: { at: { x: '1' }, loss: '1' } }, 'elsewhere: expected a value of y'],
  ] as const)('%s', (_, changes, message) => {
    expect(read(changes as Partial<Enclosure>)).toThrow(message);
  });
});

describe('wrong variants', () => {
  const claim = enclosed();
  const fates = judgeEnclosureMutants(claim);

  test('the hand-written ones first, then every bound and formula with one thing changed', () => {
    const names = enclosureMutantsOf(claim).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual([
      'the loss is positive',
      'bound of the loss: >= turned round',
      'bound of the loss: its sign flipped',
    ]);
    expect(names).toContain('formula of the loss: the factor -1/2 times 1.01');
    expect(names).toContain('formula of the orbit: the exponent 2 by 3');
  });

  test('each is refuted, or certified to be true as well', () => {
    const of = (name: string) => fates.find((mutant) => mutant.name === name)!;
    expect(of('the loss is positive')).toMatchObject({
      statement: 'there loss >= 0',
      fate: 'killed',
      how: expect.stringMatching(/^by intervals: loss in /),
    });
    expect(of('bound of the curvature: the factor 11/5 times 0.99').fate).toBe('also true');
    expect(of('bound of the curvature: >= turned round').fate).toBe('killed');
    expect(fates.filter(({ fate }) => fate === 'survived')).toEqual([]);
  });

  test('one that intervals do not decide survives', () => {
    const wide = { box: { x: ['-1', '1'], y: ['1/2', '1'] } } as const;
    const [survivor] = judgeEnclosureMutants(enclosed({ wrong: { wide } }), (k) => k === 0);
    expect(survivor?.fate).toBe('survived');
  });

  test('a part takes those whose number is chosen', () => {
    const odd = judgeEnclosureMutants(claim, (k) => k % 2 === 1);
    expect(odd.map(({ name }) => name)).toEqual(fates.filter((_, k) => k % 2 === 1).map(({ name }) => name));
  });
});

test('statements are spelled from the data, and only changes from one another', () => {
  const { statement } = enclosed();
  expect(statement).toMatchObject({
    text: 'on {x^2 + y^2 - 1 = 0}, L = x^2 - 1/2 x y has exactly one stationary point with x in [1/5, 1/4], y in [19/20, 1]; there loss >= -3/50, loss <= -29/500, curvature >= 11/5; L = 1 on the same orbit at x = 1, y = 0',
  });
  expect(changesSpelled(circle, lowest, { ...lowest, orbit: 'x^2 + y^2 - 4' })).toBe(
    'on {x^2 + y^2 - 4 = 0}, L = x^2 - 1/2 x y',
  );
  expect([isEnclosureClaim(enclosed()), isEnclosureClaim(rate)]).toEqual([true, false]);
  expect(() => enclosureOf(rate)).toThrow('rate: not a claim that intervals decide');
});
