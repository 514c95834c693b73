/** A plot as data; `src/report` draws it. */

export interface Axis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
}

/** One point; `low` and `high` are the ends of its error bar. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

export interface PlotSeries {
  /** Names the curve in all panels: what the theory says of a simulation may take its name, and then takes its colour. */
  readonly name: string;
  /** What was simulated, what the theory says beside it, or a level that is spoken of. */
  readonly kind: 'simulated' | 'theory' | 'level';
  readonly points: readonly PlotPoint[];
  /** Points in no order, which no line joins. */
  readonly scattered?: boolean;
}

export interface Panel {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly PlotSeries[];
}

export interface Plot {
  readonly title: string;
  readonly panels: readonly Panel[];
}
