/** Angles before and after a step that falls no further than a descent step may, as rational functions of real numbers. */
import fc from 'fast-check';
import { type Field, type Model, type ModelSource, models, rational, type Shape, Supply } from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface StepShape extends Shape {
  /** `near zero`: a small loss, the longest step and the deepest fall; `rising`: the loss grows; else `generic`. */
  readonly regime: 'generic' | 'longest' | 'near zero' | 'rising';
}

/** Steps with η Σ‖H‖² <= 1/`inverseBound`. */
export function descentModels(inverseBound: number): ModelSource {
  return models<StepShape>({
    shapes: fc.record({ regime: fc.constantFrom('generic', 'longest', 'near zero', 'rising') }),
    length: () => 3,
    build: (field, shape, z) => buildModel(field, shape, z, inverseBound),
    smaller: () => [],
  });
}

function buildModel<T>(field: Field<T>, { regime }: StepShape, z: readonly T[], inverseBound: number): Model<T> {
  const supply = new Supply(field, z);
  const { q, plus, minus, square } = matrixAlgebra(field);
  const { multiply, inverse } = field;
  /** A number in [0, 1). */
  const share = (): T => {
    const x = square(supply.real());
    return multiply(x, inverse(plus(q(1), x)));
  };
  /** Sine and cosine of the angle whose half has the tangent t. */
  const turn = (t: T): [T, T] => {
    const over = inverse(plus(q(1), square(t)));
    return [multiply(multiply(q(2), t), over), multiply(minus(q(1), square(t)), over)];
  };
  const far = regime === 'longest' || regime === 'near zero';
  const t = multiply(field.of(rational(1, regime === 'near zero' ? 20 : 1)), share());
  const [σ, c] = turn(t);
  const E = multiply(q(1, inverseBound), far ? q(1) : minus(q(1), share()));
  const deepest = multiply(multiply(q(4), E), multiply(multiply(σ, square(σ)), c));
  // sin 2a <= 2 tan a: half the angle of the fall has at most half the sine that it may have.
  const [sin, cos] = turn(multiply(deepest, far ? q(1) : minus(q(1), share())));
  const after =
    regime === 'rising'
      ? turn(plus(t, multiply(minus(q(1), t), share())))
      : [minus(multiply(σ, cos), multiply(c, sin)), plus(multiply(c, cos), multiply(σ, sin))];
  const scalar = (value: T): readonly T[][][] => [[[value]]];
  return {
    field,
    sizes: {},
    exponents: {},
    values: { E: scalar(E), σ: scalar(σ), c: scalar(c), 'σ₊': scalar(after[0]), 'c₊': scalar(after[1]) },
  };
}
