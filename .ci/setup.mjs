// Installs exactly what package-lock.json says if that has not been done yet, and builds; then `npm start` goes on.
import { execSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const installed = 'node_modules/.package-lock.json';
const stale = !existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs;
// `npm ci` runs the `prepare` script, which builds.
execSync(stale ? 'npm ci --no-audit --no-fund --loglevel=error' : 'npm run --silent build', {
  stdio: ['ignore', 2, 2],
});
