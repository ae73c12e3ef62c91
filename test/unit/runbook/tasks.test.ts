import { expect, test } from 'vitest';
import { newId } from '../../../electron/record/new-id.ts';
import { insert, remove } from '../../../shared/base/change.ts';
import { gate } from '../../../shared/domain/gate/schema.ts';
import { AddTask, EditTask } from '../../../shared/domain/runbook/commands.ts';
import { addTask, editTask, linkTasks } from '../../../shared/domain/runbook/plan-rules.ts';
import { blockTask, failTask, finishTask, reopenTask, skipTask, startTask, unblockTask } from '../../../shared/domain/runbook/rules.ts';
import { link, type Task } from '../../../shared/domain/runbook/schema.ts';
import { taskState } from '../../../shared/domain/runbook/task-state.ts';
import { applyChanges, emptyRows, type Rows } from '../../../shared/domain/tables.ts';
import { aGate, anAct } from '../../support/builders.ts';
import { aGoLive, aTask, insertGoLive, insertTask, NOW } from '../../support/record.ts';

const goLive = aGoLive();
const first = aTask(goLive.id, { ref: 'T-001' });
const second = aTask(goLive.id, { ref: 'T-002', phase: 'production-deployment' });
const tie = { id: newId(NOW), goLiveId: goLive.id, fromId: first.id, toId: second.id, kind: 'FS', lagMs: 0 } as const;
const act = anAct({ goLiveId: goLive.id, now: NOW, occurredAt: NOW });

function rowsWith(...tasks: readonly Task[]): Rows {
  return applyChanges(emptyRows(), [insertGoLive(goLive), ...tasks.map(insertTask), insert(link, tie)]);
}

/** The task `id` after a rule said yes. */
function after(rows: Rows, verdict: ReturnType<typeof startTask>, id: string): Task | undefined {
  if (!verdict.ok) throw new Error(verdict.refusal.reason);
  return applyChanges(rows, verdict.value.changes).task.get(id);
}

test('a task cannot start while a predecessor is unfinished, and the refusal names it', () => {
  const refused = startTask(rowsWith(first, second), { taskId: second.id }, act);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'held', about: ['T-001'] } });
});

test('it may go ahead when somebody says why', () => {
  const rows = rowsWith(first, second);
  const verdict = startTask(rows, { taskId: second.id, despite: 'The vendor insists' }, act);
  expect(after(rows, verdict, second.id)).toMatchObject({ status: 'in progress', actualStart: NOW });
  expect(verdict.ok && verdict.value.note).toBe('The vendor insists');
});

test.each([
  ['finished', 'ready'],
  ['finished by workaround', 'ready'],
  ['skipped', 'ready'],
  ['failed', 'not ready'],
  ['blocked', 'not ready'],
  ['in progress', 'not ready'],
] as const)('after a predecessor that is %s a task is %s', (status, state) => {
  const rows = rowsWith({ ...first, status }, second);
  expect(taskState(rows, second)).toBe(state);
});

test('a gate that has not said go holds the tasks of the phases it guards', () => {
  const guard = aGate({ goLiveId: goLive.id, ref: 'G-3', guards: ['production-deployment'], decision: 'hold' });
  const rows = applyChanges(rowsWith({ ...first, status: 'finished' }, second), [insert(gate, guard)]);
  expect(startTask(rows, { taskId: second.id }, act)).toMatchObject({ ok: false, refusal: { about: ['G-3'] } });
  const opened = applyChanges(rowsWith({ ...first, status: 'finished' }, second), [
    insert(gate, { ...guard, decision: 'go with conditions' }),
  ]);
  expect(startTask(opened, { taskId: second.id }, act).ok).toBe(true);
});

test('finishing a task that was never started dates its start too', () => {
  const rows = rowsWith(first, second);
  expect(after(rows, finishTask(rows, { taskId: first.id, byWorkaround: false }, act), first.id)).toMatchObject({
    status: 'finished',
    actualStart: NOW,
    actualEnd: NOW,
  });
});

