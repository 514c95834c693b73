/** The numbers of a plot as comma-separated values, a line a point; numbers with all their digits. */
import type { Plot } from '../claim/plot.js';
import { checkPlot } from './plot-check.js';

const COLUMNS = ['panel', 'series', 'kind', 'x', 'y', 'low', 'high'];

/** After RFC 4180, with newlines alone. Throws BadInput for what cannot be drawn. */
export function plotCsv(plot: Plot): string {
  checkPlot(plot);
  const rows = plot.panels.flatMap(({ title, series }) =>
    series.flatMap(({ name, kind, points }) =>
      points.map(({ x, y, low, high }) => [title, name, kind, x, y, low ?? '', high ?? '']),
    ),
  );
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
