/** How many tasks were closed, and were planned to be, over time. */
import { smallest } from '../../base/extremes.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { TaskLine } from './lines.ts';
import { countedLines } from './tally.ts';
import { hasEndedWell } from './task-state.ts';

/** From `at` on, until the next point, `value` tasks. */
export interface BurnUpPoint {
  readonly at: number;
  readonly value: number;
}

export interface BurnUp {
  readonly closed: readonly BurnUpPoint[];
  readonly planned: readonly BurnUpPoint[];
  readonly all: number;
  readonly closedNow: number;
  readonly plannedNow: number;
}

/** Of the tasks that count in `run`. Both lines start at the earliest instant either knows; empty without a single closed or planned task. `closed` reaches to `now`. */
export function burnUp(lines: readonly Pick<TaskLine, 'task' | 'times'>[], run: Pick<GoLive, 'kind'>, now: number): BurnUp {
  const closedAt: number[] = [];
  const plannedAt: number[] = [];
  let all = 0;
  let untimed = 0;
  for (const { task, times } of countedLines(lines, run)) {
    all += 1;
    const { plannedEnd } = times;
    if (plannedEnd !== null) plannedAt.push(plannedEnd);
    if (!hasEndedWell(task)) continue;
    const at = task.actualEnd ?? plannedEnd;
    if (at === null) untimed += 1;
    else closedAt.push(Math.min(at, now));
  }
  const from = smallest(plannedAt, smallest(closedAt));
  if (from === Number.POSITIVE_INFINITY) return { closed: [], planned: [], all, closedNow: untimed, plannedNow: 0 };
  const closed = steps(closedAt, from, untimed);
  const closedNow = closedAt.length + untimed;
  return {
    closed: now > from ? [...closed, { at: now, value: closedNow }] : [],
    planned: steps(plannedAt, from, 0),
    all,
    closedNow,
    plannedNow: plannedAt.filter((at) => at <= now).length,
  };
}

function steps(instants: readonly number[], from: number, already: number): readonly BurnUpPoint[] {
  const sorted = [...instants].sort((a, b) => a - b);
  return [{ at: from, value: already }, ...sorted.map((at, index) => ({ at, value: already + index + 1 }))];
}
