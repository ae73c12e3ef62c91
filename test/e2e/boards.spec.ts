/** Every board, dark and light: it opens, says no error, and axe finds nothing. */
import { readFileSync } from 'node:fs';
import { violations } from './axe.ts';
import { expect, openSample, test } from './support.ts';

const boards = [
  'overview',
  'runbook/T-082',
  'mine',
  'readiness',
  'readiness/C-022',
  'test/TST-01',
  'gate',
  'incident/INC-003',
  'ticket/TKT-0003',
  'comms',
  'timeline',
  'training',
  'roster',
  'playbook',
  'closure',
];

test.use({ bypassCSP: true }); // so that axe can be put into the page

for (const scheme of ['dark', 'light'] as const) {
  test(`axe finds nothing on any board, ${scheme}`, async ({ page, room }) => {
    test.setTimeout(120_000);
    await page.addInitScript((value) => localStorage.setItem('gantry.scheme', value), scheme);
    await page.goto(room.address);
    await expect(page.getByRole('button', { name: /Sample go-live/ })).toBeVisible();
    expect.soft(await violations(page), 'welcome').toEqual([]);
    await page.keyboard.press('b');
    await expect(page.getByRole('navigation', { name: 'Outline' })).toBeVisible();
    expect.soft(await violations(page), 'playbooks').toEqual([]);
    await openSample(page, room);
    const start = page.url().split('#')[0];
    for (const board of boards) {
      await page.goto(`${start}#/GL-001/${board}`);
      await expect(page.locator('main.board h1').first()).toBeAttached();
      await expect(page.getByText('Loading the board.')).toBeHidden();
      expect.soft(await violations(page), board).toEqual([]);
    }
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect.soft(await violations(page), 'keys').toEqual([]);
  });
}

test('a viewer sees the boards and cannot act', async ({ page, room, folder }) => {
  const keys = JSON.parse(readFileSync(`${folder}/record.gantry.keys`, 'utf8')) as { viewer: string };
  await openSample(page, room);
  await page.evaluate((key) => localStorage.setItem('gantry-room-key', key), keys.viewer);
  await page.reload();
  await page.goto(`${page.url().split('#')[0]}#/GL-001/runbook/T-082`);
  await expect(page.getByRole('region', { name: 'Task T-082' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Import plan/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Finish', exact: true })).toHaveCount(0);
});
