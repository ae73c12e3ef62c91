/** The schedule of the go-live on screen and its tasks with states and times: computed once for all boards, anew with every act and every minute. */

import { openScheduler } from '../../shared/domain/runbook/engine/scheduler.ts';
import { openLines } from '../../shared/domain/runbook/kept-lines.ts';
import type { TaskLine } from '../../shared/domain/runbook/lines.ts';
import type { Schedule } from '../../shared/domain/runbook/schedule.ts';
import { useNow } from '../ui/clock.ts';
import { useGoLive, useRows } from './live.ts';

const MINUTE = 60_000;
/** One each for the whole screen: they remember the go-live they were asked last. */
const scheduler = openScheduler();
const lines = openLines();

/** The same object for every caller, until an act or the minute changes it. */
export function useSchedule(): Schedule {
  return scheduler.next(useRows(), useGoLive(), useNow(MINUTE));
}

/** All tasks in plan order. The same list for every caller, until an act or the minute changes it; what stayed as it was is the same line. */
export function useTaskLines(): readonly TaskLine[] {
  const schedule = useSchedule();
  return lines.next(useRows(), useGoLive(), useNow(MINUTE), schedule);
}
