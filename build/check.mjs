/** The checks on the source itself: format and lint, types, import walls. Each passes or fails as one. */
import { runNode } from './process.mjs';
import { inRoot, root } from './root.mjs';
import { findBreaches } from './walls.mjs';

/** @type {{ name: string, run: () => Promise<boolean> }[]} */
export const checks = [
  {
    name: 'format and lint',
    run: async () => (await runNode(inRoot('node_modules/@biomejs/biome/bin/biome'), ['check', '--error-on-warnings', '.'])) === 0,
  },
  { name: 'types', run: async () => (await runNode(inRoot('node_modules/typescript/bin/tsc'), ['--build'])) === 0 },
  {
    name: 'import walls',
    run: async () => {
      const breaches = findBreaches(root);
      for (const { file, line, specifier, wall } of breaches) console.error(`${file}:${line} imports ${specifier}: ${wall}`);
      return breaches.length === 0;
    },
  },
];

/** Runs every check, also after one has failed. @returns {Promise<number>} an exit code */
export async function check() {
  let failed = 0;
  for (const { name, run } of checks) {
    const passed = await run();
    console.log(`${passed ? 'passed' : 'FAILED'}: ${name}`);
    if (!passed) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}
