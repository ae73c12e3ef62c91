/** The scales of charts: where an instant or a count lies, and which ticks to name. */
import type { ZonedWords } from '../../../shared/domain/timeline/zoned-words.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const steps = [HOUR_MS / 4, HOUR_MS / 2, HOUR_MS, 2 * HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS];
const daySteps = [1, 2, 7, 14, 28, 91, 182, 365];

export interface Tick {
  readonly at: number;
  readonly label: string;
  /** The day, on the first tick of each. */
  readonly day: string;
}

/** At most `most` ticks on round times of the zone. A single day or hours carry clock times, longer spans dates. */
export function timeTicks(from: number, to: number, most: number, clock: ZonedWords): readonly Tick[] {
  const step = steps.find((length) => (to - from) / length <= most);
  if (step !== undefined) return clockTicks(from, to, step, clock);
  const days = daySteps.find((count) => (to - from) / (count * DAY_MS) <= most) ?? Math.ceil((to - from) / DAY_MS / most);
  const ticks: Tick[] = [];
  for (let at = clock.dayStart(from); at <= to; at = clock.dayStart(at + days * DAY_MS + DAY_MS / 2)) {
    if (at >= from) ticks.push({ at, label: dayAndMonth(at, clock), day: '' });
  }
  return ticks;
}

function clockTicks(from: number, to: number, step: number, clock: ZonedWords): readonly Tick[] {
  const ticks: Tick[] = [];
  let lastDay = '';
  for (let at = clock.dayStart(from); at <= to; at += step) {
    if (at < from) continue;
    const day = dayAndMonth(at, clock);
    ticks.push({ at, label: clock.time(at), day: day === lastDay ? '' : day });
    lastDay = day;
  }
  return ticks;
}

function dayAndMonth(at: number, clock: ZonedWords): string {
  return clock.short(at).split(' ').slice(0, 2).join(' ');
}

/** The lowest round number that is not below `highest`, with the ticks up to it. Counts, so at least 1. */
export function countTicks(highest: number): readonly number[] {
  const top = Math.max(1, highest);
  const power = 10 ** Math.floor(Math.log10(top));
  const step = [0.25, 0.5, 1, 2, 2.5, 5].map((part) => part * power).find((size) => size >= 1 && Math.ceil(top / size) <= 4) ?? power * 10;
  return Array.from({ length: Math.ceil(top / step) + 1 }, (_, at) => at * step);
}

/** `value` of `from`..`to` laid on `start`..`end`, held inside. */
export function placed(value: number, from: number, to: number, start: number, end: number): number {
  const share = to === from ? 0 : (value - from) / (to - from);
  return start + Math.min(1, Math.max(0, share)) * (end - start);
}

/** Two decimals are enough for a drawing. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