test('a task cannot be finished before it was started', () => {
  const rows = rowsWith({ ...first, status: 'in progress', actualStart: NOW }, second);
  const earlier = { ...act, occurredAt: NOW - 60_000 };
  expect(finishTask(rows, { taskId: first.id, byWorkaround: false }, earlier)).toMatchObject({
    ok: false,
    refusal: { code: 'before-start' },
  });
});

test('unblocking goes back to where the task was', () => {
  for (const [actualStart, status] of [
    [NOW - 1, 'in progress'],
    [null, 'planned'],
  ] as const) {
    const rows = rowsWith({ ...first, status: 'blocked', actualStart, blockedAt: NOW - 1, reason: 'Certificate' }, second);
    expect(after(rows, unblockTask(rows, { taskId: first.id }, act), first.id)).toMatchObject({ status, reason: '', blockedAt: null });
  }
});

test('blocking and skipping keep their reason, failing ends the task', () => {
  const rows = rowsWith({ ...first, status: 'in progress', actualStart: NOW - 1 }, second);
  expect(after(rows, blockTask(rows, { taskId: first.id, reason: 'Certificate' }, act), first.id)).toMatchObject({
    status: 'blocked',
    reason: 'Certificate',
    blockedAt: NOW,
  });
  expect(after(rows, failTask(rows, { taskId: first.id, reason: 'Disk' }, act), first.id)).toMatchObject({
    status: 'failed',
    actualEnd: NOW,
  });
  expect(after(rows, skipTask(rows, { taskId: second.id, reason: 'Not needed' }, act), second.id)).toMatchObject({
    status: 'skipped',
    reason: 'Not needed',
  });
});

test('what runs cannot be skipped, what is closed cannot be started, what is open cannot be reopened', () => {
  const rows = rowsWith({ ...first, status: 'in progress', actualStart: NOW }, { ...second, status: 'finished' });
  expect(skipTask(rows, { taskId: first.id, reason: 'x' }, act)).toMatchObject({ ok: false, refusal: { code: 'wrong-status' } });
  expect(startTask(rows, { taskId: second.id }, act)).toMatchObject({ ok: false, refusal: { code: 'wrong-status' } });
  expect(reopenTask(rows, { taskId: first.id, reason: 'x' }, act)).toMatchObject({ ok: false, refusal: { code: 'not-closed' } });
});

test('the form of a task overwrites no field that others changed meanwhile, and names each', () => {
  const rows = rowsWith({ ...first, title: 'Theirs', detail: 'Theirs', stream: 'Same' }, second);
  const edit = (was: object, set: object) => editTask(rows, { taskId: first.id, ...set, was }, act);
  const refused = edit({ title: first.title, detail: '' }, { title: 'Mine', detail: 'Mine' });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'conflict', about: ['T-001'] } });
  expect(!refused.ok && refused.refusal.reason).toContain('T-001, Title, Detail were changed by somebody else');
  expect(edit({ command: '' }, { command: 'ls' }).ok).toBe(true); // nobody else touched it
  expect(edit({ stream: '', detail: 'Theirs' }, { stream: 'Same', detail: 'Mine' }).ok).toBe(true); // both want the same stream
});

test.each([
  ['a group with tasks in it', { kind: 'group' }, { kind: 'task' }, 'Tasks stand in this group'],
  ['work that became a group', { status: 'in progress', actualStart: NOW }, { kind: 'group' }, 'worked cannot become a group'],
  ['lengths out of order', { durationMs: 7_200_000, shortestMs: 3_600_000 }, { durationMs: 60_000 }, 'not in order'],
  ['a fixed start without one', { startOffset: null }, { timing: 'fixed' }, 'A fixed start needs'],
  ['an owner nobody knows', {}, { ownerIds: [newId(NOW)] }, 'not in the roster'],
] as const)('the form of a task asks no less of it than the sheet: %s', (_, given, set, reason) => {
  const rows = rowsWith({ ...first, ...given }, { ...second, parentId: 'kind' in given ? first.id : null });
  const verdict = editTask(rows, EditTask.parse({ taskId: first.id, ...set }), act);
  expect(verdict).toMatchObject({ ok: false, refusal: { code: 'bad-rows', reason: expect.stringContaining(reason), about: ['T-001'] } });
});

