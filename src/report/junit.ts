/** Verdicts as JUnit XML, the form that CI systems show. */
import type { LockChange } from '../claim/lock-change.js';
import type { Verdict } from '../claim/verdict.js';

/** A claim is a test case; it fails with its change among `failing`, and is skipped where it is undecided as before. */
export function junitXml(name: string, verdicts: readonly Verdict[], failing: readonly LockChange[]): string {
  const byId = new Map(failing.map((change) => [change.id, change]));
  const here = new Set(verdicts.map(({ id }) => id));
  const lost = failing.filter(({ id }) => !here.has(id));
  const cases = [
    ...verdicts.map((verdict) => caseOf(verdict, byId.get(verdict.id))),
    ...lost.map((change) => testCase(change.id, 'lock', failure(change))),
  ];
  const skipped = verdicts.filter(({ id, verdict }) => verdict === 'undecided' && !byId.has(id)).length;
  const counts = `tests="${cases.length}" failures="${failing.length}" errors="0" skipped="${skipped}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="kasym" ${counts}>
  <testsuite name="${escaped(name)}" ${counts}>
${cases.join('')}  </testsuite>
</testsuites>
`;
}

function caseOf({ id, source, verdict, why, statement }: Verdict, change: LockChange | undefined): string {
  const said = `    <system-out>${escaped(`${verdict}: ${why}\n${statement}`)}</system-out>\n`;
  if (change !== undefined) return testCase(id, source, `${failure(change)}${said}`);
  if (verdict === 'undecided')
    return testCase(id, source, `    <skipped message="${escaped(`undecided: ${why}`)}"/>\n${said}`);
  return testCase(id, source, said);
}

const testCase = (id: string, source: string, content: string): string =>
  `    <testcase classname="${escaped(source)}" name="${escaped(id)}">\n${content}    </testcase>\n`;

const failure = ({ kind, what, evidence }: LockChange): string =>
  `    <failure type="${kind}" message="${escaped(what)}">${escaped(evidence.join('\n'))}</failure>\n`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 has no place for becomes a question mark. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '?')
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark]!);
