/** Unit and contract tests, run on the sources. */
import { defineConfig } from 'vitest/config';
import { root } from './root.mjs';

export default defineConfig({
  root,
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/contract/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000, // a slow machine is no fault; no test is timed
    hookTimeout: 60_000,
    maxWorkers: '100%', // the machine has nothing else to do, and two cores are few
    isolate: false, // nothing in the sources keeps state between tests: clock, ids and randomness are passed in
  },
});
