/** A plot as an SVG picture: the same bytes for the same plot, legible on light and on dark pages. */
import type { Plot } from '../claim/plot.js';
import { checkPlot } from './plot-check.js';
import { darkStyle } from './plot-palette.js';
import { plotSpec } from './plot-spec.js';
import { plotText } from './plot-text.js';

const CLASS = 'kasym-plot';

/** May stand alone or within a page. Throws BadInput for what cannot be drawn. */
export async function plotSvg(plot: Plot): Promise<string> {
  checkPlot(plot);
  // Loaded where a plot is drawn: reading the two takes longer than most commands do.
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  // Estimated widths of words: those of an installed canvas would depend on the machine.
  (vega as unknown as Untyped).textMetrics.canvas(false);
  const view = new vega.View(vega.parse(compile(plotSpec(plot)).spec), { renderer: 'none' });
  const drawn = await view.toSVG();
  view.finalize();
  return withWords(drawn, plot);
}

/** Exported by the package, missing in its types. */
interface Untyped {
  readonly textMetrics: { canvas(use: boolean): void };
}

function withWords(svg: string, plot: Plot): string {
  const id = `plot-${plot.title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  const [, width, height, body] = svg.match(SHEET) as RegExpMatchArray;
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} class="${CLASS}" font-family="${FONT}"`,
    `  role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escaped(plot.title)}</title>`,
    `<desc id="${id}-desc">${escaped(plotText(plot))}</desc>`,
    `<style>${darkStyle(CLASS)}</style>`,
    `${ownClips(lighter(body!), id)}</svg>\n`,
  ].join('\n');
}

const SHEET = /^<svg [^>]*?width="(\d+)" height="(\d+)"[^>]*>([\s\S]*)<\/svg>$/;

const FONT = 'system-ui, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif';

/** Without what the whole picture says once, and with coordinates of a hundredth of a pixel: a third of the size. */
function lighter(body: string): string {
  return body
    .replace(/ (role|aria-[a-z]+|font-family|pointer-events)="[^"]*"/g, '')
    .replace(/<path class="(background|foreground)"[^>]*\/>|<line [^>]* opacity="0"\/>/g, '')
    .replaceAll(' opacity="1"', '')
    .replace(/(?<=[ ,(MLmlvhHVAaCcZ-])\d+\.\d{3,}(?=[ ,)MLmlvhHVAaCcZ"-])/g, (number) =>
      String(Number(Number(number).toFixed(2))),
    );
}

/** Vega counts clips over all that was ever drawn: here from 1, and apart from those of other drawings on a page. */
function ownClips(body: string, id: string): string {
  const seen: string[] = [];
  return body.replace(/(?<="(?:url\(#)?)clip\d+/g, (clip) => {
    if (!seen.includes(clip)) seen.push(clip);
    return `${id}-clip-${seen.indexOf(clip) + 1}`;
  });
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
