import { expect, test } from 'vitest';
import { plotCsv } from './plot-csv.js';

const axis = { label: 'x', scale: 'linear' } as const;

test('a line a point, all digits, quotes where they are needed', () => {
  const points = [
    { x: 0, y: 0.1 + 0.2, low: -1e-30, high: 1 },
    { x: 1e21, y: 2 },
  ];
  const series = [{ name: 'p = 10, "few"', kind: 'simulated', points } as const];
  expect(plotCsv({ title: 't', panels: [{ title: 'd = 2', x: axis, y: axis, series }] })).toBe(
    [
      'panel,series,kind,x,y,low,high',
      'd = 2,"p = 10, ""few""",simulated,0,0.30000000000000004,-1e-30,1',
      'd = 2,"p = 10, ""few""",simulated,1e+21,2,,',
      '',
    ].join('\n'),
  );
});

test('what cannot be drawn is not written either', () => {
  const series = [{ name: 's', kind: 'theory', points: [{ x: Number.NaN, y: 1 }] } as const];
  expect(() => plotCsv({ title: 't', panels: [{ title: 'd', x: axis, y: axis, series }] })).toThrow(
    'plot t: panel d: series s: point 0: expected a finite x, got NaN',
  );
});
