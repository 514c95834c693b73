/** The symbols that a text mentions, with what they mean, in the order of their declaration. */
export function mentionedIn(
  text: string,
  meanings: Readonly<Record<string, string>>,
): readonly (readonly [name: string, meaning: string])[] {
  return Object.entries(meanings).filter(([name]) => mentions(text, name));
}

/** A name stands for itself: not inside a longer name (e in e₊, u in u0), but an index or a dagger may follow. */
function mentions(text: string, name: string): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{M}])${escaped}(?![\\p{L}\\p{M}\\d₊₋₀])`, 'u').test(text);
}
