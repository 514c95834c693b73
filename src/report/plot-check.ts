/** What can be drawn: finite numbers, above zero on a logarithmic axis, error bars around their points. */
import type { Axis, Panel, Plot, PlotPoint, PlotSeries } from '../claim/plot.js';
import { BadInput } from '../numeric/bad-input.js';

/** Throws BadInput with the panel, the series and the point. */
export function checkPlot({ title, panels }: Plot): void {
  if (panels.length === 0) throw new BadInput(`plot ${title}: expected at least one panel`);
  for (const panel of panels) {
    if (panel.series.every(({ points }) => points.length === 0))
      throw new BadInput(`plot ${title}: panel ${panel.title}: expected at least one point`);
    for (const series of panel.series) checkSeries(`plot ${title}: panel ${panel.title}`, panel, series);
  }
}

function checkSeries(where: string, { x, y }: Panel, { name, points }: PlotSeries): void {
  points.forEach((point, k) => {
    const wrong = complaint(x, y, point);
    if (wrong !== null) throw new BadInput(`${where}: series ${name}: point ${k}: ${wrong}`);
  });
}

function complaint(xAxis: Axis, yAxis: Axis, { x, y, low, high }: PlotPoint): string | null {
  const numbers = Object.entries({ x, y, low, high }).filter(([, value]) => value !== undefined);
  const odd = numbers.find(([, value]) => !Number.isFinite(value));
  if (odd !== undefined) return `expected a finite ${odd[0]}, got ${odd[1]}`;
  if (xAxis.scale === 'log' && x <= 0) return `expected x > 0 on a logarithmic axis, got ${x}`;
  if (yAxis.scale === 'log' && y <= 0) return `expected y > 0 on a logarithmic axis, got ${y}`;
  if ((low === undefined) !== (high === undefined)) return 'expected both ends of an error bar, or none';
  if (low !== undefined && high !== undefined && !(low <= y && y <= high))
    return `expected low <= y <= high, got ${low}, ${y}, ${high}`;
  return null;
}
