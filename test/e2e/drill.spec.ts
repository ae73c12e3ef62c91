/** The cutover of 48 hours, played with the clock jumping ahead whenever nobody has anything to do. `npm run drill` plays it at 60×. */
import { join } from 'node:path';
import { playNight } from '../drill/night.ts';
import { nightTold } from '../drill/told.ts';
import { expect, test } from './support.ts';

const FAILURES = 1;

test('a cutover of 48 hours and 1,000 tasks is played by twelve people before screens, with trouble, a hold and a rollback', async ({
  browser,
  folder,
}) => {
  test.setTimeout(600_000);
  const night = await playNight({
    file: join(folder, 'night.gantry'),
    browser,
    pace: 'ahead',
    seed: 4,
    screenEvery: 25,
    say: (line) => console.log(line),
  });
  for (const line of nightTold(night)) console.log(line);
  expect(night.verification.faults).toEqual([]);
  expect(night.pageErrors).toEqual([]);
  expect(night.screensAgree).toBe(12);
  expect(night.acts).toBeGreaterThan(2_000);
  expect(night.onScreens).toBeGreaterThan(40);
  expect(night.failures).toBeGreaterThanOrEqual(FAILURES);
  expect(night.rolledBack).toBeGreaterThan(0);
  expect(night.trouble.struck).toBeGreaterThan(5);
  expect(night.finishedAt - night.startedAt).toBeGreaterThan(36 * 3_600_000);
  expect(night.errors.count).toBeGreaterThan(36);
  expect(night.errors.lastQuarterMs).toBeLessThan(night.errors.largestMs);
});
