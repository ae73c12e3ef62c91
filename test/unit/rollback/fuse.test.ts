import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RollbackKind, rollbackKinds } from '../../../shared/domain/playbook/answers.ts';
import { playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import { courseOf } from '../../../shared/domain/rollback/course.ts';
import { fuseState, projectedBurn, rollbackFuse } from '../../../shared/domain/rollback/fuse.ts';
import { rollbackPlan, undoLength, wasDone } from '../../../shared/domain/rollback/plan.ts';
import { startRollback } from '../../../shared/domain/rollback/rules.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aGoLive, anAct, aTask, HOUR, idOf, MINUTE, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';
import { aLink, runbooks, windowEnd, workedFrom } from './network.ts';

const goLive = aGoLive({ stage: 'cutover', windowEnd });
const now = T_ZERO + HOUR;

/** The rows once a rollback was decided. */
function decided(rows: Rows, kind: RollbackKind): Rows {
  const live = { ...rows, goLive: new Map([[goLive.id, goLive]]) };
  return rowsAfter(live, startRollback(live, { kind, reason: 'brute force' }, anAct({ now })));
}

/** The kinds of rollback people have to reckon with: what takes things back, and is described or always there. */
function reckonedWith(rows: Rows): readonly RollbackKind[] {
  const described = playbookOf(rows)?.rollbacks.map(({ kind }) => kind) ?? [];
  return (['manual', 'automated', 'database'] as const).filter((kind) => kind === 'manual' || described.includes(kind));
}

/** Time back when nothing is worked but what `rows` say was done, by working it out to the end. */
function slowBack(rows: Rows): number {
  if (![...rows.task.values()].some((task) => wasDone(task) && task.undoMs !== null)) return 0;
  return Math.max(...reckonedWith(rows).map((kind) => workedFrom(decided(rows, kind), 0)));
}

function order(rows: Rows): readonly [string, string][] {
  const pairs: [string, string][] = [];
  const ends = (id: string) => {
    const inside = [...rows.task.values()].filter(({ parentId }) => parentId === id).map((task) => task.id);
    return rows.task.get(id)?.kind === 'group' ? [id, ...inside] : [id];
  };
  for (const { fromId, toId } of rows.link.values()) for (const a of ends(fromId)) for (const b of ends(toId)) pairs.push([a, b]);
  return pairs;
}

describe('the rollback fuse against brute force', () => {
  test('a rollback worked from the shown instant ends exactly at the end of the window, and later overruns', () => {
    fc.assert(
      fc.property(runbooks, fc.integer({ min: 1, max: 240 }), (rows, later) => {
        const fuse = rollbackFuse(rows, goLive, now);
        if (!fuse) return;
        const after = decided(rows, fuse.kind);
        expect(workedFrom(after, fuse.lastSafeAt)).toBe(windowEnd);
        for (const kind of reckonedWith(rows)) expect(workedFrom(decided(rows, kind), fuse.lastSafeAt)).toBeLessThanOrEqual(windowEnd);
        expect(workedFrom(after, fuse.lastSafeAt + later * MINUTE)).toBeGreaterThan(windowEnd);
      }),
      { numRuns: 500 },
    );
  });

  test('there is no fuse exactly when nothing that was done is to be taken back', () => {
    fc.assert(
      fc.property(runbooks, (rows) => {
        const some = [...rows.task.values()].some((task) => wasDone(task) && task.undoMs !== null);
        expect(rollbackFuse(rows, goLive, now) !== null).toBe(some);
      }),
    );
  });

  test('the projected burn is the first start, or the first minute, from which a rollback overruns', () => {
    fc.assert(
      fc.property(runbooks, (rows) => {
        const { times } = scheduleOf(rows, goLive, now);
        /** The rows with everything begun that is forecast to start by then. */
        const begunBy = (at: number): Rows => {
          const begun = [...rows.task.values()].map((task) => {
            const start = times.get(task.id)?.start;
            const isComing = ['planned', 'blocked', 'failed'].includes(task.status) && task.kind !== 'group' && !wasDone(task);
            const starts = isComing && start !== undefined && Math.max(start, now) <= at;
            return starts ? { ...task, status: 'in progress' as const, actualStart: at } : task;
          });
          return { ...rows, task: new Map(begun.map((task) => [task.id, task])) };
        };
        const startsBy = (at: number) => slowBack(begunBy(at));
        const { at, task, backMs } = projectedBurn(rows, goLive, now);
        if (task === null) {
          expect(at + backMs).toBe(windowEnd);
          expect(startsBy(at)).toBe(backMs);
          expect(at + 1 + startsBy(at + 1)).toBeGreaterThan(windowEnd);
        } else {
          expect(times.get(task.id)?.start).toBe(at);
          expect(at + startsBy(at)).toBeGreaterThan(windowEnd);
          if (at > now) expect(at - 1 + startsBy(at - 1)).toBeLessThan(windowEnd);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('its length in parallel is the same counted along the plan and along the network', () => {
    fc.assert(
      fc.property(runbooks, (rows) => {
        expect(rollbackPlan(rows).backMs).toBe(undoLength(rows) ?? 0);
      }),
    );
  });

  test('what is forecast at the decision is what working it takes, for every kind and also with nothing to take back', () => {
    fc.assert(
      fc.property(runbooks, fc.constantFrom(...rollbackKinds), (rows, kind) => {
        if (![...rows.task.values()].some(wasDone)) return;
        const after = decided(rows, kind);
        const [rollback] = after.rollback.values();
        expect(workedFrom(after, now)).toBe(rollback?.forecastEndAt);
        expect(courseOf(rows, kind).backMs).toBe((rollback?.forecastEndAt ?? 0) - now);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rollback plan', () => {
  test('takes back exactly what was done and says how, each once', () => {
    fc.assert(
      fc.property(runbooks, (rows) => {
        const expected = [...rows.task.values()].filter((task) => wasDone(task) && task.undoMs !== null).map(({ id }) => id);
        expect(
          rollbackPlan(rows)
            .steps.map(({ task }) => task.id)
            .sort(),
        ).toEqual(expected.sort());
      }),
    );
  });

  test('undoes a successor before its predecessor, also across tasks with nothing to take back', () => {
    fc.assert(
      fc.property(runbooks, (rows) => {
        const { steps } = rollbackPlan(rows);
        const end = new Map(steps.map((step) => [step.task.id, step.end]));
        const start = new Map(steps.map((step) => [step.task.id, step.start]));
        const pairs = order(rows);
        // On a circle no order is right: its closing link is left out.
        fc.pre([...rows.task.keys()].every((id) => !allAfter(pairs, id).has(id)));
        for (const { task } of steps) {
          const later = allAfter(pairs, task.id);
          for (const id of later) {
            const over = end.get(id);
            if (over !== undefined) expect(start.get(task.id)).toBeGreaterThanOrEqual(over);
          }
        }
      }),
    );
  });

  test('gathers very many steps before very many others in one checkpoint', () => {
    const wide = 60;
    const middle = aTask({ id: idOf(5_000), ref: 'T-500', status: 'finished', actualStart: T_ZERO });
    const side = (from: number) =>
      Array.from({ length: wide }, (_, at) =>
        aTask({ id: idOf(from + at), ref: `T-${from + at}`, status: 'finished', actualStart: T_ZERO, undoMs: MINUTE, position: from + at }),
      );
    const [before, after] = [side(6_000), side(7_000)];
    const link = [...before.map(({ id }, at) => aLink(at, id, middle.id)), ...after.map(({ id }, at) => aLink(wide + at, middle.id, id))];
    const { steps, backMs } = rollbackPlan(rowsWith({ task: [...before, middle, ...after], link }));
    expect(steps.filter(({ isCheckpoint }) => isCheckpoint).map(({ task }) => task.ref)).toEqual(['T-500']);
    expect(steps).toHaveLength(2 * wide + 1);
    expect(steps.reduce((sum, step) => sum + step.after.length, 0)).toBe(2 * wide);
    expect(backMs).toBe(2 * MINUTE);
  });
});

test('the fuse warns half an hour before it burns, or twice the way back where that is more', () => {
  const done = (undoMs: number) => rowsWith({ task: [aTask({ status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO, undoMs })] });
  const short = rollbackFuse(done(5 * MINUTE), goLive, now);
  expect(short).toMatchObject({ backMs: 5 * MINUTE, lastSafeAt: windowEnd - 5 * MINUTE, warnsAt: windowEnd - 35 * MINUTE, state: 'safe' });
  const long = rollbackFuse(done(HOUR), goLive, now);
  expect(long).toMatchObject({ lastSafeAt: windowEnd - HOUR, warnsAt: windowEnd - 3 * HOUR });
  if (!long) throw new Error('no fuse');
  const at = (instant: number) => fuseState(long, instant);
  expect([at(long.warnsAt), at(long.warnsAt + 1), at(long.lastSafeAt), at(long.lastSafeAt + 1)]).toEqual([
    'safe',
    'warning',
    'warning',
    'burnt',
  ]);
});

/** Everything that comes after a task, however far: a slow walk. */
function allAfter(pairs: readonly [string, string][], id: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [id];
  while (queue.length > 0) {
    const at = queue.pop() as string;
    for (const [from, to] of pairs) {
      if (from !== at || seen.has(to)) continue;
      seen.add(to);
      queue.push(to);
    }
  }
  return seen;
}
