#!/usr/bin/env node
import { dispatch } from './dispatch.js';

// A reader that has seen enough (`| head`) is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
process.once('SIGINT', () => process.exit(130));

process.exitCode = await dispatch(process.argv.slice(2));
