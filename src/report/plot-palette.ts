/**
 * Colours, dashes and shapes of a plot.
 *
 * A drawing carries the colours for a light page; its style sheet puts those for a dark page in their place. Every
 * colour has a contrast of at least 3 to its page and differs from the others for colour-blind readers (after Okabe
 * and Ito); shapes and dashes say the same without colour. Eight colours and seven shapes: names repeat after 56.
 */

export interface Colour {
  readonly light: string;
  readonly dark: string;
}

export const INK: Colour = { light: '#24292f', dark: '#d0d7de' };
export const GRID: Colour = { light: '#e3e7eb', dark: '#2b3138' };
export const LEVEL: Colour = { light: '#6a737d', dark: '#959da6' };

export const SERIES: readonly Colour[] = [
  { light: '#0068a8', dark: '#56b4e9' },
  { light: '#cf5400', dark: '#ff9155' },
  { light: '#007a5a', dark: '#34cfa2' },
  { light: '#a83f8f', dark: '#e9a0d0' },
  { light: '#876700', dark: '#e6c540' },
  { light: '#3b2a98', dark: '#ada2f5' },
  { light: '#b01526', dark: '#ff8290' },
  { light: '#0f7484', dark: '#66d4e0' },
];

export const SHAPES: readonly string[] = [
  'circle',
  'square',
  'triangle-up',
  'diamond',
  'cross',
  'triangle-down',
  'triangle-right',
];

/** The rules that turn a drawing, of this class, dark. */
export function darkStyle(className: string): string {
  const rules = [INK, GRID, LEVEL, ...SERIES].flatMap(({ light, dark }) =>
    ['fill', 'stroke'].map((paint) => `.${className} [${paint}="${light}"]{${paint}:${dark}}`),
  );
  return `@media (prefers-color-scheme:dark){${rules.join('')}}`;
}
