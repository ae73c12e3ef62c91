/** The times of a plan: dates, times of the night and T offsets as instants, with what had to be assumed counted. */
import { type DecidedOrder, dayOrder, fitsBothOrders, readMoment } from '../../../base/sheet/moments.ts';
import type { Cell } from '../../../base/sheet/sheet.ts';
import { fitted, type WallTime, wallTime } from '../../../base/zoned-time.ts';
import { readDuration } from './durations.ts';

export interface ReadTime {
  readonly instant: number;
  /** False when only the day is given: then it is the start of that day. */
  readonly hasTime: boolean;
  /** What the person should know about this one time; empty when nothing. */
  readonly warning: string;
}

export interface TimeReader {
  /** Null when the cells cannot be read. `notBefore`: an end without a day is the first such time from there on. */
  readonly read: (cell: Cell, timeCell: Cell | undefined, notBefore: number | null) => ReadTime | null;
  /** What was assumed so far, as sentences. */
  readonly notes: () => readonly string[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Reads the times of a plan. All its columns of dates decide together whether the day or the month comes first. */
export function timeReader(columns: readonly (readonly Cell[])[], zone: string, tZeroAt: number): TimeReader {
  const decided = dayOrder(columns.flat(), zone);
  // A spreadsheet holds a day as its midnight. Only where no date has a time of day does midnight mean the whole day.
  const holdsDays = columns.flat().every((cell) => typeof cell !== 'object' || ('date' in cell && isMidnight(cell.date)));
  let withoutDay = 0;
  let withoutTime = 0;
  let withoutYear = 0;
  let customary = 0;

  const read = (cell: Cell, timeCell: Cell | undefined, notBefore: number | null): ReadTime | null => {
    const offset = readOffset(cell);
    if (offset !== null) return { instant: tZeroAt + offset, hasTime: true, warning: '' };
    const dated = withYear(cell, wallTime(tZeroAt, zone));
    if (dated !== cell) withoutYear += 1;
    const said = readMoment(dated, decided.order);
    if (!said) return null;
    if ('instant' in said) return { instant: said.instant, hasTime: true, warning: '' };
    const besides = timeCell === undefined || timeCell === '' ? null : readMoment(timeCell, decided.order);
    const isWholeDay = typeof cell === 'object' && holdsDays;
    const time = (isWholeDay ? null : said.time) ?? (besides && 'time' in besides ? besides.time : null);
    if (!said.date) {
      if (!time) return null;
      withoutDay += 1;
      return nearestNight((day) => fitted({ ...day, ...time }, zone).instant, tZeroAt, zone, notBefore);
    }
    const isEither = fitsBothOrders(cell);
    if (isEither && decided.by === 'custom') customary += 1;
    if (!time) withoutTime += 1;
    const wall = { ...said.date, ...(time ?? { hour: 0, minute: 0, second: 0 }) };
    const { instant, fit } = fitted(wall, zone);
    const doubt = isEither && decided.by === 'contradiction' ? `Could be read with day or month first; taken as ${decided.order}.` : '';
    const change =
      fit === 'skipped'
        ? `The clocks in ${zone} skip this time; taken as ${clock(wallTime(instant, zone))}.`
        : fit === 'twice' && time
          ? `The clocks in ${zone} show this time twice that night; taken as the first.`
          : '';
    return { instant, hasTime: time !== null, warning: [doubt, change].filter((text) => text !== '').join(' ') };
  };
  return { read, notes: () => timeNotes(decided, { customary, withoutDay, withoutTime, withoutYear }, zone) };
}

interface Counts {
  readonly customary: number;
  readonly withoutDay: number;
  readonly withoutTime: number;
  readonly withoutYear: number;
}

function timeNotes(decided: DecidedOrder, { customary, withoutDay, withoutTime, withoutYear }: Counts, zone: string): readonly string[] {
  const notes: string[] = [];
  if (customary > 0) {
    notes.push(
      `${count(customary, 'date fits', 'dates fit')} both day first and month first. They are read ${decided.order}, as is usual in ${zone}.`,
    );
  }
  if (decided.by === 'contradiction') {
    notes.push(
      `Some dates only fit with the day first, others only with the month first. Dates that fit both are read ${decided.order} and listed below.`,
    );
  }
  if (withoutDay > 0) {
    notes.push(
      `${count(withoutDay, 'time has', 'times have')} no day. Each is taken on the day of T-0 or the day after, whichever is nearer to T-0.`,
    );
  }
  if (withoutYear > 0)
    notes.push(`${count(withoutYear, 'date has', 'dates have')} no year. Each is taken in the year that is nearest to T-0.`);
  if (withoutTime > 0) {
    notes.push(`${count(withoutTime, 'date has', 'dates have')} no time. A start counts from 00:00, an end to the end of its day.`);
  }
  return notes;
}

const YEARLESS = [/^(\d{1,2})\.?[\s-]*(\p{L}{3,})\.?,?\s+(\d{1,2}[:.]\d{2}.*)$/u, /^(\d{1,2})\.\s*(\d{1,2})\.,?\s+(\d{1,2}[:.]\d{2}.*)$/];

/** `28 Nov 22:15` and `28.11. 22:15` with the year in which they lie nearest to T-0; anything else as it is. */
function withYear(cell: Cell, tZero: WallTime): Cell {
  if (typeof cell !== 'string') return cell;
  const [, day, month, time] = YEARLESS.map((form) => form.exec(cell.trim())).find((match) => match !== null) ?? [];
  if (time === undefined) return cell;
  const inYear = (year: number) => (/^\d/.test(month ?? '') ? `${year}-${month}-${day} ${time}` : `${day} ${month} ${year} ${time}`);
  const middle = Date.UTC(tZero.year, tZero.month - 1, tZero.day);
  const far = (year: number) => {
    const said = readMoment(inYear(year), 'day first');
    if (!said || 'instant' in said || !said.date) return Number.POSITIVE_INFINITY;
    return Math.abs(Date.UTC(said.date.year, said.date.month - 1, said.date.day) - middle);
  };
  const [nearest = tZero.year] = [tZero.year, tZero.year - 1, tZero.year + 1].sort((a, b) => far(a) - far(b));
  return far(nearest) === Number.POSITIVE_INFINITY ? cell : inYear(nearest);
}

/** `T-01:30`, `T+20m`, `T-0`; null for anything else. */
function readOffset(cell: Cell): number | null {
  if (typeof cell !== 'string') return null;
  if (/^T\s?-?\s?0$/i.test(cell)) return 0;
  const [, sign, text] = /^T(?:\s?-?0)?\s*([+-])\s*(\S.{0,40})$/i.exec(cell) ?? [];
  const length = text === undefined ? null : readDuration(text, MINUTE_MS);
  return length === null ? null : sign === '-' ? -length : length;
}

function nearestNight(instantOn: (day: WallTime) => number, tZeroAt: number, zone: string, notBefore: number | null): ReadTime {
  const near = [-DAY_MS, 0, DAY_MS, 2 * DAY_MS].map((days) => instantOn(wallTime((notBefore ?? tZeroAt) + days, zone)));
  const [, same = 0, next = 0] = near;
  const nearer = Math.abs(same - tZeroAt) <= Math.abs(next - tZeroAt) ? same : next;
  const instant = notBefore === null ? nearer : (near.find((at) => at >= notBefore) ?? nearer);
  return { instant, hasTime: true, warning: '' };
}

function isMidnight({ hour, minute, second }: WallTime): boolean {
  return hour === 0 && minute === 0 && second === 0;
}

function clock({ hour, minute }: WallTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
