/** Mine: the night of one person, worked by thumb on a phone and by keyboard at a desk. */
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, goTo, openAs, openSample, type Room, test } from './support.ts';

// each test makes a sample and goes through many acts
test.describe.configure({ timeout: 90_000 });

/** Smallest side of what a thumb must hit, px. */
const THUMB = 44;

async function openMineByTouch(page: Page, room: Room, person: string): Promise<void> {
  await page.goto(room.address);
  await page.getByRole('button', { name: /Sample go-live/ }).tap();
  await page.getByRole('navigation', { name: 'Boards' }).getByRole('link', { name: 'Mine' }).tap();
  await page.getByRole('combobox', { name: 'Person' }).tap();
  await page.getByRole('option', { name: person }).tap();
  await page.getByRole('button', { name: 'That is me' }).tap();
}

async function goToMine(page: Page): Promise<void> {
  await goTo(page, 'Mine');
  await expect(page.getByRole('heading', { name: 'Mine', level: 1 })).toBeVisible();
}

/** Names of what can be pressed and is lower than a thumb needs. */
function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const pressed = document.querySelectorAll<HTMLElement>(
      'main button, main a, main label.check, nav a, nav button, [role="dialog"] button',
    );
    return [...pressed]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < least - 0.5)
      .map((one) => `${one.innerText || one.ariaLabel} ${one.getBoundingClientRect().height}`);
  }, THUMB);
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** What lies beside the screen and in nothing that can be moved sideways, in words. */
function outOfReach(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isMoved = (element: Element): boolean => {
      for (let around = element.parentElement; around; around = around.parentElement)
        if (/auto|scroll/.test(getComputedStyle(around).overflowX) && around.scrollWidth > around.clientWidth) return true;
      return false;
    };
    return [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((one) => one.children.length === 0 && one.innerText?.trim() && one.checkVisibility())
      .filter((one) => one.getBoundingClientRect().left >= window.innerWidth && !isMoved(one))
      .map((one) => one.innerText);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a task is started, taken back, blocked and handed over by thumb', async ({ page, room }) => {
    await openMineByTouch(page, room, 'H. Silva');
    const [running, next] = [page.getByRole('region', { name: 'Running' }), page.getByRole('region', { name: 'Next' })];
    const card = page.getByRole('article', { name: /SitRep 3 to sponsors/ });
    await expect(next.getByRole('article')).toHaveCount(1);
    await card.getByRole('button', { name: 'Start' }).tap();
    await expect(running.getByText('In your hands')).toBeVisible();
    await page.getByLabel('Last act').getByRole('button', { name: /Undo/ }).tap();
    await expect(next.getByRole('article', { name: /SitRep 3/ })).toBeVisible();

    await card.getByRole('button', { name: 'Start' }).tap();
    await card.getByRole('button', { expanded: false }).tap();
    expect(await tooSmall(page)).toEqual([]);
    expect(await sideways(page)).toBe(0);
    await card.getByRole('button', { name: 'Block' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What blocks it' }).fill('The sponsor line is down');
    await dialog.getByRole('button', { name: '+30 min' }).tap();
    expect(await tooSmall(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Block' }).tap();
    await expect(card).toContainText('Expected to go on');
    await card.getByRole('button', { name: 'Unblock' }).tap();
    await expect(card).toContainText('In progress');

    await card.getByRole('button', { name: 'Hand over' }).tap();
    await dialog
      .getByRole('combobox', { name: 'To' })
      .or(dialog.getByRole('textbox', { name: 'To' }))
      .first()
      .fill('Okoro');
    await page.getByRole('option', { name: 'M. Okoro' }).tap();
    await dialog.getByRole('textbox', { name: 'What they should know' }).fill('Text is ready, only send it');
    await dialog.getByRole('button', { name: 'Hand over' }).tap();
    await expect(card).toBeHidden();
    await page.getByLabel('Last act').getByRole('button', { name: /Undo/ }).tap();
    await expect(card).toBeVisible();
  });

  test('a check inside a task keeps it open until it is ticked, and who is named in a remark finds it', async ({ page, room }) => {
    await openMineByTouch(page, room, 'H. Silva');
    const card = page.getByRole('article', { name: /SitRep 3 to sponsors/ });
    await card.getByRole('button', { name: 'Start' }).tap();
    await card.getByRole('button', { expanded: false }).tap();
    await card.getByRole('button', { name: 'Add', exact: true }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Numbers agreed with Finance');
    await dialog.getByRole('button', { name: 'Add check' }).tap();
    await card.getByRole('button', { name: 'Finish', exact: true }).tap();
    await expect(dialog).toContainText('a check to tick: Numbers agreed with Finance');
    await dialog.getByRole('button', { name: 'Cancel' }).tap();
    await card.getByRole('checkbox', { name: 'Numbers agreed with Finance' }).tap();
    await expect(card.getByRole('checkbox')).toBeChecked();

    const words = card.getByRole('textbox', { name: 'Say something' });
    await words.pressSequentially('@Mor');
    await page.getByRole('option', { name: 'E. Moreau' }).tap();
    await words.pressSequentially('please look at the numbers');
    await expect(card).toContainText('Tells E. Moreau.');
    // half a remark is still there after another board and a new page
    const boards = page.getByRole('navigation', { name: 'Boards' });
    await boards.getByRole('link', { name: 'Runbook' }).tap();
    await page.reload();
    await boards.getByRole('link', { name: 'Mine' }).tap();
    await card.getByRole('button', { expanded: false }).tap();
    await expect(words).toHaveValue('@E. Moreau please look at the numbers');
    await card.getByRole('button', { name: 'Write' }).tap();
    await expect(page.getByLabel('Last act')).toContainText('remark written');
    await card.getByRole('button', { name: 'Finish', exact: true }).tap();
    await expect(card).toBeHidden();
    await boards.getByRole('link', { name: 'Runbook' }).tap();
    await page.getByRole('button', { name: /In the room/ }).tap();
    await page.getByRole('combobox', { name: 'Person' }).tap();
    await page.getByRole('option', { name: /^E\. Moreau/ }).tap();
    await page.getByRole('button', { name: 'Use this name' }).tap();
    await expect(boards.getByRole('link', { name: 'Mine @1' })).toBeVisible();
    await boards.getByRole('link', { name: 'Mine @1' }).tap();
    await expect(page.getByRole('complementary', { name: 'What to know' })).toContainText('please look at the numbers');
  });

  test('every board is one column: nothing lies beside the screen that cannot be moved to', async ({ page, room }) => {
    await openMineByTouch(page, room, 'H. Silva');
    const boards = await page
      .getByRole('navigation', { name: 'Boards' })
      .locator('a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).hash));
    expect(boards.length).toBeGreaterThan(15);
    for (const hash of boards) {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await expect(page.locator('main h1')).toHaveCount(1);
      await expect(page.getByText('Loading the board.')).toBeHidden();
      expect(await outOfReach(page), hash).toEqual([]);
    }
  });

  test('the task in the runbook and the quick line fit a phone', async ({ page, room }) => {
    await openMineByTouch(page, room, 'H. Silva');
    const card = page.getByRole('article', { name: /SitRep 3 to sponsors/ });
    await card.getByRole('button', { expanded: false }).tap();
    await card.getByRole('button', { name: 'All about it in the runbook' }).tap();
    const detail = page.getByRole('region', { name: /^Task T-/ });
    await expect(detail).toContainText('SitRep 3 to sponsors');
    expect(await sideways(page)).toBe(0);
    await detail.getByRole('button', { name: 'All tasks' }).tap();
    await expect(detail).toBeHidden();

    await page.getByRole('button', { name: 'Log ticket' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'The ticket in one line' }).fill('Printer in hall 2 prints nothing');
    await dialog.getByRole('button', { name: 'Log ticket' }).tap();
    await expect(dialog).toContainText(/TKT-\d{4}/);
    expect(await sideways(page)).toBe(0);
    await dialog.getByRole('button', { name: 'Put away' }).tap();

    const boards = page.getByRole('navigation', { name: 'Boards' });
    await boards.getByRole('button', { name: 'Menu' }).tap();
    await boards.getByRole('link', { name: 'Timeline' }).tap();
    await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible();
    await expect(boards.getByRole('link', { name: 'Closure' })).toBeHidden();
  });
});

test('by keyboard: one task finished, the next one selected and in view, and taken back', async ({ page, room }) => {
  await openSample(page, room);
  await openAs(page, room.address, 'ERPNext v16, wave 1', 'A. Kaya');
  await page.reload(); // the button that was pressed keeps Enter for itself
  await expect(page.getByRole('heading', { name: 'Streams' })).toBeVisible();
  await goToMine(page);
  const [spotCheck, probe] = [
    page.getByRole('article', { name: /Accessibility spot check/ }),
    page.getByRole('article', { name: /Load probe/ }),
  ];
  await page.keyboard.press('j');
  while (!(await spotCheck.getByRole('button', { expanded: true }).isVisible())) await page.keyboard.press('j');
  await page.keyboard.press('f');
  await expect(spotCheck).toBeHidden();
  await expect(probe.getByRole('button', { expanded: true })).toBeInViewport();
  await page.keyboard.press('u');
  await expect(spotCheck).toBeVisible();

  await page.keyboard.press('b');
  await page.keyboard.type('Probe host is gone');
  await page.keyboard.press('Control+Enter');
  await expect(probe).toContainText('Nobody knows until when');
  await page.keyboard.press('b');
  await expect(probe).toContainText('In progress');
  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'When it ended' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Runbook', level: 1 })).toBeVisible();
});

test('what one works on another takes over only knowingly, and the shift is told to whoever comes', async ({ page, room, browser }) => {
  await openSample(page, room);
  await openAs(page, room.address, 'ERPNext v16, wave 1', 'A. Kaya');
  await goToMine(page);
  await page.keyboard.press('Shift+N');
  await expect(page.getByRole('dialog')).toContainText('Tasks running:');
  await page.keyboard.type('Watch the probe');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Last act')).toContainText('Shift note written');

  const other = await (await browser.newContext()).newPage();
  await openAs(other, room.address, 'ERPNext v16, wave 1', 'M. Okoro');
  await goTo(other, 'Load probe with 150 sessions');
  await expect(other.getByRole('region', { name: /^Task T-/ })).toContainText('In the hands of A. Kaya');
  await other.keyboard.press('f');
  await expect(other.getByRole('dialog')).toContainText('A. Kaya works on T-');
  await other.keyboard.press('Control+Enter');
  await expect(other.getByLabel('Last act')).toContainText('finished');
  await goToMine(other);
  const toKnow = other.getByRole('complementary', { name: 'What to know' });
  await expect(toKnow).toContainText('Watch the probe');
  await toKnow.getByRole('button', { name: 'I have read it' }).click();
  await expect(toKnow).not.toContainText('Watch the probe');
  await other.context().close();
});

test.describe('for everybody', () => {
  test.use({ bypassCSP: true }); // so that axe can be put into the page

  for (const scheme of ['dark', 'light'] as const) {
    test(`axe finds nothing on an open card and in the question of a block, ${scheme}`, async ({ page, room }) => {
      await page.addInitScript((value) => localStorage.setItem('gantry.scheme', value), scheme);
      await openSample(page, room);
      await openAs(page, room.address, 'ERPNext v16, wave 1', 'A. Kaya');
      await goToMine(page);
      await page.keyboard.press('j');
      await expect(page.getByRole('article').getByRole('button', { expanded: true })).toBeVisible();
      expect.soft(await violations(page), 'card').toEqual([]);
      await page.keyboard.press('b');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect.soft(await violations(page), 'block').toEqual([]);
    });
  }
});
