/** The whole job by keyboard alone, as a go-live manager does it at night. */
import { readFileSync } from 'node:fs';
import { expect, goTo, openSample, tabTo, test } from './support.ts';

test('by keyboard alone: sample opened, task finished, ticket logged, gate decided, report exported', async ({ page, room }) => {
  await openSample(page, room);

  await goTo(page, 'Runbook');
  await expect(page.getByRole('heading', { name: 'Runbook', level: 1 })).toBeVisible();
  await goTo(page, 'Compare error rates with the baseline');
  const detail = page.getByRole('region', { name: /^Task T-/ });
  await expect(detail).toContainText('In progress');
  await page.keyboard.press('f');
  await expect(detail.getByText('Finished', { exact: true }).first()).toBeVisible();
  await expect(page.getByLabel('Last act')).toContainText('finished');

  await page.keyboard.press('l');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('Carrier label has no weight @Warehouse !2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('TKT-0061');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await goTo(page, 'G-5');
  await expect(page.getByText('Is the deployment stable')).toBeVisible();
  await page.keyboard.press('d');
  const decide = page.getByRole('dialog');
  await expect(decide).toBeVisible();
  await tabTo(page, decide.getByRole('group', { name: 'Decision' }).getByRole('button', { pressed: true }));
  const isPressed = (name: string) => decide.getByRole('button', { name, pressed: true, exact: true }).isVisible();
  while (!(await isPressed('Go with conditions'))) await page.keyboard.press('ArrowRight');
  await expect(decide).toContainText('passes over, and the record says so');
  await expect(decide.getByRole('checkbox', { name: 'I have read this and decide all the same' })).not.toBeChecked();
  while (!(await isPressed('No-go'))) await page.keyboard.press('ArrowRight');
  await expect(decide.getByRole('checkbox')).toBeHidden();
  await tabTo(page, decide.getByRole('textbox', { name: /Reasons/ }));
  await page.keyboard.type('Payments do not work and the bank gives no time.');
  await page.keyboard.press('Control+Enter');
  await expect(decide).toBeHidden();
  await expect(page.getByText('No-go', { exact: true }).first()).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('undo');
  await expect(page.getByRole('option', { name: /Undo my last act.*G-5/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await goTo(page, 'Closure');
  await expect(page.getByRole('heading', { name: 'Closure', level: 1 })).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByRole('dialog')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const file = await (await download).path();
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a held task asks why it goes ahead, and an act is taken back', async ({ page, room }) => {
  await openSample(page, room);
  await goTo(page, 'Fetch the first bank statement');
  const detail = page.getByRole('region', { name: /^Task T-/ });
  await expect(detail).toContainText('Not ready');
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/waits for T-\d+/);
  await page.keyboard.type('The bank sent the statement by courier');
  await page.keyboard.press('Control+Enter');
  await expect(detail.getByText('In progress', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('u');
  await expect(detail.getByText('Not ready', { exact: true }).first()).toBeVisible();
});

test('a new go-live is made with the wizard, by keyboard, and keeps a draft', async ({ page, room }) => {
  await page.goto(room.address);
  await expect(page.getByRole('button', { name: /New go-live/ })).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: /^Name/ })).toBeFocused();
  await page.keyboard.type('Payroll hotfix');
  await tabTo(page, dialog.getByRole('textbox', { name: /^System/ }));
  await page.keyboard.type('Payroll');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('n');
  await expect(dialog.getByRole('textbox', { name: /^Name/ })).toHaveValue('Payroll hotfix');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('group', { name: 'Does this release change the database?' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('textbox', { name: /^T-0/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('Nobody yet');
  const name = dialog.getByRole('textbox', { name: /^Name/ }).first();
  await tabTo(page, name);
  await page.keyboard.type('M. Okoro');
  const roles = dialog.getByRole('combobox', { name: /^Roles/ }).or(dialog.getByRole('textbox', { name: /^Roles/ }));
  await tabTo(page, roles.first());
  for (const role of ['Deployment operator', 'Tester', 'Developer']) {
    await page.keyboard.type(role);
    await expect(page.getByRole('option', { name: role })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await expect(dialog).not.toContainText('Nobody yet');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /Payroll hotfix/ })).toBeVisible();
  await goTo(page, 'Runbook');
  await expect(page.getByText('Deploy to production')).toBeVisible();
});
