/** The runbook of a large plan on screen: acts until they are painted, scrolling, memory. In a real Chromium, on the built product. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import type { Task } from '../../shared/domain/runbook/schema.ts';
import { launchBrowser } from '../support/browser.ts';
import { startRoom } from './built-room.ts';
import { enterRoom, orThrow } from './enter-room.ts';
import { type Figure, inMs, median } from './figure.ts';
import { noteArrivals, scrollFrames, watchFor } from './in-page.ts';
import { hostWith, type LargePlan, staffed, wovenPlan } from './large-plan.ts';

const TASKS = 15_000;
const LINKS = 40_000;
const HOUR = 3_600_000;
const MEGABYTE = 1_000_000;
/** Tasks started and finished by key, and the same number blocked and unblocked by another session: two acts each. */
const WORKED = 12;
/** Between acts: screens rest after each for a multiple of what it took them. */
const REST_MS = 900;
/** 143 rows a second. */
const SPEED = { perSecond: 4_000, forMs: 5_000 };
const SIZE = { width: 1440, height: 900 };
const GRID = '[role=grid]';

const views = [
  { name: 'table', look: '' },
  { name: 'Gantt', look: '?view=gantt' },
] as const;

export async function runbookScreenFigures(folder: string): Promise<readonly Figure[]> {
  const plan = staffed(wovenPlan(TASKS, LINKS));
  const file = join(folder, 'runbook.gantry');
  await hostWith(file, plan).close();
  const room = await startRoom(file);
  const browser = await launchBrowser();
  const { port, hash } = new URL(room.address);
  const { client, leave } = enterRoom(port, hash.replace('#key=', ''));
  const goLiveId = plan.goLive.id;
  try {
    const page = await (await browser.newContext({ viewport: SIZE })).newPage();
    await page.addInitScript(noteArrivals);
    await page.goto(room.address);
    await page
      .getByRole('link', { name: /ERPNext/ })
      .first()
      .waitFor();
    const free = firstTasks(plan);
    const figures: Figure[] = [];
    for (const { name, look } of views) {
      const byKey = free.splice(0, WORKED);
      const byOthers = free.splice(0, WORKED);
      for (const { id } of byOthers) orThrow(await client.runbook.startTask.mutate({ goLiveId, taskId: id }));
      figures.push(...(await pressed(page, look, byKey, name)));
      const far = async (taskId: string, at: number) =>
        orThrow(await client.runbook.blockTask.mutate({ goLiveId, taskId, reason: 'Waits', clearsAt: Date.now() + (300 + at) * HOUR }));
      const back = async (taskId: string) => orThrow(await client.runbook.unblockTask.mutate({ goLiveId, taskId }));
      figures.push(...(await delayed(page, `${look || '?'}&group=phase`, byOthers, name, far, back)));
    }
    for (const { name, look } of views) figures.push(...(await scrolled(browser, page, look, name)));
    for (const { name, look } of [...views, { name: 'map', look: '?view=map&goal=T-7500' }]) {
      figures.push(...(await memory(browser, page, look, name)));
    }
    return figures;
  } finally {
    await browser.close();
    await leave();
    await room.stop();
  }
}

/** Tasks near the begin that wait for nothing and have successors, so that each can be started at once and moves others. */
function firstTasks({ tasks, links }: LargePlan): Task[] {
  const held = new Set(links.map(({ toId }) => toId));
  const leading = new Set(links.map(({ fromId }) => fromId));
  return tasks.filter(({ id }) => !held.has(id) && leading.has(id)).slice(0, views.length * 2 * WORKED);
}

/** S and F pressed on task after task: from the key going down, and from the entry reaching the page, to the painted row. */
async function pressed(page: Page, look: string, tasks: readonly Task[], view: string): Promise<readonly Figure[]> {
  const whole: number[] = [];
  const here: number[] = [];
  for (const { ref } of tasks) {
    await showTask(page, ref, look);
    for (const [key, word] of [
      ['s', 'In progress'],
      ['f', 'Finished'],
    ] as const) {
      const at = await paintedAfter(page, word, () => page.keyboard.press(key));
      whole.push(at.painted - at.pressed);
      here.push(at.painted - at.arrived);
    }
  }
  return [
    inMs(`${view}: entry at the page to painted row`, median(here), 50),
    inMs(`  the slowest of ${here.length}`, Math.max(...here)),
    inMs(`${view}: key press, host, durable, painted row`, median(whole), null),
    inMs(`  the slowest of ${whole.length}`, Math.max(...whole)),
  ];
}

