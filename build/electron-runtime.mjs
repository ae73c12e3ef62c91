/** Finds the Electron runtime, which is not on the npm registry: installed, or fetched once from its release server. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './root.mjs';

const packageFolder = inRoot('node_modules/electron');
/** Below node_modules, so that a new installation tries again. */
const failureFile = inRoot('node_modules/.cache/gantry/electron-not-fetched');
const fetchSeconds = 90;

/** Whether this machine can show a window. */
export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * The program that runs the desktop app, or why there is none. A fetch that failed is not tried again by itself.
 * @returns {{ program: string } | { why: string }}
 */
export function findElectron() {
  if (!hasDisplay) return { why: 'this machine has no display' };
  if (process.platform === 'linux' && process.getuid?.() === 0) return { why: 'Electron does not run for root' };
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const installed = installedProgram(version);
  if (installed) return { program: installed };
  const why = `Electron ${version} could not be fetched; "npx install-electron" tries again`;
  if (readText(failureFile) === version) return { why };
  console.error(`Fetching Electron ${version}. This happens once.`);
  spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    stdio: 'ignore',
    timeout: fetchSeconds * 1000,
  });
  const fetched = installedProgram(version);
  if (fetched) return { program: fetched };
  rememberFailure(version);
  return { why };
}

/** Where the folder cannot be written to, the next start tries again. @param {string} version */
function rememberFailure(version) {
  try {
    mkdirSync(dirname(failureFile), { recursive: true });
    writeFileSync(failureFile, version);
  } catch {}
}

/** Electron's installer writes the program's place last. @param {string} version */
function installedProgram(version) {
  const place = readText(join(packageFolder, 'path.txt'));
  const program = place && join(packageFolder, 'dist', place);
  const sameVersion = readText(join(packageFolder, 'dist/version'))?.replace(/^v/, '') === version;
  return program && sameVersion && existsSync(program) ? program : undefined;
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
