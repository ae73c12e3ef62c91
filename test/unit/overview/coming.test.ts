import { describe, expect, test } from 'vitest';
import { cutoverFinish, gateTimes, milestonesOf, nextMilestone } from '../../../shared/domain/go-live/milestones.ts';
import { comingUp } from '../../../shared/domain/go-live/next-hour.ts';
import { nextSteps } from '../../../shared/domain/go-live/next-steps.ts';
import { burnUp } from '../../../shared/domain/runbook/burn-up.ts';
import { taskLines } from '../../../shared/domain/runbook/lines.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import { wantingTasks } from '../../../shared/domain/runbook/wanting.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aCheck, aCondition, aGate, aGoLive, aLink, aPerson, aTask, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

const goLive = aGoLive({ stage: 'cutover' });
const now = T_ZERO + HOUR;

function coming(rows: Rows) {
  const schedule = scheduleOf(rows, goLive, now);
  return comingUp(rows, taskLines(rows, goLive, now, schedule), schedule, now).map(({ ref, what, at }) => [ref, what, at - now]);
}

describe('what comes next', () => {
  test('a ready task may start, a running one finishes, a later one starts and finishes', () => {
    const rows = rowsWith({
      task: [
        aTask({ id: idOf(201), ref: 'T-001', startOffset: 0, durationMs: 10 * MINUTE }),
        aTask({ id: idOf(202), ref: 'T-002', startOffset: HOUR / 2, durationMs: HOUR, status: 'in progress', actualStart: now - HOUR / 2 }),
        aTask({ id: idOf(203), ref: 'T-003', startOffset: HOUR + 5 * MINUTE, durationMs: MINUTE }),
      ],
    });
    expect(coming(rows)).toEqual([
      ['T-001', 'may start', 0],
      ['T-003', 'starts', 5 * MINUTE],
      ['T-003', 'finishes', 6 * MINUTE],
      ['T-001', 'finishes', 10 * MINUTE],
      ['T-002', 'finishes', 30 * MINUTE],
    ]);
  });

  test('a task past its length is overdue, a blocked one ends only if cleared, a closed one does not come', () => {
    const begun = { startOffset: 0, durationMs: MINUTE, actualStart: T_ZERO };
    const rows = rowsWith({
      task: [
        aTask({ id: idOf(201), ref: 'T-001', ...begun, status: 'in progress' }),
        aTask({ id: idOf(202), ref: 'T-002', ...begun, status: 'blocked' }),
        aTask({ id: idOf(203), ref: 'T-003', ...begun, status: 'finished', actualEnd: now }),
      ],
    });
    expect(coming(rows)).toEqual([
      ['T-001', 'overdue', 0],
      ['T-002', 'if cleared', 0],
    ]);
  });

  test('open conditions and checks come when they are due, settled ones do not', () => {
    const rows = rowsWith({
      goLive: [goLive],
      gate: [aGate({ decision: 'go with conditions', decidedAt: T_ZERO })],
      condition: [aCondition({ dueAt: now + MINUTE }), aCondition({ id: idOf(731), status: 'met', dueAt: now + MINUTE })],
      check: [aCheck({ dueOffset: 2 * HOUR }), aCheck({ id: idOf(601), status: 'passed', dueOffset: 2 * HOUR })],
    });
    expect(coming(rows)).toEqual([
      ['G-1', 'due', MINUTE],
      ['C-001', 'due', HOUR],
    ]);
  });
});

describe('milestones', () => {
  test('an undecided gate waits for the open tasks of its phase but those planned to start at it or later', () => {
    const phase = 'readiness-validation';
    const rows = rowsWith({
      gate: [aGate({ plannedOffset: HOUR })],
      task: [
        aTask({ id: idOf(201), phase, startOffset: 0, durationMs: HOUR, status: 'in progress', actualStart: now - 15 * MINUTE }),
        aTask({ id: idOf(202), phase, startOffset: 2 * HOUR, durationMs: HOUR }),
        aTask({ id: idOf(203), phase: 'other', startOffset: 0, durationMs: HOUR }),
      ],
    });
    expect(gateTimes(rows, scheduleOf(rows, goLive, now))[0]?.at).toBe(now + 45 * MINUTE);
  });

  test('a decided gate lies where it was decided, a held one is still to come', () => {
    const rows = rowsWith({
      gate: [
        aGate({ decision: 'go', decidedAt: T_ZERO + MINUTE }),
        aGate({ id: idOf(701), ref: 'G-2', position: 1, decision: 'hold', decidedAt: T_ZERO + 2 * MINUTE }),
      ],
    });
    const schedule = scheduleOf(rows, goLive, now);
    expect(gateTimes(rows, schedule).map(({ at }) => at)).toEqual([T_ZERO + MINUTE, now]);
    expect(nextMilestone(milestonesOf(rows, goLive, schedule, now))?.ref).toBe('G-2');
  });

  test('T-0 is the next milestone of an empty plan, and after it there is none', () => {
    const rows = rowsWith({});
    const next = (at: number) => nextMilestone(milestonesOf(rows, goLive, scheduleOf(rows, goLive, at), at));
    expect(next(T_ZERO - 1)?.kind).toBe('t-zero');
    expect(next(T_ZERO)).toBeNull();
  });

  test('the cutover finish leaves out what is skipped and what the plan puts after the window', () => {
    const rows = rowsWith({
      task: [
        aTask({ id: idOf(201), startOffset: HOUR, durationMs: HOUR }),
        aTask({ id: idOf(202), startOffset: 2 * HOUR, durationMs: HOUR, status: 'skipped' }),
        aTask({ id: idOf(203), startOffset: 48 * HOUR, durationMs: HOUR }),
      ],
    });
    const finish = cutoverFinish(rows, goLive, scheduleOf(rows, goLive, now));
    expect(finish).toEqual({ plannedAt: T_ZERO + 2 * HOUR, at: T_ZERO + 2 * HOUR, isReached: false, lastTaskId: idOf(201) });
    expect(cutoverFinish(rowsWith({}), goLive, scheduleOf(rowsWith({}), goLive, now))).toBeNull();
  });

  test('a group and the way back do not keep the cutover from being finished', () => {
    const closed = { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + HOUR } as const;
    const rows = rowsWith({
      task: [
        aTask({ id: idOf(201), kind: 'group' }),
        aTask({ id: idOf(202), parentId: idOf(201), startOffset: 0, durationMs: HOUR, ...closed }),
        aTask({ id: idOf(203), kind: 'rollback', durationMs: 5 * HOUR, timing: 'after predecessors' }),
        aTask({ id: idOf(204), runIn: 'mock only', startOffset: 0, durationMs: 5 * HOUR }),
      ],
    });
    const finish = cutoverFinish(rows, goLive, scheduleOf(rows, goLive, now));
    expect(finish).toEqual({ plannedAt: T_ZERO + HOUR, at: T_ZERO + HOUR, isReached: true, lastTaskId: idOf(202) });
  });

  test('a task that only its predecessors place counts for the planned finish', () => {
    const rows = rowsWith({
      task: [
        aTask({ id: idOf(201), startOffset: 0, durationMs: HOUR }),
        aTask({ id: idOf(202), startOffset: null, timing: 'after predecessors', durationMs: HOUR }),
      ],
      link: [{ id: idOf(250), goLiveId: goLive.id, fromId: idOf(201), toId: idOf(202), kind: 'FS', lagMs: 0 }],
    });
    expect(cutoverFinish(rows, goLive, scheduleOf(rows, goLive, now))?.plannedAt).toBe(T_ZERO + 2 * HOUR);
  });
});

