/** The shifts of a calendar as people write them: `08:00-12:00, 13:00-17:00`, `24 h`, or nothing for a day off. */
import { ok, type Result, refuse } from '../../base/result.ts';
import type { Calendar } from './schedule-schema.ts';

type Shifts = Calendar['week'][number];
type Days = Calendar['days'];

const DAY = 1_440;
const MOST_SHIFTS = 6;

/** Empty for a day off. */
export function shiftsText(shifts: Shifts): string {
  if (shifts.length === 1 && shifts[0]?.from === 0 && shifts[0].to === DAY) return '24 h';
  return shifts.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ');
}

/** What `shiftsText` writes, and what people write for it: `8-17`, `8:00 – 17:30`, `off`, `24h`. Order and overlaps are the rule's business. */
export function readShifts(text: string, day: string): Result<Shifts> {
  const words = text.trim().toLowerCase();
  if (words === '' || words === 'off' || words === '-') return ok([]);
  if (/^24\s*h$/.test(words)) return ok([{ from: 0, to: DAY }]);
  const parts = words.split(/[,;]+/).map((part) => part.trim());
  if (parts.length > MOST_SHIFTS) return refuse('too-many', `${day} has more than ${MOST_SHIFTS} shifts. Nothing was saved. Join some.`);
  const shifts = parts.map((part) => /^(\d{1,2})(?::(\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?::(\d\d))?$/.exec(part));
  const times = shifts.map((found) => found && { from: minuteOf(found[1], found[2]), to: minuteOf(found[3], found[4]) });
  const bad = times.findIndex((each) => each === null || each.from > DAY || each.to > DAY);
  if (bad >= 0) return unreadable(day, parts[bad] ?? '');
  return ok(times as Shifts);
}

/** One day in a line: `2026-12-24 08:00-12:00`, `2026-12-25 off`. */
export function daysText(days: Days): string {
  return days.map(({ date, shifts }) => `${date} ${shiftsText(shifts) || 'off'}`).join('\n');
}

/** What `daysText` writes; empty lines are passed over. */
export function readDays(text: string): Result<Days> {
  const days: Days[number][] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, date, words = ''] = /^(\d{4}-\d\d-\d\d)[\s:]+(.*)$/.exec(line) ?? [];
    if (date === undefined || !isDay(date)) {
      return refuse(
        'unreadable',
        `“${line.slice(0, 60)}” does not begin with a day such as 2026-12-24. Nothing was saved. Write it so: 2026-12-24 off.`,
      );
    }
    const shifts = readShifts(words, date);
    if (!shifts.ok) return shifts;
    days.push({ date, shifts: shifts.value });
  }
  return ok(days);
}

function unreadable(day: string, part: string) {
  return refuse(
    'unreadable',
    `${day}: “${part.slice(0, 60)}” is no shift. Nothing was saved. Write 08:00-17:00, 24 h, or leave it empty for a day off.`,
  );
}

/** NaN would not be caught by a comparison, so minutes above 59 count as too late. */
function minuteOf(hour = '0', minute = '0'): number {
  return Number(minute) > 59 ? DAY + 1 : Number(hour) * 60 + Number(minute);
}

function isDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
