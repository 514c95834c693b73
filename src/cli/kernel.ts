import type { Instance } from '../quantum/instance.js';
import { alignedTable, shortNumber } from '../report/text-table.js';
import { readInstance } from './instance-source.js';
import { type KernelReport, kernelReport } from './kernel-report.js';
import { readArguments } from './options.js';
import { heading, print } from './output.js';

export const name = 'kernel';

export const summary = 'predictions, gradient and the kernels K, Kasym, Kpert of one instance';

export const usage = `Usage: kasym kernel FILE [--json]

The predictions, the loss L = (1/2m) sum r^2, its gradient, and the kernels of one instance at its
parameters: K (Eq. 4), Kasym (Eq. 7) and, where all generators are traceless with one tr(H^2) > 0,
Kpert and eta = m/(pZ) with (eta/m) K = Kasym + Kpert (Lemma 4.1). Without an ansatz M = M0, and
only what needs no ansatz is printed.

  FILE     an instance file (JSON), or - for stdin
  --json   one JSON object with all digits
  --help   this text

Example: kasym kernel fixtures/instances/rational-qubit.json
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, operands } = readArguments(argv, {
    command: name,
    flags: ['json'],
    values: [],
    operands: { name: 'FILE', min: 1, max: 1 },
  });
  const instance = await readInstance(operands[0]);
  const report = kernelReport(instance, operands[0]);
  await print(flags.json ? `${JSON.stringify(report)}\n` : readable(instance, report));
  return 0;
}

function readable(instance: Instance, report: KernelReport): string {
  const { dimension, states, labels, ansatz, gamma } = instance;
  const layers = ansatz === null ? 'no ansatz' : `p = ${ansatz.layers.length}`;
  const samples = report.predictions.map((yhat, j) => [j + 1, labels[j], yhat, report.residuals[j]].map(shortNumber));
  const blocks = [
    `d = ${dimension}, m = ${states.length}, ${layers}, gamma = ${shortNumber(gamma)}\n`,
    `${heading('Samples')}  (loss ${shortNumber(report.loss)})\n` +
      alignedTable([['j', 'label', 'prediction', 'residual'], ...samples]),
  ];
  if (report.gradient !== undefined) {
    const steepest = Math.max(0, ...report.gradient.map(Math.abs));
    const shown = report.gradient.slice(0, GRADIENT_SHOWN).map(shortNumber);
    if (report.gradient.length > GRADIENT_SHOWN) shown.push('...');
    blocks.push(`${heading('Gradient')}  (largest entry ${shortNumber(steepest)})\n${shown.join('  ')}\n`);
  }
  if (report.K !== undefined) blocks.push(matrix('K, the tangent kernel', report.K));
  blocks.push(matrix('Kasym, the asymptotic kernel', report.Kasym));
  if (report.Kpert !== undefined && report.eta !== undefined) {
    blocks.push(matrix(`Kpert = (eta/m) K - Kasym, eta = ${shortNumber(report.eta)}`, report.Kpert));
  }
  return blocks.join('\n');
}

/** A gradient has as many entries as the ansatz has layers; people see the first ones. */
const GRADIENT_SHOWN = 8;

function matrix(title: string, rows: readonly (readonly number[])[]): string {
  return `${heading(title)}\n${alignedTable(rows.map((row) => row.map(shortNumber)))}`;
}
