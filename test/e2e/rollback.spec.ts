/** A rollback by keyboard: the fuse in the header, the decision, its tasks worked to the end, and what it took. */
import { expect, goTo, openSample, test } from './support.ts';

test('a rollback is decided with its reason, worked in reverse order and measured', async ({ page, room }) => {
  test.setTimeout(90_000);
  await openSample(page, room);
  const fuse = page.getByRole('banner').getByRole('button', { name: /Fuse, back in/ });
  await expect(fuse).toContainText('in time');
  await fuse.click();
  await expect(page.getByRole('heading', { name: 'Rollback', level: 1 })).toBeVisible();
  const preview = page.getByRole('grid', { name: 'What would be undone' });
  await expect(preview.getByRole('row', { name: /Label printers back to the old queues/ })).toBeVisible();

  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: /^Reason/ })).toBeFocused();
  const decision = page.getByRole('dialog', { name: 'Roll back' });
  const backIn = async () => (await decision.getByText(/^\d+ to undo, back in/).textContent()) ?? '';
  const asManual = await backIn();
  await decision.getByText('Database', { exact: true }).click();
  await expect(decision).toContainText('It ends with the consistency check of the data (15 m) and not before.');
  expect(await backIn()).not.toBe(asManual);
  await decision.getByText('Manual', { exact: true }).click();
  await page.getByRole('textbox', { name: /^Reason/ }).focus();
  await page.keyboard.type('The bank refuses every payment');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('banner').getByRole('button', { name: /RB-1, target/ })).toContainText('rolling back');
  await expect(page.getByText('The bank refuses every payment')).toBeVisible();

  const tasks = page.getByRole('grid', { name: 'Tasks of RB-1' });
  await expect(tasks.getByRole('row', { name: /Mount the print queues.*Not ready/ })).toBeVisible();
  const finish = page.getByRole('button', { name: /^Finish T-/ });
  let before = '';
  while (await finish.isVisible()) {
    const next = (await finish.textContent()) ?? '';
    expect(next).not.toBe(before);
    before = next;
    await page.keyboard.press('f');
    await expect.poll(async () => ((await finish.isVisible()) ? await finish.textContent() : 'over')).not.toBe(next);
  }
  await expect(tasks.getByRole('row', { name: /Mount the print queues.*Finished/ })).toBeVisible();

  await page.keyboard.press('e');
  await expect(page.getByRole('textbox', { name: /What shows it/ })).toBeFocused();
  await page.keyboard.type('Orders are posted in the old ERP');
  await page.keyboard.press('Control+Enter');
  const earlier = page.getByRole('region', { name: /Earlier rollbacks/ });
  await expect(earlier).toContainText('back in the prior state');
  await expect(earlier).toContainText('kept');
  await expect(page.getByText('none yet')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: /Fuse, back in|RB-1/ })).toHaveCount(0);

  await goTo(page, 'Label printers in both plants');
  await expect(page.getByText('Rolled back').first()).toBeVisible();
});
