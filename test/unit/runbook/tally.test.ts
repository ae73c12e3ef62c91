import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookThrough, noFilter } from '../../../renderer/boards/runbook/filters.ts';
import { groupsOf } from '../../../renderer/boards/runbook/task-groups.ts';
import { wallFacts } from '../../../renderer/boards/wall/wall-facts.ts';
import { railCounts } from '../../../renderer/frame/rail-counts.ts';
import { closureReport } from '../../../shared/domain/closure/report.ts';
import { knownAt } from '../../../shared/domain/gate/known.ts';
import { nextSteps } from '../../../shared/domain/go-live/next-steps.ts';
import { worstFact } from '../../../shared/domain/go-live/worst-fact.ts';
import { burnUp } from '../../../shared/domain/runbook/burn-up.ts';
import { recordForecast } from '../../../shared/domain/runbook/forecasts.ts';
import { streamLines, taskLines } from '../../../shared/domain/runbook/lines.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import { countedLines, countedTasks, tallyOf } from '../../../shared/domain/runbook/tally.ts';
import { wantingTasks } from '../../../shared/domain/runbook/wanting.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aGate, aGoLive, anAct, aTask, HOUR, idOf, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';
import { type RandomNight, randomNight } from '../../support/random-plan.ts';

const making = { madeBy: 'L. Costa', chainHash: 'ab'.repeat(32) };

function rowsOf({ plan }: RandomNight): Rows {
  const goLive = { ...aGoLive({ tZeroAt: plan.tZeroAt, kind: plan.kind, zone: plan.zone }), clock: null };
  const { tasks: task, links: link, gates: gate, holds: hold, calendars: calendar } = plan;
  return rowsWith({ goLive: [goLive], task: [...task], link: [...link], gate: [...gate], hold: [...hold], calendar: [...calendar] });
}

test('every board and the report tell the same figures of any night', () => {
  fc.assert(
    fc.property(randomNight, (night) => {
      const rows = rowsOf(night);
      const { now } = night;
      const [goLive] = rows.goLive.values();
      if (!goLive) throw new Error('no go-live');
      const schedule = scheduleOf(rows, goLive, now);
      const lines = taskLines(rows, goLive, now, schedule);
      const tally = tallyOf(countedLines(lines, goLive));

      const counted = [...rows.task.values()].filter(({ kind, runIn }) => {
        const isHere = runIn === 'always' || (runIn === 'live only') === (goLive.kind === 'live');
        return kind !== 'group' && kind !== 'rollback' && isHere;
      });
      const of = (...wanted: readonly string[]) => counted.filter(({ status }) => wanted.includes(status)).length;
      expect(tally).toMatchObject({
        all: counted.length,
        closed: of('finished', 'finished by workaround', 'skipped'),
        open: of('planned', 'in progress', 'blocked', 'failed'),
        takenBack: of('rolled back'),
        stopped: of('blocked', 'failed'),
      });

      const { shown, counts, all } = lookThrough(lines, noFilter, { me: null, isLive: goLive.kind === 'live' });
      expect([all, counts.all, counts.open, counts.late, counts.critical]).toEqual([
        tally.all,
        tally.all,
        tally.open,
        tally.late,
        tally.critical,
      ]);
      const heads = groupsOf(shown, 'stream', { zone: goLive.zone, phaseTitle: (key) => key, phaseOrder: [] });
      const headed = (name: 'tasks' | 'closed' | 'late') => heads.reduce((total, head) => total + head[name], 0);
      expect([headed('tasks'), headed('closed'), headed('late')]).toEqual([tally.all, tally.closed, tally.late]);
      expect(railCounts.runbook(rows)).toBe(tally.open);
      const burnt = burnUp(lines, goLive, now);
      expect([burnt.all, burnt.closedNow]).toEqual([tally.all, tally.closed]);
      const wall = wallFacts(lines, goLive, now);
      expect([wall.all, wall.closed, wall.stopped.length, wall.running.length]).toEqual([
        tally.all,
        tally.closed,
        tally.stopped,
        tally.running,
      ]);
      expect(new Set([...wall.stopped, ...wall.late].filter(({ isLate }) => isLate)).size).toBe(tally.late);
      const streams = streamLines(lines, goLive);
      const sum = (name: 'tasks' | 'closed' | 'late' | 'blocked') => streams.reduce((total, stream) => total + stream[name], 0);
      expect([sum('tasks'), sum('closed'), sum('late'), sum('blocked')]).toEqual([tally.all, tally.closed, tally.late, tally.stopped]);
      const { plan } = closureReport(rows, [], { now, ...making });
      expect([plan.taskCount, plan.closedCount, plan.openCount, plan.lateCount]).toEqual([tally.all, tally.closed, tally.open, tally.late]);
      expect(knownAt(rows, aGate(), now, schedule).lateTasks).toBe(tally.late);
      const kept = recordForecast(rows, null, null, anAct({ now }));
      const [forecast] = kept.ok ? rowsAfter(rows, kept).forecast.values() : [];
      if (forecast) expect([forecast.all, forecast.closed]).toEqual([tally.all, tally.closed]);
      const worst = worstFact(rows, now, schedule);
      if (worst?.kind === 'late tasks') expect(Number.parseInt(worst.sentence, 10)).toBe(tally.late);
    }),
    { numRuns: 400 },
  );
});

test('a group is no late task, wants nothing, and needs no owner', () => {
  const task = [
    aTask({ id: idOf(1), ref: 'T-001', kind: 'group', title: 'Data migration' }),
    aTask({ id: idOf(2), ref: 'T-002', parentId: idOf(1), startOffset: 0, durationMs: HOUR, ownerIds: [idOf(100)] }),
  ];
  const goLive = aGoLive();
  const rows = rowsWith({ goLive: [goLive], task });
  const now = T_ZERO + 2 * HOUR;
  const lines = taskLines(rows, goLive, now);
  expect(lines.map(({ isLate }) => isLate)).toEqual([true, true]);
  expect(wantingTasks(lines).map(({ task: { ref } }) => ref)).toEqual(['T-002']);
  expect(worstFact(rows, now)).toMatchObject({ kind: 'late tasks', sentence: '1 task is late', leads: [{ ref: 'T-002' }] });
  expect(countedTasks(rows).map(({ ref }) => ref)).toEqual(['T-002']);
  expect(nextSteps(rows, goLive).some(({ words }) => words.includes('owner'))).toBe(false);
});
