/**
 * Products of an n x n complex matrix and its adjoint with four columns, n even, in 128-bit SIMD (AssemblyScript).
 *
 * Four columns are stored by rows of 64 bytes: re_0 re_1 | re_2 re_3 | im_0 im_1 | im_2 im_3. A matrix is stored in panels of two
 * rows; a panel holds for each column k the 32 bytes re im of its first row and re im of its second, in the order in which both
 * products read them: one copy serves both. A register block is 2 rows by 4 columns, 8 accumulators of the 16 registers.
 */

/** Bytes of a row of four columns. */
export const ROW: usize = 64;
/** Bytes of two matrix entries, one below the other. */
const PAIR: usize = 32;

/** c + a b: fused where the module is compiled for it, else rounded twice as IEEE says on every machine. */
// @ts-ignore: decorators of functions exist in AssemblyScript
@inline
export function plus(c: v128, a: v128, b: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? v128.relaxed_madd<f64>(a, b, c) : f64x2.add(c, f64x2.mul(a, b));
}

/** c - a b. */
// @ts-ignore: as above
@inline
export function minus(c: v128, a: v128, b: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? v128.relaxed_nmadd<f64>(a, b, c) : f64x2.sub(c, f64x2.mul(a, b));
}

/** out = W x: two rows of the result at a time, all of x for each. */
export function product(matrix: usize, n: i32, x: usize, out: usize): void {
  const end = x + <usize>n * ROW;
  const outEnd = out + <usize>n * ROW;
  for (let w = matrix; out < outEnd; out += 2 * ROW) {
    let a0 = f64x2.splat(0), a1 = a0, a2 = a0, a3 = a0;
    let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
    for (let q = x; q < end; q += ROW, w += PAIR) {
      const x0 = v128.load(q), x1 = v128.load(q, 16), x2 = v128.load(q, 32), x3 = v128.load(q, 48);
      let s = v128.load64_splat(w);
      a0 = plus(a0, s, x0); a1 = plus(a1, s, x1); a2 = plus(a2, s, x2); a3 = plus(a3, s, x3);
      s = v128.load64_splat(w, 16);
      b0 = plus(b0, s, x0); b1 = plus(b1, s, x1); b2 = plus(b2, s, x2); b3 = plus(b3, s, x3);
      s = v128.load64_splat(w, 8);
      a0 = minus(a0, s, x2); a1 = minus(a1, s, x3); a2 = plus(a2, s, x0); a3 = plus(a3, s, x1);
      s = v128.load64_splat(w, 24);
      b0 = minus(b0, s, x2); b1 = minus(b1, s, x3); b2 = plus(b2, s, x0); b3 = plus(b3, s, x1);
    }
    v128.store(out, a0); v128.store(out, a1, 16); v128.store(out, a2, 32); v128.store(out, a3, 48);
    v128.store(out, b0, 64); v128.store(out, b1, 80); v128.store(out, b2, 96); v128.store(out, b3, 112);
  }
}

/** out = W^dagger x: two rows of x at a time, added to all of the result, so that W is read in the order of `product`. */
export function adjointProduct(matrix: usize, n: i32, x: usize, out: usize): void {
  const end = out + <usize>n * ROW;
  const xEnd = x + <usize>n * ROW;
  memory.fill(out, 0, <usize>n * ROW);
  for (let w = matrix; x < xEnd; x += 2 * ROW) {
    const a0 = v128.load(x), a1 = v128.load(x, 16), a2 = v128.load(x, 32), a3 = v128.load(x, 48);
    const b0 = v128.load(x, 64), b1 = v128.load(x, 80), b2 = v128.load(x, 96), b3 = v128.load(x, 112);
    for (let q = out; q < end; q += ROW, w += PAIR) {
      let c0 = v128.load(q), c1 = v128.load(q, 16), c2 = v128.load(q, 32), c3 = v128.load(q, 48);
      let s = v128.load64_splat(w);
      c0 = plus(c0, s, a0); c1 = plus(c1, s, a1); c2 = plus(c2, s, a2); c3 = plus(c3, s, a3);
      s = v128.load64_splat(w, 8);
      c0 = plus(c0, s, a2); c1 = plus(c1, s, a3); c2 = minus(c2, s, a0); c3 = minus(c3, s, a1);
      s = v128.load64_splat(w, 16);
      c0 = plus(c0, s, b0); c1 = plus(c1, s, b1); c2 = plus(c2, s, b2); c3 = plus(c3, s, b3);
      s = v128.load64_splat(w, 24);
      c0 = plus(c0, s, b2); c1 = plus(c1, s, b3); c2 = minus(c2, s, b0); c3 = minus(c3, s, b1);
      v128.store(q, c0); v128.store(q, c1, 16); v128.store(q, c2, 32); v128.store(q, c3, 48);
    }
  }
}
