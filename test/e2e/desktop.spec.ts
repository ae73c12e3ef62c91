/** The desktop application whole: main, preload and screens as they were built, together under the stand-in for Electron. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { backupsOf } from '../../electron/record/backup.ts';
import { openRecord } from '../../electron/record/open.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Desktop, standInArgs, startDesktop } from '../support/electron-stand-in.ts';
import { goTo } from './support.ts';

let browser: Browser;
let folder: string;
let record: string;
const running: Desktop[] = [];

test.beforeAll(async () => {
  browser = await launchBrowser(standInArgs);
});
test.afterAll(() => browser.close());
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gantry-test-'));
  record = join(folder, 'record.gantry');
});
test.afterEach(() => {
  for (const desktop of running.splice(0)) desktop.kill();
  rmSync(folder, { recursive: true, force: true });
});

function start(options?: { readonly isSecond: boolean }): Desktop {
  const desktop = startDesktop(browser, record, options);
  running.push(desktop);
  return desktop;
}

/** What the journal says was done, oldest first. */
function actionsIn(file: string): readonly string[] {
  const opened = openRecord(file, Date.now());
  if (!opened.ok) throw new Error(opened.refusal.reason);
  expect(opened.value.verify().faults).toEqual([]);
  const actions = opened.value.journal.after(null, 0, 10_000).map(({ action }) => action);
  opened.value.close();
  return actions;
}

test('the sample is made and a task finished over the bridge, and both are in the record when the window is closed', async () => {
  const desktop = start();
  const { page } = await desktop.window();
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.getByRole('button', { name: 'Sample go-live' }).first().click();
  await expect(page.getByText('ERPNext v16, wave 1').first()).toBeVisible();
  expect(desktop.calls).toEqual(['show']);
  await goTo(page, 'Load probe with 150 sessions');
  const task = page.getByRole('region', { name: /^Task T-/ });
  await expect(task.getByRole('button', { name: /^Finish/ }).first()).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.getByText(/^T-\d{3} finished$/).first()).toBeVisible();
  await page.reload();
  await expect(task.getByRole('button', { name: /^Reopen/ })).toBeVisible();
  expect(sockets).toEqual([]);
  expect(await desktop.close()).toBe(0);
  expect(actionsIn(record).at(-1)).toBe('task.finish');
  expect(backupsOf(record)).toHaveLength(1);
});

test('the window is closed to everything but the own page', async () => {
  const desktop = start();
  const { page, wish } = await desktop.window();
  expect(wish.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  expect(wish.webPreferences).not.toHaveProperty('webviewTag');
  await expect(page.getByRole('button', { name: 'Sample go-live' }).first()).toBeVisible();
  expect(await desktop.tried()).toEqual({
    'open a window': false,
    'navigate away': false,
    'attach a webview': false,
    'ask for a permission': false,
    'hold a permission': false,
  });
  const given = await page.evaluate(() => [
    Object.keys((window as { gantry?: object }).gantry ?? {}),
    'require' in window,
    'process' in window,
  ]);
  expect(given).toEqual([['connect'], false, false]);
});

test('messages of another frame are not heard', async () => {
  const desktop = start();
  await desktop.window();
  const heard: unknown[] = [];
  desktop.onMessage((message) => heard.push(message));
  const open = { connection: 'foreign', open: true };
  desktop.tell({ is: 'from page', channel: 'gantry:trpc', args: [open], url: 'https://other.example/' });
  await desktop.tried();
  expect(heard).not.toContainEqual(expect.objectContaining({ is: 'to page', args: [{ connection: 'foreign', open: true }] }));
});

test('a second start ends at once and the first comes to the front, also from the task bar', async () => {
  const first = start();
  await first.window();
  const second = start({ isSecond: true });
  expect(await second.ended).toBe(0);
  first.tell({ is: 'minimized' });
  first.tell({ is: 'second instance' });
  await expect.poll(() => first.calls).toEqual(['show', 'restore', 'focus']);
  expect(await first.close()).toBe(0);
});

test('a record that another process holds is not opened, and the dialog says who holds it', async () => {
  const held = openRecord(record, Date.now());
  const desktop = start();
  const question = await desktop.question();
  expect(question).toMatchObject({ message: 'The record was not opened', buttons: ['Close'] });
  expect(question.detail).toContain(`process ${process.pid}`);
  question.answer(0);
  expect(await desktop.ended).toBe(0);
  if (held.ok) held.value.close();
});

test.describe('a damaged record', () => {
  test.beforeEach(async () => {
    const desktop = start();
    const { page } = await desktop.window();
    await page.getByRole('button', { name: 'Sample go-live' }).first().click();
    await expect(page.getByText('ERPNext v16, wave 1').first()).toBeVisible();
    await desktop.close();
    const bytes = readFileSync(record);
    bytes.fill(0x55, 4096, 12_288);
    writeFileSync(record, bytes);
  });

  test('is replaced by its backup when the person says so, and kept', async () => {
    const desktop = start();
    const question = await desktop.question();
    expect(question.detail).toMatch(/is damaged.*not changed and is kept.*newest good backup/s);
    question.answer(question.buttons.indexOf('Use the backup, keep the damaged file'));
    const told = await desktop.question();
    expect(told.message).toBe('Backup in place');
    told.answer(0);
    expect(await desktop.ended).toBe(0);
    const kept = /kept as (.*\.damaged-[\w-]+)\./.exec(told.detail)?.[1] ?? '';
    expect(readFileSync(kept).subarray(4096, 4100)).toEqual(Buffer.alloc(4, 0x55));
    const { page } = await start().window();
    await expect(page.getByText('ERPNext v16, wave 1').first()).toBeVisible();
  });

  test('stays as it is when the person says no', async () => {
    const before = readFileSync(record);
    const desktop = start();
    const question = await desktop.question();
    question.answer(question.buttons.indexOf('Close'));
    expect(await desktop.ended).toBe(0);
    expect(readFileSync(record).equals(before)).toBe(true);
  });
});
