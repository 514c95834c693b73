import { expect, test } from 'vitest';
import { mutate, mutationsOf } from './source-mutations.js';

const variants = (source: string): string[] => mutationsOf(source).map((mutation) => mutate(source, mutation));

test('comparisons, constants, conditions and guards', () => {
  expect(variants('  if (a < 0n) throw new E("x");').sort()).toEqual(
    [
      '  ;',
      '  if (!(a < 0n)) throw new E("x");',
      '  if (a <= 0n) throw new E("x");',
      '  if (a > 0n) throw new E("x");',
      '  if (a < 1n) throw new E("x");',
    ].sort(),
  );
});

test('statements, arguments and signs', () => {
  expect(variants('  f(a, -b);')).toEqual(['  ;', '  f(-b, a);', '  f(a, b);']);
  expect(variants('  const x = add(a, b) - 2;')).toEqual(['  const x = add(a, b) + 2;', '  const x = add(a, b) - 3;']);
});

test('comments, strings, imports and types are left alone', () => {
  expect(
    mutationsOf(`import { a } from '0';
/** 1 + 1 === 2 */
export interface A {
  readonly b: 0;
}
type B = 'x' | '1';
const text = 'a < 0'; // 0
const more = \`\${1 + 1}\`;
`),
  ).toEqual([]);
});
