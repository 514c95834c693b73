/** Rational intervals (with ends in Q(√2)): the range of a normal form whose atoms lie in given ones. */

import { atomKey, type Factor, type Monomial, type Polynomial } from './monomial.js';
import * as num from './number.js';
import { TermError } from './signature.js';

export interface Interval {
  readonly low: num.Num;
  readonly high: num.Num;
}

const least = (x: num.Num, y: num.Num): num.Num => (num.sign(num.subtract(x, y)) <= 0 ? x : y);
const greatest = (x: num.Num, y: num.Num): num.Num => (num.sign(num.subtract(x, y)) >= 0 ? x : y);
const point = (value: num.Num): Interval => ({ low: value, high: value });
const plus = (x: Interval, y: Interval): Interval => ({ low: num.add(x.low, y.low), high: num.add(x.high, y.high) });

function times(x: Interval, y: Interval): Interval {
  const ends = [x.low, x.high].flatMap((a) => [num.multiply(a, y.low), num.multiply(a, y.high)]);
  return { low: ends.reduce(least), high: ends.reduce(greatest) };
}

/** x^k; an even power is not negative, a negative one needs an interval without zero. */
function raised(x: Interval, k: number): Interval {
  if (k < 0) {
    if (num.sign(x.low) * num.sign(x.high) <= 0) throw new TermError('interval: division by what may be zero');
    return raised({ low: num.inverse(x.high), high: num.inverse(x.low) }, -k);
  }
  const [a, b] = [num.power(x.low, k), num.power(x.high, k)];
  const ends = { low: least(a, b), high: greatest(a, b) };
  const straddles = k % 2 === 0 && k > 0 && num.sign(x.low) < 0 && num.sign(x.high) > 0;
  return straddles ? { ...ends, low: num.ZERO } : ends;
}

/** An interval that holds every value of a scalar normal form without sums. `ranges` are by atomKey. */
export function enclose(p: Polynomial, ranges: ReadonlyMap<string, Interval>): Interval {
  const ofFactor = ({ atom, power }: Factor): Interval => {
    if (atom.kind === 'function' && atom.name === 'inverse') return raised(enclose(atom.to[0]!, ranges), -power);
    const range = ranges.get(atomKey(atom));
    if (range === undefined) throw new TermError(`interval: no interval is given for ${atomKey(atom)}`);
    return raised(range, power);
  };
  const ofMonomial = (m: Monomial): Interval => {
    if (m.bound.length > 0 || m.word.length > 0 || !num.isReal(m.coefficient))
      throw new TermError('interval: expected real products of atoms');
    return m.factors.map(ofFactor).reduce(times, point(m.coefficient));
  };
  return [...p.monomials.values()].map(ofMonomial).reduce(plus, point(num.ZERO));
}
