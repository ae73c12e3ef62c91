/** What is chosen when a go-live is made, seen working: questions, strategy, the picture of the rollout, answers changed later. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { aChoiceFile, sixStrategies } from '../support/choices.ts';
import { violations } from './axe.ts';
import { expect, goTo, type Room, tabTo, test } from './support.ts';

test.use({ bypassCSP: true }); // so that axe can be put into the page

const program = fileURLToPath(new URL('../../out/main/gantry.js', import.meta.url));

const tZeroAt = Date.UTC(2027, 0, 16, 21, 0);
const shop = {
  name: 'Shop 4.2',
  system: 'Shop',
  zone: 'UTC',
  tZeroAt,
  windowStart: tZeroAt - 7_200_000,
  windowEnd: tZeroAt + 28_800_000,
  playbookKey: 'choices',
  conditions: { code: true },
  people: [{ name: 'Ada Lovelace', roles: ['lead', 'helper'] }],
};

/** Asks one request through the running room. */
function request(room: Room, name: string, asked: object): void {
  const ran = spawnSync(process.execPath, [program, '--record', room.file, 'call', name, JSON.stringify(asked)], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr || ran.stdout);
}

/** Brings in a playbook with questions, strategies and no gate before the rollout. */
function bringPlaybook(room: Room): void {
  const gates = aChoiceFile().gates?.map((gate) => ({ ...gate, guards: [] }));
  request(room, 'workshop.importFile', { text: JSON.stringify(aChoiceFile({ strategies: sixStrategies(), gates })) });
}

/** Finishes a task as a person does: found with the palette, finished with one key. */
async function finish(page: Page, title: string): Promise<void> {
  await goTo(page, title);
  const detail = page.getByRole('region', { name: /^Task T-/ });
  await expect(detail).toContainText(title);
  await page.keyboard.press('f');
  await expect(detail.getByText('Finished', { exact: true }).first()).toBeVisible();
}

async function startWizard(page: Page, room: Room): Promise<void> {
  bringPlaybook(room);
  await page.goto(room.address);
  await expect(page.getByRole('button', { name: /New go-live/ })).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('Shop 4.2');
  await tabTo(page, dialog.getByRole('textbox', { name: /^System/ }));
  await page.keyboard.type('Shop');
  await dialog.getByLabel('Playbook').first().click();
  await page.getByRole('option', { name: /^Choices/ }).click();
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('group', { name: 'Does data move?' })).toBeVisible();
}

/** From the step How to the open go-live. */
async function finishWizard(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('textbox', { name: /^T-0/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await dialog.getByRole('textbox', { name: /^Name/ }).first().fill('Ada Lovelace');
  const roles = dialog.getByRole('combobox', { name: /^Roles/ }).or(dialog.getByRole('textbox', { name: /^Roles/ }));
  for (const role of ['Lead', 'Helper']) {
    await roles.first().click();
    await page.keyboard.type(role);
    await page.getByRole('option', { name: role }).click();
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /Shop 4.2/ })).toBeVisible();
}

