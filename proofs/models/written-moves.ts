/** Moves of qubit generators n·σ by small angles, written out: where the bounds on the change of Y are attained in the limit. */
import { addMatrices, identityMatrix, type Matrix, scaleMatrix } from '../../src/index.js';
import type { Algebra } from './qnn-models.js';
import { circle, imaginary } from './turn-models.js';

/** A generator and its move E with a bound τ on how far it goes, and a root of h²τ² - |E - 1|². */
export interface Move<T> {
  readonly H: Matrix<T>;
  readonly E: Matrix<T>;
  readonly C: Matrix<T>;
  readonly τ: T;
}

type Ratio = readonly [over: number, under: number];
interface WrittenMove {
  /** The unit vector n: at the angle with this tangent of its half in the plane of the axes named, from the first one. */
  readonly plane: 'xy' | 'xz';
  readonly angle: Ratio;
  /** The axis of the move e^{iφσ}, and the tangent of φ/4. */
  readonly axis: 'own' | 'z';
  readonly turn: Ratio;
}
const STILL: Ratio = [0, 1];
const own = (plane: WrittenMove['plane'], angle: Ratio, turn = STILL): WrittenMove => ({
  plane,
  angle,
  axis: 'own',
  turn,
});
const aboutZ = (plane: WrittenMove['plane'], angle: Ratio, turn = STILL): WrittenMove => ({
  ...own(plane, angle, turn),
  axis: 'z',
});
const ALONG_X: Ratio = [0, 1];
const ALONG_Z: Ratio = [1, 1];

/** σ_z, σ_x, σ_x, σ_z, each moved about itself; the first by 10⁻⁴, the others not at all. */
export const TIGHT: readonly WrittenMove[] = [
  own('xz', ALONG_Z, [1, 40_000]),
  own('xz', ALONG_X),
  own('xz', ALONG_X),
  own('xz', ALONG_Z),
];

/** The last two: 2 - 3 Σ nnᵀ has the eigenvalues -2, 2 and 0 along the axes; the cosine of the angle is √(2/3). */
const LAST: readonly WrittenMove[] = [aboutZ('xz', [41, 129]), aboutZ('xz', [-41, 129])];

/**
 * On the triplets X is 1 - 3nnᵀ, and on the singlet 0. Here no tail exceeds 2/p. The one after the move with φ = 0.016 about
 * the z axis has ±2/p in the xy plane; the whole has 2/p, or -2/p, half way between x and y, where that move does most.
 *
 * The move is by another generator than the one in Y, of which nothing that is assumed speaks: e^{iθH_k} itself leaves X_k
 * alone, which is at least 1 where H_k takes most effect, so that the tail S_{k-1} is larger than S_k by 1/p.
 */
export const ATTAINED = {
  above: [aboutZ('xy', [-107, 194]), aboutZ('xz', ALONG_Z), aboutZ('xy', [-131, 164], [1, 250]), ...LAST],
  below: [aboutZ('xy', [-304, 161]), aboutZ('xy', [-7, 8], [-1, 250]), ...LAST],
} as const satisfies Record<string, readonly WrittenMove[]>;
export type Attained = keyof typeof ATTAINED;

/** The angles above are rational approximations, good to some 10⁻⁵. */
export const almostTwoOver = <T>({ q }: Algebra<T>, p: number): T => q(20_003, 10_000 * p);

export function writtenMove<T>(algebra: Algebra<T>, { plane, angle, axis, turn: [over, under] }: WrittenMove): Move<T> {
  const { field, q } = algebra;
  const i = imaginary(field);
  const zero = q(0);
  const [cosine, sine] = circle(algebra, q(...angle));
  const [x, y, z] = plane === 'xy' ? [cosine, sine, zero] : [cosine, zero, sine];
  const iy = field.multiply(i, y);
  const H: Matrix<T> = [
    [z, field.add(x, field.negate(iy))],
    [field.add(x, iy), field.negate(z)],
  ];
  const generator: Matrix<T> =
    axis === 'own'
      ? H
      : [
          [q(1), zero],
          [zero, q(-1)],
        ];
  const half = circle(algebra, q(over, under));
  const [cos, sin] = turn(algebra, half);
  const unit = identityMatrix(field, 2) as Matrix<T>;
  const E = addMatrices(field, scaleMatrix(field, cos, unit), scaleMatrix(field, field.multiply(i, sin), generator));
  const chord = field.multiply(q(2), half[1]);
  if (over === 0) return { H, E, C: scaleMatrix(field, least(algebra), unit), τ: least(algebra) };
  return { H, E, C: scaleMatrix(field, zero, unit), τ: over < 0 ? field.negate(chord) : chord };
}

/** τ where nothing moves: it must not be 0. */
const least = <T>({ q }: Algebra<T>): T => q(1, 1_000_000_000);

/** cos and sin of the whole angle. */
export const turn = <T>({ field, q, minus, square }: Algebra<T>, [cos, sin]: readonly [T, T]): readonly [T, T] => [
  minus(square(cos), square(sin)),
  field.multiply(q(2), field.multiply(cos, sin)),
];
