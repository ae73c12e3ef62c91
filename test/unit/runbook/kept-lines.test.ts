import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openScheduler } from '../../../shared/domain/runbook/engine/scheduler.ts';
import { openLines } from '../../../shared/domain/runbook/kept-lines.ts';
import { taskLines } from '../../../shared/domain/runbook/lines.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { whatHolds } from '../../../shared/domain/runbook/task-state.ts';
import { emptyRows, type Rows } from '../../../shared/domain/tables.ts';
import { aGate, aGoLive, aLink, aPerson, aTask, goLiveId, idOf } from '../../support/builders.ts';
import { type RandomNight, randomAct, randomNight } from '../../support/random-plan.ts';

const [FIRST, SECOND, GROUP, INSIDE] = [idOf(1), idOf(2), idOf(3), idOf(4)] as const;
const goLive = aGoLive();
const now = goLive.tZeroAt;

describe('kept lines', () => {
  test('are those made anew, on 1,000 random plans with random acts', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(randomNight, fc.array(randomAct, { maxLength: 6 }), (night, acts) => {
        const [lines, scheduler] = [openLines(), openScheduler()];
        let [rows, current] = [rowsOf(night), night];
        for (const act of [null, ...acts]) {
          if (act) {
            const next = act(current);
            rows = rowsOf(next, rows);
            current = next;
          }
          const schedule = scheduler.next(rows, current.plan, current.now);
          const kept = lines.next(rows, current.plan, current.now, schedule);
          const fresh = taskLines(copied(rows), current.plan, current.now, schedule);
          expect(kept).toEqual(fresh);
          for (const { task, state } of fresh) {
            if (task.status === 'planned') expect(state).toBe(whatHolds(rows, task).length === 0 ? 'ready' : 'not ready');
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('of an act: what it does not touch is the same line, and with nothing changed the same list', () => {
    const { next, rows } = opened(aLink(FIRST, SECOND));
    const before = next(rows);
    const after = next(withTask(rows, FIRST, { status: 'in progress', actualStart: now }));
    expect(after.map((line, at) => line === before[at])).toEqual([false, true, true, true]);
    expect(next({ ...rows, task: new Map(withTask(rows, FIRST, { status: 'in progress', actualStart: now }).task) })[1]).toBe(after[1]);
    expect(next({ ...rows })).toBe(next({ ...rows, note: new Map() }));
  });

  test('a group that was let go on lets go on what stands in it', () => {
    const { next, rows } = opened(aLink(FIRST, GROUP));
    expect(next(rows).map(({ state }) => state)).toEqual(['ready', 'ready', 'not ready', 'not ready']);
    const finished = withTask(rows, FIRST, { status: 'finished', actualStart: now - 1, actualEnd: now });
    expect(next(finished).map(({ state }) => state)).toEqual(['finished', 'ready', 'ready', 'ready']);
  });

  test('the end of what stands in a group lets go on what follows the group', () => {
    const { next, rows } = opened(aLink(GROUP, SECOND));
    expect(next(rows)[1]?.state).toBe('not ready');
    expect(next(withTask(rows, INSIDE, { status: 'skipped' }))[1]?.state).toBe('ready');
  });

  test('follow the decision at a gate and the name of an owner', () => {
    const { next, rows } = opened(aLink(FIRST, SECOND));
    const gate = aGate({ guards: ['move'], decision: null });
    const guarded = withTask({ ...rows, gate: new Map([[gate.id, gate]]) }, FIRST, { phase: 'move', ownerIds: [idOf(100)] });
    expect(next(guarded)[0]?.state).toBe('not ready');
    expect(next({ ...guarded, gate: new Map([[gate.id, { ...gate, decision: 'go' as const }]]) })[0]?.state).toBe('ready');
    const named = { ...guarded, person: new Map([[idOf(100), aPerson({ name: 'A. Novak' })]]) };
    expect(next(named)[0]?.owners).toBe('A. Novak');
  });
});

function opened(link: ReturnType<typeof aLink>) {
  const [lines, scheduler] = [openLines(), openScheduler()];
  const tasks = [
    aTask({ id: FIRST, ref: 'T-001', position: 1 }),
    aTask({ id: SECOND, ref: 'T-002', position: 2 }),
    aTask({ id: GROUP, ref: 'T-003', position: 3, kind: 'group' }),
    aTask({ id: INSIDE, ref: 'T-004', position: 4, parentId: GROUP }),
  ];
  const rows: Rows = {
    ...emptyRows(),
    goLive: new Map([[goLive.id, goLive]]),
    task: new Map(tasks.map((task) => [task.id, task])),
    link: new Map([[link.id, link]]),
  };
  return { rows, next: (given: Rows) => lines.next(given, goLive, now, scheduler.next(given, goLive, now)) };
}

function withTask(rows: Rows, id: string, fields: Partial<Task>): Rows {
  return { ...rows, task: new Map(rows.task).set(id, { ...(rows.task.get(id) as Task), ...fields }) };
}

/** Rows as a screen holds them: tables that no act touched are the same objects. */
function rowsOf({ plan }: RandomNight, before?: Rows): Rows {
  const run = aGoLive({ tZeroAt: plan.tZeroAt, kind: plan.kind });
  const table = <Row extends { readonly id: string }>(list: readonly Row[], map: ReadonlyMap<string, Row> | undefined) => {
    const isSame = map && map.size === list.length && list.every((row) => map.get(row.id) === row);
    return isSame ? map : new Map(list.map((row) => [row.id, row]));
  };
  const was = before?.goLive.get(goLiveId);
  const isSameRun = before && was?.tZeroAt === run.tZeroAt && was.kind === run.kind;
  return {
    ...(before ?? emptyRows()),
    goLive: isSameRun ? before.goLive : new Map([[run.id, run]]),
    task: table(plan.tasks, before?.task),
    link: table(plan.links, before?.link),
    gate: table(plan.gates, before?.gate),
    hold: table(plan.holds, before?.hold),
    calendar: table(plan.calendars, before?.calendar),
  };
}

/** With rows of their own, so that nothing remembered is found. */
function copied(rows: Rows): Rows {
  const task = new Map([...rows.task].map(([id, row]) => [id, { ...row }]));
  return { ...rows, task, link: new Map(rows.link) };
}
