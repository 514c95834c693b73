/** Instances of a claim's hypotheses from its model source, exact or floating. */
import type { ModelSource, Shape } from '../claim/model-source.js';
import type { Random } from '../numeric/random.js';
import type { Model } from '../symbolic/denotation/evaluate.js';
import { type Bounded, bounded, EXACT, FLOATING, NoValue } from '../symbolic/denotation/field.js';
import type { Matrix } from '../symbolic/denotation/matrix.js';
import { format, type Num } from '../symbolic/kernel/number.js';
import { TermError } from '../symbolic/kernel/signature.js';
import { drawExactShape, drawRationals, drawReals, drawShapes } from './draw.js';

export type ClaimInstance =
  | { readonly kind: 'exact'; readonly shape: Shape; readonly z: readonly Num[]; readonly model: Model<Num> }
  | { readonly kind: 'floating'; readonly shape: Shape; readonly z: readonly number[]; readonly model: Model<Bounded> };

/** The models of a claim throw where they should give an instance, or say that they have none by NoValue. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
}

/** Null where the source has no exact instance at this place. Throws ModelFailure where the source throws. */
export function drawExact(source: ModelSource, random: Random): ClaimInstance | null {
  return built(() => {
    const shape = drawExactShape(source.shapes, source.length, random);
    return exactInstance(source, shape, drawRationals(random, source.length(shape)));
  });
}

/** Null where the source has no floating instance at this place. Throws ModelFailure where the source throws. */
export function drawFloating(source: ModelSource, random: Random): ClaimInstance | null {
  return built(() => {
    const [shape] = drawShapes(source.shapes, random, 1);
    return floatingInstance(source, shape!, drawReals(random, source.length(shape!)));
  });
}

export function exactInstance(source: ModelSource, shape: Shape, z: readonly Num[]): ClaimInstance | null {
  return built(() => ({ kind: 'exact', shape, z, model: source.build(EXACT, shape, z) }));
}

export function floatingInstance(source: ModelSource, shape: Shape, z: readonly number[]): ClaimInstance | null {
  return built(() => {
    const model = source.build(
      FLOATING,
      shape,
      z.map((x) => bounded(x)),
    );
    return { kind: 'floating', shape, z, model };
  });
}

/** An exact model in doubles with error bounds. */
export function roundedModel(model: Model<Num>): Model<Bounded> {
  const values = Object.entries(model.values).map(([name, family]) => [
    name,
    family.map((matrix) => matrix.map((row) => row.map(FLOATING.of))),
  ]);
  return { ...model, field: FLOATING, values: Object.fromEntries(values) };
}

function built(build: () => ClaimInstance | null): ClaimInstance | null {
  try {
    return orNull(build);
  } catch (error) {
    if (error instanceof ModelFailure) throw error;
    throw new ModelFailure(`the models give no instance: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Why nothing can be decided on an instance: the models throw, leave a symbol out or give it a wrong size. Such a claim is
 * undecided, whoever made the mistake; any other error is thrown on.
 */
export function obstacleOf(error: unknown): string {
  const known = [ModelFailure, TermError, RangeError, TypeError].some((kind) => error instanceof kind);
  if (!known) throw error;
  return (error as Error).message;
}

/** The value, or null where the field has none (a division by zero, a root outside the field). */
export function orNull<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof NoValue) return null;
    throw error;
  }
}

/** One line that says which instance this is. */
export function describeInstance({ shape, z }: Pick<ClaimInstance, 'shape' | 'z'>): string {
  const sizes = Object.entries(shape).map(([name, value]) => `${name} = ${value}`);
  const numbers = z.slice(0, LISTED).map((x) => (typeof x === 'number' ? x.toPrecision(4) : format(x)));
  return `${sizes.join(', ')}, z = (${[...numbers, ...(z.length > LISTED ? ['...'] : [])].join(', ')})`;
}

const LISTED = 12;

/** The values of a model as JSON: numbers as text, scalars without brackets. */
export function modelDocument({ sizes, exponents, values, field }: Model<Num> | Model<Bounded>): unknown {
  const all: Readonly<Record<string, readonly Matrix<Num | Bounded>[]>> = values;
  const text = (x: Num | Bounded): string | number => {
    if (field.kind === 'exact') return format(x as Num);
    const { re, im } = x as Bounded;
    return im === 0 ? re : `${re} + ${im}i`;
  };
  const families = Object.entries(all).map(([name, family]) => {
    const written = family.map((matrix) =>
      matrix.length === 1 && matrix[0]!.length === 1 ? text(matrix[0]![0]!) : matrix.map((row) => row.map(text)),
    );
    return [name, written.length === 1 ? written[0] : written] as const;
  });
  return { sizes, ...(Object.keys(exponents).length > 0 ? { exponents } : {}), values: Object.fromEntries(families) };
}
