import { expect, test } from 'vitest';
import { editTasks } from '../../../../shared/domain/runbook/plan/edit-tasks.ts';
import { impactWords, planImpact } from '../../../../shared/domain/runbook/plan/impact.ts';
import { editsForMany } from '../../../../shared/domain/runbook/plan/many.ts';
import type { Task } from '../../../../shared/domain/runbook/schema.ts';
import { aGate, aGoLive, anAct, aTask, HOUR, idOf, MINUTE, rowsAfter, rowsWith, T_ZERO } from '../../../support/builders.ts';

const task = (at: number, given: Partial<Task>) => aTask({ id: idOf(200 + at), ref: `T-00${at}`, position: at * 10, ...given });
const [long, short, group, inside] = [
  task(1, { stream: 'Data', startOffset: 0, durationMs: 60 * MINUTE }),
  task(2, { stream: 'Net', startOffset: 0, durationMs: 20 * MINUTE, shortestMs: 10 * MINUTE }),
  task(3, { kind: 'group', stream: 'Net' }),
  task(4, { parentId: idOf(203), stream: 'Net', startOffset: 0, durationMs: 5 * MINUTE }),
] as const;
const goLive = aGoLive({ windowEnd: T_ZERO + HOUR + 10 * MINUTE });
const plan = rowsWith({ goLive: [goLive], task: [long, short, group, inside] });
const now = T_ZERO - HOUR;
const changed = (taskIds: readonly string[], change: Parameters<typeof editsForMany>[2]) =>
  rowsAfter(plan, editTasks(plan, { edits: editsForMany(plan, taskIds, change), added: [] }, anAct({ now, occurredAt: now })));
const impact = (after: typeof plan) => planImpact(plan, after, goLive, now);

test('a longer last task moves the finish by as much, and past the window', () => {
  const found = impact(changed([long.id], { stretch: 1.5 }));
  expect(found).toMatchObject({ finishMs: 30 * MINUTE, pastWindowMs: 20 * MINUTE, moved: 1 });
  expect(impactWords(found)).toContain('moves finish by 30 m');
});

test('a task that takes up all float makes its stream critical and does not move the finish', () => {
  const found = impact(changed([short.id], { shiftMs: 40 * MINUTE }));
  expect(found).toMatchObject({ finishMs: 0, usedUp: ['Net'], moved: 1 });
  expect(found.becomeCritical.map(({ ref }) => ref)).toEqual(['T-002']);
  expect(impactWords(found)).toEqual(['uses all float of stream Net', 'T-002 becomes critical', '1 task moves']);
});

test('a change of words moves nothing', () => {
  expect(impactWords(impact(changed([long.id], { stream: 'Other' })))).not.toContain('1 task moves');
  expect(impact(plan)).toMatchObject({ moved: 0, finishMs: 0 });
  expect(impactWords(impact(plan))).toEqual(['no task moves']);
});

test('a gate behind a longer task moves past the window and is named', () => {
  const gate = aGate({ ref: 'G-2', phase: 'move', guards: [], plannedOffset: HOUR });
  const gated = rowsWith({ goLive: [goLive], gate: [gate], task: [{ ...long, phase: 'move' }] });
  const later = rowsWith({ goLive: [goLive], gate: [gate], task: [{ ...long, phase: 'move', durationMs: 2 * HOUR }] });
  expect(impactWords(planImpact(gated, later, goLive, now))).toContain('G-2 moves past the window');
});

test('a group is shifted with all that stands in it; the group itself has no start', () => {
  const after = changed([group.id], { shiftMs: -30 * MINUTE });
  expect(after.task.get(inside.id)?.startOffset).toBe(-30 * MINUTE);
  expect(after.task.get(group.id)?.startOffset).toBeNull();
});

test('stretching keeps whole minutes and takes shortest and longest along', () => {
  expect(editsForMany(plan, [short.id], { stretch: 1.33 })[0]?.set).toEqual({ durationMs: 27 * MINUTE, shortestMs: 13 * MINUTE });
});

test('tasks that already are so are left out', () => {
  expect(editsForMany(plan, [long.id, short.id], { stream: 'Net' }).map(({ taskId }) => taskId)).toEqual([long.id]);
});

test('where a task runs is said of the tasks in a group, not of the group', () => {
  expect(editsForMany(plan, [group.id], { runIn: 'mock only' }).map(({ taskId }) => taskId)).toEqual([inside.id]);
});
