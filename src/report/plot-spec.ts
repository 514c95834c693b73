/** A plot in the grammar of Vega-Lite: panels beside each other, lines, points and error bars, one legend for all. */
import type { TopLevelSpec } from 'vega-lite';
import type { Axis, Panel, Plot, PlotSeries } from '../claim/plot.js';
import { linearRange, logRange, logTicks, type Range } from './plot-axis.js';
import { GRID, INK, LEVEL, SERIES, SHAPES } from './plot-palette.js';

const [WIDTH, HEIGHT, COLUMNS] = [360, 270, 2];

/** More points than this are drawn as a line alone. */
const FEW_POINTS = 40;

/** Expects what `checkPlot` lets pass. Panels whose axes of one direction have one label and scale share its range. */
export function plotSpec(plot: Plot): TopLevelSpec {
  const style = nameStyles(plot);
  return {
    config: CONFIG,
    background: 'transparent',
    padding: 8,
    title: { text: plot.title, anchor: 'start', fontSize: 15, offset: 14 },
    columns: COLUMNS,
    spacing: { row: 28, column: 28 },
    concat: plot.panels.map((panel) => panelSpec(plot, panel, style)),
    resolve: { scale: { color: 'shared', strokeDash: 'shared', shape: 'shared' } },
  } as TopLevelSpec;
}

function panelSpec({ panels }: Plot, panel: Panel, style: Style): object {
  const x = sharedRange(panels, 'x', panel.x, ({ points }) => points.map((point) => point.x));
  const y = sharedRange(panels, 'y', panel.y, ({ points }) =>
    points.flatMap((point) => [point.y, point.low ?? point.y, point.high ?? point.y]),
  );
  const bottom = y[0];
  const values = panel.series.flatMap((series, index) =>
    series.points.map(({ x, y, low, high }) => ({
      ...{ name: series.name, kind: series.kind, index, x, y },
      ...(drawsPoints(series) ? { marked: true } : {}),
      ...(series.scattered === true ? { scattered: true } : {}),
      // A bar that reaches 0 or below ends where a logarithmic axis does.
      ...(low === undefined ? {} : { low: panel.y.scale === 'log' ? Math.max(low, bottom) : low, high }),
    })),
  );
  const onAxes = { x: axisSpec('x', panel.x, x), y: axisSpec('y', panel.y, y) };
  const dashes = { theory: { value: DASHED }, level: { value: DOTTED } };
  // A line with shapes would draw all its points.
  const joined = { color: style.color, strokeDash: style.strokeDash };
  const line = (kind: PlotSeries['kind'], own: object): object => ({
    transform: [{ filter: `datum.kind === '${kind}' && !datum.scattered` }],
    mark: { type: 'line', strokeWidth: 1.8, clip: true, strokeJoin: 'round' },
    encoding: { ...onAxes, detail: { field: 'index' }, order: { field: 'x' }, ...joined, ...own },
  });
  return {
    ...(panels.length > 1 ? { title: { text: panel.title, fontSize: 13, offset: 8 } } : {}),
    width: WIDTH,
    height: HEIGHT,
    data: { values },
    layer: [
      line('level', { strokeDash: dashes.level }),
      {
        transform: [{ filter: 'isValid(datum.low)' }],
        mark: { type: 'rule', strokeWidth: 1.2, opacity: 0.75 },
        encoding: { ...onAxes, y: { ...onAxes.y, field: 'low' }, y2: { field: 'high' }, color: style.color },
      },
      line('simulated', {}),
      line('theory', { strokeDash: dashes.theory }),
      {
        transform: [{ filter: 'datum.marked' }],
        mark: { type: 'point', filled: true, size: 34, opacity: 0.9 },
        encoding: { ...onAxes, ...style },
      },
    ],
  };
}

type Style = Record<'color' | 'shape' | 'strokeDash', object>;

const [SOLID, DASHED, DOTTED] = [
  [1, 0],
  [5, 3],
  [2, 3],
];

/** Colour, shape and dash of every name, in order of first appearance over the panels; levels are grey. */
function nameStyles({ panels }: Plot): Style {
  const all = panels.flatMap(({ series }) => series);
  const names = [...new Set(all.map(({ name }) => name))];
  const of = (name: string, kind: PlotSeries['kind']): boolean => all.some((s) => s.name === name && s.kind === kind);
  const coloured = names.filter((name) => of(name, 'simulated') || of(name, 'theory'));
  const colour = (name: string): string =>
    coloured.includes(name) ? SERIES[coloured.indexOf(name) % SERIES.length]!.light : LEVEL.light;
  const dash = (name: string): readonly number[] =>
    of(name, 'simulated') ? SOLID! : of(name, 'theory') ? DASHED! : DOTTED!;
  const shape = (name: string): string => {
    const marked = all.some((series) => series.name === name && drawsPoints(series));
    return marked ? SHAPES[coloured.indexOf(name) % SHAPES.length]! : 'stroke';
  };
  const scaled = (range: readonly unknown[]): object => ({
    ...{ field: 'name', type: 'nominal', sort: null, title: null },
    scale: { domain: names, range },
  });
  return {
    color: scaled(names.map(colour)),
    shape: scaled(names.map(shape)),
    strokeDash: scaled(names.map(dash)),
  };
}

const drawsPoints = ({ kind, points, scattered }: PlotSeries): boolean =>
  scattered === true || (kind === 'simulated' && points.length <= FEW_POINTS);

function sharedRange(
  panels: readonly Panel[],
  which: 'x' | 'y',
  { label, scale }: Axis,
  numbers: (series: PlotSeries) => readonly number[],
): Range {
  const alike = panels.filter((panel) => panel[which].label === label && panel[which].scale === scale);
  const values = alike.flatMap(({ series }) => series.flatMap(numbers));
  return scale === 'log' ? logRange(values) : linearRange(values);
}

function axisSpec(field: 'x' | 'y', { label, scale }: Axis, domain: Range): object {
  const ticks = scale === 'log' ? logTicks(domain) : null;
  const labels = Object.fromEntries((ticks ?? []).map(({ value, label }) => [String(value), label]));
  const lines = { condition: { test: `${JSON.stringify(labels)}[datum.value] !== ''`, value: 1 }, value: 0 };
  return {
    ...{ field, type: 'quantitative', title: label },
    scale: { type: scale, domain, nice: false, ...(ticks === null ? { zero: false } : {}) },
    axis:
      ticks === null
        ? { tickCount: 6 }
        : {
            ...{ values: ticks.map(({ value }) => value), labelOverlap: 'parity', gridOpacity: lines },
            labelExpr: `${JSON.stringify(labels)}[datum.value]`,
          },
  };
}

const CONFIG = {
  view: { stroke: null },
  title: { color: INK.light, fontWeight: 600 },
  axis: {
    ...{
      labelColor: INK.light,
      titleColor: INK.light,
      labelFontSize: 11,
      titleFontSize: 12,
      titleFontWeight: 'normal',
    },
    ...{ domainColor: INK.light, tickColor: INK.light, gridColor: GRID.light, labelFlush: false },
  },
  legend: {
    ...{ orient: 'bottom', direction: 'horizontal', columns: 4, labelColor: INK.light, labelFontSize: 12 },
    ...{ symbolStrokeWidth: 1.8, symbolSize: 150, labelLimit: 400, columnPadding: 18, offset: 16 },
  },
};
