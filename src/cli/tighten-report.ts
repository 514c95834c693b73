/** A tightened constant as text, and as data. */
import { spellStatement } from '../engines/read-statement.js';
import { CLEARLY } from '../engines/statement-margin.js';
import type { Attained } from '../engines/tighten/tightness.js';
import { paragraph } from '../report/paragraph.js';
import { shapeText } from '../report/shape-text.js';
import { shortNumber } from '../report/text-table.js';
import { asked, contradictions, standingOf, usedUp } from '../run/standing.js';
import type { StatedConstant, Tightened } from '../run/tighten.js';
import { product, symbol } from '../symbolic/kernel/term.js';
import { printTerm } from '../symbolic/notation/print.js';
import { heading, outputWidth } from './output.js';

/** Sentences are broken here, also in a file. */
const WIDTH = 110;

export function tightenedText(tightened: Tightened, basis: string): string {
  const { claim, stated, proved, observation } = tightened;
  const best = observation?.best ?? null;
  const role = claim.asPrinted ? 'printed' : 'stated';
  const rows = [
    ['', 'constant', 'used up to', '', ''],
    rowOf(tightened, role, stated),
    ...(proved === null || proved.id === claim.id ? [] : [rowOf(tightened, 'proved', proved)]),
    best === null
      ? ['observed', 'none: no instance makes the bound a positive number, or one times the identity', '', '', '']
      : ['observed', observedText(tightened, best), '', '', ''],
  ];
  const parts = [
    `${heading(claim.id)}: ${claim.title}\n  ${inequality(tightened)}\n`,
    columns(rows),
    best === null ? '' : `  at ${shapeText(best.shape)}\n`,
    sizesText(tightened),
    proved === null ? '  no proved claim states this constant\n' : '',
    best === null ? '' : paragraph(`${meaning(tightened)} ${basis}`, Math.min(outputWidth(), WIDTH), ''),
    ...alarms(tightened),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** What must not be: exit code 1. */
export function alarms(tightened: Tightened): readonly string[] {
  const broken = contradictions(tightened).map(
    ({ id, verdict }) =>
      `BROKEN: ${id} is ${verdict}, and fails on this instance: the verdict or the models are wrong.\n`,
  );
  const outside = tightened.observation?.outside ?? null;
  if (outside === null) return broken;
  return [
    ...broken,
    `BROKEN: hypotheses do not hold on the instance at ${shapeText(outside.shape)}: the models are wrong.\n`,
  ];
}

/** The inequality with a letter for the constant that the theory does not use. */
function inequality({ claim, constant }: Tightened): string {
  const { quantity, relation, unit } = constant;
  const letter = ['c', 'C', 'K', 'const'].find((name) => !Object.hasOwn(claim.theory.signature.symbols, name))!;
  return `${printTerm(quantity)} ${relation} ${printTerm(product(symbol(letter), ...(unit.kind === 'product' ? unit.factors : [unit])))}, of which ${letter} is tightened`;
}

function rowOf(tightened: Tightened, role: string, constant: StatedConstant): string[] {
  const { text, value, fixed, id, verdict } = constant;
  const written = text === shortNumber(value) || Number.isNaN(value) ? text : `${text} = ${shortNumber(value)}`;
  const best = tightened.observation?.best;
  const part = best === undefined ? '' : shareText(usedUp(tightened, value, best), best);
  const standing = standingOf(tightened, constant) ?? '';
  return [role, fixed ? written : `${written} there`, part, standing, `${id} (${verdict})`];
}

/** Cut off, not rounded, so that what is less than 1 does not read 1; what the error does not tell from 1 does. */
function shareText(share: number, { share: own, error }: Attained): string {
  if (!Number.isFinite(share)) return 'any';
  if (Math.abs(share - 1) <= (CLEARLY * error) / own) return '1';
  return share < 1 ? String(Math.floor(share * 1e7) / 1e7) : shortNumber(share);
}

function observedText(tightened: Tightened, best: Attained): string {
  if (best.share === Number.POSITIVE_INFINITY) return 'none holds';
  const constant = asked(tightened, best);
  const error = Math.abs((constant * best.error) / best.share);
  const digits = Math.min(10, Math.max(1, 1 + Math.floor(Math.log10(Math.abs(constant) / error))));
  return `${Number(constant.toPrecision(digits))} ± ${error.toExponential(0)}`;
}

/** What is seen for each value of the sizes that the bound mentions, where there is more than one. */
function sizesText(tightened: Tightened): string {
  const { provedBySize, proved, claim } = tightened;
  const rows = (tightened.observation?.bySize ?? []).map((row, k) => ({ ...row, proved: provedBySize[k] ?? null }));
  const sizes = [...new Set(rows.map(({ size }) => size))];
  return sizes
    .map((size) => {
      const own = rows.filter((row) => row.size === size);
      if (own.length < 2) return '';
      const role = claim.asPrinted ? 'printed' : 'stated';
      const other = proved !== null && proved.id !== claim.id;
      const lines = own.map((row) => [
        `${size} = ${row.of}`,
        shortNumber(row.attained.value),
        ...(other ? [row.proved === null ? '' : shortNumber(row.proved)] : []),
        observedText(tightened, row.attained),
        shareText(row.attained.share, row.attained),
      ]);
      return columns([['', role, ...(other ? ['proved'] : []), 'observed', 'used up to'], ...lines]);
    })
    .filter((text) => text !== '')
    .join('\n');
}

/** Left-aligned columns, indented. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  return rows.map((row) => `  ${row.map((cell, k) => cell.padEnd(widths[k]!)).join('  ')}`.trimEnd() + '\n').join('');
}

function meaning({ constant, observation }: Tightened): string {
  const { instances, best } = observation!;
  const sharper = constant.relation === '<=' ? 'no smaller constant holds' : 'no larger constant holds';
  const side = best.share === Number.POSITIVE_INFINITY ? 'no constant holds' : sharper;
  const by = instances === 1 ? 'this instance' : `the tightest of ${instances} instances`;
  const caution = best.share === Number.POSITIVE_INFINITY ? '' : ' It is no proof that this one does.';
  return `Observed: ${side}, by ${by}, in doubles with a bound of their error.${caution}`;
}

/** The same as one object. */
export function tightenedJson(tightened: Tightened, settings: Readonly<Record<string, unknown>>): object {
  const { claim, constant, stated, proved, observation, verified } = tightened;
  const of = (own: StatedConstant) => ({
    id: own.id,
    verdict: own.verdict,
    constant: own.text,
    value: finite(own.value),
    usedUpTo: observation === null ? null : finite(usedUp(tightened, own.value, observation.best)),
    standing: standingOf(tightened, own),
  });
  const seen = (attained: Attained) => ({
    constant: finite(asked(tightened, attained)),
    usedUpTo: finite(attained.share),
    error: attained.error,
    shape: attained.shape,
    sizes: attained.sizes,
  });
  return {
    id: claim.id,
    statement: spellStatement(claim).text,
    quantity: printTerm(constant.quantity),
    relation: constant.relation,
    unit: printTerm(constant.unit),
    asPrinted: claim.asPrinted,
    stated: of(stated),
    proved: proved && of(proved),
    observed: observation && seen(observation.best),
    bySize: (observation?.bySize ?? []).map(({ size, of: value, attained }, k) => ({
      size,
      value,
      stated: finite(attained.value),
      proved: tightened.provedBySize[k],
      ...seen(attained),
    })),
    instances: observation?.instances ?? 0,
    contradicted: alarms(tightened).length > 0,
    verified,
    ...settings,
  };
}

/** Infinity is no JSON. */
const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);
