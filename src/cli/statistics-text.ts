import type { FrequencyEvidence, IntervalEvidence, StatisticalEvidence, TrendEvidence } from '../claim/verdict.js';
import { shapeText } from '../report/shape-text.js';
import { shortNumber } from '../report/text-table.js';

/** What was seen in random draws, in words: what would have rejected the statement, and what came. */
export function statisticsLines({ oneIn, frequencies, trend }: StatisticalEvidence): string {
  const level = `    A true statement is rejected in at most one of ${oneIn.toExponential(1)} runs, for each ${trend === null ? 'setting' : 'interval (nominally: Student)'}.\n`;
  return `${frequencies.map(frequencyLines).join('')}${trend === null ? '' : trendLines(trend)}${level}`;
}

function frequencyLines(found: FrequencyEvidence): string {
  const { setting, stated, draws, failures, critical, atLeast, atMost, quantile, largest } = found;
  const verdict = failures >= critical ? 'REJECTED' : atMost <= ratioOf(stated) ? 'confirmed' : 'not rejected';
  return [
    `    ${shapeText(setting)}: ${failures} of ${draws} draws beyond the bound, δ = ${stated} is ${verdict} (rejected from ${critical} on)\n`,
    `      so the probability to fail lies in [${shortNumber(atLeast)}, ${shortNumber(atMost)}]`,
    `; value/bound: ${shortNumber(quantile)} at the (1 - δ)-quantile, ${shortNumber(largest)} at most\n`,
  ].join('');
}

function trendLines({ variable, rungs, power, constant }: TrendEvidence): string {
  const means = rungs.map(({ x, mean, error }) => `${x}: ${brief(mean)} ± ${error.toPrecision(2)}`);
  return [
    `    mean by ${variable} (± standard error, ${rungs[0]?.draws ?? 0} draws each): ${means.join(', ')}\n`,
    power === null ? '' : intervalLine(`power of ${variable}`, power),
    constant === null ? '' : intervalLine('mean over prediction', constant),
  ].join('');
}

function intervalLine(name: string, { estimate, halfWidth, predicted, within }: IntervalEvidence): string {
  const granted = within === 0 ? '' : ` to ${within}`;
  return `    ${name}: ${brief(estimate)} ± ${halfWidth.toPrecision(2)}, predicted ${predicted}${granted}\n`;
}

function ratioOf(fraction: string): number {
  const [numerator, denominator] = fraction.split('/').map(Number) as [number, number];
  return numerator / denominator;
}

const brief = (x: number): string => String(Number(x.toPrecision(4)));
