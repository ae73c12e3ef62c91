import { expect, test } from 'vitest';
import type { Link, Task } from '../../../../shared/domain/runbook/schema.ts';
import { correctTimes } from '../../../../shared/domain/runbook/work/corrections.ts';
import { endToldLate, startToldLate, TOLD_LATE_MS } from '../../../../shared/domain/runbook/work/told-late.ts';
import { aGoLive, anAct, aTask, goLiveId, HOUR, idOf, MINUTE, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../../support/builders.ts';

const at = (minutes: number) => T_ZERO + minutes * MINUTE;
const before = aTask({ id: idOf(201), ref: 'T-001', status: 'finished', actualStart: at(0), actualEnd: at(10) });
const task = aTask({ id: idOf(202), ref: 'T-002', status: 'finished', actualStart: at(10), actualEnd: at(30) });
const after = aTask({ id: idOf(203), ref: 'T-003', status: 'in progress', actualStart: at(35) });
const tie = (from: Task, to: Task): Link => ({
  id: idOf(800 + from.position),
  goLiveId,
  fromId: from.id,
  toId: to.id,
  kind: 'FS',
  lagMs: 0,
});
const rows = rowsWith({
  goLive: [aGoLive()],
  task: [before, task, after],
  link: [tie(before, task), { ...tie(task, after), id: idOf(899) }],
});
const act = anAct({ now: T_ZERO + HOUR });
const correct = (given: { actualStart?: number; actualEnd?: number }, of: Task = task, within = rows) =>
  correctTimes(within, { taskId: of.id, reason: 'Read off the log', ...given }, act);

test('the times are set as they really were, with the reason in the journal', () => {
  const verdict = correct({ actualStart: at(12), actualEnd: at(33) });
  expect(rowsAfter(rows, verdict).task.get(task.id)).toMatchObject({ actualStart: at(12), actualEnd: at(33) });
  expect(verdict.ok && verdict.value).toMatchObject({ action: 'task.correct', note: 'Read off the log' });
});

test.each([
  ['an end before the start', { actualEnd: at(5) }, 'before-start'],
  ['a time in the future', { actualEnd: at(61) }, 'in-the-future'],
  ['a start before the predecessor ended', { actualStart: at(9) }, 'before-predecessor'],
  ['an end after the successor began', { actualEnd: at(40) }, 'after-successor'],
  ['the same times', { actualStart: at(10) }, 'nothing-changed'],
] as const)('%s is refused', (_name, given, code) => {
  expect(refusalOf(correct(given))).toBe(code);
});

test('what went ahead despite its predecessor may stay before it', () => {
  const early = { ...task, actualStart: at(8) };
  const within = rowsWith({ goLive: [aGoLive()], task: [before, early], link: [tie(before, early)] });
  expect(correct({ actualStart: at(7) }, early, within).ok).toBe(true);
});

test('only what began has a start, only what is closed has an end, a block comes after the start', () => {
  expect(refusalOf(correct({ actualEnd: at(50) }, after))).toBe('not-closed');
  const planned = rowsWith({ goLive: [aGoLive()], task: [aTask()] });
  expect(refusalOf(correct({ actualStart: at(1) }, aTask(), planned))).toBe('not-begun');
  const blocked = aTask({ status: 'blocked', actualStart: at(0), blockedAt: at(20) });
  expect(refusalOf(correct({ actualStart: at(25) }, blocked, rowsWith({ goLive: [aGoLive()], task: [blocked] })))).toBe('after-block');
});

test('a task that is ticked off long after it was due offers the time it was expected', () => {
  const planned = { ...aTask({ id: idOf(204), startOffset: 0, durationMs: 20 * MINUTE }) };
  const of = rowsWith({ goLive: [aGoLive()], task: [before, planned], link: [tie(before, planned)] });
  expect(startToldLate(of, planned, aGoLive(), at(10) + TOLD_LATE_MS - 1)).toBeNull();
  expect(startToldLate(of, planned, aGoLive(), at(10) + TOLD_LATE_MS)).toBe(at(10));
  expect(endToldLate(of, planned, aGoLive(), at(60))).toBe(at(30));
  const held = { ...of, task: new Map(of.task).set(before.id, { ...before, status: 'planned' as const, actualEnd: null }) };
  expect(startToldLate(held, planned, aGoLive(), at(600))).toBeNull();
  expect(endToldLate(of, { ...planned, actualStart: at(40) }, aGoLive(), at(62))).toBeNull();
});
