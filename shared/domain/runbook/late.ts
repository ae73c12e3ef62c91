/** Which tasks are late, and the order in which they want attention. */
import type { TaskTimes } from './schedule.ts';
import type { Task } from './schema.ts';
import { isClosed, type TaskState } from './task-state.ts';

/** Slips below a minute are noise of the clock. */
export const LATE_FROM_MS = 60_000;

/** Open, and its end is forecast after its planned end. */
export function isLate(task: Pick<Task, 'status'>, times: Pick<TaskTimes, 'slip'>): boolean {
  return !isClosed(task) && times.slip >= LATE_FROM_MS;
}

const urgency: Readonly<Record<TaskState, number>> = {
  blocked: 0,
  failed: 1,
  'in progress': 2,
  ready: 3,
  'not ready': 4,
  finished: 5,
  'finished by workaround': 5,
  skipped: 5,
  'rolled back': 5,
};

/** Blocked and failed first, then running, ready, not ready, closed. */
export function byUrgency(a: TaskState, b: TaskState): number {
  return urgency[a] - urgency[b];
}
