import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { update } from '../../../shared/base/change.ts';
import { contradictions } from '../../../shared/domain/contradictions.ts';
import { holdNow, lMinus, tMinus, tZeroExpected } from '../../../shared/domain/go-live/hold.ts';
import { callHold, expectHold, resumeHold } from '../../../shared/domain/go-live/hold-rules.ts';
import { closeGoLive, declareLive, editGoLive, moveTZero } from '../../../shared/domain/go-live/rules.ts';
import { editTasks } from '../../../shared/domain/runbook/plan/edit-tasks.ts';
import { editTask } from '../../../shared/domain/runbook/plan-rules.ts';
import { finishTask, reopenTask, startTask } from '../../../shared/domain/runbook/rules.ts';
import { task as tasks } from '../../../shared/domain/runbook/schema.ts';
import { applyChanges, type Rows } from '../../../shared/domain/tables.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import {
  aGoLive,
  anAct,
  aTask,
  changesOf,
  goLiveId,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const night = () => rowsWith({ goLive: [aGoLive({ stage: 'cutover', startedAt: T_ZERO - 2 * HOUR })] });
let made = 9_000;
const newId = () => idOf(++made); // acts of one test must not give two rows the same id
const at = (now: number) => anAct({ now, occurredAt: now, newId });
const why = { reason: 'The bank does not answer', expectedEndAt: null };
const held = (rows: Rows = night(), now = T_ZERO - HOUR) => rowsAfter(rows, callHold(rows, why, at(now)));
const resumed = (rows: Rows, now: number) => rowsAfter(rows, resumeHold(rows, { moveWindow: false }, at(now)));
const goLiveOf = (rows: Rows) => rows.goLive.get(goLiveId) ?? aGoLive();
const clocks = (rows: Rows, now: number) => [tMinus(rows, goLiveOf(rows), now), lMinus(rows, goLiveOf(rows), now)];

