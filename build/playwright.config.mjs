/** Tests in a browser, run on the built product. Each test starts the room it needs. */
import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { inRoot } from './root.mjs';

const { executablePath, args, env } = await findBrowser();

export default defineConfig({
  testDir: inRoot('test/e2e'),
  outputDir: inRoot('test-results'),
  workers: 1,
  timeout: 90_000, // a slow machine is no fault; no test is timed
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    headless: true,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
  },
});
