/** A violated law, shrunk and decided exactly where the law can be. */
import type { Law } from '../claim/law.js';
import type { Counterexample } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import { format, sign } from '../symbolic/kernel/number.js';
import { rationalPoints } from './certify.js';
import { exactMargin, lawObjective } from './search/law-objective.js';
import { breaks, type Point } from './search/objective.js';
import { shrink } from './search/shrink.js';

/** Judgements that shrinking may cost; an expensive law gets its share, but some. */
const EFFORT = 1500;

export function settleLaw(law: Law, found: Point, random: Random): Counterexample {
  const small = !breaks(found)
    ? found
    : shrink(lawObjective(law), found, random, Math.max(60, Math.round(EFFORT * law.share)));
  return exactly(law, small) ?? exactly(law, found) ?? numerically(law, small);
}

function exactly(law: Law, { shape, z }: Point): Counterexample | null {
  if (law.exact === null) return null;
  for (const point of rationalPoints(z)) {
    const margin = exactMargin(law, shape, point);
    if (margin === null || sign(margin) >= 0) continue;
    const values = { z: point.map(format) };
    return { decided: 'exactly', margin: format(margin), shape, values };
  }
  return null;
}

const numerically = (law: Law, { shape, z, margin }: Point): Counterexample => ({
  decided: 'numerically',
  margin: margin.toPrecision(6),
  shape,
  values: { z, instance: law.document(law.decode(shape, z)) },
});
