/** The whole test run: checks, build, unit tests, tests in a browser; its last line says how many passed and failed. */
import { mkdirSync, rmSync } from 'node:fs';
import { buildStale } from './build.mjs';
import { checks } from './check.mjs';
import { inRoot } from './root.mjs';
import { e2e, unit } from './runners.mjs';
import { add, fromPlaywright, fromVitest, one } from './tally.mjs';

const folder = inRoot('out/test');

/** @returns {Promise<number>} an exit code: 0 when tests ran and every one passed */
export async function test() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tallies = [];
  for (const { name, run } of checks) tallies.push(one(await step(name, run)));
  const built = await step('build', async () => (await buildStale(['main', 'preload', 'renderer'])) === 0);
  tallies.push(one(built));
  heading('unit tests');
  const unitFile = `${folder}/unit.json`;
  tallies.push(fromVitest(unitFile, await unit(['--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`])));
  heading('tests in a browser');
  if (built) {
    const e2eFile = `${folder}/e2e.json`;
    tallies.push(fromPlaywright(e2eFile, await e2e(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: e2eFile })));
  } else {
    console.log('not run, since the build failed');
  }
  const { passed, failed, skipped } = add(tallies);
  if (skipped > 0) console.log(`\n${skipped} skipped`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** @param {string} name @param {() => Promise<boolean>} run */
async function step(name, run) {
  heading(name);
  const passed = await run();
  console.log(passed ? 'passed' : 'FAILED');
  return passed;
}

/** @param {string} text */
const heading = (text) => console.log(`\n== ${text}`);
