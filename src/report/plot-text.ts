/** A plot in words, for those who hear it: axes, and where every curve begins and ends. */
import type { Axis, Panel, Plot, PlotSeries } from '../claim/plot.js';
import { shortNumber } from './text-table.js';

export function plotText({ panels }: Plot): string {
  return panels.map(panelText).join('\n');
}

function panelText({ title, x, y, series }: Panel): string {
  const curves = series.filter(({ points }) => points.length > 0).map((each) => seriesText(each));
  return `${title}: ${axisText(y)} against ${axisText(x)}. ${curves.join('; ')}.`;
}

const axisText = ({ label, scale }: Axis): string => (scale === 'log' ? `${label} (logarithmic)` : label);

function seriesText({ name, kind, points }: PlotSeries): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  const at = ({ x, y }: PlotSeries['points'][number]): string => `${shortNumber(y)} at ${shortNumber(x)}`;
  const span = points.length === 1 ? at(first) : `${points.length} points from ${at(first)} to ${at(last)}`;
  return `${name}${kind === 'simulated' ? '' : ` (${kind})`}: ${span}`;
}
