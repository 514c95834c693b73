// Installs exactly what package-lock.json says if that has not been done yet, and builds; then `npm start` goes on.
import { execSync } from 'node:child_process';
import { existsSync, lstatSync, statSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
// What a link points to belongs to another checkout: npm would empty it.
const linked = lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink() === true;
const stale =
  !linked && (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs);
// `npm ci` runs the `prepare` script, which builds.
const command = stale ? 'npm ci --no-audit --no-fund --loglevel=error' : 'npm run --silent build';
try {
  execSync(command, { stdio: ['ignore', 2, 2] });
} catch {
  console.error(`setup: "${command}" failed, as said above`);
  process.exit(1);
}
