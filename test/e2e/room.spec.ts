/** People in the same room: what one does, the others see; a screen that was away catches up; nothing is lost when the host dies. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, goTo, openSample, startRoom, stopRoom, test } from './support.ts';

async function openFirst(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'ERPNext v16, wave 1' }).click();
  await expect(page.getByRole('heading', { name: 'Streams' })).toBeVisible();
}

test('an act in one window is seen in the other without reload', async ({ page, room, browser }) => {
  await openSample(page, room);
  const other = await (await browser.newContext()).newPage();
  await other.goto(room.address);
  await openFirst(other);
  await goTo(other, 'Load probe with 150 sessions');
  const seen = other.getByRole('region', { name: /^Task T-/ });
  await expect(seen.getByText('In progress', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('In the room, 2.')).toBeVisible();
  await goTo(page, 'Load probe with 150 sessions');
  await expect(page.getByRole('region', { name: /^Task T-/ })).toBeVisible();
  await page.keyboard.press('f');
  await expect(seen.getByText('Finished', { exact: true }).first()).toBeVisible();
  await other.context().close();
});

test('a window that was cut off says so, and catches up with everything when the line is back', async ({ page, browser, folder }) => {
  const file = join(folder, 'cut.gantry');
  const first = await startRoom(file);
  await openSample(page, first);
  await goTo(page, 'Load probe with 150 sessions');
  const seen = page.getByRole('region', { name: /^Task T-/ });
  await expect(seen).toBeVisible();
  await stopRoom(first);
  await expect(page.getByText('The host cannot be reached')).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByLabel('Last act')).toContainText('not saved');
  const second = await startRoom(file, first.port);
  const other = await (await browser.newContext()).newPage();
  await other.goto(second.address);
  await openFirst(other);
  await goTo(other, 'Load probe with 150 sessions');
  await expect(other.getByRole('region', { name: /^Task T-/ })).toBeVisible();
  await other.keyboard.press('f');
  await expect(seen.getByText('Finished', { exact: true }).first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('The host cannot be reached')).toBeHidden();
  await other.context().close();
  await stopRoom(second);
});

test('a host killed in the middle of the work loses nothing that was acknowledged', async ({ page, folder }) => {
  const file = join(folder, 'killed.gantry');
  const first = await startRoom(file);
  await openSample(page, first);
  await goTo(page, 'Load probe with 150 sessions');
  await expect(page.getByRole('region', { name: /^Task T-/ })).toBeVisible();
  await page.keyboard.press('f');
  await expect(
    page
      .getByRole('region', { name: /^Task T-/ })
      .getByText('Finished', { exact: true })
      .first(),
  ).toBeVisible();
  await stopRoom(first, 'SIGKILL');
  const second = await startRoom(file, first.port);
  await page.reload();
  await expect(
    page
      .getByRole('region', { name: /^Task T-/ })
      .getByText('Finished', { exact: true })
      .first(),
  ).toBeVisible();
  await stopRoom(second);
});

test('a screen without the key is turned away with words', async ({ page, room }) => {
  await page.goto(room.address.split('#')[0] ?? '');
  await expect(page.getByRole('alert')).toContainText('no key to the room');
});
