/** A dense complex matrix: split real and imaginary parts, row-major; a vector is a matrix with one column. */
export interface ComplexMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
}
