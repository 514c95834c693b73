/** What is known about the constant of a claim: as the claim has it, as it is proved, and as instances show it. */
import type { Claim, Corpus } from '../claim/claim.js';
import type { VerdictWord } from '../claim/verdict.js';
import { proofBook } from '../engines/proof-book.js';
import { type Constant, comparable, constantOf, NoConstant, numberOf } from '../engines/tighten/constant.js';
import { type Attained, type Observation, tighten } from '../engines/tighten/tighten.js';
import { tightnessAt } from '../engines/tighten/tightness.js';
import { randomFromSeed } from '../numeric/random.js';
import { toDouble } from '../symbolic/denotation/doubles.js';
import { format } from '../symbolic/kernel/number.js';
import { printTerm } from '../symbolic/notation/print.js';
import type { Lock } from './lock.js';
import { type VerifyOptions, verifyCorpus } from './verify.js';

/** A constant that a claim states, with the verdict of that claim. */
export interface StatedConstant {
  readonly id: string;
  readonly verdict: VerdictWord;
  readonly text: string;
  /** Its value where the bound was found tightest. */
  readonly value: number;
  /** Whether it is a number, the same on every instance. */
  readonly fixed: boolean;
}

export interface Tightened {
  readonly claim: Claim;
  readonly constant: Constant;
  readonly stated: StatedConstant;
  /** The sharpest constant of a proved claim whose proof was checked again now; null where there is none. */
  readonly proved: StatedConstant | null;
  readonly observation: Observation | null;
  /** Claims that were verified now, because they are not locked, or because that was asked for. */
  readonly verified: readonly string[];
}

/** The claims whose constants can be tightened. */
export const tightenable = ({ claims }: Corpus): readonly string[] =>
  claims.flatMap((claim) => (reasonAgainst(claim) === null ? [claim.id] : []));

/** Why the claim has no constant, or null. */
export function reasonAgainst(claim: Claim): string | null {
  try {
    constantOf(claim);
    return null;
  } catch (error) {
    if (error instanceof NoConstant) return error.message;
    throw error;
  }
}

/** Values that differ by less, relatively, differ by rounding. */
const EQUAL = 1e-9;

const ESTABLISHED: readonly VerdictWord[] = ['proved', 'proved-for', 'certified'];

export interface TightenOptions extends Omit<VerifyOptions, 'ids' | 'runs'> {
  /** Instances that the search may judge. */
  readonly instances: number;
  /** Instances per law, where claims have to be verified. */
  readonly runs: number;
}

/** Verdicts come from the lock where it has them; the proof behind the proved constant is checked again in any case. */
export async function tightenClaim(
  corpus: Corpus,
  url: string,
  claim: Claim,
  lock: Pick<Lock, 'get'> | null,
  { instances, ...options }: TightenOptions,
): Promise<Tightened> {
  const constant = constantOf(claim);
  const rivals = rivalsOf(corpus, claim, constant);
  const ids = rivals.map((rival) => rival.claim.id);
  const verified = ids.filter((id) => lock?.get(id) === undefined);
  const verdicts = new Map(ids.flatMap((id) => entry(id, lock?.get(id))));
  if (verified.length > 0) {
    for (const verdict of await verifyCorpus(corpus, url, { ...options, ids: verified })) {
      if (verified.includes(verdict.id)) verdicts.set(verdict.id, verdict);
    }
  }
  const random = randomFromSeed(options.seed).split('tighten').split(claim.id);
  const observation = tighten(claim, constant, random, instances);
  const state = (rival: Rival): StatedConstant =>
    stated(claim, rival, verdicts.get(rival.claim.id)!.verdict, observation?.best ?? null);
  const book = proofBook(corpus);
  const proved: StatedConstant[] = [];
  for (const rival of rivals) {
    const { verdict, flags } = verdicts.get(rival.claim.id)!;
    if (!ESTABLISHED.includes(verdict) || flags.includes('vacuous')) continue;
    if ((await book.proofOf(rival.claim))?.theorem == null) continue;
    proved.push(state(rival));
  }
  // Where two are equally sharp the other claim is shown: the claim itself stands there anyway.
  const asSharp = (a: StatedConstant, b: StatedConstant): boolean => {
    const more = constant.relation === '<=' ? a.value - b.value : b.value - a.value;
    return !(more < -EQUAL * Math.abs(a.value));
  };
  return {
    claim,
    constant,
    stated: state({ claim, constant }),
    proved: proved.reduce<StatedConstant | null>(
      (best, own) => (best === null || asSharp(best, own) ? own : best),
      null,
    ),
    observation,
    verified,
  };
}

const entry = <T>(id: string, value: T | undefined): [string, T][] => (value === undefined ? [] : [[id, value]]);

interface Rival {
  readonly claim: Claim;
  readonly constant: Constant;
}

/**
 * The claim itself, and those that sharpen or repair it without assuming more, and state a constant of the same quantity in
 * the same unit.
 */
function rivalsOf({ claims }: Corpus, claim: Claim, constant: Constant): readonly Rival[] {
  const assumed = new Set(Object.values(claim.given).map(({ text }) => text));
  const others = claims.filter(({ id, theory, given, sharpens, repairs }) => {
    const about = id !== claim.id && theory === claim.theory && (sharpens === claim.id || repairs === claim.id);
    return about && Object.values(given).every(({ text }) => assumed.has(text));
  });
  const rivals = others.flatMap((other): Rival[] => {
    if (reasonAgainst(other) !== null) return [];
    const own = constantOf(other);
    return comparable(claim, constant, own) ? [{ claim: other, constant: own }] : [];
  });
  return [{ claim, constant }, ...rivals];
}

function stated(on: Claim, { claim, constant }: Rival, verdict: VerdictWord, best: Attained | null): StatedConstant {
  const number = numberOf(constant);
  const value =
    number !== null
      ? toDouble(number).re
      : best === null
        ? Number.NaN
        : (tightnessAt(on, { ...constant, declared: true }, best.shape, best.z)?.value ?? Number.NaN);
  const text = number === null ? printTerm(constant.value) : format(number);
  return { id: claim.id, verdict, text, value, fixed: number !== null };
}
