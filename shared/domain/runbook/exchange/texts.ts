/** How single values of a plan stand in a cell, exact to the millisecond, and how what people make of them is read back. */
import { type DayOrder, readMoment } from '../../../base/sheet/moments.ts';
import { type Cell, cellText } from '../../../base/sheet/sheet.ts';
import { withoutControls } from '../../../base/without-controls.ts';
import { fitted, wallTime } from '../../../base/zoned-time.ts';
import { readDuration } from '../import/durations.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** `note` tells the person how a doubtful value was taken; empty when there is no doubt. */
export type CellRead<Value> =
  | { readonly ok: true; readonly value: Value; readonly note: string }
  | { readonly ok: false; readonly reason: string };

export function took<Value>(value: Value, note = ''): CellRead<Value> {
  return { ok: true, value, note };
}

export function unread(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** Text fit for a cell: no controls, one kind of line end, no spaces around. Two texts that are the same here are the same to people. */
export function plainText(text: string): string {
  return withoutControls(text).replace(/\r\n?/g, '\n').trim();
}

/** Text that a spreadsheet program would run as a formula gets an apostrophe; so does one that begins with one, so that `unescaped` is exact. */
export function escaped(text: string): string {
  return /^['=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

export function unescaped(text: string): string {
  return /^'['=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** Whole minutes as a number, anything else in seconds, such as `90.5 s`; empty for null. */
export function durationText(ms: number | null): string | number {
  if (ms === null) return '';
  return ms % MINUTE === 0 ? ms / MINUTE : `${ms / SECOND} s`;
}

export function readLength(cell: Cell): CellRead<number> {
  const text = cellText(cell).trim();
  if (/^[-−–]\s*\d/.test(text) || (typeof cell === 'number' && cell < 0)) return unread('A length of time must not be negative.');
  const ms = readDuration(typeof cell === 'string' ? text : cell, MINUTE);
  return ms === null ? unread('This is no length of time. Write minutes, or a length such as 1 h 30 m.') : took(ms);
}

/** Time from T-0, such as `T-01:30`, with seconds where there are any: `T+00:00:12.5`; empty for null. */
export function offsetText(ms: number | null): string {
  if (ms === null) return '';
  const length = Math.abs(ms);
  const seconds = (length % MINUTE) / SECOND;
  const tail = seconds === 0 ? '' : `:${seconds < 10 ? '0' : ''}${seconds}`;
  return `T${ms < 0 ? '-' : '+'}${two(Math.floor(length / HOUR))}:${two(Math.floor(length / MINUTE) % 60)}${tail}`;
}

export function readOffset(cell: Cell): CellRead<number> {
  const match = /^T\s*([+\-−–])\s*(\d{1,5}):([0-5]\d)(?::([0-5]\d(?:[.,]\d{1,3})?))?$/i.exec(cellText(cell).trim());
  if (!match) return unread('This is no time from T-0. Write it like T-01:30 or T+26:05.');
  const ms = Number(match[2]) * HOUR + Number(match[3]) * MINUTE + Math.round(Number((match[4] ?? '0').replace(',', '.')) * SECOND);
  return took(match[1] === '+' || ms === 0 ? ms : -ms);
}

/** Date and clock time in the zone, `2026-11-21 23:42`; with the offset from UTC where the clock shows that time twice. Empty for null. */
export function clockText(at: number | null, zone: string): string {
  if (at === null) return '';
  const wall = wallTime(at, zone);
  const seconds = wall.second === 0 ? '' : `:${two(wall.second)}`;
  const text = `${wall.year}-${two(wall.month)}-${two(wall.day)} ${two(wall.hour)}:${two(wall.minute)}`;
  return hasEarlier(at, zone) ? `${text}${seconds || ':00'} ${aheadText(at, zone)}` : `${text}${seconds}`;
}

export function readClock(cell: Cell, zone: string, order: DayOrder): CellRead<number> {
  const moment = readMoment(cell, order);
  if (!moment) return unread('This is no date and time. Write it like 2026-11-21 23:42.');
  if ('instant' in moment) return took(moment.instant);
  if (!moment.date || !moment.time) return unread('The date or the time is missing. Write both, like 2026-11-21 23:42.');
  const { instant, fit } = fitted({ ...moment.date, ...moment.time }, zone);
  if (fit === 'skipped') return took(instant, `The clock skips this time that night; read as ${clockText(instant, zone)}.`);
  const twice = 'The clock shows this time twice that night; the first is taken. Write the offset from UTC behind it for the second.';
  return took(instant, fit === 'twice' ? twice : '');
}

export function yesText(is: boolean): string {
  return is ? 'yes' : 'no';
}

export function readYes(cell: Cell): CellRead<boolean> {
  const text = cellText(cell).trim().toLowerCase();
  if (['', 'no', 'n', 'false', '0', 'nein', 'ne'].includes(text)) return took(false);
  return ['yes', 'y', 'true', '1', 'x', 'ja', 'ano'].includes(text) ? took(true) : unread('Write yes or no.');
}

/** One of the words, however its letters are cased. */
export function readWord<Word extends string>(cell: Cell, words: readonly Word[]): CellRead<Word> {
  const text = cellText(cell).trim().toLowerCase().replace(/\s+/g, ' ');
  const found = words.find((word) => word.toLowerCase() === text);
  return found === undefined ? unread(`Write one of: ${words.join(', ')}.`) : took(found);
}

/** The clock showed the same an hour or so before. */
function hasEarlier(at: number, zone: string): boolean {
  return fitted(wallTime(at, zone), zone).instant < Math.floor(at / SECOND) * SECOND;
}

function aheadText(at: number, zone: string): string {
  const wall = wallTime(at, zone);
  const shown = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const minutes = Math.round((shown - at) / MINUTE);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
