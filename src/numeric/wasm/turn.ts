/**
 * The diagonal work between two products (AssemblyScript): phases e^{-i theta D}, D = (+h, -h) on the two halves of the rows, and
 * rotations of row i of the upper half with row i of the lower one. States are stored as in block-product.ts.
 */
import { minus, plus, ROW } from './block-product';

/** kept = e^{-i theta D} y with e^{-i theta h} = c - i s, and out = R kept, R = (cos, -sin; sin, cos) in each pair of rows. */
export function turn(y: usize, c: f64, s: f64, rotation: usize, half: i32, kept: usize, out: usize): void {
  const low = <usize>half * ROW;
  const vc = f64x2.splat(c), vs = f64x2.splat(s);
  for (const end = y + low; y < end; y += ROW, kept += ROW, out += ROW, rotation += 16) {
    const cos = v128.load64_splat(rotation), sin = v128.load64_splat(rotation, 8);
    for (let o: usize = 0; o < 32; o += 16) {
      const ur = v128.load(y + o), ui = v128.load(y + o, 32);
      const vr = v128.load(y + low + o), vi = v128.load(y + low + o, 32);
      const pr = plus(f64x2.mul(vc, ur), vs, ui), pi = minus(f64x2.mul(vc, ui), vs, ur);
      const qr = minus(f64x2.mul(vc, vr), vs, vi), qi = plus(f64x2.mul(vc, vi), vs, vr);
      v128.store(kept + o, pr); v128.store(kept + o, pi, 32);
      v128.store(kept + low + o, qr); v128.store(kept + low + o, qi, 32);
      v128.store(out + o, minus(f64x2.mul(cos, pr), sin, qr)); v128.store(out + o, minus(f64x2.mul(cos, pi), sin, qi), 32);
      v128.store(out + low + o, plus(f64x2.mul(cos, qr), sin, pr)); v128.store(out + low + o, plus(f64x2.mul(cos, qi), sin, pi), 32);
    }
  }
}

/** With b = R^dagger y: out = e^{+i theta D} b, and the sum over the columns of Im b^dagger (D/h) kept. */
export function turnBack(y: usize, c: f64, s: f64, rotation: usize, half: i32, kept: usize, out: usize): f64 {
  const low = <usize>half * ROW;
  const vc = f64x2.splat(c), vs = f64x2.splat(s);
  let sum = f64x2.splat(0);
  for (const end = y + low; y < end; y += ROW, kept += ROW, out += ROW, rotation += 16) {
    const cos = v128.load64_splat(rotation), sin = v128.load64_splat(rotation, 8);
    for (let o: usize = 0; o < 32; o += 16) {
      const ur = v128.load(y + o), ui = v128.load(y + o, 32);
      const vr = v128.load(y + low + o), vi = v128.load(y + low + o, 32);
      const pr = plus(f64x2.mul(cos, ur), sin, vr), pi = plus(f64x2.mul(cos, ui), sin, vi);
      const qr = minus(f64x2.mul(cos, vr), sin, ur), qi = minus(f64x2.mul(cos, vi), sin, ui);
      sum = minus(plus(sum, pr, v128.load(kept + o, 32)), pi, v128.load(kept + o));
      sum = plus(minus(sum, qr, v128.load(kept + low + o, 32)), qi, v128.load(kept + low + o));
      v128.store(out + o, minus(f64x2.mul(vc, pr), vs, pi)); v128.store(out + o, plus(f64x2.mul(vc, pi), vs, pr), 32);
      v128.store(out + low + o, plus(f64x2.mul(vc, qr), vs, qi)); v128.store(out + low + o, minus(f64x2.mul(vc, qi), vs, qr), 32);
    }
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
