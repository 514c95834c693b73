import { expect, test } from 'vitest';
import type { Panel, Plot, PlotPoint } from '../claim/plot.js';
import { INK, SERIES } from './plot-palette.js';
import { plotSvg } from './plot-svg.js';

const curve = (scale: number, points: number): PlotPoint[] =>
  Array.from({ length: points }, (_, k) => {
    const [x, y] = [k * 100, scale / (1 + k)];
    return { x, y, low: y - scale / 10, high: y + scale / 10 };
  });

const panel = (title: string, scale: number): Panel => ({
  title,
  x: { label: 'iteration', scale: 'linear' },
  y: { label: 'loss', scale: 'log' },
  series: [
    { name: 'p < 10 & "few"', kind: 'simulated', points: curve(scale, 20) },
    { name: 'many', kind: 'simulated', points: curve(scale / 2, 300) },
    { name: 'p → ∞', kind: 'theory', points: curve(scale / 3, 300).map(({ x, y }) => ({ x, y })) },
    { name: 'level', kind: 'level', points: [0, 2000].map((x) => ({ x, y: scale / 30 })) },
  ],
});

const PLOT: Plot = { title: 'Losses < 1 & more', panels: [panel('d = 32', 0.5), panel('d = 64', 0.9)] };

test('the same plot gives the same bytes, whatever was drawn before', async () => {
  const first = await plotSvg(PLOT);
  await plotSvg({ title: 'another', panels: [panel('d = 8', 3)] });
  expect((await plotSvg(PLOT)) === first).toBe(true);
  const both = await Promise.all([plotSvg(PLOT), plotSvg(PLOT)]);
  expect(both.every((svg) => svg === first)).toBe(true);
});

test('elements are closed in order, ids are unique, and every reference has its target', async () => {
  const svg = await plotSvg(PLOT);
  expect(elements(svg)).toBe('closed');
  expect(elements(svg.replace('</g>', ''))).not.toBe('closed');
  const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const named = svg.match(/aria-labelledby="([^"]*)"/)![1]!.split(' ');
  const clips = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
  expect(clips.length).toBeGreaterThan(0);
  for (const id of [...named, ...clips]) expect(ids).toContain(id);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
});

test('a reader hears the title, the axes, and where every curve begins and ends', async () => {
  const svg = await plotSvg(PLOT);
  expect(svg).toContain('<title id="plot-losses-1-more-title">Losses &#60; 1 &#38; more</title>');
  expect(svg).toContain('d = 64: loss (logarithmic) against iteration. p &#60; 10');
  expect(svg).toContain('many: 300 points from 0.45 at 0 to 0.0015 at 29900');
  expect(svg).toContain('level (level): 2 points from 0.03 at 0 to 0.03 at 2000');
});

test('every colour of the drawing has one for a dark page, and nothing hides the page', async () => {
  const svg = await plotSvg(PLOT);
  const [sheet, drawing] = [svg.match(/<style>.*<\/style>/)![0], svg.replace(/<style>.*<\/style>/, '')];
  const painted = new Set(
    [...drawing.matchAll(/ (fill|stroke)="(#[^"]*)"/g)].map(([, paint, hex]) => `${paint}="${hex}"`),
  );
  expect(painted.size).toBeGreaterThan(5);
  for (const each of painted) expect(sheet).toContain(`.kasym-plot [${each}]{`);
  expect(drawing).not.toMatch(/fill="(white|#fff)/);
});

test.each([INK, ...SERIES])('$light and $dark stand out from their pages', ({ light, dark }) => {
  expect(contrast(light, '#ffffff')).toBeGreaterThan(3);
  expect(contrast(dark, '#0d1117')).toBeGreaterThan(3);
});

test('few points are marked, many are a line, scattered ones are not joined', async () => {
  const marks = async (count: number, scattered: boolean): Promise<number[]> => {
    const series = { name: 'a', kind: 'simulated', points: curve(1, count), scattered } as const;
    const svg = await plotSvg({ title: 't', panels: [{ ...panel('d', 1), series: [series] }] });
    const drawn = (role: string): string => svg.match(new RegExp(`class="${role}[^>]*>((?:<path[^>]*>)*)`))?.[1] ?? '';
    return ['mark-symbol role-mark', 'mark-line role-mark'].map((role) => drawn(role).split('<path').length - 1);
  };
  expect(await marks(20, false)).toEqual([20, 1]);
  expect(await marks(100, false)).toEqual([0, 1]);
  expect(await marks(100, true)).toEqual([100, 0]);
});

test.each([
  [{ x: 1, y: Number.NaN }, 'point 1: expected a finite y, got NaN'],
  [{ x: Number.POSITIVE_INFINITY, y: 1 }, 'point 1: expected a finite x, got Infinity'],
  [{ x: 1, y: 1, low: Number.NaN, high: 2 }, 'point 1: expected a finite low, got NaN'],
  [{ x: 1, y: 0 }, 'point 1: expected y > 0 on a logarithmic axis, got 0'],
  [{ x: 1, y: 1, low: 0.5 }, 'point 1: expected both ends of an error bar, or none'],
  [{ x: 1, y: 1, low: 2, high: 3 }, 'point 1: expected low <= y <= high, got 2, 1, 3'],
])('%j is refused in a line', async (point, message) => {
  const bad: Panel = {
    ...panel('d = 2', 1),
    series: [{ name: 's', kind: 'simulated', points: [{ x: 0, y: 1 }, point] }],
  };
  await expect(plotSvg({ title: 'T', panels: [bad] })).rejects.toThrow(
    new RegExp(`^plot T: panel d = 2: series s: ${message.replace(/[.*+?^$()|[\]]/g, '\\$&')}$`),
  );
});

test('a plot without points is refused', async () => {
  await expect(plotSvg({ title: 'T', panels: [] })).rejects.toThrow('plot T: expected at least one panel');
  const empty: Panel = { ...panel('d = 2', 1), series: [] };
  await expect(plotSvg({ title: 'T', panels: [empty] })).rejects.toThrow(
    'plot T: panel d = 2: expected at least one point',
  );
});

/** 'closed', or the first element that is not. */
function elements(xml: string): string {
  const open: string[] = [];
  for (const [, slash, name, selfClosing] of xml.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (slash === '/' && open.pop() !== name) return `unexpected </${name}>`;
    if (slash === '' && selfClosing === '') open.push(name!);
  }
  const loose = xml
    .replace(/<\/?[a-zA-Z]+(?:\s+[a-zA-Z0-9:-]+="[^"<]*")*\s*\/?>/g, '')
    .match(/[<]|&(?!#\d+;|amp;|lt;|gt;|quot;)/);
  return open.length === 0 && loose === null ? 'closed' : `open: ${open.join(' ')} ${loose?.[0] ?? ''}`;
}

/** Of the Web Content Accessibility Guidelines. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((k) => {
      const c = Number.parseInt(hex.slice(k, k + 2), 16) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}
