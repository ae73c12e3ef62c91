import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openScheduler } from '../../../../shared/domain/runbook/engine/scheduler.ts';
import { finishOdds } from '../../../../shared/domain/runbook/odds/finish-odds.ts';
import { quantiles, SHAPES, spreadOf } from '../../../../shared/domain/runbook/odds/pert.ts';
import { remainingOf } from '../../../../shared/domain/runbook/odds/remaining.ts';
import type { Task } from '../../../../shared/domain/runbook/schema.ts';
import { isInRun } from '../../../../shared/domain/runbook/task-state.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';
import { aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../../support/builders.ts';
import { randomNight } from '../../../support/random-plan.ts';

const FAR = T_ZERO + 10_000 * HOUR;
const work = (number: number, given: Partial<Task> = {}) => aTask({ id: idOf(number), startOffset: 0, durationMs: HOUR, ...given });
const follows = (from: number, to: number) => {
  return { id: idOf(5_000 + from * 10 + to), goLiveId, fromId: idOf(from), toId: idOf(to), kind: 'FS' as const, lagMs: 0 };
};

function oddsOf(
  rows: Pick<Rows, 'task' | 'link'> & Partial<Pick<Rows, 'calendar'>>,
  { now = T_ZERO, windowEnd = FAR, runs = 2_000, seed = 0.3 } = {},
) {
  const scheduler = openScheduler();
  scheduler.next(rows, { tZeroAt: T_ZERO }, now);
  const standing = scheduler.standing();
  return standing && finishOdds(remainingOf(standing, windowEnd, 'UTC'), runs, () => seed);
}

describe('the length of a task', () => {
  test.each([
    [0, 10, 20],
    [2, 4, 10],
    [5, 5, 11],
    [1, 9, 9],
  ])('between %i and %i to %i has the mean (a + 4m + b) / 6', (a, m, b) => {
    const shape = Math.round(((m - a) / (b - a)) * (SHAPES - 1));
    const values = [...quantiles(shape)].map((share) => a + (b - a) * share);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean - (a + 4 * m + b) / 6)).toBeLessThan((b - a) / 100);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(a);
    expect(Math.max(...values)).toBeLessThanOrEqual(b);
  });

  test('where nobody said is four fifths to one and a half times the planned one; milestones and holds take what is planned', () => {
    expect(spreadOf(work(1))).toEqual({ shortest: 0.8 * HOUR, likely: HOUR, longest: 1.5 * HOUR });
    expect(spreadOf(work(1, { kind: 'hold' }))).toEqual({ shortest: HOUR, likely: HOUR, longest: HOUR });
    expect(spreadOf(work(1, { shortestMs: 2 * HOUR, longestMs: HOUR / 2 }))).toEqual({ shortest: HOUR, likely: HOUR, longest: HOUR });
  });
});

