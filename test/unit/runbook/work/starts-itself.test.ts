import { expect, test } from 'vitest';
import type { Link, Task } from '../../../../shared/domain/runbook/schema.ts';
import { selfStarts, startDueTasks } from '../../../../shared/domain/runbook/work/starts-itself.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';
import { aGate, aGoLive, anAct, aTask, goLiveId, HOUR, idOf, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../../support/builders.ts';

const auto = (number: number, given: Partial<Task> = {}) =>
  aTask({ id: idOf(200 + number), ref: `T-00${number}`, startsItself: true, startOffset: 0, ...given });
const tie = (from: Task, to: Task): Link => ({
  id: idOf(800 + Number(to.ref.slice(2))),
  goLiveId,
  fromId: from.id,
  toId: to.id,
  kind: 'FS',
  lagMs: 0,
});
const night = (tasks: readonly Task[], links: readonly Link[] = [], more: Partial<Rows> = {}): Rows => ({
  ...rowsWith({ goLive: [aGoLive({ stage: 'cutover' })], task: tasks, link: links }),
  ...more,
});
const dueAt = (rows: Rows, now: number) => selfStarts(rows, goLiveId, now).due.map(({ ref }) => ref);

test('a task starts by itself when its time has come, not before; Gantry says when to look again', () => {
  const rows = night([auto(1)]);
  expect(selfStarts(rows, goLiveId, T_ZERO - 1)).toEqual({ due: [], nextAt: T_ZERO });
  expect(dueAt(rows, T_ZERO)).toEqual(['T-001']);
  const after = rowsAfter(rows, startDueTasks(rows, anAct({ now: T_ZERO })));
  expect(after.task.get(idOf(201))).toMatchObject({ status: 'in progress', actualStart: T_ZERO, workerId: null });
  expect(refusalOf(startDueTasks(after, anAct({ now: T_ZERO })))).toBe('nothing-due');
});

test('one that follows its predecessors does not wait for its planned time', () => {
  const first = aTask({ id: idOf(205), status: 'finished' });
  const second = auto(2, { timing: 'after predecessors', startOffset: 9 * HOUR });
  expect(dueAt(night([first, second], [tie(first, second)]), T_ZERO)).toEqual(['T-002']);
});

test('milestones finish in the same moment, and what only waited for them starts with them', () => {
  const [one, two, three] = [auto(1, { kind: 'milestone' }), auto(2, { kind: 'milestone' }), auto(3)];
  const rows = night([three, two, one], [tie(one, two), tie(two, three)]);
  const after = rowsAfter(rows, startDueTasks(rows, anAct({ now: T_ZERO })));
  expect([one, two, three].map(({ id }) => after.task.get(id)?.status)).toEqual(['finished', 'finished', 'in progress']);
});

test('what something holds, has too few people, or must be started by hand stays', () => {
  const by = aTask({ id: idOf(206), ref: 'T-006' });
  const held = auto(1);
  const rows = night([by, held, auto(2, { peopleNeeded: 1 }), auto(3, { phase: 'guarded' }), aTask()], [tie(by, held)], {
    gate: new Map([[idOf(700), aGate({ guards: ['guarded'] })]]),
  });
  expect(dueAt(rows, T_ZERO + HOUR)).toEqual([]);
});

test('nothing starts by itself before the cutover, during a hold, or while a rollback runs', () => {
  const tasks = [auto(1)];
  const open = { id: idOf(1), goLiveId, endedAt: null } as never;
  expect(dueAt(rowsWith({ goLive: [aGoLive()], task: tasks }), T_ZERO)).toEqual([]);
  expect(dueAt(night(tasks, [], { hold: new Map([[idOf(1), open]]) }), T_ZERO)).toEqual([]);
  expect(dueAt(night(tasks, [], { rollback: new Map([[idOf(1), open]]) }), T_ZERO)).toEqual([]);
});

test('a built-in hold begins by itself, stops the clock, and nothing starts after it', () => {
  const [one, hold] = [auto(1), auto(2, { kind: 'hold', title: 'Wait for the bank', durationMs: HOUR })];
  const rows = night([hold, one]);
  const after = rowsAfter(rows, startDueTasks(rows, anAct({ now: T_ZERO })));
  expect([one, hold].map(({ id }) => after.task.get(id)?.status)).toEqual(['in progress', 'in progress']);
  expect([...after.hold.values()]).toMatchObject([{ taskId: hold.id, endedAt: null }]);
  expect(dueAt({ ...after, task: new Map(after.task).set(idOf(203), auto(3)) }, T_ZERO + 1)).toEqual([]);
});

test('tasks of a rollback and headings never start by themselves', () => {
  expect(dueAt(night([auto(1, { kind: 'rollback' }), auto(2, { kind: 'group' })]), T_ZERO)).toEqual([]);
});
