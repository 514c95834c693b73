/** One run of an experiment: a pure function of the experiment, the name of the case and the seed. */
import type { Case, Experiment, Json } from '../claim/experiment.js';
import { BadInput } from '../numeric/bad-input.js';
import { randomFromSeed } from '../numeric/random.js';

/** Throws BadInput where the outcome is not made of finite numbers. */
export async function runCase(experiment: Experiment, { name, setting }: Case<Json>, seed: number): Promise<Json> {
  const outcome = await experiment.run(setting, randomFromSeed(seed).split(experiment.id).split(name));
  const place = strangerIn(outcome, 'outcome');
  if (place !== null) throw new BadInput(`${place}: expected JSON with finite numbers`);
  return outcome;
}

/** Where in a value something stands that JSON would not give back, or null. */
function strangerIn(value: unknown, place: string): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : place;
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return place;
  for (const [key, part] of Object.entries(value)) {
    const found = strangerIn(part, `${place}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
