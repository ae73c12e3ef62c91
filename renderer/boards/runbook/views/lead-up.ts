/** Everything that must happen before a task, and what of it remains. */

import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import { networkOf } from '../../../../shared/domain/runbook/network.ts';
import { groupsAround, hasEndedWell, isOpen, tasksInside } from '../../../../shared/domain/runbook/task-state.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';

/** Ids of the goal and of all tasks that lead to it: by links, by links of the groups they stand in, and by what a linked group holds. */
export function leadUp(rows: Rows, goalId: string): ReadonlySet<string> {
  const { into } = networkOf(rows);
  const found = new Set<string>();
  const open = [goalId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const task = rows.task.get(id);
    if (!task || found.has(id)) continue;
    found.add(id);
    if (task.kind === 'group') for (const inside of tasksInside(rows, task)) open.push(inside.id);
    for (const own of [task, ...groupsAround(rows, task)]) for (const { fromId } of into.get(own.id) ?? []) open.push(fromId);
  }
  return found;
}

export interface Remaining {
  readonly tasks: number;
  readonly closed: number;
  /** Work that is forecast from `now` on, ms, as if one did it all. */
  readonly workMs: number;
  /** Forecast end of the last, UTC ms; null without tasks. */
  readonly endsAt: number | null;
}

export function remainingOf(lines: readonly TaskLine[], now: number): Remaining {
  let closed = 0;
  let workMs = 0;
  let endsAt: number | null = null;
  for (const { task, times } of lines) {
    endsAt = Math.max(endsAt ?? times.end, times.end);
    if (hasEndedWell(task)) closed += 1;
    else if (isOpen(task)) workMs += Math.max(0, times.end - Math.max(now, times.start));
  }
  return { tasks: lines.length, closed, workMs, endsAt };
}
