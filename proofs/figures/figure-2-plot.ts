/** Figure 2 as a picture: the training curves of one sample, and the rate against the predicted one, both over γ². */
import type { Plot, PlotSeries } from '../../src/index.js';
import { ratePoints } from './one-sample-rates.js';
import { meanCurve, type TrainingResult, trainingGroups } from './training.js';

/** Runs whose rates are drawn. */
const SHOWN = 3;

export function figure2Plot(results: readonly TrainingResult[]): Plot {
  const groups = trainingGroups(results);
  const curves = groups.map(
    (group): PlotSeries => ({
      name: `γ = ${group.setting.gamma}`,
      kind: 'simulated',
      points: meanCurve(group, 20).filter(({ x, y }) => x > 0 && y > 1e-12),
    }),
  );
  const rates = groups.map((group): PlotSeries => {
    const scale = group.setting.gamma ** 2;
    return {
      name: `γ = ${group.setting.gamma}`,
      kind: 'simulated',
      scattered: true,
      points: group.outcomes
        .slice(0, SHOWN)
        .flatMap((outcome) => ratePoints(group, outcome))
        .map(({ predicted, rate }) => ({ x: predicted / scale, y: rate / scale })),
    };
  });
  const line = (name: string, slope: number, kind: PlotSeries['kind']): PlotSeries => ({
    name,
    kind,
    points: [0.5, 2].map((x) => ({ x, y: slope * x })),
  });
  return {
    title: 'One sample: training curves, and rates against their prediction',
    panels: [
      {
        title: 'training curves',
        x: { label: 'iterations', scale: 'log' },
        y: { label: 'mean loss L', scale: 'log' },
        series: curves,
      },
      {
        title: 'rates over γ²',
        x: { label: '2(γ² - ŷ²)/γ²', scale: 'linear' },
        y: { label: '(-d ln L/dt)/γ²', scale: 'linear' },
        series: [...rates, line('slope 2', 2, 'theory'), line('slope 1', 1, 'level')],
      },
    ],
  };
}
