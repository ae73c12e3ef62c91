/** The parts in a real browser, on the pages of the gallery. */
import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { addAxe, violations } from '../../support/gallery/axe.ts';
import { type ServedGallery, serveGallery } from '../../support/gallery/serve.ts';
import { states } from '../../support/gallery/states.ts';

// Building the gallery and a busy machine take longer than Vitest's five seconds.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 90_000 });

let gallery: ServedGallery;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});
afterEach(async () => {
  await page.close();
  expect(faults).toEqual([]);
});

async function open(name: string) {
  await page.goto(`${gallery.address}#${name}`);
  await page.getByRole('heading', { name: 'Parts' }).waitFor();
}

const selectedRow = () => page.locator('[role="row"][aria-selected="true"]');

test.each(['dark', 'light'])('axe finds nothing wrong on a %s screen', async (scheme) => {
  await page.addInitScript((value) => localStorage.setItem('gantry.scheme', value), scheme);
  await open('parts');
  await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe(scheme);
  await addAxe(page);
  const found: Record<string, readonly string[]> = {};
  for (const { name, keys, shown } of states) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.locator('h1').click();
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(100); // Mantine moves the focus into a dialog a moment after it is shown
    }
    await page.locator(shown).first().waitFor();
    found[`${name} ${keys.join(' ')}`] = await violations(page);
    for (const _ of keys) await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(Object.keys(found)).toHaveLength(states.length);
  expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
});

