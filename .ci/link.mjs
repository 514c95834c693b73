// Makes `npx kasym` find this checkout's own command, as npm does for the commands of dependencies.
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

const command = 'dist/src/cli/main.js';
mkdirSync('node_modules/.bin', { recursive: true });
if (process.platform === 'win32') {
  writeFileSync('node_modules/.bin/kasym.cmd', `@node "%~dp0\\..\\..\\${command.replaceAll('/', '\\')}" %*\r\n`);
} else {
  chmodSync(command, 0o755);
  rmSync('node_modules/.bin/kasym', { force: true });
  symlinkSync(`../../${command}`, 'node_modules/.bin/kasym');
}
