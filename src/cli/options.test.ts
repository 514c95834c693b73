import { expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { choiceOption, integerOption, positiveOption, readArguments } from './options.js';

const read = (...argv: string[]) =>
  readArguments(argv, {
    command: 'simulate',
    flags: ['json'],
    values: ['steps', 'every'],
    operands: { name: 'FILE', min: 1, max: 1 },
  });

test('options stand before or after the plain arguments, and the last one wins', () => {
  expect(read('--steps', '3', 'a.json', '--json', '--steps=4')).toEqual({
    flags: { json: true },
    values: { steps: '4', every: undefined },
    operands: ['a.json'],
  });
  expect(read('-').operands).toEqual(['-']);
  expect(read('--', '--json').operands).toEqual(['--json']);
  expect(read('a', '--steps', '-1').values.steps).toBe('-1');
});

test.each([
  [['a', '--step', '3'], '--step: unknown option; did you mean --steps?'],
  [['a', '--zzz'], '--zzz: unknown option; "kasym simulate --help" shows the usage'],
  [['a', '-x'], '-x: unknown option; "kasym simulate --help" shows the usage'],
  [['a', '--json=1'], '--json: expected no value, got "1"'],
  [['a', '--steps'], '--steps: expected a value; "kasym simulate --help" shows the usage'],
  [[], 'simulate: expected FILE; "kasym simulate --help" shows the usage'],
  [['a', 'b'], 'simulate: unexpected argument "b"; "kasym simulate --help" shows the usage'],
])('%j is refused', (argv, message) => {
  expect(() => read(...argv)).toThrow(new BadInput(message));
});

test('integers', () => {
  expect(integerOption('--seed', '-7')).toBe(-7);
  for (const text of ['abc', '1.5', '', '1e3', '0x10', '99999999999999999999']) {
    expect(() => integerOption('--seed', text)).toThrow(
      new BadInput(`--seed: expected an integer, got ${JSON.stringify(text)}`),
    );
  }
  expect(() => integerOption('--steps', '-1', 0)).toThrow(new BadInput('--steps: expected an integer >= 0, got -1'));
});

test('positive numbers', () => {
  expect(positiveOption('--time', '2.5e-1')).toBe(0.25);
  expect(positiveOption('--time', '.5')).toBe(0.5);
  for (const text of ['0', '-1', 'NaN', 'Infinity', '1e999', '', ' 1', '1/2']) {
    expect(() => positiveOption('--time', text)).toThrow(
      new BadInput(`--time: expected a number > 0, got ${JSON.stringify(text)}`),
    );
  }
});

test('choices', () => {
  expect(choiceOption('--flow', 'asymptotic', ['descent', 'asymptotic'])).toBe('asymptotic');
  expect(() => choiceOption('--flow', 'x', ['descent', 'asymptotic'])).toThrow(
    new BadInput('--flow: expected descent or asymptotic, got "x"'),
  );
});
