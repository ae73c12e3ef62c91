/**
 * The way in for every npm script: prepares what is missing, then runs the command.
 * Runs on any Node from 18 with nothing installed, so it imports only its neighbours that do the same.
 */
import { commands } from './commands.mjs';
import { installDependencies, isRecentEnough, keepNodeOnPath, rerunOnBundledNode, SetupError } from './setup.mjs';

const [name = '', ...args] = process.argv.slice(2);
try {
  const code = await main();
  if (code !== undefined) process.exitCode = code;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** @returns {Promise<number | undefined>} the exit code, or undefined when the command sets its own */
async function main() {
  const command = commands.get(name);
  if (!command) {
    console.error(`Usage: node build/run.mjs ${[...commands.keys()].join('|')} [ARGS...]`);
    return 2;
  }
  endWithNpm();
  await installDependencies();
  if (!isRecentEnough()) return rerunOnBundledNode();
  keepNodeOnPath();
  return command(args);
}

/** npm, told to end, ends only the shell it runs a script in, and would leave a room behind that nobody can see. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event !== name) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
