/** Twelve people before twelve screens: one browser, a context for each, on the board "Mine" of the drill. */
import type { Browser, Page } from '@playwright/test';
import type { Task } from '../../shared/domain/runbook/schema.ts';

export interface PersonScreen {
  readonly page: Page;
  /** Errors the page printed. */
  readonly errors: readonly string[];
  /** Presses Start or Finish on the card of a task. Rejects when the card or the button does not come. */
  readonly press: (task: Pick<Task, 'ref'>, verb: 'Start' | 'Finish') => Promise<void>;
}

export interface Seat {
  readonly address: string;
  readonly key: string;
  readonly goLiveId: string;
  readonly goLiveRef: string;
}

const PATIENCE_MS = 20_000;
const PRESS_MS = 8_000;

export async function sitDown(browser: Browser, { address, key, goLiveId, goLiveRef }: Seat, personId: string): Promise<PersonScreen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(
    ([roomKey, me, person]) => {
      localStorage.setItem('gantry-room-key', roomKey as string);
      localStorage.setItem(me as string, person as string);
    },
    [key, `gantry-me-${goLiveId}`, personId],
  );
  await page.goto(`${new URL(address).origin}/#/${goLiveRef}/mine`);
  await page.getByRole('heading', { name: 'Mine', level: 1 }).waitFor({ timeout: PATIENCE_MS });
  return {
    page,
    errors,
    press: async ({ ref }, verb) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, `#/${goLiveRef}/mine/${ref}`);
      const card = page.getByRole('article', { name: new RegExp(`^${ref} `) });
      await card
        .getByRole('button', { name: new RegExp(`^${verb}\\b`) })
        .first()
        .click({ timeout: PRESS_MS });
    },
  };
}
