/** The schedule of the go-live on screen and its tasks with states and times: computed once for all boards, anew with every act and every minute. */

import { openScheduler } from '../../shared/domain/runbook/engine/scheduler.ts';
import { type TaskLine, taskLines } from '../../shared/domain/runbook/lines.ts';
import type { Schedule } from '../../shared/domain/runbook/schedule.ts';
import { useNow } from '../ui/clock.ts';
import { useGoLive, useRows } from './live.ts';
import { rememberingLast } from './remembering.ts';

const MINUTE = 60_000;
/** One for the whole screen: it remembers the go-live it was asked last. */
const scheduler = openScheduler();
const linesFor = rememberingLast(taskLines);

/** The same object for every caller, until an act or the minute changes it. */
export function useSchedule(): Schedule {
  return scheduler.next(useRows(), useGoLive(), useNow(MINUTE));
}

/** All tasks in plan order. The same list for every caller, until an act or the minute changes it. */
export function useTaskLines(): readonly TaskLine[] {
  const schedule = useSchedule();
  return linesFor(useRows(), useGoLive(), useNow(MINUTE), schedule);
}
