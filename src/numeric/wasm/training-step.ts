/**
 * Loss and exact gradient of a phased chain by the adjoint method, in one call (AssemblyScript).
 *
 * The memory belongs to the caller, who says by `place` what lies where and fills it (src/numeric/simd-chain.ts); this module
 * allocates nothing. States stand four columns to a block, blocks one after another, each `2 half` rows of `ROW` bytes. The layer loop
 * is the outer one, so that a matrix is read once for all blocks.
 */
import { adjointProduct, ROW } from './block-product';
import { turn, turnBack } from './turn';

let half: i32 = 0;
let layers: i32 = 0;
let products: i32 = 0;
let size: i32 = 0;
let columnBlocks: i32 = 0;
let samples: f64 = 0;
let h: f64 = 0;

let start: usize = 0;
let matrices: usize = 0;
let adjoints: usize = 0;
let rotations: usize = 0;
let weights: usize = 0;
let labels: usize = 0;
let phases: usize = 0;
let kept: usize = 0;
let here: usize = 0;
let there: usize = 0;
let predictions: usize = 0;
let gradient: usize = 0;

/** `products` of the layers are followed by matrices of `size` rows: by one if size = 2 half, by two if size = half. */
export function shape(half_: i32, layers_: i32, products_: i32, size_: i32, columnBlocks_: i32, samples_: i32, h_: f64): void {
  half = half_;
  layers = layers_;
  products = products_;
  size = size_;
  columnBlocks = columnBlocks_;
  samples = <f64>samples_;
  h = h_;
}

/** Where the constant data lie; `adjoints` holds the adjoints of the matrices, in the same form. */
export function place(start_: usize, matrices_: usize, adjoints_: usize, rotations_: usize, weights_: usize, labels_: usize): void {
  start = start_;
  matrices = matrices_;
  adjoints = adjoints_;
  rotations = rotations_;
  weights = weights_;
  labels = labels_;
}

/** Where the phases of a call are read, the states are kept and the results are left. */
export function work(phases_: usize, kept_: usize, here_: usize, there_: usize, predictions_: usize, gradient_: usize): void {
  phases = phases_;
  kept = kept_;
  here = here_;
  there = there_;
  predictions = predictions_;
  gradient = gradient_;
}

/** L; the predictions are left where `work` said. `phases` holds cos(theta_l h), sin(theta_l h) for each layer. */
export function forward(): f64 {
  const state = <usize>(2 * half) * ROW;
  const all = <usize>columnBlocks * state;
  for (let l = 0; l < layers; l++) {
    const from = l == 0 ? start : here;
    for (let at: usize = 0; at < all; at += state) {
      turn(from + at, cosine(l), sine(l), rotation(l), half, kept + <usize>l * all + at, there + at);
    }
    if (l < products) multiplyAll(adjoints, l, there, here);
  }
  const end = products == layers ? here : there;
  let loss = 0.0;
  for (let b = 0; b < columnBlocks; b++) loss += measure(end + <usize>b * state, <usize>b * 32);
  return loss / (2 * samples);
}

/** `forward`, and after it the gradient is where `work` said. */
export function lossGradient(): f64 {
  const loss = forward();
  const state = <usize>(2 * half) * ROW;
  const all = <usize>columnBlocks * state;
  for (let l = layers - 1; l >= 0; l--) {
    if (l < products) multiplyAll(matrices, l, here, there);
    let slope = 0.0;
    for (let at: usize = 0; at < all; at += state) {
      slope += turnBack(there + at, cosine(l), sine(l), rotation(l), half, kept + <usize>l * all + at, here + at);
    }
    store<f64>(gradient + (<usize>l << 3), 2 * h * slope);
  }
  return loss;
}

// @ts-ignore: decorators of functions exist in AssemblyScript
@inline
function cosine(l: i32): f64 {
  return load<f64>(phases + (<usize>l << 4));
}

// @ts-ignore: as above
@inline
function sine(l: i32): f64 {
  return load<f64>(phases + (<usize>l << 4), 8);
}

// @ts-ignore: as above
@inline
function rotation(l: i32): usize {
  return rotations + <usize>l * <usize>half * 16;
}

/** The adjoint of what is stored for layer l, a block-diagonal matrix, times every block of columns. */
function multiplyAll(stored: usize, l: i32, from: usize, to: usize): void {
  const bytes = <usize>size * <usize>size * 16;
  const rows = <usize>size * ROW;
  const state = <usize>(2 * half) * ROW;
  let matrix = stored + <usize>l * (state / rows) * bytes;
  for (let at: usize = 0; at < state; at += rows, matrix += bytes) {
    for (let b: usize = at, all = <usize>columnBlocks * state; b < all; b += state) {
      adjointProduct(matrix, size, from + b, to + b);
    }
  }
}

/** For a block of columns x: the predictions sum_k weight_k |x_k|^2, and x_k <- r weight_k x_k / m with r = yhat - y; the sum of r^2. */
function measure(x: usize, at: usize): f64 {
  const d = 2 * half;
  let p = f64x2.splat(0), q = p;
  for (let k = 0, row = x; k < d; k++, row += ROW) {
    const weight = v128.load64_splat(weights + (<usize>k << 3));
    const x0 = v128.load(row), x1 = v128.load(row, 16), x2 = v128.load(row, 32), x3 = v128.load(row, 48);
    p = f64x2.add(p, f64x2.mul(weight, f64x2.add(f64x2.mul(x0, x0), f64x2.mul(x2, x2))));
    q = f64x2.add(q, f64x2.mul(weight, f64x2.add(f64x2.mul(x1, x1), f64x2.mul(x3, x3))));
  }
  v128.store(predictions + at, p); v128.store(predictions + at, q, 16);
  p = f64x2.sub(p, v128.load(labels + at)); q = f64x2.sub(q, v128.load(labels + at, 16));
  const squares = f64x2.add(f64x2.mul(p, p), f64x2.mul(q, q));
  const m = f64x2.splat(samples);
  p = f64x2.div(p, m); q = f64x2.div(q, m);
  for (let k = 0, row = x; k < d; k++, row += ROW) {
    const weight = v128.load64_splat(weights + (<usize>k << 3));
    const u = f64x2.mul(p, weight), v = f64x2.mul(q, weight);
    v128.store(row, f64x2.mul(u, v128.load(row))); v128.store(row, f64x2.mul(v, v128.load(row, 16)), 16);
    v128.store(row, f64x2.mul(u, v128.load(row, 32)), 32); v128.store(row, f64x2.mul(v, v128.load(row, 48)), 48);
  }
  return f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
}
