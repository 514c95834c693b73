import { expect, test } from 'vitest';
import { commutator } from '../numeric/matrix-products.js';
import { maxAbs } from '../numeric/matrix-scalars.js';
import { adjoint, sub, timesI } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { pauliLike } from '../quantum/measurement.js';
import { lieBracket } from './lie-bracket.js';

const random = randomFromSeed(3);
const a = pauliLike(5, random);
const b = pauliLike(5, random);

test('it is the commutator of two Hermitian or two anti-Hermitian matrices, and exactly anti-Hermitian', () => {
  for (const [x, y] of [
    [a, b],
    [timesI(a), timesI(b)],
  ]) {
    const bracket = lieBracket(x, y);
    expect(maxAbs(sub(bracket, commutator(x, y)))).toBeLessThan(1e-14);
    expect(maxAbs(sub(bracket, timesI(timesI(adjoint(bracket)))))).toBe(0);
  }
});

test('it is not the commutator of a Hermitian with an anti-Hermitian matrix', () => {
  expect(maxAbs(sub(lieBracket(a, timesI(b)), commutator(a, timesI(b))))).toBeGreaterThan(0.1);
});