test('a phase that would hold what is begun already is refused in the form too', () => {
  const guard = aGate({ goLiveId: goLive.id, ref: 'G-3', guards: ['production-deployment'], decision: null });
  const rows = applyChanges(rowsWith({ ...first, status: 'in progress', actualStart: NOW }, second), [insert(gate, guard)]);
  expect(editTask(rows, { taskId: first.id, phase: 'production-deployment' }, act)).toMatchObject({ refusal: { code: 'contradiction' } });
});

test('a task that is added keeps to the same rules, and what only a rollback makes is not asked for', () => {
  const rows = rowsWith(first, second);
  const add = (fields: object) => addTask(rows, AddTask.parse({ title: 'Archive', ...fields }), act);
  const refusal = (reason: string) => ({ refusal: { code: 'bad-rows', reason: expect.stringContaining(reason) } });
  expect(add({ timing: 'fixed' })).toMatchObject(refusal('Archive, Timing: A fixed start needs'));
  expect(add({ after: [newId(NOW)] })).toMatchObject(refusal('Archive, Predecessors: A predecessor is not in this plan.'));
  expect(add({ after: [first.id], comments: 'Said before' })).toMatchObject({ ok: true });
  for (const asked of [() => AddTask.parse({ title: 'x', kind: 'rollback' }), () => EditTask.parse({ taskId: first.id, kind: 'rollback' })])
    expect(asked).toThrow(/kind/);
});

test('a link that would close a circle is refused with its path', () => {
  const verdict = linkTasks(rowsWith(first, second), { fromId: second.id, toId: first.id, kind: 'FS', lagMs: 0 }, act);
  expect(verdict).toMatchObject({ ok: false, refusal: { code: 'cycle', about: ['T-001', 'T-002', 'T-001'] } });
});

test('a link that a begun task would have had to wait for is refused, and so is one that closes a circle through a group', () => {
  const begun = rowsWith({ ...first, status: 'in progress', actualStart: NOW }, second);
  const free = applyChanges(begun, [remove(link, tie)]);
  expect(linkTasks(free, { fromId: second.id, toId: first.id, kind: 'FS', lagMs: 0 }, act)).toMatchObject({
    ok: false,
    refusal: { code: 'contradiction' },
  });
  const group = aTask(goLive.id, { ref: 'T-G3', kind: 'group' });
  const grouped = applyChanges(rowsWith(first, { ...second, parentId: group.id }), [insertTask(group)]);
  const around = linkTasks(grouped, { fromId: group.id, toId: first.id, kind: 'FS', lagMs: 0 }, act);
  expect(around).toMatchObject({ ok: false, refusal: { code: 'cycle' } });
});

test('a group that follows a group looks through it once, not once for each of its tasks', () => {
  const [before, behind] = [aTask(goLive.id, { ref: 'T-G1', kind: 'group' }), aTask(goLive.id, { ref: 'T-G2', kind: 'group' })];
  const inside = (parentId: string) =>
    Array.from({ length: 100 }, () => aTask(goLive.id, { parentId, status: parentId === before.id ? 'finished' : 'planned' }));
  const [earlier, later] = [inside(before.id), inside(behind.id)];
  const tieOfGroups = insert(link, { ...tie, fromId: before.id, toId: behind.id });
  const rows = applyChanges(emptyRows(), [insertGoLive(goLive), ...[before, behind, ...earlier, ...later].map(insertTask), tieOfGroups]);
  let looks = 0;
  for (const { id } of earlier) {
    const watched = { get: () => ++looks && 'finished', enumerable: true };
    Object.defineProperty(rows.task.get(id), 'status', watched);
  }
  expect(later.map((task) => taskState(rows, task)).filter((state) => state !== 'ready')).toEqual([]);
  expect(looks).toBeLessThanOrEqual(3 * earlier.length);
});
