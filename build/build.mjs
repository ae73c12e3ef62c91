/** Keeps out/ up to date: knows which sources each part is made from, and has the stale parts made by bundle.mjs. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runNode, toStderr } from './process.mjs';
import { inRoot, root } from './root.mjs';

/** @typedef {'main' | 'preload' | 'renderer'} Target */
/** What a change of makes a part stale. @type {Record<Target, readonly string[]>} */
const sources = {
  main: ['electron', 'shared', 'assets'],
  preload: ['electron/preload.ts', 'electron/transport', 'shared'],
  renderer: ['renderer', 'shared'],
};
const always = ['package-lock.json', 'build/bundle.mjs', 'build/bundles.mjs'];

/** The file in a part's folder that holds the fingerprint of the sources it was made from. */
export const stampName = '.stamp';

/**
 * Makes those of the named parts whose sources have changed since they were last made.
 * @param {readonly Target[]} targets
 * @returns {Promise<number>} an exit code; on failure the errors are on stderr and the earlier parts are still there
 */
export async function buildStale(targets) {
  const stale = targets.filter((target) => readStamp(target) !== fingerprint(target));
  if (stale.length === 0) return 0;
  console.error(`Building ${stale.join(', ')}.`);
  return runNode(inRoot('build/bundle.mjs'), stale, { stdio: toStderr });
}

/** A digest over path, size and time of change of every source of a part. @param {Target} target @param {string} [project] its folder */
export function fingerprint(target, project = root) {
  const digest = createHash('sha256');
  for (const source of [...sources[target], ...always]) addTo(digest, project, source);
  return digest.digest('hex');
}

/** @param {import('node:crypto').Hash} digest @param {string} project @param {string} path from the project's folder */
function addTo(digest, project, path) {
  const found = statSync(join(project, path), { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    for (const name of readdirSync(join(project, path)).sort()) addTo(digest, project, `${path}/${name}`);
  } else {
    digest.update(`${path}\0${found?.size}\0${found?.mtimeMs}\n`);
  }
}

/** @param {Target} target */
function readStamp(target) {
  try {
    return readFileSync(inRoot('out', target, stampName), 'utf8');
  } catch {
    return undefined;
  }
}
