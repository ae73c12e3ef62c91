import { describe, expect, test } from 'vitest';
import { type Change, update } from '../../../shared/base/change.ts';
import { type BlockedTimes, blockedBetween, blockedTimes } from '../../../shared/domain/rehearsal/blocked.ts';
import { comparedRuns } from '../../../shared/domain/rehearsal/compare.ts';
import { learntLengths } from '../../../shared/domain/rehearsal/learn.ts';
import { type Task, task as tasks } from '../../../shared/domain/runbook/schema.ts';
import { aGoLive, aTask, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const task = aTask({ status: 'in progress', actualStart: T_ZERO });
const stopped = (at: number): Task => ({ ...task, status: 'blocked', blockedAt: at });
const entry = (seq: number, at: number, changes: readonly Change[], undoes: number | null = null) =>
  anEntry(undoes === null ? 'task.block' : 'entry.undo', changes, { seq, at, occurredAt: at, undoes });
const blocks = (seq: number, at: number) => entry(seq, at, update(tasks, task, { status: 'blocked', blockedAt: at }));
const goesOn = (seq: number, from: number, at: number, undoes: number | null = null) =>
  entry(seq, at, update(tasks, stopped(from), { status: 'in progress', blockedAt: null }), undoes);
const [first, second] = [T_ZERO + 10 * MINUTE, T_ZERO + 50 * MINUTE];
const sum = (times: BlockedTimes) => blockedBetween(times, task.id, T_ZERO, T_ZERO + 2 * HOUR) / MINUTE;

describe('time blocked, from the journal', () => {
  test('adds up over several blocks, cut to the time that is asked for', () => {
    const times = blockedTimes([blocks(1, first), goesOn(2, first, first + 30 * MINUTE), blocks(3, second)]);
    expect(sum(times)).toBe(30 + 70);
    expect(blockedBetween(times, task.id, T_ZERO, T_ZERO + 20 * MINUTE)).toBe(10 * MINUTE);
    expect(blockedBetween(times, idOf(999), T_ZERO, T_ZERO + HOUR)).toBe(0);
  });

  test('a block that was undone never was, and an unblocking that was undone goes on', () => {
    expect(sum(blockedTimes([blocks(1, first), goesOn(2, first, first + 5 * MINUTE, 1)]))).toBe(0);
    const again = entry(3, first + 20 * MINUTE, update(tasks, task, { status: 'blocked', blockedAt: first }), 2);
    const times = blockedTimes([blocks(1, first), goesOn(2, first, first + 5 * MINUTE), again, goesOn(4, first, first + 25 * MINUTE)]);
    expect(sum(times)).toBe(25);
  });

  test('is no work: a run is compared without it, and it teaches no length', () => {
    const real = aGoLive();
    const planned = aTask({ durationMs: HOUR });
    const done = aTask({ id: idOf(70), planTaskId: planned.id, status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + 2 * HOUR });
    const run = {
      goLive: aGoLive({ kind: 'rehearsal', rehearsalOf: real.id }),
      rows: rowsWith({ task: [done] }),
      failures: new Map<string, number>(),
      blocked: new Map([[done.id, new Map([[T_ZERO + HOUR, T_ZERO + 90 * MINUTE]])]]),
    };
    const plan = rowsWith({ goLive: [real], task: [planned] });
    expect(comparedRuns(plan, [run])[0]?.worked).toMatchObject([{ tookMs: 90 * MINUTE, blockedMs: 30 * MINUTE }]);
    expect(learntLengths(plan, [run])).toMatchObject([{ to: { durationMs: 90 * MINUTE } }]);
  });
});
