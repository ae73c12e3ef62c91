/** The test runners, each with its configuration from this folder. */
import { runNode } from './process.mjs';
import { inRoot } from './root.mjs';

/** @param {readonly string[]} args for vitest @returns {Promise<number>} its exit code */
export function unit(args) {
  return runNode(inRoot('node_modules/vitest/vitest.mjs'), ['run', '--config', inRoot('build/vitest.config.mjs'), ...args]);
}

/** @param {readonly string[]} args for Playwright @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>} its exit code */
export function e2e(args, env) {
  const file = inRoot('node_modules/@playwright/test/cli.js');
  return runNode(file, ['test', '--config', inRoot('build/playwright.config.mjs'), ...args], { env: { ...process.env, ...env } });
}
