/** A key that one JSON object has twice; JSON.parse keeps the last silently. */
export interface RepeatedKey {
  readonly key: string;
  readonly line: number;
  readonly column: number;
}

/** Strings (with the colon that makes one a key) and braces: numbers, which are most of a file, are skipped unread. */
const TOKEN = /"([^"\\]*(?:\\.[^"\\]*)*)"([ \t\n\r]*:)?|[{}]/g;

/** The first repeated key of a text that is JSON, or null. One pass. */
export function repeatedKey(text: string): RepeatedKey | null {
  const open: Set<string>[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [token, key, colon] = match;
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (colon !== undefined) {
      const name = JSON.parse(`"${key}"`) as string; // "a" may be spelt "\u0061"
      const keys = open[open.length - 1]!;
      if (keys.has(name)) {
        const lines = text.slice(0, match.index).split('\n');
        return { key: name, line: lines.length, column: lines[lines.length - 1]!.length + 1 };
      }
      keys.add(name);
    }
  }
  return null;
}
