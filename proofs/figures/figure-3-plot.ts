/** Figure 3 as a picture: λ_min/γ² against d for some m/d, and for four samples up to d = 2^20. */
import type { Panel, Plot, PlotSeries } from '../../src/index.js';
import { type FlowGroup, type FlowResult, groupsOf, pointOf } from './asymptotic.js';

const X = { label: 'dimension d', scale: 'log' } as const;
/** What λ_min/γ² tends to with m/d → 0. */
const LIMIT = '2(1 − 1/γ²)';

const Y = { label: 'λ_min(Kasym) / γ² at the end', scale: 'linear' } as const;

export function figure3Plot(results: readonly FlowResult[]): Plot {
  const groups = groupsOf(results);
  const ratios = [...new Set(groups.map(ratioOf))].filter((ratio) => ratio <= 32).sort((a, b) => a - b);
  return {
    title: 'The smallest eigenvalue of Kasym where the asymptotic flow has converged',
    panels: [2, 4].map((gamma) => ratioPanel(groups, ratios, gamma)).concat(fewSamples(groups)),
  };
}

function ratioPanel(groups: readonly FlowGroup[], ratios: readonly number[], gamma: number): Panel {
  const own = groups.filter(({ setting }) => setting.gamma === gamma && setting.dimension <= 512);
  const curves = ratios.map(
    (ratio): PlotSeries => ({
      name: `m/d = 1/${ratio}`,
      kind: 'simulated',
      points: own
        .filter((group) => ratioOf(group) === ratio)
        .map(scaledPoint)
        .sort((a, b) => a.x - b.x),
    }),
  );
  const dimensions = own.map(({ setting }) => setting.dimension);
  const ends = [Math.min(...dimensions), Math.max(...dimensions)];
  return { title: `γ = ${gamma}`, x: X, y: Y, series: [...curves, limitOf(LIMIT, gamma, ends)] };
}

/** Beyond the paper: m = 4. */
function fewSamples(groups: readonly FlowGroup[]): Panel {
  const own = groups.filter(({ setting }) => setting.samples === 4 && setting.dimension >= 32);
  const dimensions = own.map(({ setting }) => setting.dimension);
  const ends = [Math.min(...dimensions), Math.max(...dimensions)];
  const series = [2, 4, 8].flatMap((gamma): PlotSeries[] => [
    {
      name: `γ = ${gamma}, m = 4`,
      kind: 'simulated',
      points: own
        .filter(({ setting }) => setting.gamma === gamma)
        .map(scaledPoint)
        .sort((a, b) => a.x - b.x),
    },
    limitOf(LIMIT, gamma, ends),
  ]);
  return { title: 'm = 4, beyond the paper', x: { ...X, label: 'dimension d ' }, y: Y, series };
}

const ratioOf = ({ setting }: FlowGroup): number => setting.dimension / setting.samples;

const scaledPoint = ({ setting: { dimension, gamma }, values }: FlowGroup) =>
  pointOf(
    dimension,
    values('end').map((x) => x / gamma ** 2),
  );

const limitOf = (name: string, gamma: number, ends: readonly number[]): PlotSeries => ({
  name,
  kind: 'theory',
  points: ends.map((x) => ({ x, y: 2 * (1 - 1 / gamma ** 2) })),
});