describe('a table', () => {
  test('of ten thousand rows draws those in view and moves through all of them by keys', async () => {
    await open('long');
    const grid = page.getByRole('grid', { name: 'Ten thousand tasks' });
    expect(await grid.getAttribute('aria-rowcount')).toBe('10001');
    expect(await grid.getByRole('row').count()).toBeLessThan(80);
    await grid.focus();
    await page.keyboard.press('End');
    await expect.poll(() => selectedRow().innerText()).toContain('T-10000');
    expect(await selectedRow().getAttribute('aria-rowindex')).toBe('10001');
    expect(await grid.getAttribute('aria-activedescendant')).toBe(await selectedRow().getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('k');
    await expect.poll(() => selectedRow().innerText()).toContain('T-09998');
    await page.keyboard.press('Home');
    await page.keyboard.press('PageDown');
    const box = await selectedRow().boundingBox();
    expect(box && box.y > 60 && box.y + box.height <= 877).toBe(true);
  });

  test('keeps the selected row below its head and in view', async () => {
    await open('long');
    await page.getByRole('grid').focus();
    for (let press = 0; press < 60; press += 1) await page.keyboard.press('ArrowDown');
    for (let press = 0; press < 50; press += 1) await page.keyboard.press('ArrowUp');
    const head = await page.locator('.tbl .head').boundingBox();
    const row = await selectedRow().boundingBox();
    expect(row?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
  });

  test('that is the main one moves by J and K without the focus, and opens by Enter', async () => {
    await open('readiness');
    await page.keyboard.press('j');
    expect(await selectedRow().innerText()).toContain('Data migration');
    await page.keyboard.press('Enter');
    expect(await page.locator('.toast').innerText()).toContain('Data migration would open');
  });

  test('sorts by its heads, up, down and as given', async () => {
    await open('readiness');
    const head = page.getByRole('grid').getByRole('columnheader', { name: 'Area' });
    const first = () => page.getByRole('grid').getByRole('row').nth(1).innerText();
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await first()).toContain('Configuration');
    await head.getByRole('button').click();
    expect(await first()).toContain('Training');
    await head.getByRole('button').click();
    expect(await head.getAttribute('aria-sort')).toBe('none');
    expect(await first()).toContain('Integration');
  });

  test('folds a group, and steps over it', async () => {
    await open('tickets');
    await page.getByRole('button', { name: 'New' }).click();
    expect(await page.getByText('TKT-0031').count()).toBe(0);
    await page.getByText('TKT-0030').click();
    await page.keyboard.press('ArrowDown');
    expect(await selectedRow().innerText()).toContain('TKT-0027');
  });
});

describe('a dialog', () => {
  test('that is refused says why and keeps what was typed; accepted it goes and gives the focus back', async () => {
    await open('fields');
    await page.getByRole('button', { name: 'Block T-022' }).click();
    const dialog = page.getByRole('dialog', { name: 'Block task' });
    const reason = dialog.getByLabel('Reason');
    await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('short');
    await page.keyboard.press('Control+Enter');
    expect(await dialog.getByRole('alert').innerText()).toContain('INC-002');
    expect(await reason.inputValue()).toBe('short');
    await page.keyboard.type(' was the first reason');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Block T-022');
  });

  test('is left by Escape only when pressed again once something was typed', async () => {
    await open('fields');
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog', { name: 'Block task' });
    await dialog.getByLabel('Reason').fill('INC-002');
    await page.keyboard.press('Escape');
    expect(await dialog.getByRole('status').innerText()).toContain('not saved');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('hides the keys of the board below it, and Escape closes its open list first, then it', async () => {
    await open('fields');
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog', { name: 'Block task' });
    await dialog.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('t');
    await page.keyboard.press('Control+k');
    expect(await page.locator('.toast').count()).toBe(0);
    expect(await page.getByRole('combobox', { name: 'Find or do' }).count()).toBe(0);
    await dialog.getByLabel('Who can clear it').click();
    await dialog.getByRole('option', { name: 'Rolf Haas' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('option').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('t');
    expect(await page.locator('.toast').count()).toBe(1);
  });
});

describe('a field', () => {
  test('keeps single keys for itself', async () => {
    await open('fields');
    await page.getByLabel('Title').fill('');
    await page.keyboard.type('bt?');
    expect(await page.getByLabel('Title').inputValue()).toBe('bt?');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('ties its error and its hint to the input', async () => {
    await open('fields');
    const described = await page.getByLabel('Evidence').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('begins with https');
    expect(await page.getByLabel('Evidence').getAttribute('aria-invalid')).toBe('true');
  });

  test('for an instant steps by arrows, tidies what was typed, and says what it cannot read', async () => {
    await open('fields');
    const starts = page.getByLabel('Starts');
    await starts.press('ArrowUp');
    expect(await starts.inputValue()).toBe('2026-11-21 23:43');
    await starts.press('PageUp');
    expect(await starts.inputValue()).toBe('2026-11-22 00:43');
    expect(await page.getByText('Sun 22 Nov, CET').count()).toBe(1);
    await starts.fill('06:05');
    await starts.blur();
    expect(await starts.inputValue()).toBe('2026-11-22 06:05');
    await starts.fill('soon');
    await starts.blur();
    expect(await starts.inputValue()).toBe('soon');
    expect(await page.getByText(/^Write it as 2026-11-2\d \d\d:00\.$/).count()).toBe(1);
  });

  test('for people finds by typing and takes several', async () => {
    await open('fields');
    await page.getByLabel('Owners').click();
    await page.keyboard.type('élise');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('.pill').allInnerTexts()).toEqual(['Luís Costa', 'Jan Novák', 'Élise Moreau']);
  });

  test('for a file refuses what is too large and shows what it took', async () => {
    await open('fields');
    const plan = page.getByLabel('Plan');
    await plan.setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from('Task,Owner') });
    await page.getByText('plan.csv').waitFor();
    expect(await page.getByText('10 B').count()).toBe(1);
    await plan.setInputFiles({ name: 'huge.csv', mimeType: 'text/csv', buffer: Buffer.alloc(1_200_000) });
    await page.getByText('huge.csv has 1.2 MB; at most 1 MB can be taken. It was not read.').waitFor();
    expect(await page.getByText('plan.csv').count()).toBe(0);
  });
});

describe('what works everywhere', () => {
  test('the palette finds things and commands, and runs the one pointed at', async () => {
    await open('fields');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Find or do' });
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('bank');
    const chosen = page.locator('[role="option"][aria-selected="true"]');
    await expect.poll(() => chosen.innerText()).toContain('Bank connector');
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await page.keyboard.press('Enter');
    expect(await page.locator('.toast').innerText()).toContain('Fetch first bank statement would open');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('block');
    await expect.poll(() => chosen.innerText()).toContain('Block');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Block task' }).waitFor();
  });

  test('the key sheet lists the keys of the board, and ? is typed in fields', async () => {
    await open('tickets');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys that work here' });
    expect(await sheet.locator('.key-sheet > div', { hasText: 'Tickets' }).innerText()).toContain('assign');
    expect(await sheet.locator('.key-sheet > div').last().innerText()).toContain('find or do');
  });

  test('a toast stays eight seconds, longer while it is read, and takes the act back by U', async () => {
    await page.clock.install();
    await open('parts');
    const shown = page.locator('.toast');
    await page.keyboard.press('t');
    await page.clock.runFor(5_000);
    expect(await shown.count()).toBe(1);
    await page.keyboard.press('F8');
    await page.clock.runFor(20_000);
    expect(await shown.count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await shown.count()).toBe(0);
    await page.keyboard.press('t');
    await page.clock.runFor(8_100);
    expect(await shown.count()).toBe(0);
    await page.keyboard.press('t');
    await page.keyboard.press('u');
    expect(await shown.count()).toBe(0);
  });

  test('choices move by arrow keys', async () => {
    await open('parts');
    await page.getByRole('button', { name: 'parts' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('button', { name: 'readiness' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('readiness');
  });

  test('the heat grid moves from cell to cell and opens one', async () => {
    await open('charts');
    await page.getByRole('grid').getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('.toast').innerText()).toContain('pr Stock moves');
  });

  test('the side of the screen a person chose is there after a reload', async () => {
    await open('parts');
    await page.keyboard.press('d');
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light');
    await page.reload();
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('light');
  });
});
