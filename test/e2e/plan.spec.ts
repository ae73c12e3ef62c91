/** The plan is edited as a sheet: by keyboard alone, with pasted rows, by two people at once, and taken back by one act. */
import { type Browser, expect, type Page } from '@playwright/test';
import { goTo, openSample, type Room, test } from './support.ts';

async function openSheet(page: Page) {
  await goTo(page, 'Runbook');
  await expect(page.getByRole('heading', { name: 'Runbook', level: 1 })).toBeVisible();
  await page.keyboard.press('7');
  const sheet = page.getByRole('grid', { name: 'Plan' });
  await expect(sheet.getByRole('row').nth(1)).toBeVisible();
  await expect(sheet).toBeFocused();
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

test('a row that is inserted is the one that is typed into, at the end, above and below', async ({ page, room }) => {
  await openSample(page, room);
  const sheet = await openSheet(page);
  const titleOf = (ref: string) =>
    sheet
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: ref, exact: true }) })
      .getByRole('gridcell')
      .first();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('The new last task');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('One more');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+Shift+Enter');
  await page.keyboard.type('Between them');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Insert', exact: true }).click();
  await page.keyboard.type('From the button');
  await page.keyboard.press('Enter');
  await expect(titleOf('N1')).toHaveText('The new last task');
  await expect(titleOf('N2')).toHaveText('One more');
  await expect(titleOf('N3')).toHaveText('Between them');
  await expect(titleOf('N4')).toHaveText('From the button');
  await expect(titleOf('T-120')).toHaveText('Business signs the cutover protocol');
});

test('a table with the usual headings becomes new tasks, pasted while nothing has the focus', async ({ page, room }) => {
  await openSample(page, room);
  await openSheet(page);
  await page.getByRole('heading', { name: 'Runbook', level: 1 }).click();
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, 'Task\tOwner\tStart\tDuration\tAfter\tCost centre\nFreeze entry\tM. Okoro\t22:15\t15\t\tA\nFinal backup\t\tT+0:30\t1h\tFreeze entry\tA\n');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 new tasks are added at the end');
  await expect(dialog).toContainText('The column Cost centre has no place');
  await expect(dialog).toContainText('Every cell can be read');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('2 tasks of the plan saved')).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Plan' })).toBeFocused();
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
  const edited = page.getByRole('grid', { name: 'Plan' }).getByText('Somebody edits this row');
  await expect(edited).toHaveCount(1);
  await other.keyboard.press('Escape');
  await other.keyboard.press('Shift+Delete');
  await expect(edited).toHaveCount(0);
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

  await openForm(other);
  await other.getByLabel('Detail').fill('My detail');
  await openForm(page);
  await expect(page.getByRole('dialog')).toContainText('Somebody edits this task');
  await page.getByLabel('Detail').fill('Their detail');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('T-082 changed')).toBeVisible();
  const form = other.getByRole('dialog');
  await expect(form.getByRole('region', { name: 'Conflicts' }).getByRole('row').nth(1)).toContainText(
    /Detail.*Their detail.*My detail.*desk/,
  );
  await expect(form.getByRole('button', { name: /^Save/ })).toBeDisabled();
  await form.getByRole('button', { name: 'Keep mine' }).click();
  await other.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(page.getByRole('region', { name: 'Task T-082' })).toContainText('My detail');
});

async function openForm(page: Page) {
  await page.evaluate(() => {
    location.hash = '#/GL-001/runbook/T-082?view=table';
  });
  await expect(page.getByRole('region', { name: 'Task T-082' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog').getByLabel('Title')).toBeFocused();
}

test('tasks are linked, changed together, kept as a template and copied from another go-live, each taken back', async ({ page, room }) => {
  test.setTimeout(90_000);
  await openSample(page, room);
  await page.evaluate(() => {
    location.hash = '#/';
  });
  await expect(page.getByRole('button', { name: /Sample go-live/ })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/GL-002/);
  await expect(page.getByRole('heading', { name: 'Streams' })).toBeVisible();
  const sheet = await openSheet(page);
  const dialog = page.getByRole('dialog');
  const takeBack = async () => {
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(/Entry \d+ taken back/)).toBeVisible();
    await sheet.focus();
    await page.keyboard.press('Control+Home');
  };

  await page.keyboard.press('Alt+l');
  await expect(dialog.getByLabel('Other task')).toBeFocused();
  await page.keyboard.type('brief floor');
  await expect(dialog.getByRole('status', { name: 'Impact' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('T-001 and T-114 linked')).toBeVisible();
  await takeBack();

  const stream = await cell(page, 3, 'Stream');
  const was = (await stream.textContent()) ?? '';
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Alt+c');
  await dialog.getByLabel('Stream').fill('Night shift');
  await expect(dialog.getByRole('status', { name: 'Impact' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 tasks changed')).toBeVisible();
  await expect(stream).toHaveText('Night shift');
  await takeBack();
  await expect(stream).toHaveText(was);

  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Alt+g');
  await page.keyboard.type('Before we begin');
  await page.keyboard.press('Control+Enter');
  const group = sheet.getByRole('gridcell', { name: 'Before we begin', exact: true });
  await group.click();
  await page.getByRole('button', { name: 'Save as template' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await sheet.focus();
  await page.keyboard.press('Alt+t');
  await expect(dialog.getByRole('listitem')).toContainText('3 tasks');
  await dialog.getByRole('button', { name: 'Choose' }).click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('3 tasks of “Before we begin” inserted')).toBeVisible();
  await expect(group).toHaveCount(2);
  await takeBack();
  await expect(group).toHaveCount(1);

  await page.getByRole('button', { name: 'Copy from another go-live' }).click();
  await dialog.getByRole('combobox', { name: 'Go-live' }).click();
  await page.getByRole('option', { name: /^GL-001/ }).click();
  await dialog.getByLabel(/^Monitoring, \d+/).check();
  await expect(dialog.getByText(/^\d+ tasks, .* would be copied/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^\d+ tasks copied from GL-001/)).toBeVisible();
  await takeBack();
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