describe('finish odds', () => {
  test('of one task are those of its length', () => {
    const odds = oddsOf(rowsWith({ task: [work(1, { shortestMs: 0, durationMs: HOUR, longestMs: 2 * HOUR })] }));
    expect(odds?.p50At).toBeGreaterThan(T_ZERO + 57 * MINUTE);
    expect(odds?.p50At).toBeLessThan(T_ZERO + 63 * MINUTE);
    /* Beta(3, 3) keeps 0.686 in 80 and 0.811 in 95 of a hundred. */
    expect(Math.abs((odds?.p80At ?? 0) - T_ZERO - 2 * 0.686 * HOUR)).toBeLessThan(4 * MINUTE);
    expect(Math.abs((odds?.p95At ?? 0) - T_ZERO - 2 * 0.811 * HOUR)).toBeLessThan(4 * MINUTE);
  });

  test('the chance of finishing inside the window is the share of runs that do', () => {
    const rows = rowsWith({ task: [work(1, { shortestMs: 0, durationMs: HOUR, longestMs: 2 * HOUR })] });
    expect(oddsOf(rows, { windowEnd: T_ZERO + HOUR })?.inWindow).toBeCloseTo(0.5, 1);
    expect(oddsOf(rows, { windowEnd: T_ZERO + 3 * HOUR })?.inWindow).toBe(1);
    expect(oddsOf(rows, { windowEnd: T_ZERO + 1 })?.inWindow).toBe(0);
  });

  test('are the same whether a stream works around the clock because nobody said otherwise or by a calendar that says so', () => {
    const numbers = Array.from({ length: 30 }, (_, at) => at + 1);
    const task = numbers.map((number) => work(number, { stream: 'Data', startOffset: number % 4 === 0 ? HOUR : null }));
    const link = numbers.slice(3).flatMap((number) => [follows(number - 2, number), follows(number - 3, number)]);
    const rows = rowsWith({ task, link });
    const always = Array.from({ length: 7 }, () => [{ from: 0, to: 1_440 }]);
    const calendar = new Map([[idOf(1), { id: idOf(1), goLiveId, stream: 'Data', week: always, days: [] }]]);
    const [plain, kept] = [oddsOf(rows), oddsOf({ ...rows, calendar })];
    for (const [at, share] of plain?.fan.entries() ?? []) expect(Math.abs(share - (kept?.fan[at] ?? 0))).toBeLessThanOrEqual(1);
    expect(kept?.drivers).toEqual(plain?.drivers);
  });

  test('what leads to the finish in how many runs is told', () => {
    const task = [work(1), work(2, { durationMs: 59 * MINUTE }), work(3), work(4, { durationMs: MINUTE })];
    const link = [follows(1, 3), follows(2, 3)];
    const drivers = new Map(oddsOf(rowsWith({ task, link }))?.drivers);
    expect(drivers.get(idOf(3))).toBe(1);
    expect(drivers.get(idOf(1))).toBeGreaterThan(0.4);
    expect(drivers.get(idOf(2))).toBeGreaterThan(0.3);
    expect((drivers.get(idOf(1)) ?? 0) + (drivers.get(idOf(2)) ?? 0)).toBeGreaterThanOrEqual(1);
    expect(drivers.has(idOf(4))).toBe(false);
  });

  test('a task that runs longer than it likely would is only drawn from the lengths that are left', () => {
    const running = work(1, { status: 'in progress', actualStart: T_ZERO });
    const odds = oddsOf(rowsWith({ task: [running] }), { now: T_ZERO + 70 * MINUTE });
    expect(odds?.fan[0]).toBeGreaterThan(T_ZERO + 70 * MINUTE);
    expect(odds?.p95At).toBeLessThanOrEqual(T_ZERO + 90 * MINUTE);
    const over = oddsOf(rowsWith({ task: [running] }), { now: T_ZERO + 3 * HOUR });
    expect([over?.p50At, over?.p95At]).toEqual([T_ZERO + 3 * HOUR, T_ZERO + 3 * HOUR]);
  });

  test('the same chance gives the same odds, and no open task gives none', () => {
    const rows = rowsWith({ task: [work(1), work(2)], link: [follows(1, 2)] });
    expect(oddsOf(rows, { seed: 0.7 })).toEqual(oddsOf(rows, { seed: 0.7 }));
    expect(oddsOf(rows, { seed: 0.7 })).not.toEqual(oddsOf(rows, { seed: 0.2 }));
    expect(oddsOf(rowsWith({ task: [work(1, { status: 'finished', actualEnd: T_ZERO })] }))).toBeNull();
    expect(oddsOf(rowsWith({ task: [work(1, { startOffset: 5 * HOUR })] }), { windowEnd: T_ZERO + HOUR })).toBeNull();
  });

  test('with every length sure the simulation finishes when the forecast does, on any network', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomNight, ({ plan, now }) => {
        const tasks = plan.tasks.map((task) => ({ ...task, shortestMs: task.durationMs, longestMs: task.durationMs }));
        const rows = {
          ...rowsWith({ task: tasks, link: plan.links, gate: plan.gates, hold: plan.holds, calendar: plan.calendars }),
        };
        const scheduler = openScheduler();
        const { times } = scheduler.next(rows, plan, now);
        const standing = scheduler.standing();
        const counted = tasks.filter((task) => {
          const planned = times.get(task.id)?.plannedStart ?? null;
          const isWork = task.kind !== 'group' && task.kind !== 'rollback' && task.status !== 'skipped' && isInRun(task, plan);
          return isWork && (planned === null || planned < plan.tZeroAt + HOUR);
        });
        const isOver = counted.every(({ status }) => status.startsWith('finished') || status === 'rolled back');
        const odds = standing && finishOdds(remainingOf(standing, plan.tZeroAt + HOUR, plan.zone), 3, () => 0.5);
        if (isOver) expect(odds).toBeNull();
        else {
          const finish = Math.max(...counted.map(({ id }) => times.get(id)?.end ?? 0));
          expect([odds?.p50At, odds?.p95At]).toEqual([finish, finish]);
        }
      }),
      { numRuns: 400 },
    );
  });
});
