/** What is used of the package, whose own declarations its `exports` hide. */
declare module 'cephes' {
  /** Resolves when the WebAssembly module is ready. */
  export const compiled: Promise<void>;
  /** The x with I_x(a, b) = y, I the regularised incomplete beta function. */
  export function incbi(a: number, b: number, y: number): number;
  /** The probability that Kolmogorov's statistic, scaled by the root of the number of draws, exceeds y in the limit of many draws. */
  export function kolmogorov(y: number): number;
}
