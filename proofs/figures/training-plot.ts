/** Figures 1 and 4 as pictures: the mean loss of training, a panel for each dimension, a curve for each number of parameters. */
import type { Panel, Plot, PlotSeries } from '../../src/index.js';
import { meanCurve, type TrainingGroup, type TrainingResult, trainingGroups } from './training.js';

/** `level`: what is spoken of, drawn across; curves end where they have fallen under a tenth of it, if they do. */
export const trainingPlot =
  (title: string, level: number, gamma: number) =>
  (results: readonly TrainingResult[]): Plot => {
    const groups = trainingGroups(results).filter(({ setting }) => setting.gamma === gamma);
    const dimensions = [...new Set(groups.map(({ setting }) => setting.dimension))];
    return {
      title,
      panels: dimensions.map((d) =>
        panelOf(
          d,
          groups.filter(({ setting }) => setting.dimension === d),
          level,
        ),
      ),
    };
  };

function panelOf(d: number, groups: readonly TrainingGroup[], level: number): Panel {
  const end = Math.max(...groups.map(({ setting }) => setting.iterations));
  return {
    title: `d = ${d}`,
    x: { label: 'iterations', scale: 'linear' },
    y: { label: 'mean loss L', scale: 'log' },
    series: [
      ...groups.map((group): PlotSeries => {
        const { parameters } = group.setting;
        const points = meanCurve(group, 25);
        const last = points.findIndex(({ y }) => y < level / 10);
        const shown = last < 0 ? points : points.slice(0, last + 1);
        return parameters === null
          ? { name: 'p = ∞: asymptotic flow', kind: 'theory', points: shown.map(({ x, y }) => ({ x, y })) }
          : { name: `p = ${parameters}`, kind: 'simulated', points: shown };
      }),
      { name: `L = ${level}`, kind: 'level', points: [0, end].map((x) => ({ x, y: level })) },
    ],
  };
}
