/** A room of its own for each test: the built product, on a record in a new folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

export { expect };

export interface Room {
  /** The address with the key of a manager. */
  readonly address: string;
  readonly port: number;
  readonly file: string;
  readonly process: ChildProcess;
}

const program = fileURLToPath(new URL('../../out/main/room.js', import.meta.url));

/** Starts the room on `file`; `port` 0 takes any. Rejects with what it complained about when it ends before it is ready. */
export function startRoom(file: string, port = 0): Promise<Room> {
  const child = spawn(process.execPath, [program, '--record', file, '--port', String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.stdout.on('data', (data) => {
      said += data;
      const address = /ready: (http\S+)/.exec(said)?.[1];
      if (address) resolve({ address, port: Number(new URL(address).port), file, process: child });
    });
    child.on('exit', (code) => reject(new Error(`the room ended with ${code}: ${said}`)));
  });
}

export async function stopRoom(room: Room, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (room.process.exitCode !== null || room.process.signalCode !== null) return;
  const ended = new Promise((resolve) => room.process.once('exit', resolve));
  room.process.kill(signal);
  await ended;
}

/** Gives each test a room, and fails it when the page printed an error. */
export const test = base.extend<{ room: Room; folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'gantry-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  room: async ({ folder }, use) => {
    const room = await startRoom(join(folder, 'record.gantry'));
    await use(room);
    await stopRoom(room);
  },
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/net::ERR_CONNECTION|WebSocket connection/.test(message.text())) errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
  },
});

/** Opens the room and makes the sample, by keys. Ends on its overview. */
export async function openSample(page: Page, room: Room): Promise<void> {
  await page.goto(room.address);
  await expect(page.getByRole('button', { name: /Sample go-live/ })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByText('ERPNext v16, wave 1')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Streams' })).toBeVisible();
}

/** Opens a go-live and says who sits before the screen. */
export async function openAs(page: Page, address: string, goLive: string, person: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: goLive }).click();
  await page.getByRole('button', { name: /In the room/ }).click();
  await page.getByRole('combobox', { name: 'Person' }).click();
  await page.getByRole('option', { name: person }).click();
  await page.getByRole('button', { name: 'Use this name' }).click();
}

/** Finds a board or a row with the palette and goes there. */
export async function goTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: /find/i })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option').first()).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: /find/i })).toBeHidden();
}

/** Presses Tab until `target` has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}
