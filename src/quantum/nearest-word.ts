/** The word closest to a mistyped one, if at most a third of its letters (at least one) need changing; else null. */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  if (typed.length > 60) return null;
  let best: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const edits = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (edits <= Math.max(1, Math.floor(word.length / 3)) && edits < fewest) {
      best = word;
      fewest = edits;
    }
  }
  return best;
}

/** Levenshtein's distance: insertions, deletions and replacements, each 1. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}
