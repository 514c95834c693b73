import { BadInput } from './bad-input.js';
import type { ComplexMatrix } from './complex-matrix.js';

/** The shape as people write it: `2x3`. */
export function shapeOf(a: ComplexMatrix): string {
  return `${a.rows}x${a.cols}`;
}

export function requireSameShape(operation: string, a: ComplexMatrix, b: ComplexMatrix): void {
  if (a.rows !== b.rows || a.cols !== b.cols) {
    throw new BadInput(`${operation}: expected two matrices of one shape, got ${shapeOf(a)} and ${shapeOf(b)}`);
  }
}

export function requireSquare(operation: string, a: ComplexMatrix): void {
  if (a.rows !== a.cols) throw new BadInput(`${operation}: expected a square matrix, got ${shapeOf(a)}`);
}

export function requireVector(operation: string, v: ComplexMatrix): void {
  if (v.cols !== 1) throw new BadInput(`${operation}: expected a vector (one column), got ${shapeOf(v)}`);
}
