import { BadInput } from './bad-input.js';

/**
 * A dense complex matrix: split real and imaginary parts, row-major; a vector is a matrix with one column.
 *
 * Entry (i, j) is `re[i * cols + j] + i im[i * cols + j]`. Values are never changed after construction; only `src/numeric`
 * indexes the buffers.
 */
export interface ComplexMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export interface Complex {
  readonly re: number;
  readonly im: number;
}

export function zeros(rows: number, cols: number): ComplexMatrix {
  if (!isSize(rows) || !isSize(cols)) {
    throw new BadInput(`zeros: expected two non-negative integer sizes, got ${rows} and ${cols}`);
  }
  return { rows, cols, re: new Float64Array(rows * cols), im: new Float64Array(rows * cols) };
}

export function identity(d: number): ComplexMatrix {
  return fromDiagonal(new Float64Array(d).fill(1));
}

/** The matrix with the given rows; without `im` it is real. */
export function fromRows(re: readonly (readonly number[])[], im?: readonly (readonly number[])[]): ComplexMatrix {
  const rows = re.length;
  const cols = rows === 0 ? 0 : re[0].length;
  const parts = im === undefined ? [re] : [re, im];
  for (const part of parts) {
    if (part.length !== rows || part.some((row) => row.length !== cols)) {
      throw new BadInput(
        `fromRows: expected ${rows} rows of ${cols} numbers in every part, got rows of unequal length`,
      );
    }
  }
  return {
    rows,
    cols,
    re: Float64Array.from(re.flat()),
    im: im === undefined ? new Float64Array(rows * cols) : Float64Array.from(im.flat()),
  };
}

/** The real diagonal matrix with the given diagonal. */
export function fromDiagonal(values: ArrayLike<number>): ComplexMatrix {
  const d = values.length;
  const a = zeros(d, d);
  for (let i = 0; i < d; i++) a.re[i * d + i] = values[i];
  return a;
}

export function columnVector(re: ArrayLike<number>, im?: ArrayLike<number>): ComplexMatrix {
  if (im !== undefined && im.length !== re.length) {
    throw new BadInput(`columnVector: expected parts of one length, got ${re.length} and ${im.length}`);
  }
  return {
    rows: re.length,
    cols: 1,
    re: Float64Array.from(re),
    im: im === undefined ? new Float64Array(re.length) : Float64Array.from(im),
  };
}

/** Column j as a vector. */
export function column(a: ComplexMatrix, j: number): ComplexMatrix {
  if (!isSize(j) || j >= a.cols) throw new BadInput(`column: expected a column below ${a.cols}, got ${j}`);
  const v = zeros(a.rows, 1);
  for (let i = 0; i < a.rows; i++) {
    v.re[i] = a.re[i * a.cols + j];
    v.im[i] = a.im[i * a.cols + j];
  }
  return v;
}

/** The d x m matrix whose columns are m vectors of length d. */
export function columnsOf(vectors: readonly ComplexMatrix[]): ComplexMatrix {
  const m = vectors.length;
  const d = m === 0 ? 0 : vectors[0].rows;
  const a = zeros(d, m);
  vectors.forEach((v, j) => {
    if (v.rows !== d || v.cols !== 1) {
      throw new BadInput(`columnsOf: expected vectors of length ${d}, got ${v.rows}x${v.cols}`);
    }
    for (let i = 0; i < d; i++) {
      a.re[i * m + j] = v.re[i];
      a.im[i * m + j] = v.im[i];
    }
  });
  return a;
}

export function entry(a: ComplexMatrix, i: number, j: number): Complex {
  if (!isSize(i) || !isSize(j) || i >= a.rows || j >= a.cols) {
    throw new BadInput(`entry: expected indices inside ${a.rows}x${a.cols}, got (${i}, ${j})`);
  }
  return { re: a.re[i * a.cols + j], im: a.im[i * a.cols + j] };
}

function isSize(n: number): boolean {
  return Number.isInteger(n) && n >= 0;
}
