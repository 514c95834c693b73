/** Models on which a hypothesis might fail: exact instances of the claim with the value of one symbol changed. */
import type { Claim } from '../claim/claim.js';
import type { Random } from '../numeric/random.js';
import { scaleMatrix } from '../symbolic/denotation/matrix.js';
import { rational } from '../symbolic/kernel/number.js';
import { type ClaimInstance, describeInstance, drawExact } from './claim-instance.js';
import { barrierOf } from './prove.js';

/** Instances that are changed, of each source of models. */
const TRIES = 6;
const FACTORS = [2, -1, 0, 10];

export interface ChangedInstance {
  readonly instance: ClaimInstance;
  /** What was done to which instance, for the report. */
  readonly change: string;
}

/** Each value is multiplied by a few factors; what follows from it in the instance is left as it was. */
export function* changedInstances(claim: Claim, random: Random): Generator<ChangedInstance> {
  const sources = [claim.models, barrierOf(claim)?.models].filter((source) => source !== undefined);
  for (const [s, source] of sources.entries()) {
    for (let k = 0; k < TRIES; k++) {
      const instance = drawExact(source, random.split(s).split(k));
      if (instance?.kind !== 'exact') continue;
      const { model } = instance;
      for (const [name, family] of Object.entries(model.values)) {
        for (const factor of FACTORS) {
          const changed = family.map((matrix) => scaleMatrix(model.field, rational(factor), matrix));
          const values = { ...model.values, [name]: changed };
          yield {
            instance: { ...instance, model: { ...model, values } },
            change: `${describeInstance(instance)}, with ${name} times ${factor}`,
          };
        }
      }
    }
  }
}
