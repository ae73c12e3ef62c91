/** What a person waits for: the room, the first paint, a key press, a scrolled board. In a real Chromium, on the built product. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../support/browser.ts';
import { startRoom } from './built-room.ts';
import { type Figure, inMs, median } from './figure.ts';
import { hostWith, largePlan } from './large-plan.ts';

const PRESSES = 30;

export async function screenFigures(folder: string): Promise<readonly Figure[]> {
  const file = join(folder, 'screen.gantry');
  await hostWith(file, largePlan(1_000, { linked: false })).close();
  const room = await startRoom(file);
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const painted = await firstPaint(page, room.address);
    const pressed = await keyPress(page);
    return [inMs('room: start to ready', room.readyAfter, 10_000), ...painted, ...pressed, ...(await scrolled(page))];
  } finally {
    await browser.close();
    await room.stop();
  }
}

async function firstPaint(page: Page, address: string): Promise<readonly Figure[]> {
  await page.goto(address);
  await page
    .getByRole('link', { name: /ERPNext/ })
    .first()
    .waitFor();
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
  const listed = await page.evaluate(() => performance.now());
  return [inMs('first paint, from opening the address', paint, 1_000), inMs('  with the go-lives listed', listed)];
}

/** From the key going down to the frame after the one that shows what the host has written and answered. */
async function keyPress(page: Page): Promise<readonly Figure[]> {
  const taken: number[] = [];
  for (let at = 1; at <= PRESSES; at += 1) {
    const ref = `T-${String(at).padStart(3, '0')}`;
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/GL-001/runbook/${ref}`);
    await page.getByRole('region', { name: `Task ${ref}` }).waitFor();
    await page.keyboard.press('s');
    await page
      .getByRole('region', { name: `Task ${ref}` })
      .getByText('In progress', { exact: true })
      .first()
      .waitFor();
    await page.evaluate(watchForFinished, `Task ${ref}`);
    await page.keyboard.press('f');
    await page.waitForFunction(() => document.body.dataset.seenAfter !== undefined);
    taken.push(Number(await page.evaluate(() => document.body.dataset.seenAfter)));
  }
  const worst = Math.max(...taken);
  return [inMs('key press to seen on screen and durable (F, 1,000 tasks)', median(taken), 50), inMs(`  the slowest of ${PRESSES}`, worst)];
}

/** Runs in the page: notes on its body how many ms after the next key press the named region has said Finished for a whole frame. */
function watchForFinished(label: string): void {
  let pressedAt = 0;
  delete document.body.dataset.seenAfter;
  window.addEventListener('keydown', ({ timeStamp }) => (pressedAt = timeStamp), { capture: true, once: true });
  const watch = new MutationObserver(() => {
    const region = document.querySelector(`[aria-label="${label}"]`);
    if (pressedAt === 0 || !region) return;
    if (!document.evaluate('.//text()[. = "Finished"]', region, null, XPathResult.BOOLEAN_TYPE).booleanValue) return;
    watch.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.body.dataset.seenAfter = String(performance.now() - pressedAt);
      }),
    );
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
}

async function scrolled(page: Page): Promise<readonly Figure[]> {
  await page.getByRole('grid', { name: 'Tasks' }).waitFor();
  const frames = await page.evaluate(scrollFrames);
  const mean = frames.reduce((sum, ms) => sum + ms, 0) / frames.length;
  const slow = frames.toSorted((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? Number.NaN;
  return [inMs('runbook of 1,000 tasks scrolled: mean frame', mean, 17), inMs('  19 of 20 frames under', slow)];
}

/** Runs in the page: the length of each of 240 frames while the board is scrolled by 80 pixels a frame, ms. */
function scrollFrames(): Promise<number[]> {
  let place: Element | null = document.querySelector('[role=grid][aria-label=Tasks]');
  while (place && (place.scrollHeight <= place.clientHeight + 500 || getComputedStyle(place).overflowY === 'visible'))
    place = place.parentElement;
  if (!place) throw new Error('the board does not scroll');
  const board = place;
  board.scrollTop = 0;
  return new Promise((resolve) => {
    const frames: number[] = [];
    let before = performance.now();
    const step = (now: number) => {
      frames.push(now - before);
      before = now;
      board.scrollTop += 80;
      if (frames.length <= 240) requestAnimationFrame(step);
      else resolve(frames.slice(1));
    };
    requestAnimationFrame(step);
  });
}
