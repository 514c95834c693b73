/** Six significant digits in at most 12 characters: what a person compares at a glance. */
export function shortNumber(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e6) return String(x);
  const size = Math.abs(x);
  return size >= 1e-4 && size < 1e6 ? String(Number(x.toPrecision(6))) : x.toExponential(5);
}

/** Rows of cells, right-aligned in columns as wide as their longest cell; each line ends with a newline. */
export function alignedTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, j) => {
      widths[j] = Math.max(widths[j] ?? 0, cell.length);
    });
  }
  return rows.map((row) => `${row.map((cell, j) => cell.padStart(widths[j])).join('  ')}\n`).join('');
}

/** Names and what they mean, indented, the meanings left-aligned below each other. */
export function alignedNames(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}\n`).join('');
}
