/** What the runs of the figures share. */

/** So many digits of an outcome are kept: more than a figure needs, fewer than rounding may touch. */
const DIGITS = 9;

export const rounded = (x: number): number => Number(x.toPrecision(DIGITS));

/** Half of the labels +1, then half -1. */
export const labelsOf = (m: number): Float64Array => Float64Array.from({ length: m }, (_, j) => (2 * j < m ? 1 : -1));

/** The runs of each setting together, in the order of their first. */
export function bySetting<R extends { readonly setting: unknown }>(results: readonly R[]): readonly (readonly R[])[] {
  const groups = new Map<string, R[]>();
  for (const result of results) {
    const key = JSON.stringify(result.setting);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()];
}
