/** Working time of one calendar: its shifts as instants, and how work is counted along them. Made day by day as far as it is asked. */
import { wallTime, zonedInstant } from '../../../base/zoned-time.ts';
import type { Calendar } from '../schedule-schema.ts';

/** Instants are UTC ms, lengths ms. Where no shift would ever come, beyond the years 1800 to 2400, all time is working time. */
export interface WorkClock {
  /** The first instant from `at` on at which there is work; `at` itself inside a shift. */
  readonly next: (at: number) => number;
  /** When `work` that starts at `at` is over: the earliest such instant, so a task may end with the shift. */
  readonly after: (at: number, work: number) => number;
  /** The latest start from which `work` is over at `at`. */
  readonly before: (at: number, work: number) => number;
  /** How much working time lies from `from` to `to`; 0 when `to` is not later. */
  readonly between: (from: number, to: number) => number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const QUARTER_MS = 900_000;
const FIRST_DAY = Date.UTC(1800, 0, 1) / DAY_MS;
const LAST_DAY = Date.UTC(2400, 0, 1) / DAY_MS;
const DAYS_AT_ONCE = 60;
const ENDLESS_MS = 1e15;

/** Null for a calendar that has no shift in its week: its stream then works around the clock, as one without a calendar does. */
export function workClock(calendar: Pick<Calendar, 'week' | 'days'>, zone: string): WorkClock | null {
  if (calendar.week.every((shifts) => shifts.length === 0)) return null;
  const shiftsOn = shiftsByDay(calendar, zone);
  let [from, to, sum] = [[] as number[], [] as number[], [] as number[]];
  let [firstDay, lastDay] = [0, 0];

  function begin(day: number): void {
    [from, to, sum] = [[], [], []];
    firstDay = Math.max(day, FIRST_DAY);
    lastDay = firstDay;
    if (firstDay === FIRST_DAY) add(FIRST_DAY * DAY_MS - ENDLESS_MS, FIRST_DAY * DAY_MS);
  }

  function add(start: number, end: number): void {
    const last = from.length - 1;
    if (last >= 0 && start <= (to[last] as number)) to[last] = Math.max(to[last] as number, end);
    else if (end > start) {
      sum.push(last < 0 ? 0 : (sum[last] as number) + (to[last] as number) - (from[last] as number));
      from.push(start);
      to.push(end);
    }
  }

  function grow(): void {
    for (let more = 0; more < DAYS_AT_ONCE && lastDay < LAST_DAY; more += 1) {
      shiftsOn(lastDay, add);
      lastDay += 1;
      if (lastDay === LAST_DAY) add(LAST_DAY * DAY_MS, LAST_DAY * DAY_MS + ENDLESS_MS);
    }
  }

  /** Makes the days around `at` known. */
  function reach(at: number): void {
    const day = Math.floor(at / DAY_MS);
    if (lastDay === firstDay || (day - 8 < firstDay && firstDay > FIRST_DAY)) begin(day - DAYS_AT_ONCE);
    while (lastDay < LAST_DAY && (day + 2 > lastDay || (to[to.length - 1] ?? at) <= at)) grow();
  }

  /** The number of leading entries of `list` that are at most `value`. */
  function upTo(list: readonly number[], value: number): number {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Working time from the first known shift to `at`. */
  function worked(at: number): number {
    const index = upTo(from, at) - 1;
    return index < 0 ? 0 : (sum[index] as number) + Math.min(at, to[index] as number) - (from[index] as number);
  }

  function next(at: number): number {
    reach(at);
    return Math.max(at, from[upTo(to, at)] ?? at);
  }

  function after(at: number, work: number): number {
    if (work <= 0) return at;
    reach(at);
    const target = worked(at) + work;
    const last = () => (sum[sum.length - 1] ?? 0) + ((to[to.length - 1] ?? 0) - (from[from.length - 1] ?? 0));
    while (last() < target && lastDay < LAST_DAY) grow();
    let index = upTo(sum, target) - 1;
    if (index > 0 && sum[index] === target) index -= 1;
    return (from[index] as number) + target - (sum[index] as number);
  }

  function before(at: number, work: number): number {
    if (work <= 0) return at;
    reach(at);
    for (let back = DAYS_AT_ONCE; worked(at) < work && firstDay > FIRST_DAY; back *= 2) {
      begin(firstDay - back);
      reach(at);
    }
    const target = worked(at) - work;
    const index = upTo(sum, target) - 1;
    return (from[index] as number) + target - (sum[index] as number);
  }

  function between(start: number, end: number): number {
    if (end <= start) return 0;
    reach(end);
    reach(start);
    reach(end);
    return worked(end) - worked(start);
  }

  return { next, after, before, between };
}

type Add = (start: number, end: number) => void;

/** Adds the shifts of a local day, counted from 1970-01-01. */
function shiftsByDay({ week, days }: Pick<Calendar, 'week' | 'days'>, zone: string): (day: number, add: Add) => void {
  const own = new Map(days.map(({ date, shifts }) => [Date.parse(`${date}T00:00:00Z`) / DAY_MS, shifts]));
  return (day, add) => {
    const shifts = own.get(day) ?? week[(((day + 3) % 7) + 7) % 7] ?? []; // 1970-01-01 was a Thursday
    for (const { from, to } of shifts) {
      const [start, end] = [edge(day, from, zone), edge(day, to, zone)];
      if (end > start) add(start, end);
    }
  };
}

/** The first instant at which the clock on the wall shows that minute of the day or a later one. */
function edge(day: number, minute: number, zone: string): number {
  const wall = new Date(day * DAY_MS + minute * MINUTE_MS);
  const [year, month, date] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()];
  const at = zonedInstant(year, month, date, wall.getUTCHours(), wall.getUTCMinutes(), zone);
  const ahead = aheadOf(at, zone);
  if (at + ahead === wall.getTime()) return at;
  let change = Math.floor(at / QUARTER_MS) * QUARTER_MS; // a skipped time: the clock was put forward just before
  while (aheadOf(change - QUARTER_MS, zone) === ahead) change -= QUARTER_MS;
  return change;
}

/** Milliseconds by which the clock on the wall is ahead of UTC. */
function aheadOf(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallTime(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}
