/** Where the instances of a claim's hypotheses come from. */
import type { Arbitrary } from 'fast-check';
import type { Model } from '../symbolic/denotation/evaluate.js';
import type { Field } from '../symbolic/denotation/field.js';

/** The discrete part of an instance: sizes, the regime it is drawn from, and whatever else is not a real number. */
export interface Shape {
  readonly regime: string;
  readonly [key: string]: number | string | boolean;
}

/**
 * Models by (shape, z): z holds real numbers, and every operation on them is rational, so that the same code builds a
 * floating model from doubles and an exact one from rationals. Total and valid by construction: every z gives a model in
 * which all hypotheses hold.
 */
export interface ModelSource<S extends Shape = Shape> {
  readonly shapes: Arbitrary<S>;
  /** How many real numbers a shape needs. */
  readonly length: (shape: S) => number;
  readonly build: <T>(field: Field<T>, shape: S, z: readonly T[]) => Model<T>;
  /** Shapes to try in place of this one when shrinking, smallest first. */
  readonly smaller: (shape: S) => readonly S[];
}

/** A source in the form that claims hold: its shapes are looked into by itself only. */
export const models = <S extends Shape>(source: ModelSource<S>): ModelSource => source as unknown as ModelSource;
