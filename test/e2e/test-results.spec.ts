/** The tests board: a run recorded by keyboard, a target that decides, and a test set aside. */
import { expect, goTo, openSample, tabTo, test } from './support.ts';

test.beforeEach(async ({ page, room }) => {
  await openSample(page, room);
  await goTo(page, 'Tests');
  await expect(page.getByRole('heading', { name: 'Tests', level: 1 })).toBeVisible();
});

test('a run is recorded by keyboard, and what was measured decides', async ({ page }) => {
  await goTo(page, 'Posting a stock entry, 95th percentile');
  const detail = page.getByRole('complementary', { name: /^Test TST-/ });
  await expect(detail).toContainText('less than 2 s');
  await expect(detail).toContainText('1.6 s');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Measured' })).toBeFocused();
  await page.keyboard.type('2.4');
  await expect(dialog).toContainText('Missed');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(detail.getByText('Failed', { exact: true }).first()).toBeVisible();
  await expect(detail).toContainText('0.4 s missing (20 %)');

  await page.keyboard.press('c');
  await expect(dialog.getByRole('textbox', { name: 'Measured' })).toHaveValue('2.4');
  await tabTo(page, dialog.getByRole('group', { name: 'Result' }).getByRole('button', { pressed: true }));
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('so it has not passed');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(detail.getByText('Passed', { exact: true }).first()).toBeVisible();
});

test('a test that a person judges passes with one key, and one that does not apply is set aside with a reason', async ({ page }) => {
  await goTo(page, 'Label scan at both plants');
  const detail = page.getByRole('complementary', { name: /^Test TST-/ });
  await expect(detail).toContainText('never run');
  await page.keyboard.press('p');
  await expect(detail.getByText('Passed', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('The carrier prints its own labels this week');
  await page.keyboard.press('Control+Enter');
  await expect(detail).toContainText('The carrier prints its own labels');
  await page.keyboard.press('x');
  await expect(detail.getByText('Passed', { exact: true }).first()).toBeVisible();
});

test('a critical defect that is open keeps a test from passing', async ({ page }) => {
  await goTo(page, 'Bank statement in');
  const detail = page.getByRole('complementary', { name: /^Test TST-/ });
  await expect(detail).toContainText('1 critical');
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await tabTo(page, dialog.getByRole('textbox', { name: 'Critical open' }));
  await page.keyboard.type('1');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toContainText('cannot pass with 1 critical open');
});
