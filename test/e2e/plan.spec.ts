/** The plan is edited as a sheet: by keyboard alone, with pasted rows, by two people at once, and taken back by one act. */
import { type Browser, expect, type Page } from '@playwright/test';
import { goTo, openSample, type Room, test } from './support.ts';

async function openSheet(page: Page) {
  await goTo(page, 'Runbook');
  await expect(page.getByRole('heading', { name: 'Runbook', level: 1 })).toBeVisible();
  await page.keyboard.press('7');
  const sheet = page.getByRole('grid', { name: 'Plan' });
  await expect(sheet.getByRole('row').nth(1)).toBeVisible();
  await sheet.focus();
  await page.keyboard.press('Control+Home');
  return sheet;
}

const head = async (page: Page, name: string) => {
  const heads = await page.getByRole('grid', { name: 'Plan' }).getByRole('columnheader').allTextContents();
  return heads.indexOf(name);
};
const cell = async (page: Page, row: number, name: string) =>
  page
    .getByRole('grid', { name: 'Plan' })
    .getByRole('row')
    .nth(row)
    .getByRole('gridcell')
    .nth((await head(page, name)) - 1);

async function paste(page: Page, text: string) {
  await page.getByRole('grid', { name: 'Plan' }).evaluate((grid, content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    grid.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('two cells are typed by keyboard, their impact is told, and one act saves and takes them back', async ({ page, room }) => {
  await openSample(page, room);
  await openSheet(page);
  const [first, second] = [await cell(page, 1, 'Title'), await cell(page, 2, 'Title')];
  const [one, two] = [await first.textContent(), await second.textContent()];
  await page.keyboard.type('Typed in the sheet');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await page.keyboard.type(' too');
  await page.keyboard.press('Tab');
  const unsaved = page.getByRole('region', { name: 'Not saved yet' });
  await expect(unsaved).toContainText('2 tasks not saved');
  await expect(unsaved.getByRole('status', { name: 'Impact' })).toContainText('No task moves');
  await page.keyboard.press('Control+s');
  await expect(unsaved).toBeHidden();
  await expect(page.getByText('2 tasks of the plan saved')).toBeVisible();
  await expect(first).toHaveText('Typed in the sheet');
  await expect(second).toHaveText(`${two} too`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(first).toHaveText(one ?? '');
  await expect(second).toHaveText(two ?? '');
});

test('Escape keeps what was typed, marked, and it is not saved before it is confirmed', async ({ page, room }) => {
  await openSample(page, room);
  await openSheet(page);
  await page.keyboard.type('Half a thou');
  await page.keyboard.press('Escape');
  await expect(await cell(page, 1, 'Title')).toHaveText('Half a thou');
  await expect(page.getByText('1 typed, not confirmed')).toBeVisible();
  await goTo(page, 'Readiness');
  await openSheet(page);
  await expect(await cell(page, 1, 'Title')).toHaveText('Half a thou');
  await page.keyboard.press('Shift+Delete');
  await expect(page.getByRole('region', { name: 'Not saved yet' })).toBeHidden();
});

test('a longer task moves the finish, and a circle is named as a path before it is saved', async ({ page, room }) => {
  await openSample(page, room);
  const sheet = await openSheet(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  for (let step = 0; step < (await head(page, 'Duration')) - 1; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('9000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status', { name: 'Impact' })).toContainText(/moves finish by/i);
  await page.keyboard.press('Shift+Delete');
  await expect(page.getByRole('region', { name: 'Not saved yet' })).toBeHidden();
  await page.keyboard.press('Control+Home');
  const [one = '', two = ''] = await sheet.getByRole('rowheader').allTextContents();
  for (let step = 0; step < (await head(page, 'Predecessors')) - 1; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type(`${two}FS+5m`);
  await page.keyboard.press('Enter');
  await page.keyboard.type(one);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Not saved yet' })).toContainText(/in a circle: .*T-\d+ → T-\d+/);
});

test('pasted rows are looked at first: what cannot be read is named, kept and mended', async ({ page, room }) => {
  await openSample(page, room);
  await openSheet(page);
  await paste(page, 'Title\tDuration\tPredecessors\nPasted one\t15\tT-001FS+30m\nPasted two\t-4\tT-999\n');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 cells cannot be read');
  await expect(dialog.getByRole('row').filter({ hasText: 'must not be negative' })).toContainText('Duration');
  await expect(dialog.getByRole('row').filter({ hasText: 'no task T-999' })).toContainText('Predecessors');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  const unsaved = page.getByRole('region', { name: 'Not saved yet' });
  await expect(unsaved).toContainText('not saved');
  await expect(unsaved).toContainText('Duration');
});

test('15,000 pasted rows are refused with the bound, and the sheet stays', async ({ page, room }) => {
  await openSample(page, room);
  await openSheet(page);
  await paste(page, Array.from({ length: 15_000 }, (_, at) => `Row ${at}`).join('\n'));
  await expect(page.getByText(/15000 rows were pasted; the sheet takes 5000/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Not saved yet' })).toBeHidden();
});

test('of two windows that change one cell the second is shown whose it is, and keeps what it typed', async ({ page, room, browser }) => {
  await openSample(page, room);
  await openSheet(page);
  const other = await secondWindow(browser, room, page);
  await openSheet(other);
  await other.keyboard.type('Mine');
  await other.keyboard.press('Enter');
  await page.keyboard.type('Theirs');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('1 task of the plan saved')).toBeVisible();
  const conflicts = other.getByRole('region', { name: 'Conflicts' });
  await expect(conflicts.getByRole('row').nth(1)).toContainText('Theirs');
  await expect(conflicts.getByRole('row').nth(1)).toContainText('Mine');
  await expect(conflicts.getByRole('row').nth(1)).toContainText(/desk|manager|room/i);
  await conflicts.getByRole('button', { name: 'Keep mine' }).click();
  await expect(conflicts).toBeHidden();
  await other.getByRole('grid', { name: 'Plan' }).focus();
  await other.keyboard.press('Control+s');
  await expect(await cell(page, 1, 'Title')).toHaveText('Mine');
});

async function secondWindow(browser: Browser, room: Room, page: Page): Promise<Page> {
  const other = await (await browser.newContext()).newPage();
  await other.goto(room.address);
  const { hash } = new URL(page.url());
  await other.getByRole('link', { name: /ERPNext v16/ }).click();
  await other.evaluate((to) => {
    location.hash = to;
  }, hash.split('?')[0] ?? '');
  await expect(other.getByRole('heading', { name: 'Runbook', level: 1 })).toBeVisible();
  return other;
}
