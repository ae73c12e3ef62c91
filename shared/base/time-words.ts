/** Instants, offsets and lengths of time in the words people read. Instants are UTC ms, zones are IANA names, lengths are ms. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Spans of two days or more are said in days. */
const DAYS_FROM_HOURS = 48;

/** The clock time in the zone: `23:42`, or `23:42:07` with seconds. */
export function formatTime(at: number, zone: string, withSeconds = false): string {
  return formatter(zone, withSeconds ? clockWithSeconds : clock).format(at);
}

/** The day in the zone: `Sat 21 Nov`. */
export function formatDay(at: number, zone: string): string {
  const part = parts(at, zone, day);
  return `${part.weekday} ${part.day} ${part.month}`;
}

/** The date in the zone: `2026-11-21`. Sorts as text. */
export function formatDate(at: number, zone: string): string {
  const part = parts(at, zone, date);
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}`;
}

/** Date and clock time in the zone: `2026-11-21 23:42`. */
export function formatInstant(at: number, zone: string): string {
  return `${formatDate(at, zone)} ${formatTime(at, zone)}`;
}

/** The zone's short name at that instant: `CET` in winter, `CEST` in summer, `UTC+05:45` where the zone has no name of its own. */
export function zoneName(at: number, zone: string): string {
  for (const locale of namingLocales) {
    const name = namePart(at, zone, locale);
    if (name !== undefined && !/^(GMT|UTC)[+-]/.test(name)) return name === 'GMT' && zone.startsWith('Etc/') ? 'UTC' : name;
  }
  const offset = namePart(at, zone, 'en-GB', 'longOffset');
  return offset === undefined ? 'UTC' : offset.replace('GMT', 'UTC');
}

/** Time counted from T-0: `T-01:30`, `T+26:05`, with seconds `T+01:42:07`. Cut towards zero; T-0 itself is `T+00:00`. */
export function formatOffset(ms: number, withSeconds = false): string {
  const { hours, minutes, seconds } = split(ms);
  const tail = withSeconds ? `:${two(seconds)}` : '';
  const days = hours < DAYS_FROM_HOURS ? '' : `${Math.floor(hours / 24)} d `;
  return `T${ms < 0 ? '-' : '+'}${days}${two(days ? hours % 24 : hours)}:${two(minutes)}${tail}`;
}

/** A length of time: `20 s`, `38 m`, `1 h 12 m`, `3 d 4 h` from two days on. Cut towards zero; negative lengths start with `-`. */
export function formatSpan(ms: number): string {
  const sign = ms <= -SECOND ? '-' : '';
  const { hours, minutes, seconds } = split(ms);
  if (hours >= DAYS_FROM_HOURS) return sign + joined(Math.floor(hours / 24), 'd', hours % 24, 'h');
  if (hours > 0) return sign + joined(hours, 'h', minutes, 'm');
  return sign + (minutes > 0 ? `${minutes} m` : `${seconds} s`);
}

/** A running clock: `1:12:13`, without seconds `1:12`. Cut towards zero; negative lengths start with `-`. */
export function formatClock(ms: number, withSeconds = true): string {
  const { hours, minutes, seconds } = split(ms);
  const unit = withSeconds ? SECOND : MINUTE;
  return `${ms <= -unit ? '-' : ''}${hours}:${two(minutes)}${withSeconds ? `:${two(seconds)}` : ''}`;
}

/** A slip in whole minutes: `+70`, `-3`, `0`. */
export function formatSlip(ms: number): string {
  const minutes = Math.trunc(ms / MINUTE);
  return minutes > 0 ? `+${minutes}` : `${minutes}`;
}

/** Whether two instants lie on the same day in the zone. */
export function sameDay(a: number, b: number, zone: string): boolean {
  return Math.abs(a - b) < 2 * DAY && formatDate(a, zone) === formatDate(b, zone);
}

/** Whether the name is a zone this machine knows. */
export function isZone(zone: string): boolean {
  try {
    formatter(zone, clock);
    return true;
  } catch {
    return false;
  }
}

const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const clockWithSeconds: Intl.DateTimeFormatOptions = { ...clock, second: '2-digit' };
const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const date: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' };

/* English names a zone only in the English of the place where it is used: CET in en-GB, EST in en-US, AEDT in en-AU. */
const namingLocales = ['en-GB', 'en-US', 'en-AU', 'en-IN', 'en-NZ', 'en-ZA'] as const;

const made = new Map<string, Intl.DateTimeFormat>();

/* Making a formatter takes about 50 µs, using one takes 1: they are kept. en-GB with English months, whatever the machine speaks. */
function formatter(zone: string, options: Intl.DateTimeFormatOptions, locale = 'en-GB'): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  made.set(key, fresh);
  return fresh;
}

function parts(at: number, zone: string, options: Intl.DateTimeFormatOptions): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(
    formatter(zone, options, 'en-US')
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

function namePart(at: number, zone: string, locale: string, timeZoneName: 'short' | 'longOffset' = 'short'): string | undefined {
  const found = formatter(zone, { timeZoneName }, locale).formatToParts(at);
  return found.find((part) => part.type === 'timeZoneName')?.value;
}

function split(ms: number): { readonly hours: number; readonly minutes: number; readonly seconds: number } {
  const length = Math.abs(ms);
  return {
    hours: Math.floor(length / HOUR),
    minutes: Math.floor(length / MINUTE) % 60,
    seconds: Math.floor(length / SECOND) % 60,
  };
}

function joined(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
