/** Lengths of time as plans write them: `30`, `1h 30m`, `1:30`, `0.5 d`. A day is 24 hours, a week seven days. */
import type { Cell } from '../../../base/sheet/sheet.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_TEXT = 60;

const units: readonly (readonly [RegExp, number])[] = [
  [/^(s|secs?|seconds?|sek|sekunden?|sekund[ay]?)$/, 1000],
  [/^(e?m|mins?|minutes?|minuten?|minut[ay]?)$/, MINUTE_MS],
  [/^(e?h|hrs?|hours?|std|stunden?|hod|hodin[ay]?)$/, HOUR_MS],
  [/^(e?d|days?|tage?|den|dn[iy]|dnu)$/, DAY_MS],
  [/^(e?w|wks?|weeks?|wochen?|tyden|tydny|tydnu)$/, 7 * DAY_MS],
];

/** Milliseconds; a bare number counts `unitMs`. Null when the text is no duration. An empty cell is not one: ask before. */
export function readDuration(cell: Cell, unitMs: number): number | null {
  if (typeof cell === 'number') return cell >= 0 ? Math.round(cell * unitMs) : null;
  if (typeof cell !== 'string') return 'spanMs' in cell ? cell.spanMs : null;
  if (cell.length > LONGEST_TEXT) return null;
  const text = cell
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^(~|ca\.?|approx\.?|about)\s*/, '')
    .replace(/\?$/, '')
    .trim();
  return bare(text, unitMs) ?? clock(text) ?? iso(text) ?? counted(text);
}

/** What a bare number in the column counts, as its name says; minutes when it says nothing. */
export function durationUnit(column: string): number {
  const words = column.toLowerCase().split(/[^\p{L}]+/u);
  const named = units.find(([pattern]) => words.some((word) => pattern.test(word)));
  return named?.[1] ?? MINUTE_MS;
}

function bare(text: string, unitMs: number): number | null {
  return /^\d+([.,]\d+)?$/.test(text) ? Math.round(number(text) * unitMs) : null;
}

function clock(text: string): number | null {
  const match = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?(?:\s*(?:h|hrs?|hours?|std))?$/.exec(text);
  return match ? Number(match[1]) * HOUR_MS + Number(match[2]) * MINUTE_MS + Number(match[3] ?? 0) * 1000 : null;
}

function iso(text: string): number | null {
  const match = /^p(?:(\d+)d)?(?:t(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?)?$/.exec(text);
  if (!match || text.length < 3) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * 1000;
}

function counted(text: string): number | null {
  const parts = [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?(?:\s*(?:,|and|und)?\s*)/gu)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return null;
  let total = 0;
  for (const [, amount, word] of parts) {
    const unit = units.find(([pattern]) => pattern.test(word ?? ''));
    if (!unit) return null;
    total += number(amount ?? '') * unit[1];
  }
  return Math.round(total);
}

function number(text: string): number {
  return Number(text.replace(',', '.'));
}
