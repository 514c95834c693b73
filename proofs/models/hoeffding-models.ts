/** Numbers for which Hoeffding's bound has fallen to δ: any but λ, which is the exponent. */
import fc from 'fast-check';
import { type ModelSource, models, type Shape, Supply } from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface HoeffdingShape extends Shape {
  readonly regime: 'generic';
  readonly p: number;
}

export const hoeffdingModels: ModelSource = models<HoeffdingShape>({
  shapes: fc.record({ regime: fc.constant('generic' as const), p: fc.integer({ min: 1, max: 5 }) }),
  length: () => 3,
  build: (field, { p }, z) => {
    const supply = new Supply(field, z);
    const { q, plus, square } = matrixAlgebra(field);
    const { multiply, inverse } = field;
    const positive = () => plus(q(1, 4), square(supply.real()));
    const [h, Z, t] = [positive(), positive(), positive()];
    const reach = multiply(multiply(q(2), square(h)), inverse(Z));
    const λ = multiply(multiply(q(p, 8), square(t)), inverse(square(reach)));
    return { field, sizes: { p }, exponents: {}, values: { h: [[[h]]], Z: [[[Z]]], t: [[[t]]], λ: [[[λ]]] } };
  },
  smaller: ({ p }) => (p > 1 ? [{ regime: 'generic', p: p - 1 }] : []),
});
