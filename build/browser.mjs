/** Finds a Chromium to test in: the one named, the system's, Playwright's own, or the one shipped through npm. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { posix, win32 } from 'node:path';
import { unpackChromium } from './chromium-from-npm.mjs';

/**
 * What Playwright's launch() needs: text is drawn alike on every machine, and no graphics card is looked for.
 * @typedef {{ kind: 'named' | 'system' | 'playwright' | 'npm', executablePath: string, args: string[], env: Record<string, string> }} Browser
 */
const args = ['--disable-gpu', '--font-render-hinting=none'];

/**
 * What is asked of the machine; tests give their own answers.
 * @typedef {object} Machine
 * @property {string} platform as in process.platform
 * @property {NodeJS.ProcessEnv} env
 * @property {(file: string) => boolean} runs whether the program is there and can be run
 * @property {() => string} playwrightPath where Playwright's own Chromium would be
 * @property {() => Promise<{ executablePath: string, env: Record<string, string> }>} unpack makes the npm one ready; rejects where it cannot
 */
/** @type {Machine} */
const thisMachine = {
  platform: process.platform,
  env: process.env,
  runs,
  playwrightPath: () => createRequire(import.meta.url)('@playwright/test').chromium.executablePath(),
  unpack: unpackChromium,
};

/**
 * The first Chromium that can be run. Rejects with all that was tried and what to install when there is none.
 * @param {Partial<Machine>} [machine]
 * @returns {Promise<Browser>}
 */
export async function findBrowser(machine) {
  const { platform, env, runs: canRun, playwrightPath, unpack } = { ...thisMachine, ...machine };
  const tried = [];

  const named = env.GANTRY_BROWSER;
  if (named && canRun(named)) return { kind: 'named', executablePath: named, args, env: {} };
  tried.push(named ? `GANTRY_BROWSER: ${named} cannot be run` : 'GANTRY_BROWSER: not set');

  const system = systemPlaces(platform, env).find(canRun);
  if (system) return { kind: 'system', executablePath: system, args, env: {} };
  tried.push('the system: no Chromium, Chrome or Edge on PATH or in the usual places');

  const own = attempt(playwrightPath);
  if (own.value && canRun(own.value)) return { kind: 'playwright', executablePath: own.value, args, env: {} };
  tried.push(`Playwright's own: ${own.value ? `${own.value} cannot be run` : own.error}`);

  try {
    return { kind: 'npm', args, ...(await unpack()) };
  } catch (error) {
    tried.push(`the npm package @sparticuz/chromium: ${message(error)}`);
  }
  throw new Error(
    `No Chromium to test in. Tried, in this order:\n${tried.map((line) => `  - ${line}`).join('\n')}\n` +
      'Install one ("apt-get install chromium", or "npx playwright install chromium"), or name one: GANTRY_BROWSER=/path/to/chrome',
  );
}

/** @param {string} platform @param {NodeJS.ProcessEnv} env @returns {string[]} */
function systemPlaces(platform, env) {
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
    const names = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return names.flatMap((name) => folders.map((folder) => win32.join(folder, name)));
  }
  const folders = (env.PATH ?? '').split(':').filter(Boolean);
  const names = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge'];
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** Some systems put a script in the browser's place that only says how to install it, so it is asked for its version. @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  if (process.platform === 'win32') return true; // there, asking opens a window
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 10_000 }).status === 0;
}

/** @param {() => string} get @returns {{ value?: string, error?: string }} */
function attempt(get) {
  try {
    return { value: get() };
  } catch (error) {
    return { error: message(error) };
  }
}

/** @param {unknown} error */
const message = (error) => (error instanceof Error ? error.message : String(error));
