/** Makes the parts of out/ named on its command line, each put in place whole once it is finished. Run by build.mjs. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { fingerprint, stampName } from './build.mjs';
import { bundles } from './bundles.mjs';
import { inRoot } from './root.mjs';

const targets = /** @type {import('./build.mjs').Target[]} */ (process.argv.slice(2));
const outcomes = await Promise.allSettled(targets.map(make));
for (const outcome of outcomes) {
  if (outcome.status === 'rejected') console.error(outcome.reason instanceof Error ? outcome.reason.message : outcome.reason);
}
process.exitCode = outcomes.some((outcome) => outcome.status === 'rejected') ? 1 : 0;

/** @param {import('./build.mjs').Target} target */
async function make(target) {
  const stamp = fingerprint(target); // taken first: a source changed while building leaves the part stale
  const folder = inRoot('out', `.${target}-${process.pid}`);
  try {
    await build(bundles[target](folder));
    writeFileSync(join(folder, stampName), stamp);
    putInPlace(folder, inRoot('out', target));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Swaps a finished folder in for an earlier one, which another process may be doing too. @param {string} folder @param {string} place */
function putInPlace(folder, place) {
  const old = `${folder}-old`;
  mkdirSync(old, { recursive: true });
  try {
    for (let attempt = 0; ; attempt += 1) {
      try {
        renameSync(place, join(old, String(attempt)));
      } catch (error) {
        if (!isCode(error, 'ENOENT')) throw error;
      }
      try {
        return renameSync(folder, place);
      } catch (error) {
        if (!isCode(error, 'ENOTEMPTY') || attempt === 5) throw error;
      }
    }
  } finally {
    rmSync(old, { recursive: true, force: true });
  }
}

/** @param {unknown} error @param {string} code */
function isCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
