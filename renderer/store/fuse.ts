/** The rollback fuse of the go-live on screen: computed once for all parts that show it, anew with every act. */
import { type ForecastFuse, type Fuse, fuseAt, fuseState, rollbackFuse } from '../../shared/domain/rollback/fuse.ts';
import { hostNow, useNow } from '../ui/clock.ts';
import { useGoLive, useRows, useTable } from './live.ts';
import { rememberingLast } from './remembering.ts';
import { useSchedule } from './task-lines.ts';

const MINUTE = 60_000;
type Facts = Parameters<typeof fuseAt>[0];
const fuseFor = rememberingLast((task: Facts['task'], link: Facts['link'], playbookCopy: Facts['playbookCopy'], windowEnd: number) =>
  fuseAt({ task, link, playbookCopy }, { windowEnd }, hostNow()),
);
const forecastFor = rememberingLast(rollbackFuse);

/** The fuse at this second; null when nothing is to be taken back. */
export function useFuse(): Fuse | null {
  const now = useNow(1_000);
  const fuse = fuseFor(useTable('task'), useTable('link'), useTable('playbookCopy'), useGoLive().windowEnd);
  return fuse && { ...fuse, state: fuseState(fuse, now) };
}

/** The same with what the forecast makes of it, anew with every act and every minute. */
export function useForecastFuse(): ForecastFuse | null {
  return forecastFor(useRows(), useGoLive(), useNow(MINUTE), useSchedule());
}
