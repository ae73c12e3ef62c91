/** Starts one of the built entries inside this process, as if Node had been given it on the command line. */
import { pathToFileURL } from 'node:url';
import { inRoot } from './root.mjs';

/**
 * @param {string} file from the project's root
 * @param {readonly string[]} args
 * @returns {Promise<undefined>} once the entry's module has run; it goes on by itself and sets its own exit code
 */
export async function startHere(file, args) {
  process.argv = [process.execPath, inRoot(file), ...args];
  await import(pathToFileURL(inRoot(file)).href);
  return undefined;
}
