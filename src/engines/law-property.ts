/** A law as a fast-check property, so that vitest runs the same code as `kasym verify`. */
import fc from 'fast-check';
import type { Law } from '../claim/law.js';
import type { Shape } from '../claim/model-source.js';
import { randomFromSeed } from '../numeric/random.js';
import { drawReals } from './draw.js';
import { settleLaw } from './law-counterexample.js';
import { judgeLaw } from './search/law-objective.js';

/**
 * margin >= -error on drawn instances. fast-check draws the shape and a seed for z, since its own doubles are almost
 * all tiny; a violation is shrunk by ourselves, and the message says how to replay it.
 */
export function lawProperty(law: Law): fc.IProperty<[Shape, number]> {
  const shapes = fc.noShrink(law.shapes);
  const seeds = fc.noShrink(fc.integer({ min: 0, max: 2 ** 31 - 1 }));
  return fc.property(shapes, seeds, (shape, seed) => {
    const random = randomFromSeed(seed);
    const z = drawReals(random.split('z'), law.length(shape));
    const judged = judgeLaw(law, shape, z);
    if (judged.margin >= -judged.error) return;
    const small = settleLaw(law, { shape, z, ...judged }, random.split('settle'));
    throw new Error(
      [
        `${law.id}: margin ${judged.margin} < -error ${judged.error}`,
        `shape ${JSON.stringify(shape)}, seed of z ${seed}`,
        `shrunk: shape ${JSON.stringify(small.shape)}, margin ${small.margin}, decided ${small.decided}`,
        `replay: judge(decode(${JSON.stringify(shape)}, ${JSON.stringify(z)}))`,
        `values ${JSON.stringify(small.values)}`,
      ].join('\n'),
    );
  });
}
