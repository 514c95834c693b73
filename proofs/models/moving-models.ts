/** One sample below its label, M with eigenvalues ±γ and γ > 1, and the prediction is not stuck at -γ. */
import fc from 'fast-check';
import { type ModelSource, models, type Shape } from '../../src/index.js';
import { flowing, oneSampleModels } from './one-sample-models.js';
import { matrixAlgebra } from './qnn-models.js';

/** The instance to which every other one is shrunk. */
const KNOWN: Shape = { regime: 'v = (20, 99)/101, γ = 2, y = 1' };
const isKnown = ({ regime }: Shape): boolean => regime === KNOWN.regime;
const below = oneSampleModels('below one');

export const movingModels: ModelSource = models<Shape>({
  shapes: fc.oneof(
    fc.constant(KNOWN),
    below.shapes.filter(({ regime }) => regime !== 'trapped'),
  ),
  length: (shape) => (isKnown(shape) ? 0 : below.length(shape)),
  build: (field, shape, z) => {
    if (!isKnown(shape)) return below.build(field, shape, z);
    const algebra = matrixAlgebra(field);
    const { q } = algebra;
    const signs = [
      [q(1), q(0)],
      [q(0), q(-1)],
    ];
    return flowing(algebra, { signs, v: [[q(20, 101)], [q(99, 101)]], γ: q(2), y: q(1), B: null });
  },
  smaller: (shape) => (isKnown(shape) ? [] : [KNOWN]),
});