describe('tasks that want attention', () => {
  test('stopped before late before running before critical; what has float and waits is left out', () => {
    const rows = rowsWith({
      task: [
        aTask({ id: idOf(201), ref: 'T-001', startOffset: 3 * HOUR, durationMs: HOUR }),
        aTask({ id: idOf(202), ref: 'T-002', startOffset: 2 * HOUR, durationMs: MINUTE }),
        aTask({ id: idOf(203), ref: 'T-003', startOffset: HOUR, durationMs: HOUR, status: 'in progress', actualStart: now }),
        aTask({ id: idOf(204), ref: 'T-004', startOffset: 0, durationMs: MINUTE }),
        aTask({ id: idOf(205), ref: 'T-005', startOffset: HOUR, durationMs: HOUR, status: 'blocked', actualStart: now }),
        aTask({ id: idOf(206), ref: 'T-006', startOffset: 0, durationMs: MINUTE, status: 'finished', actualStart: now, actualEnd: now }),
      ],
    });
    expect(wantingTasks(taskLines(rows, goLive, now)).map(({ task }) => task.ref)).toEqual(['T-005', 'T-004', 'T-003', 'T-001']);
  });
});

describe('the burn-up', () => {
  test('counts what was closed until now and what was planned', () => {
    const task = [
      aTask({
        id: idOf(201),
        startOffset: 0,
        durationMs: HOUR / 2,
        status: 'finished',
        actualStart: T_ZERO,
        actualEnd: T_ZERO + 40 * MINUTE,
      }),
      aTask({ id: idOf(202), startOffset: 0, durationMs: HOUR }),
      aTask({ id: idOf(203), startOffset: HOUR, durationMs: HOUR }),
    ];
    const { closed, planned, all, closedNow, plannedNow } = burnUp(taskLines(rowsWith({ task }), goLive, now), goLive, now);
    expect([all, closedNow, plannedNow]).toEqual([3, 1, 2]);
    expect(closed.at(-1)).toEqual({ at: now, value: 1 });
    expect(planned.map(({ value }) => value)).toEqual([0, 1, 2, 3]);
  });

  test('plans a task that only its predecessors place', () => {
    const rows = rowsWith({
      task: [aTask({ id: idOf(201), startOffset: 0, durationMs: HOUR }), aTask({ id: idOf(202), durationMs: HOUR })],
      link: [aLink(idOf(201), idOf(202))],
    });
    const { planned, plannedNow } = burnUp(taskLines(rows, goLive, now), goLive, now);
    expect(planned.map(({ at }) => at - T_ZERO)).toEqual([HOUR, HOUR, 2 * HOUR]);
    expect(plannedNow).toBe(1);
  });

  test('is empty without tasks', () => {
    expect(burnUp([], goLive, now)).toEqual({ closed: [], planned: [], all: 0, closedNow: 0, plannedNow: 0 });
  });
});

describe('the steps of planning', () => {
  test('an empty go-live needs people and a plan first', () => {
    const planning = aGoLive();
    expect(nextSteps(rowsWith({ goLive: [planning] }), planning).map(({ board }) => board)).toEqual(['roster', 'runbook']);
  });

  test('a task without an owner, open checks and the next gate are named', () => {
    const planning = aGoLive();
    const rows = rowsWith({ goLive: [planning], person: [aPerson()], task: [aTask()], check: [aCheck()], gate: [aGate()] });
    expect(nextSteps(rows, planning).map(({ ref }) => ref)).toEqual(['T-022', 'C-001', 'G-1']);
  });

  test('none once the cutover has begun', () => {
    expect(nextSteps(rowsWith({}), goLive)).toEqual([]);
  });
});
