/** The weeks before a gate, by two people at two browsers: checks passed in bulk, verified, waived, held, and what changed meanwhile. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, goTo, openAs, startRoom, stopRoom, test } from './support.ts';

const gantry = fileURLToPath(new URL('../../out/main/gantry.js', import.meta.url));
const HOUR = 3_600_000;
const AREA = 'Bank connector';

function call(file: string, request: string, input: object): void {
  execFileSync(process.execPath, [gantry, '--record', file, 'call', request, JSON.stringify(input)]);
}

/** A go-live of "Deploy" with four checks of its own, the last of which somebody else must verify. */
function makeGoLive(file: string): void {
  const tZeroAt = Date.now() + 240 * HOUR;
  call(file, 'goLive.create', {
    name: 'Price engine 4.2',
    system: 'Price engine',
    zone: 'Europe/Prague',
    tZeroAt,
    windowStart: tZeroAt,
    windowEnd: tZeroAt + 6 * HOUR,
    playbookKey: 'deploy',
    people: [
      { name: 'Mara Okoro', roles: ['deployment-operator', 'developer'] },
      { name: 'Luis Costa', roles: ['tester'] },
    ],
  });
  for (const title of ['Statements are read', 'Payments are signed', 'Cut-off times are agreed']) {
    call(file, 'readiness.addCheck', { goLiveId: 'GL-001', title, area: AREA });
  }
  call(file, 'readiness.addCheck', {
    goLiveId: 'GL-001',
    title: 'Certificate is accepted',
    area: AREA,
    criticality: 'critical',
    needsVerification: true,
  });
}

async function enter(page: Page, address: string, name: string): Promise<void> {
  await openAs(page, address, 'Price engine 4.2', name);
  await page.evaluate(() => {
    location.hash = '#/GL-001/readiness';
  });
  await expect(page.getByRole('heading', { name: 'Readiness', level: 1 })).toBeVisible();
}

const detailOf = (page: Page) => page.getByRole('complementary', { name: /^Check C-/ });
const changedOf = (page: Page) => page.getByRole('region', { name: 'Changed since you looked' });

test('checks are passed in bulk, verified by a second person, waived and held, and each sees what the other changed', async ({
  page,
  browser,
  folder,
}) => {
  test.setTimeout(90_000);
  const file = join(folder, 'ready.gantry');
  makeGoLive(file);
  const room = await startRoom(file);
  const other = await (await browser.newContext()).newPage();
  await enter(page, room.address, 'Mara Okoro');
  await enter(other, room.address, 'Luis Costa');
  await expect(page.getByRole('button', { name: /^0\.0/ })).toBeVisible();
  await goTo(other, 'Runbook');

  await test.step('three checks pass in one act, by keys', async () => {
    await goTo(page, 'Statements are read');
    await expect(detailOf(page)).toContainText('Statements are read');
    await page.getByRole('grid', { name: `Checks of ${AREA}` }).focus();
    for (const key of ['Space', 'j', 'Space', 'j', 'Space']) await page.keyboard.press(key);
    await expect(page.getByRole('region', { name: 'Marked checks' })).toContainText('3 checks marked');
    await page.keyboard.press('p');
    await expect(page.getByRole('region', { name: 'Marked checks' })).toBeHidden();
    await expect(page.getByRole('row', { name: /Passed/ })).toHaveCount(3);
    await page.keyboard.press('u');
    await expect(page.getByRole('row', { name: /Passed/ })).toHaveCount(0);
    for (const key of ['Shift+A', 'w']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  await test.step('a check passes only when a second person verifies it', async () => {
    await goTo(page, 'Certificate is accepted');
    await page.keyboard.press('p');
    await expect(detailOf(page)).toContainText('Somebody other than Mara Okoro must verify it');
    await page.keyboard.press('v');
    await expect(page.getByText(/cannot verify it too/)).toBeVisible();
    await goTo(other, 'Certificate is accepted');
    await other.keyboard.press('r');
    await other.getByRole('dialog').getByLabel('What is missing').fill('No answer of the bank attached');
    await other.keyboard.press('Control+Enter');
    await expect(detailOf(page)).toContainText('sent back: No answer of the bank attached');
    await page.keyboard.press('p');
    await expect(detailOf(other)).toContainText('Somebody other than Mara Okoro must verify it');
    await other.keyboard.press('v');
    await expect(detailOf(page)).toContainText('Verified by Luis Costa');
  });

  await test.step('a blocked check says what blocks it and passes once that is cleared', async () => {
    await goTo(page, 'Payments are signed');
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Risk', { exact: true }).click();
    await dialog.getByLabel('What it waits for').fill('Signing card may not arrive');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('region', { name: 'Blocked by' })).toContainText('Signing card may not arrive');
    await page.keyboard.press('p');
    await expect(dialog).toContainText('Pass although blocked');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Blocked by' })).toContainText('Cleared');
    await page.keyboard.press('p');
    await expect(detailOf(page).getByText('Passed', { exact: true })).toBeVisible();
  });

  await test.step('a waiver has a reason, an approver and an end', async () => {
    await goTo(other, 'Runbook');
    await goTo(page, 'Cut-off times are agreed');
    await page.keyboard.press('w');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why it may be left unmet').fill('Agreed by phone');
    await dialog.getByLabel('Approved by').fill('R. Lang');
    await dialog.getByLabel('Ends').fill('2199-01-31 12:00');
    await page.keyboard.press('Control+Enter');
    await expect(detailOf(page)).toContainText('Approved by R. Lang, ends');
  });

  await test.step('the board tells the figure, why it is so, and how it went', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('row', { name: new RegExp(AREA) })).toBeVisible();
    await expect(page.getByRole('img', { name: /Readiness went from 0\.0 to/ })).toBeVisible();
    await page.keyboard.press('y');
    await expect(page.getByRole('tooltip')).toContainText('Critical weighs 8');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip')).toBeHidden();
  });

  await test.step('who comes back sees what others changed, until it is marked as seen', async () => {
    await goTo(other, 'Readiness');
    await expect(changedOf(other)).toContainText('Cut-off times are agreed');
    await expect(changedOf(other)).toContainText('waived: Agreed by phone');
    await expect(changedOf(other)).not.toContainText('Certificate is accepted');
    await expect(changedOf(page)).toContainText('Certificate is accepted');
    await other.keyboard.press('m');
    await expect(changedOf(other)).toBeHidden();
    await other.reload();
    await expect(other.getByRole('heading', { name: 'Readiness', level: 1 })).toBeVisible();
    await expect(changedOf(other)).toBeHidden();
  });

  await other.context().close();
  await stopRoom(room);
});
