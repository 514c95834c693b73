/** Resolves `kasym` from a file in anybody's folder to this very installation, and what it brings along with it. */
interface Context {
  readonly parentURL?: string;
}

interface Resolved {
  readonly url: string;
  readonly format?: string | null;
  readonly shortCircuit?: boolean;
}

type Next = (specifier: string, context: Context) => Promise<Resolved>;

const OWN: Readonly<Record<string, string>> = { kasym: '../index.js', 'kasym/paper': '../../proofs/paper.js' };
const BROUGHT = ['fast-check'];

export async function resolve(specifier: string, context: Context, next: Next): Promise<Resolved> {
  const own = OWN[specifier];
  if (own !== undefined) return { url: new URL(own, import.meta.url).href, shortCircuit: true };
  const found = await next(
    specifier,
    BROUGHT.includes(specifier) ? { ...context, parentURL: import.meta.url } : context,
  );
  // TypeScript in a folder without a package.json is a module all the same, as its imports show.
  return /^file:.*\.ts(\?|$)/.test(found.url) ? { ...found, format: 'module' } : found;
}