describe('a called hold', () => {
  test('stops T-minus and lets it go on where it stood, with T-0 later by its length', () => {
    const rows = held();
    expect(holdNow(rows)).toMatchObject({ ref: 'H-1', calledBy: 'M. Okoro', taskId: null, tZeroAt: T_ZERO });
    expect(tMinus(rows, goLiveOf(rows), T_ZERO - 20 * MINUTE)).toBe(-HOUR);
    const after = resumed(rows, T_ZERO - 20 * MINUTE);
    expect(goLiveOf(after)).toMatchObject({ tZeroAt: T_ZERO + 40 * MINUTE, windowEnd: T_ZERO + 6 * HOUR });
    expect(clocks(after, T_ZERO - 20 * MINUTE)).toEqual([-HOUR, HOUR]);
    expect(holdNow(after)).toBeNull();
  });

  test('leaves T-minus without a jump, whenever it begins and however long it lasts', () => {
    fc.assert(
      fc.property(fc.integer({ min: -90, max: 200 }), fc.integer({ min: 0, max: 100 }), (start, length) => {
        const [from, to] = [T_ZERO + start * MINUTE, T_ZERO + (start + length) * MINUTE];
        const rows = held(night(), from);
        const before = clocks(rows, to);
        const after = clocks(resumed(rows, to), to);
        expect(after).toEqual(before);
        expect((after[0] ?? 0) + (after[1] ?? 0)).toBe(0);
      }),
    );
  });

  test('adds its expected rest to L-minus, and once that is over it runs on', () => {
    const rows = rowsAfter(night(), callHold(night(), { ...why, expectedEndAt: T_ZERO - 30 * MINUTE }, at(T_ZERO - HOUR)));
    expect(clocks(rows, T_ZERO - 50 * MINUTE)).toEqual([-HOUR, 80 * MINUTE]);
    expect(tZeroExpected(rows, goLiveOf(rows), T_ZERO - 50 * MINUTE)).toBe(T_ZERO + 30 * MINUTE);
    expect(tZeroExpected(rows, goLiveOf(rows), T_ZERO - 10 * MINUTE)).toBe(T_ZERO + 50 * MINUTE);
  });

  test('is one at a time, ends after it began and begins after the last one', () => {
    const rows = held();
    expect(refusalOf(callHold(rows, why, at(T_ZERO)))).toBe('on-hold');
    expect(refusalOf(resumeHold(rows, { moveWindow: false }, anAct({ now: T_ZERO, occurredAt: T_ZERO - 2 * HOUR })))).toBe('before-start');
    const after = resumed(rows, T_ZERO);
    expect(refusalOf(callHold(after, why, anAct({ now: T_ZERO + HOUR, occurredAt: T_ZERO - MINUTE })))).toBe('before-last-hold');
    expect(holdNow(held(after, T_ZERO + HOUR))?.ref).toBe('H-2');
    expect(refusalOf(resumeHold(after, { moveWindow: false }, at(T_ZERO)))).toBe('no-hold');
    expect(refusalOf(expectHold(after, { expectedEndAt: null }, at(T_ZERO)))).toBe('no-hold');
  });

  test('takes an expected end that lies ahead, and another one later', () => {
    expect(refusalOf(callHold(night(), { ...why, expectedEndAt: T_ZERO - HOUR }, at(T_ZERO - HOUR)))).toBe('end-in-the-past');
    const rows = held();
    expect(refusalOf(expectHold(rows, { expectedEndAt: T_ZERO - 2 * HOUR }, at(T_ZERO - HOUR)))).toBe('end-in-the-past');
    expect(refusalOf(expectHold(rows, { expectedEndAt: null }, at(T_ZERO - HOUR)))).toBe('nothing-changed');
    expect(holdNow(rowsAfter(rows, expectHold(rows, { expectedEndAt: T_ZERO }, at(T_ZERO - HOUR))))?.expectedEndAt).toBe(T_ZERO);
  });

  test('that would take T-0 out of the window ends only with a reason or with the window', () => {
    const rows = held();
    const late = at(T_ZERO + 6 * HOUR);
    expect(refusalOf(resumeHold(rows, { moveWindow: false }, late))).toBe('outside-window');
    const despite = rowsAfter(rows, resumeHold(rows, { moveWindow: false, despite: 'The board agreed' }, late));
    expect(goLiveOf(despite)).toMatchObject({ tZeroAt: T_ZERO + 7 * HOUR, windowEnd: T_ZERO + 6 * HOUR });
    expect(changesOf(editGoLive(despite, { name: 'Wave 1b' }, late))).toHaveLength(1);
    const moved = rowsAfter(rows, resumeHold(rows, { moveWindow: true }, late));
    expect(goLiveOf(moved)).toMatchObject({ tZeroAt: T_ZERO + 7 * HOUR, windowEnd: T_ZERO + 13 * HOUR });
  });

  test('is not called once the system is live or the go-live is over', () => {
    expect(refusalOf(callHold(rowsWith({ goLive: [aGoLive({ stage: 'hypercare', liveAt: T_ZERO })] }), why, at(T_ZERO + HOUR)))).toBe(
      'wrong-stage',
    );
    expect(refusalOf(callHold(rowsWith({ goLive: [aGoLive({ stage: 'scrubbed' })] }), why, at(T_ZERO)))).toBe('over');
  });

  test('makes T-0 and the live declaration wait, and ends when the go-live is closed', () => {
    const rows = held();
    const move = { tZeroAt: T_ZERO + HOUR, moveWindow: false, reason: 'Later' };
    expect(refusalOf(moveTZero(rows, move, at(T_ZERO)))).toBe('on-hold');
    expect(refusalOf(declareLive(rows, {}, at(T_ZERO)))).toBe('on-hold');
    const closed = rowsAfter(rows, closeGoLive(rows, { outcome: 'rolled back', outcomeNote: '', despite: 'Given up' }, at(T_ZERO)));
    expect(holdNow(closed)).toBeNull();
    expect(goLiveOf(closed).tZeroAt).toBe(T_ZERO);
  });

  test('is taken back by undo, and its end not once another runs', () => {
    const rows = held();
    const ended = resumeHold(rows, { moveWindow: false }, at(T_ZERO));
    const again = held(rowsAfter(rows, ended), T_ZERO + HOUR);
    const entry = anEntry('hold.resume', changesOf(ended));
    expect(refusalOf(undoEntry(again, entry, []))).toBe('depends');
    expect(holdNow(rowsAfter(rowsAfter(rows, ended), undoEntry(rowsAfter(rows, ended), entry, [])))?.ref).toBe('H-1');
  });
});

