import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openScheduler } from '../../../../shared/domain/runbook/engine/scheduler.ts';
import type { Schedule } from '../../../../shared/domain/runbook/schedule.ts';
import { type RandomNight, randomAct, randomNight } from '../../../support/random-plan.ts';
import { type ReferencePlan, referenceSchedule } from '../../../support/reference-schedule.ts';

/** Random networks compared in one run of the tests. */
const networks = 10_000;

test(`the engine answers what the definition says, made anew or kept, on ${networks} random networks with random acts`, {
  timeout: 3_600_000,
}, () => {
  const acts = fc.array(randomAct, { maxLength: 5 });
  fc.assert(
    fc.property(randomNight, acts, (night, list) => {
      const kept = openScheduler();
      let rows = rowsOf(night.plan);
      let current = night;
      for (const act of [null, ...list]) {
        if (act) {
          const next = act(current);
          rows = rowsOf(next.plan, rows, current.plan);
          current = next;
        }
        const { plan, now } = current;
        const answer = kept.next(rows, plan, now);
        expect(plain(answer)).toEqual(referencePlain(current));
        expect(told(answer)).toEqual(told(openScheduler().next(rowsOf(plan), plan, now)));
      }
    }),
    { numRuns: networks },
  );
});

/** With the times as a map of its own, which can be compared. */
function told(schedule: Schedule) {
  return { ...schedule, times: new Map(schedule.times) };
}

/** Rows as a screen holds them: tables that no act touched are the same objects. */
function rowsOf(plan: ReferencePlan, before?: Rows, was?: ReferencePlan): Rows {
  const mapped = <Row extends { readonly id: string }>(
    list: readonly Row[],
    old: readonly Row[] | undefined,
    map: ReadonlyMap<string, Row> | undefined,
  ) => (map && old === list ? map : new Map(list.map((row) => [row.id, row])));
  return {
    task: mapped(plan.tasks, was?.tasks, before?.task),
    link: mapped(plan.links, was?.links, before?.link),
    gate: mapped(plan.gates, was?.gates, before?.gate),
    hold: mapped(plan.holds, was?.holds, before?.hold),
    calendar: mapped(plan.calendars, was?.calendars, before?.calendar),
  };
}

interface Rows {
  readonly task: ReadonlyMap<string, ReferencePlan['tasks'][number]>;
  readonly link: ReadonlyMap<string, ReferencePlan['links'][number]>;
  readonly gate: ReadonlyMap<string, ReferencePlan['gates'][number]>;
  readonly hold: ReadonlyMap<string, ReferencePlan['holds'][number]>;
  readonly calendar: ReadonlyMap<string, ReferencePlan['calendars'][number]>;
}

function plain({ times, finish, plannedFinish, gates }: Schedule) {
  const told = [...times].map(([id, { plannedStart, plannedEnd, start, end, float, freeFloat }]) => {
    return [id, { plannedStart, plannedEnd, start, end, float, freeFloat }] as const;
  });
  return { finish, plannedFinish, gates: Object.fromEntries(gates), times: Object.fromEntries(told) };
}

function referencePlain({ plan, now }: RandomNight) {
  const { finish, plannedFinish, gates, times } = referenceSchedule(plan, now);
  return { finish, plannedFinish, gates: Object.fromEntries(gates), times: Object.fromEntries(times) };
}
