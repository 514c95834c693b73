/** A claim: everything that is stated, with its proof, its laws, and the wrong variants that the evidence must kill. */
import type { Model } from '../symbolic/denotation/evaluate.js';
import type { Decay } from '../symbolic/kernel/decay.js';
import type { Num } from '../symbolic/kernel/number.js';
import type { Chain } from './chain.js';
import type { ConstantSource } from './constant.js';
import type { Enclosure } from './enclosure.js';
import type { Erratum } from './erratum.js';
import type { Finding } from './experiment.js';
import type { ClaimHypothesis } from './hypothesis.js';
import type { AnyLaw } from './law.js';
import type { ModelSource } from './model-source.js';
import type { StatisticalLaw } from './statistical-law.js';
import type { ClaimTheory } from './theory.js';

/** A bound along the flow; its pointwise form is what is proved, evaluated and mutated. */
export interface DecayStatement {
  readonly kind: Decay['kind'];
  readonly loss: string;
  readonly rate: string;
  readonly barrier?: BarrierSource;
}

/** A region that the flow does not leave: `quantity <= bound`, because the quantity falls wherever it is not inside. */
export interface BarrierSource {
  readonly quantity: string;
  readonly bound: string;
  /** Names of two hypotheses: the region (assumed at t = 0 only) and its complement (used in `falls` only). */
  readonly inside: string;
  readonly outside: string;
  readonly falls: Chain;
  /** Models of the complement, on which the steps of `falls` are evaluated. */
  readonly models: ModelSource;
}

/**
 * A statement about random draws, in words and as LaTeX. The kernel knows no probability, so there is no term to prove or
 * to evaluate: frequency and trend laws decide, and each wrong variant brings a law of its own, which must break.
 */
export interface StatisticalStatement {
  readonly kind: 'statistical';
  readonly text: string;
  readonly latex: string;
  readonly barrier?: undefined;
}

/** A statement about one problem, which intervals decide; text and LaTeX are spelled from the enclosure. */
export interface EnclosureStatement {
  readonly kind: 'enclosure';
  readonly enclosure: Enclosure;
  readonly text: string;
  readonly latex: string;
  readonly barrier?: undefined;
}

/** A statement about the runs of an experiment, which numbers with confidence intervals decide. */
export interface ExperimentStatement {
  readonly kind: 'experiment';
  readonly text: string;
  readonly latex: string;
  readonly findings: readonly Finding[];
  readonly barrier?: undefined;
}

/** Statements that are shown as they are given, and not read as terms. */
export type SpelledStatement = StatisticalStatement | EnclosureStatement | ExperimentStatement;

/** A statement `left = right`, `left <= right` or `left >= right`, a bound along the flow, or one without a term for the kernel. */
export type ClaimStatement = string | DecayStatement | SpelledStatement;

/** Whether there is a term that the kernel could prove and an instance refute. */
export const hasTerm = ({ statement }: { readonly statement: ClaimStatement }): boolean =>
  typeof statement === 'string' || !isSpelled(statement);

/** Whether a statement is shown as it is given. */
export const isSpelled = (statement: Exclude<ClaimStatement, string>): statement is SpelledStatement =>
  ['statistical', 'enclosure', 'experiment'].includes(statement.kind);

/** A wrong variant, written as the statement would be; the evidence must refute it. */
export interface Mutant {
  readonly name: string;
  readonly statement: ClaimStatement;
  /** Of a statement about random draws: what must break. */
  readonly law?: StatisticalLaw;
}

export interface Claim {
  readonly id: string;
  readonly title: string;
  /** Section and equation numbers of the paper, or 'beyond the paper'. */
  readonly source: string;
  readonly theory: ClaimTheory;
  readonly statement: ClaimStatement;
  readonly given: Readonly<Record<string, ClaimHypothesis>>;
  /** Ids of earlier claims that the proof uses. */
  readonly uses: readonly string[];
  readonly asPrinted: boolean;
  /** The id of the printed claim that this one mends. */
  readonly repairs: string | null;
  /** Of a printed claim: what the list of errata says about it where it is refuted. */
  readonly erratum: Erratum | null;
  /** Of a printed claim: the id of the printed claim of which it is another reading, or what is left of it; no erratum of its own. */
  readonly readingOf: string | null;
  /** The id of the printed claim that follows from this one, which proves more: that one is loose, not wrong. */
  readonly sharpens: string | null;
  /** The constant that `kasym tighten` looks at; null: the factor of the whole bound. */
  readonly constant: ConstantSource | null;
  /** For `proved-for`: the sizes for which the proof holds, e.g. { d: 2, m: 2 }. Null: every size. */
  readonly provedFor: Readonly<Record<string, number>> | null;
  readonly proof: Chain | null;
  readonly models: ModelSource;
  readonly laws: readonly AnyLaw[];
  readonly mutants: readonly Mutant[];
  /** Proofs of variants that are true after all, by name; where slack is evident the engine finds a proof itself. */
  readonly alsoTrue: Readonly<Record<string, Chain>>;
  /** For each hypothesis an exact model where only it fails, and the statement with it. */
  readonly breaksWithout: Readonly<Record<string, Model<Num>>>;
}

type Optional =
  | 'asPrinted'
  | 'repairs'
  | 'erratum'
  | 'readingOf'
  | 'sharpens'
  | 'constant'
  | 'provedFor'
  | 'proof'
  | 'uses'
  | 'laws'
  | 'mutants'
  | 'alsoTrue'
  | 'breaksWithout';

export type ClaimSource = Omit<Claim, Optional> &
  Partial<Omit<Claim, 'mutants'>> & { readonly mutants?: Readonly<Record<string, ClaimStatement>> };

/** A claim from its source; what is left out is empty. */
export function claim(source: ClaimSource): Claim {
  return {
    uses: [],
    asPrinted: false,
    repairs: null,
    erratum: null,
    readingOf: null,
    sharpens: null,
    constant: null,
    provedFor: null,
    proof: null,
    alsoTrue: {},
    breaksWithout: {},
    laws: [],
    ...source,
    mutants: Object.entries(source.mutants ?? {}).map(([name, statement]) => ({ name, statement })),
  };
}

/** A corpus: claims in the order of the paper. */
export interface Corpus {
  readonly name: string;
  readonly citation: string;
  readonly claims: readonly Claim[];
}