/** Another session blocks task after task for days, which moves most of the plan, and takes it back. In groups whose order stays. */
async function delayed(
  page: Page,
  look: string,
  tasks: readonly Task[],
  view: string,
  block: (taskId: string, at: number) => Promise<void>,
  unblock: (taskId: string) => Promise<void>,
): Promise<readonly Figure[]> {
  const taken: number[] = [];
  for (const [place, { id, ref }] of tasks.entries()) {
    await showTask(page, ref, look);
    const blocked = await paintedAfter(page, 'Blocked', () => block(id, place));
    taken.push(blocked.painted - blocked.arrived);
    const freed = await paintedAfter(page, 'In progress', () => unblock(id));
    taken.push(freed.painted - freed.arrived);
  }
  return [
    inMs(`${view}: the same, an act that moves most tasks`, median(taken), 50),
    inMs(`  the slowest of ${taken.length}`, Math.max(...taken)),
  ];
}

async function showTask(page: Page, ref: string, look: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/GL-001/runbook/${ref}${look}`);
  await page.locator(`${GRID} [role=row][aria-selected=true]`, { hasText: ref }).waitFor();
  await page.getByRole('region', { name: `Task ${ref}` }).waitFor();
  await page.waitForTimeout(REST_MS);
}

/** All on the clock of the page, ms. */
async function paintedAfter(page: Page, word: string, act: () => Promise<void>) {
  await page.evaluate(watchFor, word);
  await act();
  await page.waitForFunction(() => window.paintedAt !== null);
  const taken = await page.evaluate(() => ({
    pressed: window.pressedAt,
    arrived: window.arrivedAt,
    painted: window.paintedAt ?? Number.NaN,
  }));
  await page.waitForTimeout(REST_MS);
  return taken;
}

/** Beside the same scroll over an empty page as high, before it and after it, in the same browser. */
async function scrolled(browser: Browser, page: Page, look: string, view: string): Promise<readonly Figure[]> {
  const before = await plainScroll(browser);
  await page.bringToFront();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/GL-001/runbook${look}`);
  await page.locator(`${GRID} [role=row]`).nth(5).waitFor();
  await page.waitForTimeout(REST_MS);
  const frames = await page.evaluate(scrollFrames, { selector: GRID, ...SPEED });
  const plain = [...before, ...(await plainScroll(browser))];
  const usual = median(plain);
  const long = (of: readonly number[]) => (100 * of.filter((ms) => ms > 1.5 * usual).length) / of.length;
  const mean = (of: readonly number[]) => of.reduce((sum, ms) => sum + ms, 0) / of.length;
  return [
    { name: `${view} scrolled, ${SPEED.perSecond} px a second`, value: 1_000 / mean(frames), unit: 'frames/s', limit: null },
    { name: '  an empty page as high, scrolled so', value: 1_000 / mean(plain), unit: 'frames/s', limit: null },
    { name: '  mean frame as a multiple of the empty page', value: mean(frames) / mean(plain), unit: '×', limit: 1.05 },
    { name: '  frames longer than 1.5 usual ones', value: long(frames), unit: '%', limit: 0 },
    { name: '  the same of the empty page', value: long(plain), unit: '%', limit: null },
  ];
}

async function plainScroll(browser: Browser): Promise<number[]> {
  const page = await (await browser.newContext({ viewport: SIZE })).newPage();
  await page.setContent(`<div id="plain" style="height:700px;overflow:auto"><div style="height:${TASKS * 28}px"></div></div>`);
  await page.waitForTimeout(REST_MS);
  const frames = await page.evaluate(scrollFrames, { selector: '#plain', ...SPEED });
  await page.context().close();
  return frames;
}

/** What scripts hold after all that can be let go is let go, and, where the system tells, all that the page's process holds alone. */
async function memory(browser: Browser, page: Page, look: string, view: string): Promise<readonly Figure[]> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/GL-001/runbook/T-7500${look}`);
  await page.waitForTimeout(5 * REST_MS);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(REST_MS);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const used = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  const process = await processMemory(browser);
  return [
    { name: `${view}: heap of the page, collected`, value: used / MEGABYTE, unit: 'MB', limit: 400 },
    ...(process === null ? [] : [{ name: '  all its process holds alone', value: process / MEGABYTE, unit: 'MB', limit: 400 } as const]),
  ];
}

/** Of the largest page of the browser, bytes; null where the system does not tell. */
async function processMemory(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const held = processInfo.flatMap(({ type, id }) => {
    if (type !== 'renderer') return [];
    try {
      const [, kilobytes] = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
      return kilobytes === undefined ? [] : [Number(kilobytes) * 1_024];
    } catch {
      return [];
    }
  });
  return held.length === 0 ? null : Math.max(...held);
}
