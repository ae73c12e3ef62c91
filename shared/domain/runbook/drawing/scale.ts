/** The clock along a drawing: from instants to px and back, and where its ticks and words stand in a zone. */
import { formatDate, formatTime } from '../../../base/time-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** From when to when a drawing reaches, UTC ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The span with `now` in it, where now is no farther away than the span is long; from weeks ahead, the work would be squeezed to a
 * sliver.
 */
export function withNow({ from, to }: Span, now: number): Span {
  const reach = Math.max(to - from, HOUR);
  if (now < from - reach || now > to + reach) return { from, to };
  return { from: Math.min(from, now), to: Math.max(to, now) };
}

export interface Scale extends Span {
  /** Px for one ms. */
  readonly perMs: number;
  readonly width: number;
}

export function scaleOf(span: Span, width: number): Scale {
  return { ...span, width, perMs: width / Math.max(1, span.to - span.from) };
}

export function xOf(scale: Scale, at: number): number {
  return (at - scale.from) * scale.perMs;
}

export function instantAt(scale: Scale, x: number): number {
  return scale.from + x / scale.perMs;
}

const steps = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2 * 1440, 7 * 1440, 14 * 1440, 28 * 1440, 91 * 1440].map(
  (minutes) => minutes * MINUTE,
);

/** The shortest step of the clock whose ticks stand at least `apart` px from each other. */
export function stepFor(perMs: number, apart: number): number {
  return steps.find((step) => step * perMs >= apart) ?? (steps.at(-1) as number);
}

/** Instants from `from` to `to` at which the clock of the zone shows a full step; a clock set forward or back leaves no gap. */
export function ticksOf({ from, to }: Span, step: number, zone: string): readonly number[] {
  const found: number[] = [];
  const ahead = zoneOffset(from, zone);
  let local = Math.ceil((from + ahead) / step) * step;
  for (let count = 0; count < 2_000; count += 1) {
    const at = local - zoneOffset(local - ahead, zone);
    if (at > to) break;
    if (at >= from && at > (found.at(-1) ?? Number.NEGATIVE_INFINITY)) found.push(at);
    local += step;
  }
  return found;
}

/** How far the clock of the zone stands ahead of UTC at that instant, ms. */
export function zoneOffset(at: number, zone: string): number {
  const minute = Math.floor(at / MINUTE) * MINUTE;
  return Date.parse(`${formatDate(minute, zone)}T${formatTime(minute, zone)}:00Z`) - minute;
}

/** Whether the clock of the zone shows midnight. */
export function isMidnight(at: number, zone: string): boolean {
  return (at + zoneOffset(at, zone)) % DAY === 0;
}