test('the interview gives its verdict as it is answered by Y and N', async ({ page, room }) => {
  await startWizard(page, room);
  const dialog = page.getByRole('dialog');
  const verdict = dialog.getByRole('status', { name: 'Verdict' });
  const next = dialog.getByRole('button', { name: /^Next/ });
  await expect(verdict).toContainText('Not decided yet');
  await page.keyboard.press('y');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(verdict).toContainText('No deployment is due');
  await expect(verdict).toContainText('Only data Data moves: yes; Monitoring, Code changes: no');
  await expect(next).toBeDisabled();
  await dialog.getByRole('textbox', { name: /Why it is made/ }).fill('The training copy needs it');
  await expect(next).toBeEnabled();

  await dialog.getByRole('group', { name: 'Does code change?' }).getByRole('button', { name: 'Yes' }).click();
  await expect(verdict).toContainText('A deployment is due');
  await expect(dialog.getByRole('textbox', { name: /Why it is made/ })).toBeHidden();
  await page.keyboard.press('Backspace');
  await expect(dialog).toContainText('1 not answered yet');
  await page.keyboard.press('k');
  await page.keyboard.press('y');
  await expect(dialog.getByRole('group', { name: 'Is it watched afterwards?' }).getByRole('button', { name: 'Yes' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('a strategy brings its stages, and the picture on the overview follows them', async ({ page, room }) => {
  await startWizard(page, room);
  const dialog = page.getByRole('dialog');
  const brings = dialog.getByRole('region', { name: 'What it brings' });
  for (const key of 'yyy') await page.keyboard.press(key);
  await expect(brings).toContainText('2 phases, 6 tasks, 4 checks, 1 test and 2 gates');
  await dialog.getByText('Canary', { exact: true }).click();
  await expect(brings).toContainText('14 tasks');
  await dialog.getByRole('button', { name: /^Complex,/ }).click();
  await expect(brings).toContainText('2 h to 3 h 20 m');
  await finishWizard(page);

  const rollout = page.getByRole('region', { name: 'Rollout' });
  await expect(rollout).toContainText('Stage 1 of 4. 0 % of the traffic on the new version.');
  await expect(rollout.getByRole('list', { name: 'Stages of Canary' }).getByRole('listitem')).toHaveCount(4);
  await expect(rollout).toContainText('Way back, once it begins');

  for (const title of ['Prepare', 'Move data', 'Switch over', '5 % of the traffic']) await finish(page, title);
  await goTo(page, 'Overview');
  await expect(rollout).toContainText('Stage 1 of 4. 5 % of the traffic on the new version.');
  await expect(rollout).toContainText('To be validated');
  await expect(rollout).toContainText('Way back is open: Go back to the old version');

  await finish(page, 'Validate: 5 % of the traffic');
  await goTo(page, '25 % of the traffic');
  await page.keyboard.press('s');
  await goTo(page, 'Overview');
  await expect(rollout).toContainText('Stage 2 of 4. 5 % of the traffic on the new version.');
  await rollout.getByRole('link', { name: '25 % of the traffic' }).click();
  await expect(page.getByRole('region', { name: /^Task T-/ })).toContainText('In progress');
});

test('answers are changed later, with what that changes told before', async ({ page, room }) => {
  await startWizard(page, room);
  for (const key of 'yyy') await page.keyboard.press(key);
  await finishWizard(page);
  await finish(page, 'Prepare');
  await goTo(page, 'Move data');
  await expect(page.getByRole('region', { name: /^Task T-/ })).toContainText('Applies when: Data moves');
  await page.keyboard.press('s');

  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Change the answers' }).click();
  await expect(dialog.getByRole('group', { name: 'Does data move?' })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  const changes = dialog.getByRole('status', { name: 'What changes' });
  await expect(changes).toContainText('2 checks, not applicable any more');
  await expect(changes).toContainText('2 tasks, taken off the runbook');
  await expect(changes).toContainText('1 task, skipped with the reason');
  await page.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('region', { name: 'Answers' })).toContainText('NoData moves, Monitoring');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const detail = page.getByRole('region', { name: /^Task T-/ });
  await expect(detail.getByText('Skipped', { exact: true }).first()).toBeVisible();
  await expect(detail).toContainText('No data moves. It was in progress before');
  await expect(page.getByRole('main').getByText('Watch', { exact: true })).toBeHidden();
  await page.keyboard.press('u');
  await expect(detail.getByText('In progress', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('main').getByText('Watch', { exact: true }).first()).toBeVisible();
});

for (const scheme of ['dark', 'light'] as const) {
  test(`axe finds nothing on the choices and on any picture of a rollout, ${scheme}`, async ({ page, room }) => {
    test.setTimeout(120_000);
    await page.addInitScript((value) => localStorage.setItem('gantry.scheme', value), scheme);
    await startWizard(page, room);
    for (const key of 'yyn') await page.keyboard.press(key);
    expect.soft(await violations(page), 'wizard').toEqual([]);
    for (const [at, { key, title }] of sixStrategies().entries()) {
      request(room, 'goLive.create', { ...shop, strategy: key });
      await page.goto(`${page.url().split('#')[0]}#/GL-00${at + 1}/overview`);
      await expect(page.getByRole('region', { name: 'Rollout' })).toContainText(`Rollout ${title}`);
      expect.soft(await violations(page), key).toEqual([]);
    }
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change the answers' }).click();
    await page.keyboard.press('n');
    await expect(page.getByRole('status', { name: 'What changes' })).toContainText('Tests off');
    expect.soft(await violations(page), 'answers').toEqual([]);
  });
}
