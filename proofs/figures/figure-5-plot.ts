/** Figure 5 as a picture: the relative change of Kasym in two norms, for four samples and for m = d/4. */
import type { Panel, Plot, PlotSeries } from '../../src/index.js';
import { type FlowGroup, type FlowResult, groupsOf, pointOf } from './asymptotic.js';

const NORMS = { frobenius: 'Frobenius norm', operator: 'operator norm' } as const;
const FAMILIES = {
  'm = 4': ({ setting: { samples } }: FlowGroup): boolean => samples === 4,
  'm = d/4': ({ setting: { dimension, samples } }: FlowGroup): boolean => dimension === 4 * samples,
} as const;

export function figure5Plot(results: readonly FlowResult[]): Plot {
  const groups = groupsOf(results);
  const panels = Object.entries(FAMILIES).flatMap(([family, belongs]) =>
    (['frobenius', 'operator'] as const).map((norm) => normPanel(groups.filter(belongs), family, norm)),
  );
  return { title: 'Relative change of Kasym along the asymptotic flow', panels };
}

function normPanel(groups: readonly FlowGroup[], family: string, norm: keyof typeof NORMS): Panel {
  const dimensions = groups.map(({ setting }) => setting.dimension);
  const ends = [Math.min(...dimensions), Math.max(...dimensions)];
  const flat = (name: string, kind: PlotSeries['kind'], y: number): PlotSeries => ({
    name,
    kind,
    points: ends.map((x) => ({ x, y })),
  });
  return {
    title: `${family}, ${NORMS[norm]}`,
    x: { label: family === 'm = 4' ? 'dimension d' : 'dimension d = 4m', scale: 'log' },
    y: { label: 'relative change', scale: 'log' },
    series: [
      ...[2, 4, 8].flatMap((gamma): PlotSeries[] => [
        {
          name: `γ = ${gamma} (dashed: 1/γ²)`,
          kind: 'simulated',
          points: groups
            .filter(({ setting }) => setting.gamma === gamma)
            .map(({ setting, values }) => pointOf(setting.dimension, values(norm)))
            .sort((a, b) => a.x - b.x),
        },
        // What it tends to where m/d does to 0.
        ...(family === 'm = 4' ? [flat(`γ = ${gamma} (dashed: 1/γ²)`, 'theory', 1 / gamma ** 2)] : []),
      ]),
      flat('5 % (printed)', 'level', 0.05),
    ],
  };
}