describe('a task in a hold', () => {
  const task = aTask({ ref: 'T-001' });
  const with_ = (...tasks: ReturnType<typeof aTask>[]) => rowsWith({ goLive: [aGoLive({ stage: 'cutover' })], task: tasks });

  test('does not start without a reason; communication and the way back do', () => {
    const rows = held(with_(task, aTask({ id: idOf(201), kind: 'communication' }), aTask({ id: idOf(202), kind: 'rollback' })));
    const start = (taskId: string, despite?: string) => startTask(rows, { taskId, despite }, at(T_ZERO));
    expect(refusalOf(start(task.id))).toBe('on-hold');
    expect(changesOf(start(task.id, 'It is harmless'))).toHaveLength(1);
    expect(changesOf(start(idOf(201)))).toHaveLength(1);
    expect(changesOf(start(idOf(202)))).toHaveLength(1);
  });

  test('that runs is finished', () => {
    const rows = held(with_(aTask({ status: 'in progress', actualStart: T_ZERO - 2 * HOUR })));
    expect(changesOf(finishTask(rows, { taskId: task.id, byWorkaround: false }, at(T_ZERO)))).toHaveLength(1);
  });
});

describe('a built-in hold', () => {
  const task = aTask({ kind: 'hold', title: 'Wait for the bank', startOffset: -HOUR, durationMs: 30 * MINUTE });
  const planned = () => rowsWith({ goLive: [aGoLive({ stage: 'cutover' })], task: [task] });
  const started = (rows = planned(), now = T_ZERO - HOUR) => rowsAfter(rows, startTask(rows, { taskId: task.id }, at(now)));
  const finish = (rows: Rows, now: number, despite?: string) =>
    finishTask(rows, { taskId: task.id, byWorkaround: false, despite }, at(now));

  test('begins with its task and is expected to last its planned length', () => {
    const rows = started();
    expect(holdNow(rows)).toMatchObject({ taskId: task.id, reason: 'Wait for the bank', expectedEndAt: T_ZERO - 30 * MINUTE });
    expect(clocks(rows, T_ZERO - 40 * MINUTE)).toEqual([-HOUR, 40 * MINUTE]);
  });

  test('leaves T-0 where it is within its planned length, and moves it by what it runs over', () => {
    const rows = started();
    const inTime = rowsAfter(rows, finish(rows, T_ZERO - 35 * MINUTE));
    expect([holdNow(inTime), goLiveOf(inTime).tZeroAt]).toEqual([null, T_ZERO]);
    expect(clocks(rows, T_ZERO - 10 * MINUTE)).toEqual([-HOUR, 30 * MINUTE]);
    const over = rowsAfter(rows, finish(rows, T_ZERO - 10 * MINUTE));
    expect(goLiveOf(over).tZeroAt).toBe(T_ZERO + 20 * MINUTE);
    expect(clocks(over, T_ZERO - 10 * MINUTE)).toEqual([-30 * MINUTE, 30 * MINUTE]);
  });

  test('ends with its task when it is resumed', () => {
    const rows = resumed(started(), T_ZERO - 10 * MINUTE);
    expect(rows.task.get(task.id)).toMatchObject({ status: 'finished', actualEnd: T_ZERO - 10 * MINUTE });
    expect(goLiveOf(rows).tZeroAt).toBe(T_ZERO + 20 * MINUTE);
  });

  test('stays a hold while it runs, whichever way the plan is edited', () => {
    const rows = started();
    expect(editTask(rows, { taskId: task.id, kind: 'task' }, at(T_ZERO))).toMatchObject({
      refusal: {
        code: 'bad-rows',
        reason: 'T-022, Kind: Its hold H-1 runs, so it stays a hold. Resume the clock first. Nothing was changed.',
      },
    });
    const edits = [{ taskId: task.id, was: { kind: 'hold' as const }, set: { kind: 'task' as const } }];
    expect(refusalOf(editTasks(rows, { edits, added: [] }, at(T_ZERO)))).toBe('bad-rows');
    const changed = applyChanges(rows, update(tasks, rows.task.get(task.id) ?? task, { kind: 'task' }));
    expect(contradictions(changed).map(({ says }) => says)).toEqual(['H-1 runs, and T-022 is no hold any more']);
    expect(editTask(resumed(rows, T_ZERO - 40 * MINUTE), { taskId: task.id, kind: 'task' }, at(T_ZERO)).ok).toBe(true);
  });

  test('that is reopened has only what it left of its planned length', () => {
    const rows = started();
    const once = rowsAfter(rows, finish(rows, T_ZERO - 40 * MINUTE));
    const again = rowsAfter(once, reopenTask(once, { taskId: task.id, reason: 'The bank calls back' }, at(T_ZERO - 40 * MINUTE)));
    expect(holdNow(again)).toMatchObject({ ref: 'H-2', expectedEndAt: T_ZERO - 30 * MINUTE });
  });

  test('stops nothing more while another hold runs, and asks before it takes T-0 out of the window', () => {
    const rows = held(planned());
    const both = rowsAfter(rows, startTask(rows, { taskId: task.id, despite: 'Both at once' }, at(T_ZERO)));
    expect(both.hold.size).toBe(1);
    expect(refusalOf(finish(started(), T_ZERO + 7 * HOUR))).toBe('outside-window');
    const over = started();
    expect(goLiveOf(rowsAfter(over, finish(over, T_ZERO + 7 * HOUR, 'Agreed'))).tZeroAt).toBe(T_ZERO + 7.5 * HOUR);
  });
});

