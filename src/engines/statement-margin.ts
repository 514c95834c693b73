/**
 * How far an equation or inequality is from failing on a model: its margin, relative to the size of its two sides, and
 * the error bound of that margin. Exact models decide exactly.
 */
import type { ClaimTheory } from '../claim/theory.js';
import { assignments, evaluate, type Model } from '../symbolic/denotation/evaluate.js';
import { EXACT, type Field } from '../symbolic/denotation/field.js';
import { isPositiveSemidefinite, type Matrix, subtractMatrices } from '../symbolic/denotation/matrix.js';
import { format, isReal, isZero, type Num, negate, sign } from '../symbolic/kernel/number.js';
import { freeIndices, type Term } from '../symbolic/kernel/term.js';
import { extremeEigenvalues } from './extreme-eigenvalues.js';

/** `left = right` or `left <= right` for all indices; a left side of null is zero, of whatever shape. */
export interface Comparison {
  readonly left: Term | null;
  readonly relation: '=' | '<=';
  readonly right: Term;
}

export interface Margin {
  /** Whether the comparison is compatible with the model: exactly, or within the error bound. */
  readonly holds: boolean;
  /** Whether it certainly fails: exactly, or by ten times the error bound. */
  readonly breaks: boolean;
  /**
   * Equation: minus the largest difference; inequality: right minus left, of matrices its least eigenvalue. Over the size
   * of the sides, if not zero.
   */
  readonly margin: number;
  readonly error: number;
  /** The same without dividing, on exact models; of a complex difference the number itself. Null for inequalities of matrices. */
  readonly exact: Num | null;
  /** Both sides are zero: nothing is compared. */
  readonly trivial: boolean;
}

/** Folding |x| and ties of max and min at zero can triple a running error bound; its own rounding adds a little. */
const SLACK = 4;
/** A violation has to be this many times its error bound before it counts. */
export const CLEARLY = 10;

/** Throws NoValue where a side has no value on the model, TermError where the model does not give a symbol. */
export function marginOf<T>(theory: ClaimTheory, comparison: Comparison, model: Model<T>): Margin {
  const { signature, definitions } = theory;
  const { left, relation, right } = comparison;
  let worst: Margin | null = null;
  for (const at of assignments(signature, freeOf(comparison), model.sizes)) {
    const [low, high] = [left, right].map((side) =>
      side === null ? null : evaluate(signature, definitions, side, model, at),
    ) as [Matrix<T> | null, Matrix<T>];
    const here = relation === '=' ? equation(model.field, low, high) : inequality(model.field, low, high);
    if (worst === null || worse(here, worst)) worst = here;
  }
  return worst ?? { holds: true, breaks: false, margin: 0, error: 0, exact: null, trivial: true };
}

function freeOf({ left, right }: Comparison): Set<string> {
  return new Set([...(left === null ? [] : freeIndices(left)), ...freeIndices(right)]);
}

/** Among indices, a comparison of something counts before one of nothing. */
const worse = (a: Margin, b: Margin): boolean =>
  a.holds !== b.holds ? !a.holds : a.trivial !== b.trivial ? b.trivial : a.margin < b.margin;

function equation<T>(field: Field<T>, low: Matrix<T> | null, high: Matrix<T>): Margin {
  const largest = sizeOf(field, low, high);
  const scale = largest || 1;
  let worst: Margin | null = null;
  for (const x of differenceOf(field, low, high).flat()) {
    const { re, im, error } = field.approximate(x);
    const [size, bound] = [Math.hypot(re, im) / scale, error / scale];
    const difference = exactValue(field, x);
    const exact = difference === null ? null : minusModulus(difference);
    const holds = exact === null ? size <= SLACK * bound : isZero(exact);
    const here = {
      holds,
      breaks: exact === null ? size > CLEARLY * bound : !holds,
      margin: -size,
      error: bound,
      exact,
      trivial: largest === 0,
    };
    if (worst === null || worse(here, worst)) worst = here;
  }
  return worst!;
}

function inequality<T>(field: Field<T>, low: Matrix<T> | null, high: Matrix<T>): Margin {
  const gap = differenceOf(field, low, high);
  const largest = sizeOf(field, low, high);
  if (gap.length !== 1) return matrixInequality(field, gap, largest);
  const x = gap[0]![0]!;
  field.sign(x); // refuses what is not real
  const scale = largest || 1;
  const { re, error } = field.approximate(x);
  const [margin, bound] = [re / scale, error / scale];
  const exact = exactValue(field, x);
  const holds = exact === null ? margin >= -SLACK * bound : sign(exact) >= 0;
  const clear = exact === null ? margin < -CLEARLY * bound : !holds;
  return { holds, breaks: clear, margin, error: bound, exact, trivial: largest === 0 };
}

/** The margin is the least eigenvalue of right minus left; where that is not Hermitian the inequality fails by so much. */
function matrixInequality<T>(field: Field<T>, gap: Matrix<T>, size: number): Margin {
  const { least, skew, error: absolute } = extremeEigenvalues(gap.map((row) => row.map(field.approximate)));
  const scale = size || 1;
  const error = absolute / scale;
  const near = (skew > SLACK * absolute ? Math.min(least, -skew) : least) / scale;
  const common = { exact: null, trivial: size === 0 };
  if (field.kind === 'floating') {
    return { ...common, holds: near >= -SLACK * error, breaks: near < -CLEARLY * error, margin: near, error };
  }
  // The decision is exact, and the margin a double that agrees with it.
  const holds = isPositiveSemidefinite(field, gap);
  const margin = holds ? Math.max(near, 0) : Math.min(near, -Number.MIN_VALUE);
  return { ...common, holds, breaks: !holds, margin, error: 0 };
}

const differenceOf = <T>(field: Field<T>, low: Matrix<T> | null, high: Matrix<T>): Matrix<T> =>
  low === null ? high : subtractMatrices(field, high, low);

/** -|x| of a real number; a complex one is kept as it is. */
const minusModulus = (x: Num): Num => (isReal(x) && sign(x) > 0 ? negate(x) : x);

/** The largest entry of either side. */
function sizeOf<T>(field: Field<T>, low: Matrix<T> | null, high: Matrix<T>): number {
  const sizes = [...(low ?? []), ...high].flat().map((x) => {
    const { re, im } = field.approximate(x);
    return Math.hypot(re, im);
  });
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  return Number.isFinite(largest) ? largest : 1;
}

const exactValue = <T>(field: Field<T>, x: T): Num | null => (field.kind === EXACT.kind ? (x as unknown as Num) : null);

/** A margin as a report shows it: exact numbers in full while they are short. */
export function marginText({ margin, exact }: Margin): string {
  const text = exact === null ? '' : format(exact);
  return text !== '' && text.length <= 60 ? text : margin.toPrecision(6);
}
