/** Setting and removing the calendars of streams. */
import { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { id } from '../../base/fields.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { type Calendar, calendar as calendars } from './schedule-schema.ts';

const { stream, week, days } = calendars.row.shape;

export const SetCalendar = z.strictObject({ stream, week, days: days.default([]) });
export const RemoveCalendar = z.strictObject({ calendarId: id });

type Shifts = Calendar['week'][number];
type Refused = { readonly ok: false; readonly refusal: Refusal };

/** Sets the calendar of a stream, in the place of the one it had. */
export function setCalendar(rows: Rows, command: z.infer<typeof SetCalendar>, act: Act): Verdict {
  const fault = faultIn(command);
  if (fault) return fault;
  const found = [...rows.calendar.values()].find((each) => each.stream === command.stream);
  const sorted = { ...command, days: command.days.toSorted((a, b) => a.date.localeCompare(b.date)) };
  if (found) {
    const changes = update(calendars, found, sorted);
    if (changes.length === 0) return refuse('nothing-changed', `${whose(command.stream)} already works like that. Nothing was changed.`);
    return decide('calendar.set', changes, found.id);
  }
  const made = { id: act.newId(), goLiveId: act.goLiveId, ...sorted };
  return decide('calendar.set', [insert(calendars, made)], made.id);
}

/** The stream then works around the clock. */
export function removeCalendar(rows: Rows, { calendarId }: z.infer<typeof RemoveCalendar>, _act: Act): Verdict {
  const found = rows.calendar.get(calendarId);
  if (!found) return refuse('unknown-calendar', 'That calendar is not in this go-live any more. Nothing was changed.');
  return decide('calendar.remove', [remove(calendars, found)], found.id);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function faultIn(command: z.infer<typeof SetCalendar>): Refused | null {
  if (command.week.every((shifts) => shifts.length === 0)) {
    return refuse('no-shift', `${whose(command.stream)} would never work. Nothing was changed. Give it at least one shift in the week.`);
  }
  const named = [
    ...command.week.map((shifts, day) => [weekdays[day] as string, shifts] as const),
    ...command.days.map(({ date, shifts }) => [date, shifts] as const),
  ];
  for (const [day, shifts] of named) {
    const fault = faultInDay(day, shifts);
    if (fault) return fault;
  }
  const dates = command.days.map(({ date }) => date);
  const twice = dates.find((date, at) => dates.indexOf(date) !== at);
  return twice === undefined ? null : refuse('same-day', `${twice} is given twice. Nothing was changed. Keep one of them.`);
}

function faultInDay(day: string, shifts: Shifts): Refused | null {
  for (const [at, { from, to }] of shifts.entries()) {
    if (to <= from) {
      const over = 'A shift over midnight is two: one to 24:00 and one from 00:00 on the next day.';
      return refuse(
        'shift-backward',
        `${day}: the shift ${clock(from)} to ${clock(to)} does not end after its start. Nothing was changed. ${over}`,
      );
    }
    const next = shifts[at + 1];
    if (next && next.from < to) {
      const says = `${day}: the shift from ${clock(next.from)} begins before the one to ${clock(to)} is over.`;
      return refuse('shifts-overlap', `${says} Nothing was changed. Put them in order, without overlap.`);
    }
  }
  return null;
}

function whose(name: string): string {
  return name === '' ? 'Tasks without a stream' : `Stream ${name}`;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
