import { expect, test } from 'vitest';
import { finishTask, startTask } from '../../../../shared/domain/runbook/rules.ts';
import type { Link, Task } from '../../../../shared/domain/runbook/schema.ts';
import { isInRun, taskState, whatHolds } from '../../../../shared/domain/runbook/task-state.ts';
import {
  aGoLive,
  anAct,
  aPerson,
  aTask,
  goLiveId,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../../support/builders.ts';

const [first, second, third] = [
  aTask({ id: idOf(201), ref: 'T-001' }),
  aTask({ id: idOf(202), ref: 'T-002' }),
  aTask({ id: idOf(203), ref: 'T-003' }),
];
const tie = (from: Task, to: Task, number = 1): Link => ({
  id: idOf(800 + number),
  goLiveId,
  fromId: from.id,
  toId: to.id,
  kind: 'FS',
  lagMs: 0,
});
const night = (tasks: readonly Task[], links: readonly Link[] = [], given = {}) =>
  rowsWith({ goLive: [aGoLive(given)], person: [aPerson()], task: tasks, link: links });

test.each([
  ['always', 'live', true],
  ['always', 'drill', true],
  ['mock only', 'live', false],
  ['mock only', 'rehearsal', true],
  ['live only', 'live', true],
  ['live only', 'drill', false],
] as const)('a task that is %s, in a go-live that is %s: in the run is %s', (runIn, kind, is) => {
  expect(isInRun({ runIn }, { kind })).toBe(is);
});

test('what is left out of this run holds nothing and cannot be started', () => {
  const rows = night([{ ...first, runIn: 'mock only' }, second], [tie(first, second)]);
  expect(taskState(rows, second)).toBe('ready');
  expect(refusalOf(startTask(rows, { taskId: first.id, despite: 'I want to' }, anAct()))).toBe('not-in-this-run');
});

test('a predecessor that was rolled back lets its successor go on', () => {
  expect(taskState(night([{ ...first, status: 'rolled back' }, second], [tie(first, second)]), second)).toBe('ready');
});

test('a group holds by the tasks in it, holds those in it by what it waits for, and is never worked itself', () => {
  const group = aTask({ id: idOf(210), ref: 'T-010', kind: 'group' });
  const inside = { ...second, parentId: group.id };
  const rows = night([first, group, inside, third], [tie(first, group), tie(group, third, 2)]);
  expect(whatHolds(rows, inside).map(({ ref }) => ref)).toEqual(['T-001']);
  expect(taskState(rows, third)).toBe('not ready');
  const finished = night([first, group, { ...inside, status: 'finished' }, third], [tie(group, third)]);
  expect(taskState(finished, third)).toBe('ready');
  expect(refusalOf(startTask(finished, { taskId: group.id, despite: 'x' }, anAct()))).toBe('is-a-group');
});

test('a fixed start is not brought forward without a reason', () => {
  const fixed = { ...first, timing: 'fixed' as const, startOffset: 2 * HOUR };
  const rows = night([fixed]);
  const refused = startTask(rows, { taskId: fixed.id }, anAct({ now: T_ZERO + HOUR }));
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'too-early', reason: expect.stringContaining('00:00 CET') } });
  expect(startTask(rows, { taskId: fixed.id, despite: 'The bank is ready' }, anAct()).ok).toBe(true);
  expect(startTask(rows, { taskId: fixed.id }, anAct({ now: T_ZERO + 2 * HOUR })).ok).toBe(true);
});

test('a task that needs more people than are named does not start without a reason', () => {
  const rows = night([{ ...first, peopleNeeded: 2, ownerIds: [idOf(100)] }]);
  const refused = startTask(rows, { taskId: first.id }, anAct());
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'too-few-people', reason: expect.stringContaining('needs 2 people and names 1') },
  });
  expect(startTask(rows, { taskId: first.id, despite: 'One has to do' }, anAct()).ok).toBe(true);
});

test('everything that gives way to a reason is told at once, and one reason passes it all', () => {
  const busy = { ...second, peopleNeeded: 1, timing: 'fixed' as const, startOffset: 5 * HOUR };
  const rows = night([first, busy], [tie(first, busy)]);
  const refused = startTask(rows, { taskId: busy.id }, anAct());
  if (refused.ok) throw new Error('started');
  expect(refused.refusal.code).toBe('held');
  for (const words of ['waits for T-001', 'names nobody', 'fixed to start']) expect(refused.refusal.reason).toContain(words);
  expect(startTask(rows, { taskId: busy.id, despite: 'All agreed' }, anAct()).ok).toBe(true);
});

test('a start written down late does not lie before the end of what came before', () => {
  const ended = { ...first, status: 'finished' as const, actualStart: T_ZERO, actualEnd: T_ZERO + 30 * MINUTE };
  const rows = night([ended, second], [tie(ended, second)]);
  expect(refusalOf(startTask(rows, { taskId: second.id }, anAct({ now: T_ZERO + HOUR, occurredAt: T_ZERO + 20 * MINUTE })))).toBe(
    'before-predecessor',
  );
  expect(startTask(rows, { taskId: second.id }, anAct({ now: T_ZERO + HOUR, occurredAt: T_ZERO + 40 * MINUTE })).ok).toBe(true);
});

test('who starts a task works on it; a screen that has not said who acts names nobody', () => {
  const rows = night([first]);
  const after = (personId: string | null) => rowsAfter(rows, startTask(rows, { taskId: first.id }, anAct({ personId }))).task.get(first.id);
  expect(after(idOf(100))?.workerId).toBe(idOf(100));
  expect(after(null)?.workerId).toBeNull();
});

test('a task finished in one press belongs to who finished it', () => {
  const rows = night([first]);
  const verdict = finishTask(rows, { taskId: first.id, byWorkaround: false }, anAct({ personId: idOf(100) }));
  expect(rowsAfter(rows, verdict).task.get(first.id)).toMatchObject({ status: 'finished', workerId: idOf(100) });
});
