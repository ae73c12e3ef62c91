/** What a clock on the wall of a time zone shows, and the instant it means. Knows about nights with a clock change. */

/** A date and time as written down, without a zone; month counts from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** How often a wall time happens: clocks put forward skip an hour, clocks put back show one twice. */
export type WallFit = 'once' | 'skipped' | 'twice';

const DAY_MS = 86_400_000;
/** Clocks change on quarter hours only, so the offset from UTC is the same within one. */
const QUARTER_MS = 900_000;
const REMEMBERED_OFFSETS = 20_000;

/** The instant (UTC ms) of a wall time in `zone`. A skipped time is read with the offset before the change (02:30 becomes 03:30), of two the earlier is taken. */
export function zonedInstant(year: number, month: number, day: number, hour: number, minute: number, zone: string): number {
  return fitted({ year, month, day, hour, minute, second: 0 }, zone).instant;
}

/** `zonedInstant`, and how often that wall time happens. Fields beyond their range carry over, as 24:00 does to the next day. */
export function fitted(wall: WallTime, zone: string): { readonly instant: number; readonly fit: WallFit } {
  const offsetAt = offsetsOf(zone);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const before = offsetAt(asUtc - DAY_MS);
  const after = offsetAt(asUtc + DAY_MS);
  if (before === after) return { instant: asUtc - before, fit: 'once' };
  const fits = [asUtc - before, asUtc - after].filter((instant) => instant + offsetAt(instant) === asUtc);
  if (fits.length === 0) return { instant: asUtc - before, fit: 'skipped' };
  return { instant: Math.min(...fits), fit: fits.length === 2 ? 'twice' : 'once' };
}

/** What the clock in `zone` shows at `instant`. */
export function wallTime(instant: number, zone: string): WallTime {
  const shown = new Date(instant + offsetsOf(zone)(instant));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

type OffsetAt = (instant: number) => number;
const known = new Map<string, OffsetAt>();

/** Milliseconds the zone is ahead of UTC, by instant. */
function offsetsOf(zone: string): OffsetAt {
  let offsetAt = known.get(zone);
  if (!offsetAt) {
    offsetAt = remembering(measuring(zone));
    known.set(zone, offsetAt);
  }
  return offsetAt;
}

function remembering(measure: OffsetAt): OffsetAt {
  const offsets = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / QUARTER_MS);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      if (offsets.size >= REMEMBERED_OFFSETS) offsets.clear();
      offset = measure(quarter * QUARTER_MS);
      offsets.set(quarter, offset);
    }
    return offset;
  };
}

function measuring(zone: string): OffsetAt {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const shown = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
  };
}
