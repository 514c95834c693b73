/** A claim about random draws: what it says in words, the laws that decide it, and wrong variants with theirs. */
import fc from 'fast-check';
import { type Claim, type ClaimSource, claim } from './claim.js';
import { models } from './model-source.js';
import type { StatisticalLaw } from './statistical-law.js';
import { theory } from './theory.js';

/** What a statement or a wrong variant says. */
export interface Says {
  readonly text: string;
  readonly latex: string;
}

export interface WrongSays {
  readonly text: string;
  /** The law with this said instead, which must break. */
  readonly law: StatisticalLaw;
}

export type StatisticalSource = Pick<ClaimSource, 'id' | 'title' | 'source'> &
  Partial<Pick<ClaimSource, 'uses' | 'asPrinted' | 'repairs' | 'erratum' | 'sharpens'>> & {
    /** All hypotheses included: they hold on every draw by construction, and `wrong` shows that they bite. */
    readonly says: Says;
    readonly laws: readonly StatisticalLaw[];
    readonly wrong: Readonly<Record<string, WrongSays>>;
  };

/** Its verdict is `supported` at best: the kernel knows no probability. */
export function statisticalClaim({ says, laws, wrong, ...source }: StatisticalSource): Claim {
  const made = claim({
    ...source,
    theory: DRAWS,
    statement: { kind: 'statistical', ...says, barrier: undefined },
    given: {},
    models: NO_MODELS,
    laws,
  });
  return {
    ...made,
    mutants: Object.entries(wrong).map(([name, { text, law }]) => ({
      name,
      statement: { kind: 'statistical', text, latex: '', barrier: undefined },
      law,
    })),
  };
}

export const isStatisticalClaim = ({ statement }: Pick<Claim, 'statement'>): boolean =>
  typeof statement !== 'string' && statement.kind === 'statistical';

/** There are no symbols to explain, and no instances of hypotheses to draw. */
const DRAWS = theory({ name: 'draws', sizes: {}, indices: {}, symbols: {} });

const NO_MODELS = models({
  shapes: fc.constant({ regime: 'random draws' }),
  length: () => 0,
  build: nothing,
  smaller: () => [],
});

function nothing(): never {
  throw new RangeError('a statement about random draws has no models');
}
