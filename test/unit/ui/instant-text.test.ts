import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInstant } from '../../../renderer/ui/instant-text.ts';
import { formatInstant } from '../../../shared/base/time-words.ts';

const zone = 'Europe/Berlin';
const night = Date.UTC(2026, 10, 21, 22, 42);

function instant(text: string, base = night): string | number {
  const read = readInstant(text, zone, base);
  return read.ok ? read.instant : read.reason;
}

describe('an instant as people type it', () => {
  test('is read in the zone that stands beside the field', () => {
    expect(instant('2026-11-21 22:00')).toBe(Date.UTC(2026, 10, 21, 21));
    expect(instant('  2026-7-1   6:05 ')).toBe(Date.UTC(2026, 6, 1, 4, 5));
    expect(instant('2026-11-21T22:00')).toBe(Date.UTC(2026, 10, 21, 21));
    expect(instant('21.11.2026 22:00')).toBe(Date.UTC(2026, 10, 21, 21));
    expect(instant('2026-11-21 2200')).toBe(Date.UTC(2026, 10, 21, 21));
  });

  test('with slashes the day may stand first or second, where only one of them can be meant', () => {
    expect(instant('28/11/2026 22:00')).toBe(Date.UTC(2026, 10, 28, 21));
    expect(instant('11/28/2026 22:00')).toBe(Date.UTC(2026, 10, 28, 21));
    expect(instant('11/11/2026 22:00')).toBe(Date.UTC(2026, 10, 11, 21));
    expect(instant('03/04/2026 22:00')).toMatch(/^03\/04\/2026 can be read in two ways/);
    expect(instant('31/02/2026 22:00')).toBe('There is no 31/02/2026.');
  });

  test('a time without a date means the day of the base in the zone', () => {
    expect(instant('06:00', Date.UTC(2026, 10, 21, 23, 30))).toBe(Date.UTC(2026, 10, 22, 5));
  });

  test('an offset behind it wins over the zone', () => {
    expect(instant('2026-11-21 22:00 Z')).toBe(Date.UTC(2026, 10, 21, 22));
    expect(instant('2026-11-21T22:00+05:45')).toBe(Date.UTC(2026, 10, 21, 16, 15));
    expect(instant('2026-11-21 22:00 -0500')).toBe(Date.UTC(2026, 10, 22, 3));
  });

  test('a time the clocks skip is refused, of one they show twice the first is taken and said so', () => {
    expect(instant('2026-03-29 02:30')).toMatch(/skip 02:30/);
    expect(readInstant('2026-10-25 02:30', zone, night)).toEqual({ ok: true, instant: Date.UTC(2026, 9, 25, 0, 30), twice: true });
    expect(readInstant('2026-10-25 02:30 +01:00', zone, night)).toEqual({ ok: true, instant: Date.UTC(2026, 9, 25, 1, 30), twice: false });
  });

  test('what no calendar or clock shows is refused with what to write', () => {
    expect(instant('2026-02-30 10:00')).toBe('There is no 2026-02-30.');
    expect(instant('2026-13-01 10:00')).toBe('There is no 2026-13-01.');
    expect(instant('2026-11-21 24:00')).toMatch(/no 24:00 on a clock/);
    expect(instant('2026-11-21 10:60')).toMatch(/no 10:60 on a clock/);
    expect(instant('2200-06-01 10:00')).toMatch(/1970 and 2199/);
    expect(instant('2026-11-21 22:00 CET')).toMatch(/offset/);
    for (const text of ['', 'tomorrow', '2026-11-21 22:00 Z more', '99999-01-01 10:00']) {
      expect(instant(text)).toBe('Write it as 2026-11-21 23:00.');
    }
    expect(instant('2026-11-21')).toBe('The time is missing. Write it as 2026-11-21 23:00.');
    expect(instant('28/11/2026', Date.UTC(2026, 10, 28, 21))).toBe('The time is missing. Write it as 2026-11-28 22:00.');
    expect(instant('2026-11-21 soon')).toBe('“soon” is no time. Write it as 22:00.');
  });

  test('what is shown is read back as the same minute, in any zone', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC');
    const minutes = fc.integer({ min: 0, max: Date.UTC(2199, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, zones, (minute, in_) => {
        const read = readInstant(formatInstant(minute * 60_000, in_), in_, night);
        expect(read.ok && (read.twice || read.instant === minute * 60_000)).toBe(true);
      }),
    );
  });

  test('no text makes it fail otherwise than by a reason', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readInstant(text, zone, night);
        expect(read.ok ? Number.isInteger(read.instant) : read.reason.length > 0).toBe(true);
      }),
    );
  });
});
