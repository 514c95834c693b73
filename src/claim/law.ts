/** Laws: what must hold on every instance, judged numerically, run by vitest and by `kasym verify` alike. */
import type { Arbitrary } from 'fast-check';
import type { Num } from '../symbolic/kernel/number.js';
import type { Shape } from './model-source.js';
import type { StatisticalLaw } from './statistical-law.js';

/** margin >= -error: the law holds on the instance; margin < -error: it is broken. Both in the law's own scale. */
export interface Judgement {
  readonly margin: number;
  readonly error: number;
}

export interface Law<S extends Shape = Shape, I = unknown> {
  readonly id: string;
  /** `instance`: `error` is a formula in dimension, machine epsilon and scale; `trajectory`: an estimate by step halving. */
  readonly kind: 'instance' | 'trajectory';
  /** One sentence: what is compared with what, and what is independent in it. */
  readonly about: string;
  readonly shapes: Arbitrary<S>;
  readonly length: (shape: S) => number;
  /** Total: every (shape, z) gives a valid instance. */
  readonly decode: (shape: S, z: readonly number[]) => I;
  readonly judge: (instance: I) => Judgement;
  readonly smaller: (shape: S) => readonly S[];
  /** The margin in exact arithmetic, by a route of its own, for rational z. Null where a shape has no exact reading. */
  readonly exact: ((shape: S, z: readonly Num[]) => Num | null) | null;
  /** An instance file (or other JSON) that replays the instance. */
  readonly document: (instance: I) => unknown;
  /** Share of the run budget: a law that is expensive on one instance says, for example, 0.05. */
  readonly share: number;
}

/** What a claim may rest on: a law about every instance, or one about random draws. */
export type AnyLaw = Law | StatisticalLaw;

export const isStatistical = (law: AnyLaw): law is StatisticalLaw => law.kind === 'frequency' || law.kind === 'trend';

/** A law in the form that claims hold: its shapes and instances are looked into by itself only. */
export const law = <S extends Shape, I>(source: Law<S, I>): Law => source as unknown as Law;

/** The same law with its judgement changed: a control or a mutant that runs the same code. */
export function withJudge<S extends Shape, I>(
  law: Law<S, I>,
  id: string,
  judge: (instance: I) => Judgement,
): Law<S, I> {
  return { ...law, id, judge, exact: null };
}
