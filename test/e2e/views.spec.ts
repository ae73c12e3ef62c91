/** The views of the runbook and the wall: each reached and used by keys, and axe finds nothing on any, dark and light. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, openSample, test } from './support.ts';

test.use({ bypassCSP: true }); // so that axe can be put into the page

const looks = ['view=table&group=plan', 'view=gantt&zoom=hour', 'view=map', 'view=lanes', 'view=list', 'view=burn-up'];

for (const scheme of ['dark', 'light'] as const) {
  test(`axe finds nothing on any view, ${scheme}`, async ({ page, room }) => {
    test.setTimeout(180_000);
    await page.addInitScript((value) => localStorage.setItem('gantry.scheme', value), scheme);
    await openSample(page, room);
    const start = page.url().split('#')[0];
    for (const look of looks) {
      await page.goto(`${start}#/GL-001/runbook/T-082?${look}`);
      await expect(page.getByRole('region', { name: 'Task T-082' })).toBeVisible();
      await expect(page.getByText(/Loading the view|Laying out/)).toHaveCount(0, { timeout: 30_000 });
      expect.soft(await violations(page), look).toEqual([]);
    }
    await page.goto(`${start}#/GL-001/wall`);
    await expect(page.getByRole('heading', { name: 'Running' })).toBeVisible();
    expect.soft(await violations(page), 'wall').toEqual([]);
  });
}

test('every view is reached by its key and keeps the selected task', async ({ page, room }) => {
  test.setTimeout(120_000);
  await openSample(page, room);
  await page.goto(`${page.url().split('#')[0]}#/GL-001/runbook/T-082`);
  const detail = page.getByRole('region', { name: 'Task T-082' });
  await expect(detail).toBeVisible();

  await page.keyboard.press('2');
  await expect(page.getByRole('grid', { name: 'Tasks on the clock' }).getByRole('row', { selected: true })).toContainText('T-082');
  await page.keyboard.press('j');
  await expect(page.getByRole('region', { name: 'Task T-083' })).toBeVisible();
  await page.keyboard.press('k');
  await expect(detail).toBeVisible();

  await page.keyboard.press('3');
  await expect(page.getByText('120 tasks, 137 links')).toBeVisible();
  await expect(page.getByText('Laying out')).toHaveCount(0, { timeout: 30_000 });
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Task T-083' })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(detail).toBeVisible();

  await page.keyboard.press('4');
  await expect(page.getByRole('region', { name: 'Streams on the clock' })).toBeVisible();

  await page.keyboard.press('5');
  await expect(page.getByRole('grid', { name: 'Tasks in the order of time' })).toBeVisible();
  await page.keyboard.press('g');
  await expect(page.getByRole('grid', { name: 'Tasks before T-082' }).getByRole('row')).toHaveCount(9);
  expect(page.url()).toContain('#/GL-001/runbook/T-082?view=list&goal=T-082');

  await page.keyboard.press('6');
  await expect(page.getByRole('img', { name: /of 120 tasks closed/ })).toBeVisible();
});

test('tasks are chosen by keys, found by words, and a view is saved for everybody', async ({ page, room }) => {
  await openSample(page, room);
  await page.goto(`${page.url().split('#')[0]}#/GL-001/runbook/T-080`);
  await expect(page.getByRole('region', { name: 'Task T-080' })).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+J');
  await page.keyboard.press('Shift+J');
  await expect(page.getByRole('region', { name: 'Chosen tasks' })).toContainText('3 chosen');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Chosen tasks' })).toBeHidden();

  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Words' })).toBeFocused();
  await page.keyboard.type('bank connector');
  await expect(page.getByText(/^1 of 120 tasks/)).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /find/i })).toBeFocused();
  await page.keyboard.type('saved views');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The bank');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('View The bank saved')).toBeVisible();
  await page.getByRole('button', { name: /Show all/ }).press('Enter'); // the field still has the focus and would take a key
  await expect(page.getByText(/^120 of 120 tasks/)).toBeVisible();
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'The bank', exact: true }).press('Enter');
  await expect(page.getByText(/^1 of 120 tasks/)).toBeVisible();

  await page.getByRole('combobox', { name: 'Grouped by' }).click();
  await page.getByRole('option', { name: 'Person' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'L. Costa' }).first()).toContainText('0 of 1 closed');
});

for (const [view, name] of [
  ['gantt', 'gantt'],
  ['map', 'map'],
] as const) {
  test(`the ${name} is saved as PDF and PNG by keys`, async ({ page, room }) => {
    test.setTimeout(120_000);
    await openSample(page, room);
    await page.goto(`${page.url().split('#')[0]}#/GL-001/runbook?view=${view}`);
    await expect(page.getByText(/Loading the view|Laying out/)).toHaveCount(0, { timeout: 30_000 });
    await expect(page.getByRole('button', { name: /^PDF, PNG/ })).toBeVisible();
    if (view === 'map') await expect(page.locator('.react-flow__node').first()).toBeVisible(); // laid out in a worker
    await page.keyboard.press('Shift+P');
    await expect(page.getByRole('dialog')).toBeVisible();
    const pdf = page.waitForEvent('download');
    await page.keyboard.press('Control+Enter');
    const pdfFile = await pdf;
    expect(pdfFile.suggestedFilename()).toMatch(new RegExp(`^GL-001-${name}-\\d{4}-\\d{2}-\\d{2}\\.pdf$`));
    expect(
      readFileSync(await pdfFile.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Shift+P');
    await page.getByText('PNG, one picture').click();
    const png = page.waitForEvent('download');
    await page.keyboard.press('Control+Enter');
    expect(
      readFileSync(await (await png).path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });
}

/** Where the mouse can grab an end of a bar in the Gantt: found as a person does, by the pointer it becomes. */
async function handleOf(page: Page, ref: string, end: 'start' | 'end') {
  const grid = page.getByRole('grid', { name: 'Tasks on the clock' });
  const canvas = grid.locator('canvas');
  const [row, sheet] = [await grid.getByRole('row').filter({ hasText: ref }).boundingBox(), await canvas.boundingBox()];
  if (!row || !sheet) throw new Error(`${ref} is not in sight`);
  const y = row.y + 12;
  for (let by = 6; by < sheet.width; by += 14) {
    const x = end === 'start' ? sheet.x + by : sheet.x + sheet.width - by;
    await page.mouse.move(x, y);
    if ((await canvas.evaluate((element) => element.style.cursor)) === 'crosshair') return { x, y };
  }
  throw new Error(`${ref} has no handle at its ${end}`);
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }, beforeDrop = async () => {}) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await beforeDrop();
  await page.mouse.up();
}

