/** The command line: wiring only. */
import { join } from 'node:path';
import { runCommandLine } from './cli/command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  webRoot: join(import.meta.dirname, '../renderer'),
});
