/** Which tasks are late, at risk of it, or near the critical path. */
import { spreadOf } from './odds/pert.ts';
import type { Schedule, TaskTimes } from './schedule.ts';
import type { Task } from './schema.ts';
import { isClosed } from './task-state.ts';

/** Slips below a minute are noise of the clock. */
export const LATE_FROM_MS = 60_000;

/** Under way or still to come, and its end is forecast after its planned end. A failed one is stopped, not late. */
export function isLate(task: Pick<Task, 'status'>, times: Pick<TaskTimes, 'slip'>): boolean {
  return !isClosed(task) && times.slip >= LATE_FROM_MS;
}

/**
 * Open and not late yet, with less float than its longest length is longer than its likely one: if it goes badly, the finish moves. Also
 * one that cannot start at its fixed time. A task without any float is critical, not at risk.
 */
export function isAtRisk(task: Task, times: Pick<TaskTimes, 'slip' | 'float' | 'isCritical' | 'missesTime'>): boolean {
  if (times.float === null || isLate(task, times)) return false;
  if (times.missesTime) return true;
  const { likely, longest } = spreadOf(task);
  return !times.isCritical && times.float < longest - likely;
}

/** Ids of open tasks that have some float, but less than `withinMs`; the least first. Groups are left out. */
export function nearCritical({ times }: Pick<Schedule, 'times'>, tasks: ReadonlyMap<string, Task>, withinMs: number): readonly string[] {
  return [...times]
    .flatMap(([id, { float, isCritical }]) => {
      const isNear = float !== null && !isCritical && float < withinMs && tasks.get(id)?.kind !== 'group';
      return isNear ? [[id, float] as const] : [];
    })
    .sort(([, a], [, b]) => a - b)
    .map(([id]) => id);
}
