/** Verdicts against the locked ones: what is worse, what is better, and what is no longer the claim that was locked. */
import type { LockChange } from '../claim/lock-change.js';
import { VERDICTS, type Verdict, type VerdictWord } from '../claim/verdict.js';
import { isAgainst } from '../engines/verdict.js';
import { basisOf, type Lock, type LockedBasis, type LockedVerdict } from './lock.js';

/** In the order of the verdicts, then what is lost; `all`: the verdicts are those of the whole corpus. */
export function changesSince(lock: Lock | null, verdicts: readonly Verdict[], all: boolean): LockChange[] {
  const found = verdicts.flatMap((verdict) => {
    const before = lock?.get(verdict.id);
    return before === undefined ? unlocked(verdict, lock !== null) : changeOf(before, verdict);
  });
  const here = new Set(verdicts.map(({ id }) => id));
  const lost = all && lock !== null ? [...lock].filter(([id]) => !here.has(id)) : [];
  return [...found, ...lost.map(([id, before]) => lossOf(id, before))];
}

/** One line per change of the kind that no run may pass over. */
export const worseThan = (lock: Lock | null, verdicts: readonly Verdict[], all: boolean): string[] =>
  changesSince(lock, verdicts, all).flatMap(({ kind, id, what }) => (kind === 'worse' ? [`${id}: ${what}`] : []));

function unlocked({ id, verdict, asPrinted, why }: Verdict, locked: boolean): LockChange[] {
  if (isAgainst(verdict) && !asPrinted)
    return [{ id, kind: 'worse', what: `${verdict}, and not marked as printed`, evidence: [why] }];
  return locked ? [{ id, kind: 'new', what: `${verdict}, not locked yet`, evidence: [] }] : [];
}

const lossOf = (id: string, { verdict, basis }: LockedVerdict): LockChange => ({
  id,
  kind: 'worse',
  what: 'locked, but no longer a claim of the corpus',
  evidence: [`locked as ${verdict}${basis === undefined ? '' : `: ${basis.statement}`}`],
});

/** At most one: the gravest, with all else as its evidence. */
function changeOf(before: LockedVerdict, now: Verdict): LockChange[] {
  const { id } = now;
  const worse = whatIsWorse(before, now);
  const changed = before.basis === undefined ? [] : basisChanges(before.basis, basisOf(now));
  const steps = stepsChange(before, now);
  if (worse.length > 0) {
    const [what, ...more] = worse as [string, ...string[]];
    return [{ id, kind: 'worse', what, evidence: [...more, ...changed.flat(), ...steps, now.why] }];
  }
  if (changed.length > 0) {
    const [what, ...more] = changed.flat() as [string, ...string[]];
    return [{ id, kind: 'changed', what, evidence: [...more, ...steps] }];
  }
  const better = whatIsBetter(before, now);
  return better === null ? [] : [{ id, kind: 'better', what: better, evidence: [...steps, now.why] }];
}

const side = (verdict: VerdictWord): -1 | 0 | 1 => (isAgainst(verdict) ? -1 : verdict === 'undecided' ? 0 : 1);

/** How far a verdict is from deciding nothing. */
const strength = (verdict: VerdictWord): number => Math.abs(VERDICTS.indexOf(verdict) - VERDICTS.indexOf('undecided'));

function whatIsWorse(before: LockedVerdict, now: Verdict): string[] {
  const turned = side(before.verdict) * side(now.verdict) < 0;
  const refuted = before.verdict === 'undecided' && isAgainst(now.verdict) && !now.asPrinted;
  const weaker = turned || refuted || strength(now.verdict) < strength(before.verdict);
  return [
    ...(weaker ? [`${now.verdict}, locked as ${before.verdict}`] : []),
    ...added(before.flags, now.flags.filter(isGrave)).map((flag) => `newly flagged '${flag}'`),
    ...added(before.cited, now.cited).map((lemma) => `newly rests on the cited ${lemma}`),
  ];
}

/** A flag of one of these kinds takes from what a verdict is worth; 'cited' is told with the name of the lemma, if it is new. */
const GRAVE = new Set(['vacuous', 'cited', 'mutant survived']);
const isGrave = (flag: string): boolean => GRAVE.has(flag.split(': ')[0]!);

function whatIsBetter(before: LockedVerdict, now: Verdict): string | null {
  if (strength(now.verdict) > strength(before.verdict)) return `${now.verdict}, locked as ${before.verdict}`;
  const [lemma] = added(now.cited, before.cited);
  if (lemma !== undefined) return `no longer rests on the cited ${lemma}`;
  const [flag] = added(now.flags, before.flags.filter(isGrave));
  return flag === undefined ? null : `no longer flagged '${flag}'`;
}

/** Lines for each thing that the claim was and is no longer. */
function basisChanges(before: LockedBasis, now: LockedBasis): string[][] {
  const fewer = now.variants < before.variants;
  return [
    ...(now.statement === before.statement
      ? []
      : [['states something else than is locked', `locked: ${before.statement}`, `now:    ${now.statement}`]]),
    ...added(before.assumes, now.assumes).map((name) => [`newly assumes ${name}`]),
    ...added(now.laws, before.laws).map((law) => [`no longer tested by the law ${law}`]),
    ...(fewer ? [[`attacked by ${now.variants} wrong variants, locked with ${before.variants}`]] : []),
  ];
}

function stepsChange({ basis }: LockedVerdict, now: Verdict): string[] {
  const { steps } = basisOf(now);
  return basis === undefined || basis.steps === steps
    ? []
    : [`proof: ${steps} checked steps, locked with ${basis.steps}`];
}

const added = (before: readonly string[], now: readonly string[]): string[] =>
  now.filter((one) => !before.includes(one));
