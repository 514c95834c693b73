/** The problem behind the claim `spurious-minimum`: three inputs of one qubit, as matrices and as the formula that is enclosed. */
import { sphere, trap } from '../proofs/reduction/spurious-notation.js';
import {
  addMatrices,
  EXACT,
  evaluateScalar,
  type Field,
  identityMatrix,
  type Matrix,
  type Model,
  multiplyMatrices,
  type Num,
  parseTerm,
  rational,
  scalar,
  scaleMatrix,
  subtractMatrices,
  traceMatrix,
} from '../src/index.js';

export type Vector<T> = readonly [x: T, y: T, z: T];

export const GAMMA = rational(17, 8);
export const LABELS = 3;

/** Bloch vectors (15/17 cos φ, 15/17 sin φ, 8/17), with the tangent t of φ/2. */
export const INPUTS: readonly Vector<Num>[] = [rational(0), rational(3, 2), rational(1, 2)].map((t) => {
  const { add, multiply, negate, inverse } = EXACT;
  const over = multiply(rational(15, 17), inverse(add(rational(1), multiply(t, t))));
  const cosine = add(rational(1), negate(multiply(t, t)));
  return [multiply(over, cosine), multiply(over, multiply(rational(2), t)), rational(8, 17)];
});

/** The point of the sphere that a line through (0, 0, -1) and (u, v, 0) meets. */
export function spherePoint<T>(field: Field<T>, u: T, v: T): Vector<T> {
  const { add, multiply, negate, inverse, of } = field;
  const square = add(multiply(u, u), multiply(v, v));
  const over = inverse(add(of(rational(1)), square));
  const twice = multiply(of(rational(2)), over);
  return [multiply(twice, u), multiply(twice, v), multiply(over, add(of(rational(1)), negate(square)))];
}

const IMAGINARY_UNIT: Num = { a: 0n, b: 0n, c: 1n, d: 0n, n: 1n };

/** xσ_x + yσ_y + zσ_z. */
export function pauliVector<T>(field: Field<T>, [x, y, z]: Vector<T>): Matrix<T> {
  const turned = field.multiply(field.of(IMAGINARY_UNIT), y);
  return [
    [z, field.add(x, field.negate(turned))],
    [field.add(x, turned), field.negate(z)],
  ];
}

/** ρ = (I + b·σ)/2. */
export const inputState = <T>(field: Field<T>, b: Vector<T>): Matrix<T> =>
  scaleMatrix(field, field.of(rational(1, 2)), addMatrices(field, identityMatrix(field, 2), pauliVector(field, b)));

/** A loss, and dM/dt in the components of σ. */
export interface Slope<T> {
  readonly loss: T;
  readonly velocity: Vector<T>;
}

const formula = parseTerm(sphere.signature, trap.loss);

/**
 * By the enclosed formula: γ dn/dt = -2mγ times the part of ∇L along the sphere. The formula is quadratic, so that central
 * differences are its derivatives whatever their step.
 */
export function slopeByFormula<T>(field: Field<T>, n: Vector<T>): Slope<T> {
  const { add, multiply, negate, of } = field;
  const lossAt = ([x, y, z]: Vector<T>): T => {
    const values = { x: [scalar(x)], y: [scalar(y)], z: [scalar(z)] };
    const model: Model<T> = { field, sizes: {}, exponents: {}, values };
    return evaluateScalar(sphere.signature, sphere.definitions, formula, model);
  };
  const moved = (k: number, by: Num) => n.map((x, at) => (at === k ? add(x, of(by)) : x)) as unknown as Vector<T>;
  const gradient = n.map((_, k) =>
    add(lossAt(moved(k, rational(1, 2))), negate(lossAt(moved(k, rational(-1, 2))))),
  ) as unknown as Vector<T>;
  const outward = n.map((x, k) => multiply(x, gradient[k]!)).reduce(add);
  const factor = multiply(of(rational(-2 * LABELS)), of(GAMMA));
  const velocity = n.map((x, k) => multiply(factor, add(gradient[k]!, negate(multiply(outward, x)))));
  return { loss: lossAt(n), velocity: velocity as unknown as Vector<T> };
}

/** By matrices alone, in exact arithmetic: L from tr(ρ_j M), and [M, [M, Σ r_j ρ_j]]. */
export function slopeByMatrices(n: Vector<Num>): Slope<Num> {
  const { add, multiply, negate } = EXACT;
  const times = (a: Matrix<Num>, b: Matrix<Num>) => multiplyMatrices(EXACT, a, b);
  const bracket = (a: Matrix<Num>, b: Matrix<Num>) => subtractMatrices(EXACT, times(a, b), times(b, a));
  const m = scaleMatrix(EXACT, GAMMA, pauliVector(EXACT, n));
  const states = INPUTS.map((b) => inputState(EXACT, b));
  const r = states.map((rho) => add(rational(1), negate(traceMatrix(EXACT, times(rho, m)))));
  const pull = states.map((rho, j) => scaleMatrix(EXACT, r[j]!, rho)).reduce((a, b) => addMatrices(EXACT, a, b));
  const moved = bracket(m, bracket(m, pull));
  const along = (axis: Vector<Num>) =>
    multiply(rational(1, 2), traceMatrix(EXACT, times(moved, pauliVector(EXACT, axis))));
  const [one, zero] = [rational(1), rational(0)];
  const squares = r.map((x) => multiply(x, x)).reduce(add);
  return {
    loss: multiply(rational(1, 2 * LABELS), squares),
    velocity: [along([one, zero, zero]), along([zero, one, zero]), along([zero, zero, one])],
  };
}