test('a link is dragged from bar to bar and from box to box: told before, refused in a circle, taken back by one act', async ({
  page,
  room,
}) => {
  test.setTimeout(120_000);
  await openSample(page, room);
  const start = page.url().split('#')[0];
  await page.goto(`${start}#/GL-001/runbook?view=gantt&zoom=hour&group=time&show=open`);
  await expect(page.getByRole('grid', { name: 'Tasks on the clock' }).getByRole('row').first()).toBeVisible();
  const blocked = await handleOf(page, 'T-082', 'end');
  const dialog = page.getByRole('dialog');

  await drag(page, blocked, await handleOf(page, 'T-058', 'start'), () => page.keyboard.press('Escape'));
  await expect(dialog).toBeHidden();
  await drag(page, await handleOf(page, 'T-083', 'end'), await handleOf(page, 'T-082', 'start'));
  await expect(dialog).toContainText(/in a circle: .*T-082 → T-083|in a circle: .*T-083 → T-082/);
  await expect(dialog.getByRole('button', { name: /Add link/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await drag(page, blocked, await handleOf(page, 'T-058', 'end'));
  await expect(dialog.getByRole('heading')).toHaveText('Link T-082 and T-058');
  await expect(dialog.getByRole('combobox', { name: 'Kind' })).toHaveValue('FF, finish to finish');
  await expect(dialog.getByRole('status', { name: 'Impact' })).toContainText(/tasks? moves?/i);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('T-082 and T-058 linked')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(/Entry \d+ taken back/)).toBeVisible();

  await page.goto(`${start}#/GL-001/runbook/T-083?view=map`);
  const [from, to] = ['T-083', 'T-095'].map((ref) => page.locator('.react-flow__node').filter({ hasText: ref })) as [Locator, Locator];
  await expect(to).toBeVisible({ timeout: 30_000 });
  await page.waitForTimeout(600); // the map comes to rest on the selected task
  const middle = async (box: Locator) => {
    const handle = await box.locator('.react-flow__handle-right').boundingBox();
    if (!handle) throw new Error('no handle');
    return { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
  };
  await drag(page, await middle(from), await middle(to), async () => {
    await expect(page.getByText('T-083 → T-095, finish to finish')).toBeVisible();
  });
  await expect(dialog.getByRole('combobox', { name: 'Kind' })).toHaveValue('FF, finish to finish');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('120 tasks, 138 links')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('120 tasks, 137 links')).toBeVisible();
});

test('the wall fills the screen with F and gives it back', async ({ page, room }) => {
  await openSample(page, room);
  await page.goto(`${page.url().split('#')[0]}#/GL-001/wall`);
  const wall = page.getByRole('region', { name: 'Wall display' });
  await expect(wall).toBeVisible();
  await page.keyboard.press('f');
  await expect.poll(async () => (await wall.boundingBox())?.x).toBe(0);
  await page.keyboard.press('f');
  await expect.poll(async () => (await wall.boundingBox())?.x).toBeGreaterThan(0);
});
