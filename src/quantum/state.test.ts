import { expect, test } from 'vitest';
import { columnVector, fromDiagonal, fromRows, zeros } from '../numeric/complex-matrix.js';
import { mixedState, pureState } from './state.js';

test('a pure state is its vector and v v^dagger', () => {
  const state = pureState(columnVector([0.6, 0], [0, 0.8]));
  expect(state.vector).toEqual(columnVector([0.6, 0], [0, 0.8]));
  // biome-ignore format: matrices are read as matrices
  expect(state.densityMatrix).toEqual(fromRows([[0.36, 0], [0, 0.8 * 0.8]], [[0, -0.48], [0.48, 0]]));
});

test('a mixed state is kept as given, rounding included', () => {
  const rho = fromDiagonal([0.5 + 1e-10, 0.5]);
  expect(mixedState(rho)).toEqual({ densityMatrix: rho, vector: null });
});

test('the tolerance is 1e-9: a deviation of 1e-10 passes, of 1e-8 does not', () => {
  expect(() => pureState(columnVector([1 + 1e-10, 0]))).not.toThrow();
  expect(() => pureState(columnVector([1 + 1e-8, 0]))).toThrow('norm 1.00000001');
  expect(() => mixedState(fromDiagonal([1 + 1e-8, 0]))).toThrow('trace 1.00000001');
  expect(() => mixedState(fromDiagonal([1 + 1e-10, -1e-10]))).not.toThrow();
  expect(() => mixedState(fromDiagonal([1 + 1e-8, -1e-8]))).toThrow('got the eigenvalue -1e-8');
});

test('what is no state is refused', () => {
  expect(() => pureState(columnVector([0, 0]))).toThrow(
    'pureState: expected a state vector of norm 1 (to 1e-9), got the zero vector',
  );
  expect(() => pureState(zeros(2, 2))).toThrow('pureState: expected a vector (one column), got 2x2');
  expect(() => pureState(columnVector([Number.NaN]))).toThrow(
    'pureState: expected finite entries, got NaN or Infinity',
  );
  expect(() => mixedState(zeros(2, 2))).toThrow(
    'mixedState: expected a density matrix of trace 1 (to 1e-9), got trace 0',
  );
  expect(() => mixedState(zeros(1, 2))).toThrow('mixedState: expected a square matrix, got 1x2');
  expect(() => mixedState(fromRows([[1]], [[0.5]]))).toThrow(
    'mixedState: expected a Hermitian matrix (to 1e-9 of its largest entry), got an imaginary part of 0.5 at [0][0]; it must be 0',
  );
});
