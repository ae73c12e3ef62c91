/** The weeks streams work in, as MS Project's calendars. Single days that differ are not written. */
import type { Rows } from '../../../tables.ts';
import type { Calendar } from '../../schedule-schema.ts';
import type { XmlTree } from './write.ts';

const ALL_DAY = '1';

export interface ProjectCalendars {
  readonly trees: readonly XmlTree[];
  /** The calendar a task of that stream goes by. */
  readonly uidOf: (stream: string) => string;
}

export function calendarsOf(rows: Pick<Rows, 'calendar'>): ProjectCalendars {
  const own = [...rows.calendar.values()];
  const uids = new Map(own.map(({ stream }, at) => [stream, String(at + 2)]));
  const around = Array.from({ length: 7 }, () => [{ from: 0, to: 0 }]);
  return {
    trees: [
      calendarTree(ALL_DAY, '24 Hours', around),
      ...own.map(({ stream, week }) => calendarTree(uids.get(stream) as string, stream || 'Without stream', week)),
    ],
    uidOf: (stream) => uids.get(stream) ?? ALL_DAY,
  };
}

/** MS Project counts the days of a week from Sunday as 1. */
function calendarTree(uid: string, name: string, week: Calendar['week']): XmlTree {
  return {
    UID: uid,
    Name: name,
    IsBaseCalendar: '1',
    WeekDays: {
      WeekDay: week.map((shifts, monday) => ({
        DayType: String(((monday + 1) % 7) + 1),
        DayWorking: shifts.length > 0 ? '1' : '0',
        ...(shifts.length > 0 && {
          WorkingTimes: { WorkingTime: shifts.slice(0, 5).map(({ from, to }) => ({ FromTime: timeText(from), ToTime: timeText(to) })) },
        }),
      })),
    },
  };
}

/** Midnight at the end of a day is written as its beginning. */
function timeText(minuteOfDay: number): string {
  const minute = minuteOfDay % 1_440;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;
}
