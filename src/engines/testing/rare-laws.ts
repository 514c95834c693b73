/** False laws whose violations random draws hardly ever meet, and by their side the true ones that they are close to. */
import fc from 'fast-check';
import { type Law, law } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';

const rareLaw = (id: string, about: string, length: number, margin: (z: readonly number[]) => number): Law =>
  law<Shape, readonly number[]>({
    id,
    kind: 'instance',
    about,
    shapes: fc.constant({ regime: 'generic' }),
    length: () => length,
    decode: (_, z) => z,
    judge: (z) => ({ margin: margin(z), error: 1e-13 }),
    smaller: () => [],
    exact: null,
    document: (z) => z,
    share: 1,
  });

/** (x - √2 y)² >= δ (x² + y²), divided by x² + y²: false where the direction of (x, y) is within √δ of that of (√2, 1). */
export const ratioLaw = (δ: number): Law =>
  rareLaw(`toy/ratio ${δ}`, 'x/y is not √2', 2, ([x, y]) => {
    const size = x! * x! + y! * y!;
    return size === 0 ? 1 - δ : (x! - Math.SQRT2 * y!) ** 2 / size - δ;
  });

/**
 * |2a + 3b + 4c|² >= δ for unit vectors of R³: false near the triangles with sides 2, 3, 4, a set of the order δ^(3/2). (With
 * equal sides simple numbers would hit it.)
 */
export const triangleLaw = (δ: number): Law =>
  rareLaw(`toy/triangle ${δ}`, 'the sides 2, 3, 4 make no triangle', 9, (z) => {
    const units = [0, 3, 6].map((k) => unit(z.slice(k, k + 3)));
    return [0, 1, 2].reduce((total, k) => total + units.reduce((sum, u, n) => sum + (n + 2) * u[k]!, 0) ** 2, -δ);
  });

function unit(v: readonly number[]): readonly number[] {
  const norm = Math.hypot(...v);
  return norm === 0 ? [1, 0, 0] : v.map((x) => x / norm);
}
