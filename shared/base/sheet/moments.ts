/** Dates and times as people write them in spreadsheets: what one cell says, and whether the day or the month comes first. */
import type { Cell } from './sheet.ts';

export interface DayDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface DayTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What a cell says: a date, a time or both as a clock shows them; or an instant that names its own zone. */
export type Moment = { readonly date: DayDate | null; readonly time: DayTime | null } | { readonly instant: number };

/** In 03/04/2026: whether the first number is the day or the month. */
export type DayOrder = 'day first' | 'month first';

/** How the order of a sheet's dates is known: some date fits only one way, none does, or dates contradict each other. */
export interface DecidedOrder {
  readonly order: DayOrder;
  readonly by: 'a date' | 'custom' | 'contradiction';
}

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet's dates. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
/** Numbers a spreadsheet would show as dates between 1954 and 2199. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 109_500;
/** "Wednesday, 30 September 2026, 11:59:59.999 p.m." and some spaces. */
const LONGEST_DATE = 80;

const TIME = String.raw`(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s*([ap]\.?m\.?|uhr|h)?`;
const numeric = new RegExp(String.raw`^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?:[\s,T]+${TIME})?$`, 'i');
const yearFirst = new RegExp(String.raw`^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:[\s,T]+${TIME})?$`, 'i');
const compact = /^(\d{4})(\d{2})(\d{2})(?:[ T]?(\d{2})(\d{2})(\d{2})?)?$/;
const dayMonthName = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]*(\p{L}{3,})\.?[\s,-]*(\d{4}|\d{2})(?:[\s,T]+${TIME})?$`,
  'iu',
);
const monthNameDay = new RegExp(String.raw`^(\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[\s,T]+${TIME})?$`, 'iu');
const timeOnly = new RegExp(`^${TIME}$`, 'i');
const zoned = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i;
const weekday = /^(mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|po|ut|st|ct|pa|ne)\p{L}*\.?,?\s+(?=\d|\p{L}{3,}\.?\s*\d)/iu;

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'led'],
  ['feb', 'uno'],
  ['mar', 'mrz', 'bre'],
  ['apr', 'dub'],
  ['may', 'mai', 'kve'],
  ['jun', 'cvn', 'cerven'],
  ['jul', 'cvc', 'cervenec'],
  ['aug', 'srp'],
  ['sep', 'zar'],
  ['oct', 'okt', 'rij'],
  ['nov', 'lis'],
  ['dec', 'dez', 'pro'],
];

/** What the cell says; null when it is no date or time. An empty cell is not a moment: ask before. */
export function readMoment(cell: Cell, order: DayOrder): Moment | null {
  if (typeof cell === 'number') return ofSerial(cell);
  if (typeof cell === 'string') return ofText(cell, order);
  if ('spanMs' in cell) return cell.spanMs < DAY_MS ? { date: null, time: timeOfSpan(cell.spanMs) } : null;
  const { year, month, day, hour, minute, second } = cell.date;
  return { date: { year, month, day }, time: { hour, minute, second } };
}

/** The order of day and month that fits the dates of a sheet; where all fit both, the custom of the zone. */
export function dayOrder(cells: Iterable<Cell>, zone: string): DecidedOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const match = typeof cell === 'string' ? numeric.exec(withoutWeekday(cell)) : null;
    if (!match || match[2] === '.') continue;
    if (Number(match[1]) > 12) dayFirst += 1;
    else if (Number(match[3]) > 12) monthFirst += 1;
  }
  if (dayFirst > 0 && monthFirst > 0) return { order: dayFirst >= monthFirst ? 'day first' : 'month first', by: 'contradiction' };
  if (dayFirst > 0) return { order: 'day first', by: 'a date' };
  if (monthFirst > 0) return { order: 'month first', by: 'a date' };
  return { order: monthFirstZones.has(zone) ? 'month first' : 'day first', by: 'custom' };
}

/** True for a date such as 03/04/2026, which both orders can read. */
export function fitsBothOrders(cell: Cell): boolean {
  const match = typeof cell === 'string' ? numeric.exec(withoutWeekday(cell)) : null;
  return match !== null && match[2] !== '.' && Number(match[1]) <= 12 && Number(match[3]) <= 12 && match[1] !== match[3];
}

const monthFirstZones: ReadonlySet<string> = new Set([
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Anchorage',
  'America/Detroit',
  'America/Boise',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Puerto_Rico',
  'Pacific/Honolulu',
  'Asia/Manila',
]);

function ofText(text: string, order: DayOrder): Moment | null {
  if (text.length > LONGEST_DATE) return null;
  const instant = ofZoned(text);
  if (instant !== null) return { instant };
  const plain = withoutWeekday(text);
  if (/^\d+([.,]\d+)?$/.test(plain) && !compact.test(plain)) return ofSerial(Number(plain.replace(',', '.')));
  return ofNumeric(plain, order) ?? ofYearFirst(plain) ?? ofNamedMonth(plain) ?? ofTimeOnly(plain);
}

function ofNumeric(text: string, order: DayOrder): Moment | null {
  const match = numeric.exec(text);
  if (!match) return null;
  const [, first, separator, second, year, ...time] = match;
  const [one, two] = [Number(first), Number(second)];
  const isMonthFirst = separator !== '.' && (two > 12 || (one <= 12 && order === 'month first'));
  return moment(fullYear(year), isMonthFirst ? one : two, isMonthFirst ? two : one, time);
}

function ofYearFirst(text: string): Moment | null {
  const match = yearFirst.exec(text);
  if (match) return moment(Number(match[1]), Number(match[3]), Number(match[4]), match.slice(5));
  const packed = compact.exec(text);
  return packed ? moment(Number(packed[1]), Number(packed[2]), Number(packed[3]), packed.slice(4)) : null;
}

function ofNamedMonth(text: string): Moment | null {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const dayed = dayMonthName.exec(plain);
  if (dayed) return moment(fullYear(dayed[3]), monthNumber(dayed[2]), Number(dayed[1]), dayed.slice(4));
  const named = monthNameDay.exec(plain);
  return named ? moment(Number(named[3]), monthNumber(named[1]), Number(named[2]), named.slice(4)) : null;
}

function ofTimeOnly(text: string): Moment | null {
  const match = timeOnly.exec(text);
  if (!match || (match[2] === undefined && match[4] === undefined)) return null;
  const time = dayTime(match.slice(1));
  return time ? { date: null, time } : null;
}

function ofZoned(text: string): number | null {
  const match = zoned.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(match[7] ?? '') ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * MINUTE_MS;
  return Date.UTC(year, month - 1, day, hour, minute, second) - ahead;
}

function ofSerial(serial: number): Moment | null {
  if (serial >= 0 && serial < 1) return { date: null, time: timeOfSpan(serial * DAY_MS) };
  if (!(serial >= FIRST_SERIAL && serial <= LAST_SERIAL)) return null;
  const at = new Date(Math.round((SERIAL_EPOCH + serial * DAY_MS) / SECOND_MS) * SECOND_MS);
  const date = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  return {
    date,
    time: Number.isInteger(serial) ? null : { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() },
  };
}

function moment(year: number, month: number, day: number, timeParts: readonly (string | undefined)[]): Moment | null {
  if (!isDate(year, month, day)) return null;
  if (timeParts[0] === undefined) return { date: { year, month, day }, time: null };
  const time = dayTime(timeParts);
  return time ? { date: { year, month, day }, time } : null;
}

function dayTime([hourText, minuteText, secondText, suffix]: readonly (string | undefined)[]): DayTime | null {
  const half = suffix?.[0]?.toLowerCase();
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  let hour = Number(hourText);
  if (half === 'a' || half === 'p') {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  const isTime = minute <= 59 && second <= 59 && (hour <= 23 || (hour === 24 && minute === 0 && second === 0));
  return isTime ? { hour, minute, second } : null;
}

function timeOfSpan(spanMs: number): DayTime {
  const seconds = Math.round(spanMs / SECOND_MS);
  return { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1970 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 0 for a word that is no month. */
function monthNumber(name: string | undefined): number {
  const plain = (name ?? '').toLowerCase();
  if (plain.startsWith('cervenec') || plain.startsWith('cervence')) return 7;
  return monthNames.findIndex((names) => names.some((start) => plain.startsWith(start))) + 1;
}

function fullYear(year: string | undefined): number {
  return year?.length === 2 ? 2000 + Number(year) : Number(year);
}

function withoutWeekday(text: string): string {
  return /^\d/.test(text) ? text : text.replace(weekday, '');
}
