/** What is known about the constant of a claim: as the claim has it, as it is proved, and as instances show it. */
import type { Claim, Corpus } from '../claim/claim.js';
import type { VerdictWord } from '../claim/verdict.js';
import { proofBook } from '../engines/proof-book.js';
import { type Constant, constantOf, numberOf } from '../engines/tighten/constant.js';
import { type Observation, observe, tighten } from '../engines/tighten/tighten.js';
import { type Attained, tightnessAt } from '../engines/tighten/tightness.js';
import { randomFromSeed } from '../numeric/random.js';
import { toDouble } from '../symbolic/denotation/doubles.js';
import { format } from '../symbolic/kernel/number.js';
import { printTerm } from '../symbolic/notation/print.js';
import type { Lock } from './lock.js';
import { type Rival, rivalsOf } from './rivals.js';
import { type VerifyOptions, verifyCorpus } from './verify.js';

/** The numbers that an instance is rebuilt from. */
export type Place = Pick<Attained, 'shape' | 'z'>;

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
  /** The proved constant where each size is tightest, in the order of the observation. */
  readonly provedBySize: readonly (number | null)[];
  /** Claims that were verified now, because they are not locked, or because that was asked for. */
  readonly verified: readonly string[];
}

/** Values that differ by less, relatively, differ by rounding. */
const EQUAL = 1e-9;

const ESTABLISHED: readonly VerdictWord[] = ['proved', 'proved-for', 'certified'];

export interface TightenOptions extends Omit<VerifyOptions, 'ids' | 'runs'> {
  /** Instances that the search may judge. */
  readonly instances: number;
  /** Instances per law, where claims have to be verified. */
  readonly runs: number;
  /** The instance to look at, in place of a search. */
  readonly at?: Place | null;
}

/** Verdicts come from the lock where it has them; the proof behind the proved constant is checked again in any case. */
export async function tightenClaim(
  corpus: Corpus,
  url: string,
  claim: Claim,
  lock: Pick<Lock, 'get'> | null,
  { instances, at = null, ...options }: TightenOptions,
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
  const observation =
    at === null ? tighten(claim, constant, random, instances) : observe(claim, constant, at.shape, at.z);
  const best = observation?.best ?? null;
  const state = (rival: Rival): StatedConstant => stated(claim, rival, verdicts.get(rival.claim.id)!.verdict, best);
  const book = proofBook(corpus);
  const proved: { readonly rival: Rival; readonly constant: StatedConstant }[] = [];
  for (const rival of rivals) {
    const { verdict, flags } = verdicts.get(rival.claim.id)!;
    if (!ESTABLISHED.includes(verdict) || flags.includes('vacuous')) continue;
    if ((await book.proofOf(rival.claim))?.theorem == null) continue;
    proved.push({ rival, constant: state(rival) });
  }
  // Where two are equally sharp the other claim is shown: the claim itself stands there anyway.
  const sharpest = proved.reduce<(typeof proved)[number] | null>(
    (most, own) => (most === null || !sharper(constant, most.constant.value, own.constant.value) ? own : most),
    null,
  );
  const valueAt = (point: Attained): number | null =>
    sharpest === null ? null : finite(stated(claim, sharpest.rival, 'proved', point).value);
  return {
    claim,
    constant,
    stated: state({ claim, constant }),
    proved: sharpest?.constant ?? null,
    observation,
    provedBySize: (observation?.bySize ?? []).map(({ attained }) => valueAt(attained)),
    verified,
  };
}

/** Whether a constant is sharper than another by more than rounding. */
export function sharper({ relation }: Constant, a: number, b: number): boolean {
  return (relation === '<=' ? b - a : a - b) > EQUAL * Math.abs(a);
}

const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);

const entry = <T>(id: string, value: T | undefined): [string, T][] => (value === undefined ? [] : [[id, value]]);

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
