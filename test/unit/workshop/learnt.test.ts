import { expect, test } from 'vitest';
import { CreateGoLive } from '../../../shared/domain/go-live/commands.ts';
import { createGoLive } from '../../../shared/domain/go-live/create.ts';
import { learntPlaybook } from '../../../shared/domain/playbook/learnt.ts';
import { playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { AddCheck } from '../../../shared/domain/readiness/commands.ts';
import { addCheck } from '../../../shared/domain/readiness/rules.ts';
import { AddTask } from '../../../shared/domain/runbook/commands.ts';
import { addTask } from '../../../shared/domain/runbook/plan-rules.ts';
import { applyChanges, emptyRows, type Rows } from '../../../shared/domain/tables.ts';
import { anAct, changesOf, HOUR, MINUTE, rowsAfter, T_ZERO } from '../../support/builders.ts';
import { deployPlaybook } from '../../support/playbooks.ts';

const playbook = deployPlaybook();
const command = CreateGoLive.parse({
  name: 'Shop',
  system: 'Shop',
  playbookKey: playbook.key,
  tZeroAt: T_ZERO,
  zone: 'UTC',
  windowStart: T_ZERO,
  windowEnd: T_ZERO + HOUR,
  people: [{ name: 'Ada', roles: playbook.roles.map(({ key }) => key) }],
});
const rows = applyChanges(emptyRows(), changesOf(createGoLive({ playbook, taken: [] }, command, anAct())));
const someTask = (of: Rows) => {
  const task = [...of.task.values()].find(({ source }) => source !== '');
  if (!task) throw new Error('Deploy has tasks');
  return task;
};
const stepsOf = (of: Rows) => learntPlaybook(of, new Map(), 'As worked', 'M. Okoro')?.phases.flatMap(({ steps }) => steps) ?? [];

function finished(minutes: number): Rows {
  const task = someTask(rows);
  const done = { ...task, status: 'finished' as const, actualStart: 0, actualEnd: minutes * MINUTE - 1 };
  return { ...rows, task: new Map(rows.task).set(task.id, done) };
}

test('a finished task gives its step the minutes it took, rounded up; the others keep theirs', () => {
  const { source, durationMs } = someTask(rows);
  expect(stepsOf(finished(47)).find(({ key }) => key === source)?.task?.minutes).toBe(47);
  expect(stepsOf(rows).find(({ key }) => key === source)?.task?.minutes).toBe(durationMs / MINUTE);
});

test('the time a task stood blocked is no work', () => {
  const { id, source } = someTask(rows);
  const blocked = new Map([[id, new Map([[10 * MINUTE, 30 * MINUTE]])]]);
  const steps = learntPlaybook(finished(47), blocked, 'As worked', 'M. Okoro')?.phases.flatMap((phase) => phase.steps);
  expect(steps?.find(({ key }) => key === source)?.task?.minutes).toBe(27);
});

test('what comes after a task that took longer is planned later, and the playbook is sound', () => {
  const learnt = learntPlaybook(finished(300), new Map(), 'As worked', 'M. Okoro');
  expect(playbookSchema.safeParse(learnt).error?.message).toBeUndefined();
  const steps = learnt?.phases.flatMap((phase) => phase.steps) ?? [];
  const byKey = new Map(steps.map((step) => [step.key, step]));
  for (const step of steps) {
    for (const { step: before, kind, lagMinutes } of step.task?.after ?? []) {
      const task = byKey.get(before)?.task;
      if (kind !== 'FS' || !task || task.startMinutes === null || step.task?.startMinutes == null) continue;
      expect(step.task.startMinutes).toBeGreaterThanOrEqual(task.startMinutes + task.minutes + lagMinutes);
    }
  }
});

test('a task and a check that were added become a step and a point of a checklist', () => {
  const withTask = rowsAfter(
    rows,
    addTask(rows, AddTask.parse({ title: 'Warm the cache', stream: 'Platform', durationMs: 5 * MINUTE }), anAct()),
  );
  const both = rowsAfter(withTask, addCheck(withTask, AddCheck.parse({ title: 'Cache is warm', area: 'Cache' }), anAct()));
  const learnt = learntPlaybook(both, new Map(), 'As worked', 'M. Okoro');
  expect(learnt?.phases.flatMap((phase) => phase.steps).find(({ title }) => title === 'Warm the cache')).toMatchObject({
    task: { minutes: 5 },
  });
  expect(learnt?.checklists.flatMap((list) => list.points).map(({ title }) => title)).toContain('Cache is warm');
  expect(learnt?.areas).toContain('Cache');
  expect(playbookSchema.safeParse(learnt).error?.message).toBeUndefined();
});

test('it can be followed anew: no answer, variation or strategy is left in it', () => {
  const learnt = learntPlaybook(rows, new Map(), 'As worked', 'M. Okoro');
  expect(learnt).toMatchObject({ key: 'as-worked', variation: '', strategy: '', scaledFor: null, variations: [] });
  expect(learnt?.conditions.every(({ holds }) => holds === null)).toBe(true);
});
