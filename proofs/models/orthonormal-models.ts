/** QNN models with orthogonal pure inputs and eigenvalues ±γ, at any time. */
import type { ModelSource } from '../../src/index.js';
import { qnnModels } from './qnn-models.js';

const scaled = qnnModels({ pure: true, measurement: 'scaled', labels: 'signs', root: false });

export const orthonormalModels: ModelSource = {
  ...scaled,
  shapes: scaled.shapes.map((shape) =>
    shape.regime === 'near boundary'
      ? shape
      : { ...shape, regime: 'orthonormal', m: Math.min(shape.m as number, shape.d as number) },
  ),
};
