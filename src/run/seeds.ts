/** Every random draw of a run comes from the stream at (seed, claim, part, block). */
import { type Random, randomFromSeed } from '../numeric/random.js';
import type { WorkUnit } from './units.js';

export const randomOf = ({ seed, claimId, part, block }: WorkUnit): Random =>
  randomFromSeed(seed).split(claimId).split(part).split(block);
