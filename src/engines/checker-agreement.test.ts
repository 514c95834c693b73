/** The kernel and the independent checker on random terms: both see, or both do not see, that two of them are equal. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameNormalForm } from '../symbolic/kernel/normal-form.js';
import { TermError } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';
import { FUZZ } from '../symbolic/testing/fuzz-theory.js';
import { coinFrom } from '../symbolic/testing/identity-fuzz.js';
import { perturbed } from '../symbolic/testing/perturb.js';
import { cost, terms } from '../symbolic/testing/random-terms.js';
import { rearranged } from '../symbolic/testing/rearrange.js';
import { signatureJson, termJson } from './certificate-format.js';

const program = fileURLToPath(new URL('../../fixtures/checker/compare_terms.py', import.meta.url));
const hasPython = spawnSync('python3', ['--version']).status === 0;
const SEED = 20240607;
const RUNS = 600;

const light = (term: Term): boolean => cost(term).monomials <= 30 && cost(term).sums <= 3;

/** A term and another way to write it, or to write another one that is near. */
function pairs(): (readonly [Term, Term])[] {
  const any = Object.values(terms(false)) as fc.Arbitrary<Term>[];
  const smooth = Object.values(terms(true)) as fc.Arbitrary<Term>[];
  const sample = (of: readonly fc.Arbitrary<Term>[], numRuns: number): Term[] =>
    fc.sample(fc.oneof(...of).filter(light), { seed: SEED, numRuns });
  const other = (term: Term, k: number): Term => {
    const coin = coinFrom(SEED + k);
    return rearranged(FUZZ, k % 3 === 0 ? perturbed(FUZZ, term, coin) : term, coin);
  };
  const rate = (of: Term): Term => ({ kind: 'rate', of });
  return [
    ...sample(any, RUNS).map((term, k) => [term, other(term, k)] as const),
    ...sample(smooth, RUNS / 3).map((term, k) => [rate(term), rate(other(term, k))] as const),
  ];
}

/** Velocities have none of their own here, and some terms divide by zero. */
function verdict(left: Term, right: Term): string {
  try {
    return sameNormalForm(FUZZ, left, right) ? 'equal' : 'different';
  } catch (error) {
    if (!(error instanceof TermError)) throw error;
    return 'REJECTED';
  }
}

test.runIf(hasPython)('the kernel and the checker agree on which terms are equal', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kasym-terms-'));
  const file = join(folder, 'pairs.json');
  const all = pairs();
  const json = all.map((pair) => pair.map((term) => termJson(FUZZ, term)));
  writeFileSync(file, JSON.stringify({ signature: signatureJson(FUZZ), pairs: json }));
  const { stdout } = spawnSync('python3', [program, file], { encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(folder, { recursive: true });
  const said = stdout.trim().split('\n');
  const kernel = all.map(([left, right]) => verdict(left, right));
  expect(said).toHaveLength(all.length);
  const disagreements = all.filter((_, k) => said[k]!.split(' ')[0] !== kernel[k]);
  expect(disagreements).toEqual([]);
  const count = (word: string): number => kernel.filter((said) => said === word).length;
  expect(count('equal')).toBeGreaterThan(all.length / 4);
  expect(count('different')).toBeGreaterThan(all.length / 20);
});
