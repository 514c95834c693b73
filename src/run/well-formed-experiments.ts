/** Names mean one thing: an id one experiment, and the name of a case one setting, on which its random stream depends. */
import type { Corpus } from '../claim/claim.js';
import type { Profile } from '../claim/experiment.js';
import { casesOf, experimentOf, experimentsOf, isExperimentClaim } from '../claim/experiment-claim.js';
import { BadInput } from '../numeric/bad-input.js';

const PROFILES: readonly Profile[] = ['quick', 'full'];

/** Throws BadInput that names the file, the experiment and the case. */
export function requireExperiments(corpus: Corpus, path: string): void {
  const ids = experimentsOf(corpus).map(({ id }) => id);
  const twice = ids.find((id, k) => ids.indexOf(id) < k);
  if (twice !== undefined) throw new BadInput(`${path}: two experiments are called ${twice}`);
  for (const profile of PROFILES) {
    const settings = new Map<string, string>();
    for (const claim of corpus.claims.filter(isExperimentClaim)) {
      for (const { name, setting } of casesOf(claim, profile)) {
        const key = `${experimentOf(claim).id}: case ${name}`;
        const text = JSON.stringify(setting);
        if ((settings.get(key) ?? text) !== text) throw new BadInput(`${path}: ${key} has two settings (${profile})`);
        settings.set(key, text);
      }
    }
  }
}
