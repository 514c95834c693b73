/**
 * As much of vitest as the kernel's tests use, run at once and in place: the first failure ends the process. Starting
 * vitest for each of some hundred mutants would take longer than their tests do.
 */
import { isDeepStrictEqual } from 'node:util';

let tests = 0;
process.on('exit', (code) => {
  if (code === 0) process.stdout.write(`${tests}`);
});

export const describe = (_: string, body: () => void): void => body();

export function test(_: string, body: () => unknown): void {
  tests += 1;
  if (body() instanceof Promise) throw new Error('quick-tests: expected a test without promises');
}

/** A test of what is known to be wrong. */
test.fails = (name: string, body: () => unknown): void =>
  test(name, () => {
    if (!throws(body, undefined)) throw new Error('quick-tests: expected a failure');
  });

const eachBy =
  (run: (name: string, body: () => void) => void) =>
  (cases: readonly (readonly unknown[])[]) =>
  (name: string, body: (...values: unknown[]) => void): void => {
    for (const values of cases) run(name, () => body(...values));
  };

test.each = eachBy(test);
describe.each = eachBy(describe);

type Expected = string | RegExp | Error | (abstract new (...args: never[]) => unknown) | undefined;

export const expect = (actual: unknown) => {
  const verdict = (wanted: boolean) => (holds: boolean, what: string) => {
    if (holds !== wanted) throw new Error(`expected ${wanted ? '' : 'not '}${what}`);
  };
  const matchers = (check: (holds: boolean, what: string) => void) => ({
    toBe: (value: unknown) => check(Object.is(actual, value), 'to be'),
    toEqual: (value: unknown) => check(isDeepStrictEqual(actual, value), 'to equal'),
    toContain: (part: never) => check((actual as string | readonly unknown[]).includes(part), 'to contain'),
    toBeGreaterThan: (value: number) => check((actual as number) > value, 'to be greater than'),
    toBeGreaterThanOrEqual: (value: number) => check((actual as number) >= value, 'to be at least'),
    toBeLessThan: (value: number) => check((actual as number) < value, 'to be less than'),
    toBeCloseTo: (value: number, digits: number) =>
      check(Math.abs((actual as number) - value) < 10 ** -digits / 2, 'to be close to'),
    toThrow: (expected?: Expected) => check(throws(actual as () => unknown, expected), 'to throw'),
  });
  return { ...matchers(verdict(true)), not: matchers(verdict(false)) };
};

function throws(action: () => unknown, expected: Expected): boolean {
  try {
    action();
    return false;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (expected === undefined) return true;
    if (typeof expected === 'string') return message.includes(expected);
    if (expected instanceof Error)
      return message === expected.message && isDeepStrictEqual({ ...(error as Error) }, { ...expected });
    return expected instanceof RegExp ? expected.test(message) : error instanceof expected;
  }
}
