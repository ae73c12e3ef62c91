/** Plays the cutover of 48 hours for real at sixty times the speed, about 50 minutes, and prints what came of it. `--ahead` jumps instead. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../support/browser.ts';
import { playNight } from './night.ts';
import { nightTold } from './told.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    ahead: { type: 'boolean', default: false },
    seed: { type: 'string', default: '4' },
    screens: { type: 'string', default: '10' },
    tasks: { type: 'string', default: '1000' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'gantry-drill-'));
const browser = await launchBrowser();
try {
  const night = await playNight({
    file: join(folder, 'drill.gantry'),
    browser,
    pace: values.ahead ? 'ahead' : '60',
    seed: Number(values.seed),
    tasks: Number(values.tasks),
    screenEvery: Number(values.screens),
    say: (line) => console.log(line),
  });
  for (const line of nightTold(night)) console.log(line);
  if (night.verification.faults.length > 0 || night.screensAgree < 12) process.exitCode = 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
