/** Reports made from the boards, by keyboard, and saved as files. */
import { readFileSync } from 'node:fs';
import { expect, goTo, openSample, tabTo, test } from './support.ts';

test('a gate gives its decision record, readiness its checklist as a workbook', async ({ page, room }) => {
  await openSample(page, room);
  await goTo(page, 'G-3');
  await expect(page.getByRole('heading', { name: /G-3/, level: 1 })).toBeVisible();
  await page.keyboard.press('Shift+P');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Decision record');
  const record = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const pdf = await record;
  expect(pdf.suggestedFilename()).toMatch(/^GL-001-decision-G-3-\d{4}-\d{2}-\d{2}\.pdf$/);
  expect(
    readFileSync(await pdf.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await expect(dialog).toBeHidden();

  await goTo(page, 'Readiness');
  await expect(page.getByRole('heading', { name: 'Readiness', level: 1 })).toBeVisible();
  await page.keyboard.press('Shift+P');
  await tabTo(page, dialog.getByRole('group', { name: 'Report' }).getByRole('button', { pressed: true }));
  await page.keyboard.press('ArrowRight');
  await expect(dialog).toContainText('Verified deployment checklist');
  await tabTo(page, dialog.getByRole('group', { name: 'Format' }).getByRole('button', { pressed: true }));
  while (!(await dialog.getByRole('button', { name: 'Excel', pressed: true }).isVisible())) await page.keyboard.press('ArrowRight');
  const checklist = page.waitForEvent('download');
  await page.keyboard.press('Control+Enter');
  const workbook = await checklist;
  expect(workbook.suggestedFilename()).toMatch(/^GL-001-checklist-.*\.xlsx$/);
  expect(
    readFileSync(await workbook.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});
