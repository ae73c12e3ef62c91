/** A sealed poll by two people at two browsers: nobody sees a call before all are in, then everybody sees all of them. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, openAs, startRoom, stopRoom, test } from './support.ts';

const gantry = fileURLToPath(new URL('../../out/main/gantry.js', import.meta.url));
const HOUR = 3_600_000;
const reason = 'Price list of Graz is still wrong';

/** A go-live of "Deploy" whose three required roles are held by three people. */
function makeGoLive(file: string): void {
  const tZeroAt = Date.now() + 24 * HOUR;
  const people = [
    { name: 'Mara Okoro', roles: ['deployment-operator'] },
    { name: 'Luis Costa', roles: ['tester'] },
    { name: 'Sana Petrov', roles: ['developer'] },
  ];
  const command = {
    name: 'Price engine 4.2',
    system: 'Price engine',
    zone: 'Europe/Prague',
    tZeroAt,
    windowStart: tZeroAt,
    windowEnd: tZeroAt + 6 * HOUR,
    playbookKey: 'deploy',
    people,
  };
  execFileSync(process.execPath, [gantry, '--record', file, 'call', 'goLive.create', JSON.stringify(command)]);
}

async function enter(page: Page, address: string, name: string): Promise<void> {
  await openAs(page, address, 'Price engine 4.2', name);
  await page.evaluate(() => {
    location.hash = '#/GL-001/gate/G-3';
  });
  await expect(page.getByRole('heading', { name: 'Calls' })).toBeVisible();
}

async function seal(page: Page, call: 'Go' | 'No-go', why: string, pin: string): Promise<void> {
  await page.keyboard.press('v');
  await page
    .getByRole('dialog')
    .getByRole('radio', { name: call, exact: true })
    .or(page.getByRole('dialog').getByRole('button', { name: call, exact: true }))
    .first()
    .click();
  await page.getByLabel('Reason').fill(why);
  await page.getByLabel('Choose a PIN').fill(pin);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('no response, page or subscription shows a call before the reveal, and then all are shown together', async ({
  page,
  browser,
  folder,
}) => {
  const file = join(folder, 'poll.gantry');
  makeGoLive(file);
  const room = await startRoom(file);
  const other = await (await browser.newContext()).newPage();
  const third = await (await browser.newContext()).newPage();
  const received: string[] = [];
  for (const each of [page, other, third])
    each.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(String(payload))));

  await enter(page, room.address, 'Mara Okoro');
  await enter(other, room.address, 'Luis Costa');
  await enter(third, room.address, 'Sana Petrov');
  await page.keyboard.press('p');
  await page
    .getByRole('dialog')
    .getByLabel(/Reveal after/)
    .fill('');
  await page.keyboard.press('Control+Enter');
  await expect(other.getByRole('heading', { name: 'Sealed poll' })).toBeVisible();

  await seal(other, 'No-go', reason, '4711');
  await expect(page.getByText('In, sealed')).toBeVisible();
  await expect(page.getByText(/1 of \d in/)).toBeVisible();
  for (const each of [page, other, third]) expect(await each.content()).not.toContain(reason);
  expect(received.join('\n')).not.toContain(reason);
  expect(received.filter((frame) => /"call":"(go|no-go)/.test(frame))).toEqual([]);

  await seal(third, 'Go', 'Rehearsed twice', '0815');
  if (await page.getByRole('heading', { name: 'Sealed poll' }).isVisible()) await seal(page, 'Go', 'Way back is tested', '2222');
  for (const each of [page, other, third]) {
    await expect(each.getByText(reason)).toBeVisible();
    await expect(each.getByText(/Revealed together/)).toBeVisible();
  }
  await other.context().close();
  await third.context().close();
  await stopRoom(room);
});
