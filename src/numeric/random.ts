import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { BadInput } from './bad-input.js';

/** A stream of random numbers, decided by a seed and the labels of the splits that led to it. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^-53. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform among lo, lo + 1, ..., hi. */
  integer(lo: number, hi: number): number;
  /** The child stream named `label`: the same however much of this stream was used. The labels 1 and "1" differ. */
  split(label: string | number): Random;
}

export function randomFromSeed(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new BadInput(`seed: expected an integer, got ${seed}`);
  return randomAt([seed]);
}

/** The stream at a path [seed, label, label, ...]; its 128-bit state is a hash of the path, so paths do not collide. */
function randomAt(path: readonly (string | number)[]): Random {
  const digest = createHash('sha256').update(JSON.stringify(path)).digest();
  const state = [0, 4, 8, 12].map((offset) => digest.readInt32LE(offset));
  const generator = xoroshiro128plusFromState(state);
  const normal = normalsFrom(generator);
  return {
    uniform: () => uniformFloat64(generator),
    normal,
    integer(lo, hi) {
      if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi) || lo > hi) {
        throw new BadInput(`integer: expected integers lo <= hi, got ${lo} and ${hi}`);
      }
      return uniformInt(generator, lo, hi);
    },
    split(label) {
      if (typeof label === 'number' && !Number.isFinite(label)) {
        throw new BadInput(`split: expected a string or a finite number, got ${label}`);
      }
      return randomAt([...path, label]);
    },
  };
}

/** Marsaglia's polar method: a uniform point of the unit disc yields two normals, the second kept for the next call. */
function normalsFrom(generator: RandomGenerator): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const x = 2 * uniformFloat64(generator) - 1;
      const y = 2 * uniformFloat64(generator) - 1;
      const s = x * x + y * y;
      if (s > 0 && s < 1) {
        const stretch = Math.sqrt((-2 * Math.log(s)) / s);
        spare = y * stretch;
        return x * stretch;
      }
    }
  };
}
