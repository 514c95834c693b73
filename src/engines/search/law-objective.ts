/** A law as something to search: failures of the law itself are told apart from its violations. */
import type { Judgement, Law } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';
import type { Num } from '../../symbolic/kernel/number.js';
import { orNull } from '../claim-instance.js';
import type { Objective } from './objective.js';

/** A law that throws or yields NaN on an instance decides nothing, whatever its other instances say. */
export class LawFailure extends Error {
  override readonly name = 'LawFailure';
}

/** Throws LawFailure where the law gives no finite margin or error: +Infinity is what a law says that compared nothing. */
export function judgeLaw(law: Law, shape: Shape, z: readonly number[]): Judgement {
  const where = `on ${JSON.stringify(shape)}, z = [${z.slice(0, 6).join(', ')}${z.length > 6 ? ', ...' : ''}]`;
  let judged: Judgement;
  try {
    judged = law.judge(law.decode(shape, z));
  } catch (error) {
    throw new LawFailure(`${error instanceof Error ? error.message : String(error)} ${where}`);
  }
  const { margin, error } = judged;
  if (!Number.isFinite(margin) || !Number.isFinite(error) || error < 0) {
    throw new LawFailure(`margin ${margin} with error ${error} ${where}`);
  }
  return { margin, error };
}

/** For descent and shrinking, where a failing neighbour is simply not visited. */
export function lawObjective(law: Law): Objective {
  return {
    shapes: law.shapes,
    length: law.length,
    smaller: law.smaller,
    judge: (shape, z) => {
      try {
        return judgeLaw(law, shape, z);
      } catch (error) {
        if (error instanceof LawFailure) return null;
        throw error;
      }
    },
  };
}

/** Null where the shape or the point has no exact reading. Throws LawFailure where the law itself fails. */
export function exactMargin(law: Law, shape: Shape, z: readonly Num[]): Num | null {
  try {
    return orNull(() => law.exact?.(shape, z) ?? null);
  } catch (error) {
    throw new LawFailure(
      `exact margin: ${error instanceof Error ? error.message : String(error)} on ${JSON.stringify(shape)}`,
    );
  }
}
