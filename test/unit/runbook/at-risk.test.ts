import { expect, test } from 'vitest';
import { isAtRisk, nearCritical } from '../../../shared/domain/runbook/late.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import { aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

/* T-003 takes an hour and is not waited for longer than the two others take: their floats are 20 and 50 minutes. */
const near = aTask({ id: idOf(201), ref: 'T-001', startOffset: 0, durationMs: 40 * MINUTE, longestMs: 65 * MINUTE });
const far = aTask({ id: idOf(202), ref: 'T-002', startOffset: 0, durationMs: 10 * MINUTE });
const critical = aTask({ id: idOf(203), ref: 'T-003', startOffset: 0, durationMs: HOUR });
const rows = rowsWith({ task: [near, far, critical] });
const schedule = scheduleOf(rows, { tZeroAt: T_ZERO }, T_ZERO);
const timesOf = (id: string) => {
  const times = schedule.times.get(id);
  if (!times) throw new Error('not scheduled');
  return times;
};

test('what has little float is near the critical path, the least first; what has none is on it', () => {
  expect(nearCritical(schedule, rows.task, 30 * MINUTE)).toEqual([near.id]);
  expect(nearCritical(schedule, rows.task, HOUR)).toEqual([near.id, far.id]);
  expect([near, far, critical].map(({ id }) => timesOf(id).isCritical)).toEqual([false, false, true]);
});

test('a task is at risk when its longest length would use up its float', () => {
  expect([near, far, critical].map((task) => isAtRisk(task, timesOf(task.id)))).toEqual([true, false, false]);
});

test('a task that cannot keep its fixed time is told as such, and what comes before a fixed time has float only up to it', () => {
  const fixed = { ...far, timing: 'fixed' as const, startOffset: 45 * MINUTE };
  const link = { id: idOf(301), goLiveId, fromId: near.id, toId: fixed.id, kind: 'FS' as const, lagMs: 0 };
  const held = rowsWith({ task: [near, fixed, critical], link: [link] });
  const kept = scheduleOf(held, { tZeroAt: T_ZERO }, T_ZERO).times;
  expect(kept.get(near.id)?.float).toBe(5 * MINUTE);
  expect(kept.get(fixed.id)).toMatchObject({ start: T_ZERO + 45 * MINUTE, missesTime: false });
  const late = scheduleOf(held, { tZeroAt: T_ZERO }, T_ZERO + 10 * MINUTE).times.get(fixed.id);
  expect(late).toMatchObject({ start: T_ZERO + 50 * MINUTE, missesTime: true });
});
