/** Instants as people type them: `2026-11-21 22:00` in a zone that is said beside the field. */
import { LAST_INSTANT } from '../../shared/base/fields.ts';
import { formatInstant } from '../../shared/base/time-words.ts';
import { fitted, type WallTime, wallTime } from '../../shared/base/zoned-time.ts';

export type ReadInstant =
  /** `instant` in UTC ms; `twice` when that wall time happens twice and the first of them was taken. */
  { readonly ok: true; readonly instant: number; readonly twice: boolean } | { readonly ok: false; readonly reason: string };

const HOUR = 3_600_000;
const day =
  /^(?:(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})|(?<d2>\d{1,2})\.(?<m2>\d{1,2})\.(?<y2>\d{4})|(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<y3>\d{4}))$/;
const clock = /^(?<h>\d{1,2}):?(?<i>\d{2})$/;
const ahead = /^(?:Z|UTC|(?<sign>[+-])(?<h>\d{2}):?(?<i>\d{2}))$/i;

/**
 * Reads `2026-11-21 22:00`, `21.11.2026 22:00`, `21/11/2026 22:00` and `11/21/2026 22:00` where only one of them can be meant, all also with `T` between and an offset such as `+01:00` or `Z` behind, and
 * `22:00`, which means that time on the day of `base` in the zone. Refuses times that the zone skips when clocks go forward.
 */
export function readInstant(text: string, zone: string, base: number): ReadInstant {
  const words = text
    .trim()
    .replace(/(\d)T(\d)/i, '$1 $2')
    .split(/\s+/);
  const split = words.flatMap((word) => word.split(/(?<=\d:\d\d)(?=[Z+-])/i));
  const [first = '', second, third] = split;
  const form = `Write it as ${formatInstant(Math.floor(base / HOUR) * HOUR, zone)}.`;
  if (first === '') return { ok: false, reason: form };
  if (clock.test(first) && second === undefined) return atClock(first, wallTime(base, zone), zone);
  const date = day.exec(first)?.groups;
  if (!date || split.length > 3) return { ok: false, reason: form };
  const on = dayOf(date);
  if (on === null) return { ok: false, reason: `${first} can be read in two ways. ${form}` };
  if (second === undefined) return { ok: false, reason: `The time is missing. ${form}` };
  if (!isDay(on)) return { ok: false, reason: `There is no ${first}.` };
  return atClock(second, on, zone, third);
}

type Day = Pick<WallTime, 'year' | 'month' | 'day'>;

/** With slashes some write the day first and others the month; null where both would be a date, and another one. */
function dayOf({ y, m, d, y2, m2, d2, y3, a, b }: Readonly<Record<string, string | undefined>>): Day | null {
  if (y3 === undefined) return { year: Number(y ?? y2), month: Number(m ?? m2), day: Number(d ?? d2) };
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 || first === second) return { year: Number(y3), month: second, day: first };
  return second > 12 ? { year: Number(y3), month: first, day: second } : null;
}

function atClock(text: string, on: Day, zone: string, offset?: string): ReadInstant {
  const time = clock.exec(text)?.groups;
  if (!time) return { ok: false, reason: `“${text}” is no time. Write it as 22:00.` };
  const { year, month, day: dayOfMonth } = on;
  const wall = { year, month, day: dayOfMonth, hour: Number(time.h), minute: Number(time.i), second: 0 };
  if (wall.hour > 23 || wall.minute > 59) return { ok: false, reason: `There is no ${text} on a clock.` };
  if (offset !== undefined) return atOffset(wall, offset);
  const { instant, fit } = fitted(wall, zone);
  if (fit === 'skipped') return { ok: false, reason: `Clocks go forward that night and skip ${text}. Choose a time before or after.` };
  return bounded(instant, fit === 'twice');
}

function atOffset(wall: WallTime, offset: string): ReadInstant {
  const parts = ahead.exec(offset);
  if (!parts) return { ok: false, reason: 'Write the offset as +01:00 or Z.' };
  const { sign = '+', h = '0', i = '0' } = parts.groups ?? {};
  const ms = (Number(h) * 60 + Number(i)) * 60_000 * (sign === '-' ? -1 : 1);
  return bounded(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute) - ms, false);
}

function bounded(instant: number, twice: boolean): ReadInstant {
  if (instant < 0 || instant > LAST_INSTANT) return { ok: false, reason: 'The year must lie between 1970 and 2199.' };
  return { ok: true, instant, twice };
}

function isDay({ year, month, day: dayOfMonth }: Day): boolean {
  const shown = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return shown.getUTCMonth() === month - 1 && shown.getUTCDate() === dayOfMonth;
}
