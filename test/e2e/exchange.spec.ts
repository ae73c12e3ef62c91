/** The plan goes out as a workbook, ten cells are edited, and it comes back: looked at, made as one act, and taken back by one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, goTo, openSample, test } from './support.ts';

test('ten cells edited in an exported workbook are ten changes, one act, one undo', async ({ page, room, folder }) => {
  await openSample(page, room);
  await goTo(page, 'Runbook');
  await expect(page.getByRole('heading', { name: 'Runbook', level: 1 })).toBeVisible();
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^GL-001-plan-\d{4}-\d{2}-\d{2}\.xlsx$/);
  await expect(dialog).toBeHidden();

  const book = await readXlsx(readFileSync(await saved.path()));
  const plan = book.sheets[0]?.rows ?? [];
  const title = plan[0]?.indexOf('Title') ?? -1;
  const first = String(plan[1]?.[title]);
  for (let row = 1; row <= 10; row += 1) {
    const cells = plan[row];
    if (cells) cells[title] = `${cells[title]} (edited)`;
  }
  const edited = join(folder, 'edited.xlsx');
  writeFileSync(edited, await writeXlsx({ sheets: book.sheets.map(({ name, rows }) => ({ name, rows })) }));

  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Bring back an export' }).click();
  await dialog.locator('input[type=file]').setInputFiles(edited);
  await expect(dialog).toContainText('10 changes would be made');
  await expect(dialog.getByRole('table', { name: 'Changes' }).getByRole('row').filter({ hasText: '(edited)' })).toHaveCount(10);
  await dialog.getByRole('button', { name: 'Make 10 changes' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('edited.xlsx: 10 changes made')).toBeVisible();
  await expect(page.getByText(`${first} (edited)`).first()).toBeVisible();

  await page.keyboard.press('u');
  await expect(page.getByText(`${first} (edited)`)).toHaveCount(0);
  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Bring back an export' }).click();
  await dialog.locator('input[type=file]').setInputFiles(await saved.path());
  await expect(dialog).toContainText('The file changes nothing');
  await leave(page);

  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Bring back an export' }).click();
  await dialog.locator('input[type=file]').setInputFiles(edited);
  await dialog.getByRole('button', { name: 'Make 10 changes' }).click();
  await expect(dialog).toBeHidden();
  const another = await readXlsx(readFileSync(await saved.path()));
  for (const cells of another.sheets[0]?.rows.slice(1, 3) ?? []) cells[title] = `${cells[title]} (mine)`;
  const mine = join(folder, 'mine.xlsx');
  writeFileSync(mine, await writeXlsx({ sheets: another.sheets.map(({ name, rows }) => ({ name, rows })) }));
  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Bring back an export' }).click();
  await dialog.locator('input[type=file]').setInputFiles(mine);
  await expect(dialog).toContainText('2 lines were changed here too');
  await expect(dialog).toContainText('No change would be made');
  await dialog.getByRole('button', { name: 'All mine' }).click();
  await expect(dialog.getByRole('button', { name: 'Make 2 changes' })).toBeEnabled();
  await dialog
    .getByRole('group', { name: /^Whose is taken: T-/ })
    .last()
    .getByRole('button', { name: 'Theirs' })
    .click();
  const other = await page.context().newPage();
  await other.goto(room.address);
  await other.getByRole('link', { name: /ERPNext v16/ }).click();
  await expect(other.getByRole('heading', { name: 'Streams' })).toBeVisible();
  await goTo(other, 'Runbook');
  await other.getByText(`${first} (edited)`).first().click();
  await other.keyboard.press('e');
  await other.getByRole('dialog').getByLabel('Title').fill('Theirs meanwhile');
  await other.keyboard.press('Control+Enter');
  await expect(other.getByRole('dialog')).toBeHidden();
  await other.close();
  await dialog.getByRole('button', { name: 'Make 1 change', exact: false }).click();
  await expect(dialog).toContainText('The plan changed after this was shown');
  await expect(dialog.getByRole('table', { name: 'Changes' })).toContainText('Theirs meanwhile');
  await dialog.getByRole('button', { name: 'Make 1 change', exact: false }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('mine.xlsx: 1 change made')).toBeVisible();
  await expect(page.getByText(`${first} (mine)`).first()).toBeVisible();

  const unread = await readXlsx(readFileSync(await saved.path()));
  const [good, bad] = unread.sheets[0]?.rows.slice(20, 22) ?? [];
  if (!good || !bad) throw new Error('the sample has fewer tasks');
  good[title] = 'Only this one';
  bad[plan[0]?.indexOf('Duration (min)') ?? -1] = 'soon';
  const half = join(folder, 'half.xlsx');
  writeFileSync(half, await writeXlsx({ sheets: unread.sheets.map(({ name, rows }) => ({ name, rows })) }));
  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Bring back an export' }).click();
  await dialog.locator('input[type=file]').setInputFiles(half);
  await expect(dialog.getByRole('status', { name: 'Impact' })).toContainText('No task moves');
  await dialog.getByLabel('Go on without the 1 row that cannot be read').check();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('half.xlsx: 1 change made')).toBeVisible();
});

async function leave(page: Page) {
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Escape');
  if (await dialog.isVisible()) await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('a file that is no export is refused in words, and a calendar is saved', async ({ page, room, folder }) => {
  await openSample(page, room);
  await goTo(page, 'Runbook');
  await expect(page.getByRole('heading', { name: 'Runbook', level: 1 })).toBeVisible();
  const dialog = page.getByRole('dialog');
  const other = join(folder, 'other.csv');
  writeFileSync(other, 'ID,Task,Owner\n1,Copy,Ann\n');
  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Bring back an export' }).click();
  await dialog.locator('input[type=file]').setInputFiles(other);
  await expect(dialog).toContainText('The file has no column Gantry id');
  await leave(page);

  await page.keyboard.press('Shift+X');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('group', { name: 'Format' }).getByRole('button', { name: 'Calendar' }).click();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/\.ics$/);
  expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
});
