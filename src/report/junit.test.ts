import { expect, test } from 'vitest';
import type { Verdict } from '../claim/verdict.js';
import { githubAnnotations, githubSummary } from './github.js';
import { junitXml } from './junit.js';

const verdict = (id: string, word: string): Verdict =>
  ({ id, verdict: word, source: 'Sec. "4" & <5>', why: `so\u0007 it is`, statement: 'a < b' }) as unknown as Verdict;
const verdicts = [verdict('a', 'proved'), verdict('b', 'undecided'), verdict('c', 'supported')];
const change = {
  id: 'c',
  kind: 'worse',
  what: 'supported, locked as "proved"',
  evidence: ['50% | lost', 'b'],
} as const;

test('a claim is a test case, with its change as failure; what is lost too', () => {
  const xml = junitXml('toys', verdicts, [change, { ...change, id: 'lost', evidence: [] }]);
  expect(xml).toContain('<testsuite name="toys" tests="4" failures="2" errors="0" skipped="1">');
  expect(xml).toContain('<testcase classname="Sec. &quot;4&quot; &amp; &lt;5&gt;" name="a">');
  expect(xml).toContain('<system-out>proved: so? it is\na &lt; b</system-out>');
  expect(xml).toContain('<skipped message="undecided: so? it is"/>');
  expect(xml).toContain(
    '<failure type="worse" message="supported, locked as &quot;proved&quot;">50% | lost\nb</failure>',
  );
  expect(xml).toContain('<testcase classname="lock" name="lost">');
  expect([...xml.matchAll(/<testcase /g)]).toHaveLength(4);
  expect([...xml.matchAll(/<(\w+)[ >]/g)].length).toBe([...xml.matchAll(/<\/\w+>|\/>/g)].length);
});

test('GitHub is told in one line a change, escaped', () => {
  expect(githubAnnotations([change, { ...change, kind: 'better' }])).toBe(
    '::error title=kasym%3A worse%3A c::c: supported, locked as "proved"%0A50%25 | lost%0Ab\n' +
      '::warning title=kasym%3A better%3A c::c: supported, locked as "proved"%0A50%25 | lost%0Ab\n',
  );
});

test('the summary counts verdicts and lists changes', () => {
  const page = githubSummary('toys', verdicts, [change]);
  expect(page).toContain('| proved | 1 |\n| supported | 1 |\n| undecided | 1 |\n');
  expect(page).toContain('| worse | `c` | supported, locked as "proved"<br>50% &#124; lost<br>b |');
  expect(githubSummary('toys', verdicts, [])).toContain('All as locked.');
});
