/** The playbook board in the browser: read by part, searched by keyboard, and a step leads to its task. */
import { expect, goTo, openSample, test } from './support.ts';

test('words are found in the playbook by keyboard, and a step leads to the task it became', async ({ page, room }) => {
  await openSample(page, room);
  await goTo(page, 'Playbook');
  const parts = page.getByRole('navigation', { name: 'Parts of the playbook' });
  await expect(page.getByRole('article', { name: 'Pre-Deployment Validation' })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type('traffic green');
  const found = page.getByRole('article', { name: 'What was found' });
  await expect(found.getByText('Switch the first share of traffic to green', { exact: true })).toBeVisible();
  await expect(parts.getByRole('button', { name: /Blue-Green Deployment/ })).toBeVisible();
  await expect(parts.getByRole('button', { name: /Escalation/ })).toHaveCount(0);

  await page.keyboard.press('Escape');
  await expect(found).toBeHidden();
  await parts.getByRole('button', { name: 'Staging Deployment', exact: true }).click();
  const staging = page.getByRole('article', { name: 'Staging Deployment' });
  const step = staging.getByRole('listitem').filter({ hasText: 'S3-056' });
  const made = step.getByRole('button').first();
  const ref = /T-\d+/.exec((await made.textContent()) ?? '')?.[0] ?? '';
  await made.click();
  await expect(page.getByRole('region', { name: `Task ${ref}` })).toBeVisible();
});

test('nothing found says so, and what to try', async ({ page, room }) => {
  await openSample(page, room);
  await goTo(page, 'Playbook');
  await expect(page.getByRole('article', { name: 'Pre-Deployment Validation' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('helicopter');
  await expect(page.getByRole('heading', { name: 'Nothing in this playbook says “helicopter”' })).toBeVisible();
});
