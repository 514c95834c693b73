/** The range of an axis, and the ticks of a logarithmic one. */

export type Range = readonly [number, number];

export interface Tick {
  readonly value: number;
  /** Empty for a mark without a number. */
  readonly label: string;
}

/** Around linear values: 4 % beyond them, from 0 where they start near it. */
export function linearRange(values: readonly number[]): Range {
  const [low, high] = extent(values);
  const reach = high > low ? high - low : Math.abs(low) || 1;
  const below = low >= 0 && low <= 0.25 * reach ? 0 : low - 0.04 * reach;
  return [below, high + 0.04 * reach];
}

/** Around positive values: 4 % of their decades beyond them, at least half a decade in all. Values <= 0 are passed over. */
export function logRange(values: readonly number[]): Range {
  const [low, high] = extent(values.filter((x) => x > 0).map(Math.log10));
  const slack = Math.max(0.04 * (high - low), (0.5 - (high - low)) / 2);
  return [10 ** (low - slack), 10 ** (high + slack)];
}

/**
 * Powers of ten with their multiples 2 ... 9 between them.
 *
 * At most eight powers are numbered; where a range has only one or two of them, 2 and 5 are numbered too.
 */
export function logTicks([low, high]: Range): Tick[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const inside = (x: number): boolean => x >= low * (1 - 1e-12) && x <= high * (1 + 1e-12);
  const powers = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  const count = powers.filter((n) => inside(tenTo(n))).length;
  const every = Math.max(1, Math.ceil(count / 8));
  const digits = every > 1 ? [1] : [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const numbered = count > 2 ? [1] : [1, 2, 5];
  return powers.flatMap((n) =>
    digits
      .map((digit) => ({ digit, value: Number(`${digit}e${n}`) }))
      .filter(({ value }) => inside(value))
      .map(({ digit, value }) => ({
        value,
        label: numbered.includes(digit) && n % every === 0 ? tickLabel(digit, n) : '',
      })),
  );
}

/** 0.01 ... 9000 as they are, others as powers of ten. */
function tickLabel(digit: number, power: number): string {
  if (power >= -2 && power <= 3) return String(Number(`${digit}e${power}`));
  const raised = [...String(power)].map((sign) => SUPERSCRIPT['-0123456789'.indexOf(sign)]).join('');
  return digit === 1 ? `10${raised}` : `${digit}·10${raised}`;
}

const SUPERSCRIPT = [...'⁻⁰¹²³⁴⁵⁶⁷⁸⁹'];

/** Rounded as the literal is, which 10 ** n need not be. */
const tenTo = (power: number): number => Number(`1e${power}`);

function extent(values: readonly number[]): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const x of values) [low, high] = [Math.min(low, x), Math.max(high, x)];
  return [low, high];
}
