import { describe, expect, it } from 'vitest';
import { fromDouble } from '../symbolic/denotation/doubles.js';
import { format } from '../symbolic/kernel/number.js';
import { nearestRational, rationalPoints } from './certify.js';

describe('nearestRational', () => {
  it.each([
    [1 / 3, 8, '1/3'],
    [-2.4, 8, '-12/5'],
    [Math.PI, 8, '22/7'],
    [Math.PI, 1000, '355/113'],
    [0, 8, '0'],
    [1e-9, 8, '0'],
    [12345.5, 8, '24691/2'],
  ])('%f with denominators up to %i is %s', (x, largest, expected) => {
    expect(format(nearestRational(x, largest))).toBe(expected);
  });
});

describe('rationalPoints', () => {
  it('begins simple and ends with the doubles themselves', () => {
    const points = [...rationalPoints([0.3, -1])];
    expect(points[0]!.map(format)).toEqual(['2/7', '-1']);
    expect(points[points.length - 1]).toEqual([fromDouble(0.3), fromDouble(-1)]);
  });
});