describe('T-0 moved into the past while the cutover runs', () => {
  const move = { tZeroAt: T_ZERO - HOUR, moveWindow: false, reason: 'It was read-only since then' };

  test('wants a reason of its own', () => {
    expect(refusalOf(moveTZero(night(), move, at(T_ZERO - MINUTE)))).toBe('t-zero-past');
    const moved = rowsAfter(night(), moveTZero(night(), { ...move, despite: 'So the log says' }, at(T_ZERO - MINUTE)));
    expect(clocks(moved, T_ZERO - MINUTE)).toEqual([59 * MINUTE, -59 * MINUTE]);
  });

  test('is no matter while it is planned', () => {
    const rows = rowsWith({ goLive: [aGoLive()] });
    expect(changesOf(moveTZero(rows, move, at(T_ZERO - MINUTE)))).toHaveLength(1);
  });
});

describe('once the cutover is left', () => {
  test('a resume is not taken back, because nobody could end the hold any more', () => {
    const rows = held();
    const verdict = resumeHold(rows, { moveWindow: false }, at(T_ZERO));
    const entry = anEntry('hold.resume', changesOf(verdict));
    const resumedRows = rowsAfter(rows, verdict);
    expect(undoEntry(resumedRows, entry, []).ok).toBe(true);
    const scrubbed = { ...resumedRows, goLive: new Map([[goLiveId, { ...goLiveOf(resumedRows), stage: 'scrubbed' as const }]]) };
    expect(refusalOf(undoEntry(scrubbed, entry, []))).toBe('depends');
  });

  test('a built-in hold that is worked stops no clock', () => {
    const pause = aTask({ kind: 'hold', durationMs: HOUR });
    for (const stage of ['hypercare', 'closed', 'scrubbed'] as const) {
      const rows = rowsWith({ goLive: [aGoLive({ stage })], task: [pause] });
      expect(holdNow(rowsAfter(rows, startTask(rows, { taskId: pause.id }, at(T_ZERO))))).toBeNull();
    }
  });
});
