/** Makes the Chromium inside the npm package @sparticuz/chromium ready to run, once per version. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.mjs';

const packageFolder = inRoot('node_modules/@sparticuz/chromium');

/**
 * Unpacks it below node_modules unless that was done before. Rejects where it is not installed or made for another platform.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>} env must be set for the browser's process
 */
export async function unpackChromium() {
  const platform = `${process.platform}-${process.arch}`;
  if (platform !== 'linux-x64') throw new Error(`made for linux-x64, this is ${platform}`);
  if (!existsSync(packageFolder)) throw new Error('not installed');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const folder = inRoot('node_modules/.cache/gantry', `chromium-${version}`);
  if (!existsSync(folder)) unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

/** The package unpacks under fixed names in the folder for temporary files: it gets one of its own, put in place when finished. @param {string} folder */
function unpackInto(folder) {
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  try {
    const script = `
      import chromium, { inflate } from '@sparticuz/chromium';
      await Promise.all([chromium.executablePath(), inflate(${JSON.stringify(join(packageFolder, 'bin/al2023.tar.br'))})]);`;
    const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: inRoot(),
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    if (child.status !== 0) throw new Error(`unpacking failed: ${child.stderr.trim().split('\n').at(-1)}`);
    if (!existsSync(folder)) renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
