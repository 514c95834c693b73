/** What the draws of a frequency law say: in each setting the exact one-sided binomial test of δ. */
import type { FrequencyLaw } from '../claim/statistical-law.js';
import type { FrequencyEvidence } from '../claim/verdict.js';
import { criticalCount } from '../numeric/binomial-tail.js';
import { clopperPearson } from '../numeric/confidence.js';
import type { SampleGroup } from './draw-samples.js';
import type { Found } from './statistical-evidence.js';

export function judgeFrequency(law: FrequencyLaw, groups: readonly SampleGroup[], oneIn: number): Found {
  const frequencies = law.settings.map((setting, k): FrequencyEvidence => {
    const [numerator, denominator] = law.stated(setting);
    const { values, failures } = groups[k]!;
    const draws = values.length;
    const { lower, upper } = clopperPearson(failures, draws, 1 / oneIn);
    const sorted = [...values].sort((a, b) => a - b);
    return {
      setting,
      stated: `${numerator}/${denominator}`,
      draws,
      failures,
      critical: criticalCount(draws, [numerator, denominator], oneIn),
      atLeast: lower,
      atMost: upper,
      // So many draws lie above it as δ allows.
      quantile: sorted[Math.max(0, Math.ceil(draws * (1 - numerator / denominator)) - 1)]!,
      largest: sorted[draws - 1]!,
    };
  });
  const margins = frequencies.map(({ atLeast }, k) => ratio(law.stated(law.settings[k]!)) - atLeast);
  const least = margins.indexOf(Math.min(...margins));
  const broken = frequencies.find(({ failures, critical }) => failures >= critical);
  const idle = frequencies.find(({ draws, critical }) => critical > draws);
  return {
    frequencies,
    trend: null,
    margin: margins[least]!,
    failure:
      idle === undefined
        ? null
        : `${idle.draws} draws cannot reject a probability of ${idle.stated}, whatever they give: more are needed`,
    broken:
      broken === undefined
        ? null
        : {
            margin: (ratio(law.stated(broken.setting as never)) - broken.atLeast).toPrecision(6),
            shape: { ...broken.setting, draws: broken.draws, failures: broken.failures },
            values: broken,
          },
  };
}

const ratio = ([numerator, denominator]: readonly [number, number]): number => numerator / denominator;
