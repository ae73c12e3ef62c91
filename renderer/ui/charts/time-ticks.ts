/** Where a time axis is labelled, and with what words. */
import { formatDay, formatTime } from '../../../shared/base/time-words.ts';
import { wallTime, zonedInstant } from '../../../shared/base/zoned-time.ts';

export interface TimeTick {
  readonly at: number;
  readonly word: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const clockSteps = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];
const daySteps = [1, 2, 7, 14, 28, 56, 112, 364];

/** Round times of the zone between two instants, at most `most` steps of equal length: clock times within two days, days beyond. */
export function timeTicks(from: number, to: number, zone: string, most: number): readonly TimeTick[] {
  const length = to - from;
  if (!(length > 0) || most < 1) return [];
  const step = length <= 2 * DAY ? clockSteps.find((one) => length / one <= most) : undefined;
  return step === undefined ? dayTicks(from, to, zone, most) : clockTicks(from, to, zone, step);
}

function clockTicks(from: number, to: number, zone: string, step: number): readonly TimeTick[] {
  const { year, month, day } = wallTime(from, zone);
  const ticks: TimeTick[] = [];
  for (let minute = 0; ; minute += step / MINUTE) {
    const at = zonedInstant(year, month, day, 0, minute, zone);
    if (at > to) return ticks;
    if (at >= from && at !== ticks.at(-1)?.at) ticks.push({ at, word: formatTime(at, zone) });
  }
}

function dayTicks(from: number, to: number, zone: string, most: number): readonly TimeTick[] {
  const step = daySteps.find((days) => (to - from) / (days * DAY) <= most) ?? Math.ceil((to - from) / DAY / most);
  const { year, month, day } = wallTime(from, zone);
  const ticks: TimeTick[] = [];
  for (let days = 0; ; days += step) {
    const at = zonedInstant(year, month, day + days, 0, 0, zone);
    if (at > to) return ticks;
    if (at >= from) ticks.push({ at, word: formatDay(at, zone).replace(/^\w+ /, '') });
  }
}
