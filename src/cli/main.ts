#!/usr/bin/env node
import { dispatch } from './dispatch.js';

/** EX_IOERR of sysexits.h: the output could not be written, say on a full disk. */
const EXIT_NO_OUTPUT = 74;

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(); // a reader that has seen enough (`| head`) is not an error
  process.stderr.write(`kasym: the output cannot be written: ${error.message}\n`);
  process.exit(EXIT_NO_OUTPUT);
});
process.stderr.on('error', () => {}); // there is nobody left to tell
process.once('SIGINT', () => process.exit(130));

process.exitCode = await dispatch(process.argv.slice(2));
