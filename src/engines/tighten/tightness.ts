/** How much of the bound of a claim an instance uses up. */
import type { Claim } from '../../claim/claim.js';
import type { Judgement } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';
import { assignments, evaluate, type Model } from '../../symbolic/denotation/evaluate.js';
import type { Bounded } from '../../symbolic/denotation/field.js';
import type { Matrix } from '../../symbolic/denotation/matrix.js';
import { freeIndices, product } from '../../symbolic/kernel/term.js';
import { floatingInstance, orNull } from '../claim-instance.js';
import { extremeEigenvalues } from '../extreme-eigenvalues.js';
import { hypothesisMargins } from '../refute.js';
import { meritOf } from '../search/objective.js';
import { CLEARLY } from '../statement-margin.js';
import type { Constant } from './constant.js';

/**
 * `share` is quantity/bound where the bound is from above, bound/quantity where it is from below: 1 where the inequality is
 * an equality, more where it fails, Infinity where no constant would do. In doubles, with a bound on its error.
 */
export interface Tightness {
  readonly share: number;
  readonly error: number;
  /** The claim's constant on this instance. */
  readonly value: number;
  readonly sizes: Readonly<Record<string, number>>;
}

export interface Attained extends Tightness {
  readonly shape: Shape;
  readonly z: readonly number[];
}

/** The largest share over all indices; null where the bound is not positive, or a side has no value. */
export function tightnessAt(claim: Claim, constant: Constant, shape: Shape, z: readonly number[]): Tightness | null {
  const instance = floatingInstance(claim.models, shape, z);
  if (instance?.kind !== 'floating') return null;
  return orNull(() => tightnessOn(claim, constant, instance.model));
}

/**
 * What the hypotheses of a claim are on an instance: `hold`; `fail`, clearly, which models should not let happen; `open` where
 * doubles do not tell, since one has no value (1/x near x = 0) or is within its error.
 */
export function hypothesesAt(claim: Claim, shape: Shape, z: readonly number[]): 'hold' | 'fail' | 'open' {
  const instance = floatingInstance(claim.models, shape, z);
  const margins = instance === null ? [null] : hypothesisMargins(claim, instance);
  if (margins.some((margin) => margin?.breaks)) return 'fail';
  return margins.every((margin) => margin?.holds) ? 'hold' : 'open';
}

/** The same on a model. Throws NoValue where a side has no value. */
export function tightnessOn({ theory }: Claim, constant: Constant, model: Model<Bounded>): Tightness | null {
  const { signature, definitions } = theory;
  const { quantity, relation, value, unit } = constant;
  const bound = product(value, unit);
  let most: Tightness | null = null;
  for (const at of assignments(signature, freeIndices(product(quantity, bound)), model.sizes)) {
    const [q, b, c] = [quantity, bound, value].map((term) => evaluate(signature, definitions, term, model, at));
    const level = multipleOfIdentity(b!);
    if (level === null) continue;
    const here =
      relation === '<=' ? shareOf(eigenvalue(q!, 'largest'), level) : shareOf(level, eigenvalue(q!, 'least'));
    if (here === null || (most !== null && most.share - most.error >= here.share - here.error)) continue;
    most = { ...here, value: c![0]![0]!.re, sizes: model.sizes };
  }
  return most;
}

interface Real {
  readonly x: number;
  readonly error: number;
}

/** part/whole; where the whole may vanish, at least what it is for the largest whole within the error. */
function shareOf(part: Real, whole: Real): Pick<Tightness, 'share' | 'error'> | null {
  const clear = part.x > CLEARLY * part.error;
  if (whole.x > CLEARLY * whole.error) {
    const share = part.x / whole.x;
    return { share, error: (part.error + Math.abs(share) * whole.error) / (whole.x - whole.error) + 1e-16 };
  }
  if (!clear) return null;
  const most = whole.x + CLEARLY * whole.error;
  return { share: most > 0 ? (part.x - part.error) / most : Number.POSITIVE_INFINITY, error: 0 };
}

/** c where a matrix is c times the identity, up to its errors; every scalar is. */
function multipleOfIdentity(a: Matrix<Bounded>): Real | null {
  const x = a[0]![0]!.re;
  const error = errorOf(a);
  const off = a.flatMap((row, i) => row.map(({ re, im }, j) => Math.hypot(re - (i === j ? x : 0), im)));
  return off.every((size) => size <= 4 * error) ? { x, error } : null;
}

function eigenvalue(a: Matrix<Bounded>, which: 'least' | 'largest'): Real {
  const found = extremeEigenvalues(a);
  return { x: found[which], error: found.error };
}

/** The Frobenius norm of the error bounds. */
const errorOf = (a: Matrix<Bounded>): number => Math.hypot(...a.flat().map(({ error }) => error));

/** What a search makes small, with what it would be at the lowest share within the error. */
export function marginOf({ share, error }: Tightness): Judgement {
  const margin = marginAt(share);
  return { margin, error: marginAt(share - error) - margin };
}

/** 1 - share, or 1/share - 1 where the inequality fails, so that no constant at all is -1. */
const marginAt = (share: number): number => (share <= 1 ? 1 - share : 1 / share - 1);

export const better = (a: Tightness, b: Tightness): boolean => meritOf(marginOf(a)) < meritOf(marginOf(b));

/** No constant would do: nothing is left to search. */
export const hopeless = ({ margin }: Judgement): boolean => margin === -1;
