/** Plan, forecast and actual of every task: a forward pass for the forecast, a backward pass for float (critical path method, Kelley and Walker 1959). */
import { openScheduler, type Scheduler } from './engine/scheduler.ts';
import type { Schedule, ScheduleFrame, ScheduleRows } from './times.ts';

export { CRITICAL_BELOW_MS, type GateTimes, type Schedule, type ScheduleFrame, type ScheduleRows, type TaskTimes } from './times.ts';

const kept = new WeakMap<ScheduleRows['link'], Scheduler>();

/** The whole schedule as it stands at `now`. Linear in tasks and links; rows that differ little from those asked before cost little. */
export function scheduleOf(rows: ScheduleRows, goLive: ScheduleFrame, now: number): Schedule {
  let scheduler = kept.get(rows.link);
  if (!scheduler) {
    scheduler = openScheduler();
    kept.set(rows.link, scheduler);
  }
  return scheduler.next(rows, goLive, now);
}
