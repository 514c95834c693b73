/** Workers run compiled JavaScript: when this code runs from TypeScript source (in tests), they come from `dist`. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The URL of the compiled form of `path`, relative to the module at `from`. Throws if the project was never built. */
export function compiledModule(path: string, from: string): URL {
  const beside = new URL(path, from);
  if (existsSync(fileURLToPath(beside))) return beside;
  const compiled = new URL(beside.href.replace(/\/src\/(?!.*\/src\/)/, '/dist/src/'));
  if (!existsSync(fileURLToPath(compiled))) {
    throw new Error(`${fileURLToPath(compiled)} is missing: "npm run build" makes it`);
  }
  return compiled;
}
