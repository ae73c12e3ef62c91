/** Child processes: runs one to its end and passes on its exit code and the signals meant for it. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './root.mjs';

/** Sends what a child prints to stderr, so that a command's own stdout stays clean. @type {import('node:child_process').StdioOptions} */
export const toStderr = ['ignore', 2, 2];

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 128 plus the signal's number when a signal ended it
 */
export function run(program, args, options) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options });
  // A terminal sends Ctrl-C to parent and child alike: the parent only waits, or the child would be told twice.
  const interrupt = () => process.stdin.isTTY || child.kill('SIGINT');
  const terminate = () => child.kill('SIGTERM');
  process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', terminate);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', terminate);
      resolve(signal ? 128 + constants.signals[signal] : (code ?? 1));
    });
  });
}

/**
 * Runs a JavaScript file on this same Node.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export const runNode = (file, args, options) => run(process.execPath, [file, ...args], options);
