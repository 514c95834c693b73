/** What the README tells a reader to write works as it stands. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { parseInstance } from '../quantum/instance-file.js';
import { commands } from './commands.js';
import { dispatch } from './dispatch.js';

const root = resolve(import.meta.dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'kasym-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** The texts of the fenced blocks of one language, in order. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) => text!);

test('the corpus is verified, with the verdict shown below it', async () => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules', 'kasym'), 'junction');
  symlinkSync(join(root, 'node_modules', 'fast-check'), join(folder, 'node_modules', 'fast-check'), 'junction');
  writeFileSync(join(folder, 'package.json'), blocks('json').find((text) => text.includes('"corpus"'))!);
  writeFileSync(join(folder, 'corpus.js'), blocks('js')[0]!);
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  expect(await dispatch(['verify', '--workers', '1'])).toBe(0);
  const [table] = write.mock.calls[0]! as [string];
  expect(readme).toContain(`\`\`\`\n${table.split('\n').slice(0, 2).join('\n')}\n\`\`\``);
});

test('the verdicts that are shown are the locked ones', () => {
  const lock = JSON.parse(readFileSync(join(root, 'fixtures', 'verdicts.json'), 'utf8')) as Record<
    string,
    { readonly verdict: string }
  >;
  const [shown] = readme.match(/^claim {2}.*?^\d+ claims: .*?$/ms)!;
  const rows = [...shown.matchAll(/^([\w.-]+) +([a-z-]+) {2}/gm)].filter(([, id]) => id !== 'claim');
  expect(rows.length).toBeGreaterThan(20);
  for (const [, id, verdict] of rows) expect([id, lock[id!]?.verdict]).toEqual([id, verdict]);
  const count = (word: string): number => Object.values(lock).filter(({ verdict }) => verdict === word).length;
  const [, total, counts] = /^(\d+) claims: (.*)$/m.exec(shown)!;
  expect(Number(total)).toBe(Object.keys(lock).length);
  for (const part of counts!.split(', ')) expect(part).toBe(`${count(part.split(' ')[1]!)} ${part.split(' ')[1]}`);
});

test('the instance is read', () => {
  const text = blocks('json').find((block) => block.includes('"dimension"'))!;
  expect(parseInstance(text, 'README.md')).toMatchObject({ dimension: 2, gamma: 2, learningRate: 0.01 });
});

test.each(Object.keys(commands))('the table has kasym %s', (name) => {
  expect(readme).toMatch(new RegExp(`^\\| \`kasym ${name} `, 'm'));
});

test('the graph is what is printed', async () => {
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const [, argv] = /`kasym (graph [^`]*)` prints/.exec(readme)!;
  expect(await dispatch(argv!.split(' '))).toBe(0);
  expect(readme).toContain(`\`\`\`\n${write.mock.calls.map(([text]) => text).join('')}\`\`\``);
});
