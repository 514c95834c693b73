/** Runs a law about random draws outside of a corpus, as tests do. */
import { type AnyLaw, isStatistical } from '../../claim/law.js';
import type { LawEvidence } from '../../claim/verdict.js';
import { randomFromSeed } from '../../numeric/random.js';
import { drawSamples } from '../draw-samples.js';
import { mergeSampleBlocks } from '../statistical-evidence.js';

export { levelOf } from '../false-alarms.js';

/** The evidence of `draws` draws per setting or rung, by default those of the quick profile, drawn in `blocks` parts. */
export function runStatisticalLaw(law: AnyLaw, seed: number, oneIn: number, draws?: number, blocks = 1): LawEvidence {
  if (!isStatistical(law)) throw new RangeError(`${law.id}: it is not about random draws`);
  const random = randomFromSeed(seed).split(law.id);
  const runs = draws ?? law.draws.quick;
  const parts = Array.from({ length: blocks }, (_, block) => drawSamples(law, random, { block, blocks, runs }));
  return mergeSampleBlocks(law, parts, seed, oneIn);
}
