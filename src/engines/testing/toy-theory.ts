/** A small theory for tests of the engines: one pure state, one measurement with M² = γ²I. */
import fc from 'fast-check';
import { assume, type ClaimHypothesis, definitionsOf } from '../../claim/hypothesis.js';
import { type ModelSource, models, type Shape } from '../../claim/model-source.js';
import { hermitian, realScalar, theory } from '../../claim/theory.js';
import type { Field } from '../../symbolic/denotation/field.js';
import {
  addMatrices,
  adjointMatrix,
  identityMatrix,
  type Matrix,
  multiplyMatrices,
  scaleMatrix,
} from '../../symbolic/denotation/matrix.js';
import { rational } from '../../symbolic/kernel/number.js';

export const toy = theory({
  name: 'toy',
  sizes: { d: 'dimension' },
  indices: {},
  symbols: {
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    M: { type: hermitian('d'), meaning: 'measurement' },
    ρ: { type: hermitian('d'), meaning: 'state', latex: '\\rho' },
    ŷ: { type: realScalar(), meaning: 'prediction', latex: '\\hat y', stands: { at: [], for: 'tr(ρ M)' } },
  },
});

export const pure: ClaimHypothesis = assume(toy, 'the state is pure', 'ρ ρ = ρ', 'ρ M ρ = ŷ ρ', 'tr(ρ) = 1');
export const range: ClaimHypothesis = assume(toy, 'M² = γ²I', 'M M = γ^2 I');
export const output: ClaimHypothesis = definitionsOf(toy, 'ŷ');

interface ToyShape extends Shape {
  readonly regime: 'generic' | 'eigenstate';
}

/** vv†/(v†v) for v = (x + iy, 1). */
function projector<T>(field: Field<T>, x: T, y: T): Matrix<T> {
  const i = field.of({ a: 0n, b: 0n, c: 1n, d: 0n, n: 1n });
  const v: Matrix<T> = [[field.add(x, field.multiply(i, y))], [field.of(rational(1))]];
  const norm = multiplyMatrices(field, adjointMatrix(field, v), v)[0]![0]!;
  return scaleMatrix(field, field.inverse(norm), multiplyMatrices(field, v, adjointMatrix(field, v)));
}

/** M = γ(2P - I) with any real γ, P and ρ projectors; in the eigenstate regime ρ = P. */
export const toyModels: ModelSource = models<ToyShape>({
  shapes: fc.record({ regime: fc.constantFrom('generic' as const, 'generic' as const, 'eigenstate' as const) }),
  length: () => 5,
  build: (field, { regime }, z) => {
    const γ = z[0]!;
    const p = projector(field, z[1]!, z[2]!);
    const minusOne = scaleMatrix(field, field.of(rational(-1)), identityMatrix(field, 2));
    const M = scaleMatrix(field, γ, addMatrices(field, scaleMatrix(field, field.of(rational(2)), p), minusOne));
    const ρ = regime === 'eigenstate' ? p : projector(field, z[3]!, z[4]!);
    return { field, sizes: { d: 2 }, exponents: {}, values: { γ: [[[γ]]], M: [M], ρ: [ρ] } };
  },
  smaller: ({ regime }) => (regime === 'generic' ? [{ regime: 'eigenstate' }] : []),
});
