import { readFileSync } from 'node:fs';
import { expect, goTo, openSample, test } from './support.ts';

test('a message is written from a template, saved as a draft and marked as sent by keyboard', async ({ page, room }) => {
  await openSample(page, room);
  await goTo(page, 'Messages');
  await expect(page.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible();
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'What it announces' }).click();
  await page.getByRole('option', { name: 'It takes longer' }).click();
  await expect(page.getByRole('textbox', { name: /Words/ })).toHaveValue(/\{forecastFinish\}/);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('row', { name: /takes longer/ }).click();
  const message = page.getByRole('complementary', { name: 'The message' });
  await expect(message).toContainText(/We expect to be finished at \w{3} \d/);
  const download = page.waitForEvent('download');
  await page.keyboard.press('d');
  const file = await download;
  expect(file.suggestedFilename()).toBe('ERPNext-v16-wave-1-takes-longer.eml');
  expect(readFileSync(await file.path(), 'utf8')).toContain('X-Unsent: 1');
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog', { name: /Mark as sent/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(message).toContainText('Sent');
  await expect(message).not.toContainText('{');
});
