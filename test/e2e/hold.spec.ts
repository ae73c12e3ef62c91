import { expect, goTo, openSample, test } from './support.ts';

test('a hold stops the clock on every board until one press lets it go on', async ({ page, room }) => {
  await openSample(page, room);
  await page.keyboard.press('Shift+H');
  await page.getByRole('textbox', { name: /Why/ }).fill('The bank does not answer');
  await page.keyboard.press('Control+Enter');
  const strip = page.getByRole('region', { name: 'On hold' });
  await expect(strip).toContainText('The bank does not answer');
  await goTo(page, 'Tickets');
  await expect(strip).toBeVisible();
  const clock = page.locator('.tminus').getByRole('timer');
  const stood = await clock.textContent();
  await page.waitForTimeout(1_500);
  expect(await clock.textContent()).toBe(stood);
  await page.keyboard.press('Shift+H');
  await expect(strip).toBeHidden();
  await expect(clock).not.toHaveText(stood ?? '');

  // a question asked of one go-live does not wait for an answer in another
  await page.keyboard.press('Shift+H');
  await expect(page.getByRole('dialog', { name: 'Hold the clock' })).toBeVisible();
  for (const hash of ['#/', '#/GL-001/ticket']) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(hash === '#/' ? /Gantry|Go-lives/ : 'Tickets');
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a recycle says first what is worked again', async ({ page, room }) => {
  await openSample(page, room);
  await goTo(page, 'T-086');
  await page.getByRole('button', { name: /^Go back to here/ }).click();
  const said = page.getByRole('dialog').getByRole('status').first();
  await expect(said).toContainText(/^\d+ tasks? taken up again: T-086/);
  await page.getByRole('textbox', { name: /^Why/ }).fill('The feed was of yesterday');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/taken up again$/)).toBeVisible();
});
