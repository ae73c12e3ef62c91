/** The workshop as a person uses it: a copy of a playbook is changed, mended, saved, compared, taken out and brought in again. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './support.ts';

async function outlineTo(page: Page, ...names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name }).first().click();
}

async function duplicateDeploy(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: /^Playbooks/ }).click();
  await expect(page.getByText('Built in, and only looked at')).toBeVisible();
  await page.keyboard.press('d');
  await page.getByLabel('Title of the copy').fill('Deploy, our way');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('As it is in the record.')).toBeVisible();
}

test('a copy of a playbook is changed, faults are named and mended, and it says what differs from the original', async ({ page, room }) => {
  await duplicateDeploy(page, room.address);
  await outlineTo(page, /^Phases/, 'Staging Deployment');
  await page.getByRole('region', { name: 'Steps' }).getByRole('button').filter({ hasText: 'Deploy to staging' }).first().click();
  await page.getByLabel('Takes').fill('33');

  await outlineTo(page, 'Staging Deployment');
  await page.getByRole('button', { name: 'Add to Steps' }).click();
  const faults = page.getByRole('region', { name: 'Faults' });
  await expect(faults).toContainText('must not be empty');
  await expect(page.getByRole('button', { name: /^Save/ })).toBeDisabled();
  await page.getByLabel('Title', { exact: false }).first().fill('Warm the cache');
  await expect(page.getByLabel('Key')).toHaveValue('warm-the-cache');
  await expect(faults).toContainText('Sound');

  await page.reload();
  await page.getByRole('button', { name: 'Go on with them' }).click();
  await expect(page.getByText('Not saved; kept in this browser.')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('As it is in the record.')).toBeVisible();

  await page.getByRole('button', { name: 'What differs' }).click();
  const table = page.getByRole('table', { name: 'Differences' });
  await expect(table).toContainText('Warm the cache');
  await expect(table).toContainText('33');
});

test('a playbook goes out as one file and comes in again; a broken file is refused with its place', async ({ page, room }, info) => {
  await duplicateDeploy(page, room.address);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('x')]);
  const file = info.outputPath('deploy.json');
  await download.saveAs(file);
  const content = JSON.parse(readFileSync(file, 'utf8')) as { phases: { steps: { role: string }[] }[] };
  expect(content).toMatchObject({ format: 1, title: 'Deploy, our way' });

  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog');
  const step = content.phases[0]?.steps[0];
  if (step) step.role = 'wizard';
  const broken = Buffer.from(JSON.stringify(content));
  await dialog.locator('input[type=file]').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: broken });
  await expect(dialog).toContainText('phases.0.steps.0.role');
  await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled();
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog).toContainText('The two are the same');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Playbooks' }).getByText('Deploy, our way')).toHaveCount(2);
});
