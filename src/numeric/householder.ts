/** Vectors stored one after another: split parts, vector number k at `offset` k * length. */
export interface Buffers {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** A modulus below this counts as zero: the phase of a subnormal number has no digits, and its square none either. */
export const NEGLIGIBLE = 1e-140;

/**
 * Turns x (entries start..end-1 of a buffer) in place into v, |v|^2 = 2, with (I - v v^dagger) x = alpha |x| e_start.
 *
 * alpha = -x_start/|x_start| (-1 if x_start is negligible): of the two choices the one without cancellation. The caller
 * makes sure that |x| is not negligible. Returns alpha and |x|.
 */
export function makeReflector({ re, im }: Buffers, start: number, end: number) {
  let square = 0;
  for (let i = start; i < end; i++) square += re[i] * re[i] + im[i] * im[i];
  const norm = Math.sqrt(square);
  const { modulus, phaseRe, phaseIm } = polar(re[start], im[start]);
  re[start] += phaseRe * norm;
  im[start] += phaseIm * norm;
  // |x + phase |x| e|^2 = 2 |x| (|x| + |x_start|)
  const shrink = 1 / Math.sqrt(norm * (norm + modulus));
  for (let i = start; i < end; i++) {
    re[i] *= shrink;
    im[i] *= shrink;
  }
  return { alphaRe: -phaseRe, alphaIm: -phaseIm, norm };
}

/** x + iy = modulus * phase with |phase| = 1; modulus 0 and phase 1 if negligible. */
export function polar(x: number, y: number) {
  const modulus = Math.hypot(x, y);
  if (modulus < NEGLIGIBLE) return { modulus: 0, phaseRe: 1, phaseIm: 0 };
  return { modulus, phaseRe: x / modulus, phaseIm: y / modulus };
}

/** x -= v (v^dagger x) for `length` contiguous entries of x at `xStart` and of v at `vStart`. */
export function reflect(v: Buffers, vStart: number, x: Buffers, xStart: number, length: number): void {
  let s = 0;
  let t = 0;
  for (let k = 0; k < length; k++) {
    const p = v.re[vStart + k];
    const q = v.im[vStart + k];
    s += p * x.re[xStart + k] + q * x.im[xStart + k];
    t += p * x.im[xStart + k] - q * x.re[xStart + k];
  }
  for (let k = 0; k < length; k++) {
    const p = v.re[vStart + k];
    const q = v.im[vStart + k];
    x.re[xStart + k] -= p * s - q * t;
    x.im[xStart + k] -= p * t + q * s;
  }
}
