/** Dates and times as people write them in spreadsheets, and the instants they mean in a zone. */
import { describe, expect, it } from 'vitest';
import { dayOrder, readMoment } from '../../../shared/base/sheet/moments.ts';
import { fitted, wallTime, zonedInstant } from '../../../shared/base/zoned-time.ts';
import { HOUR, MINUTE } from '../../support/builders.ts';

describe('dates and times', () => {
  const at = (year: number, month: number, day: number, hour?: number, minute = 0, second = 0) => ({
    date: { year, month, day },
    time: hour === undefined ? null : { hour, minute, second },
  });

  it.each([
    ['2026-11-21 22:30', at(2026, 11, 21, 22, 30)],
    ['2026-11-21T22:30:15', at(2026, 11, 21, 22, 30, 15)],
    ['2026/1/2', at(2026, 1, 2)],
    ['21-11-2026 22:30', at(2026, 11, 21, 22, 30)],
    ['21.11.2026', at(2026, 11, 21)],
    ['3.4.26 7:05', at(2026, 4, 3, 7, 5)],
    ['21/11/2026 10:30 PM', at(2026, 11, 21, 22, 30)],
    ['11/21/2026, 12:00 am', at(2026, 11, 21, 0)],
    ['Sat 21/11/26 22:30', at(2026, 11, 21, 22, 30)],
    ['21-Nov-2026 22.30 Uhr', at(2026, 11, 21, 22, 30)],
    ['21. März 2026', at(2026, 3, 21)],
    ['November 21st, 2026 22:30', at(2026, 11, 21, 22, 30)],
    ['20261121', at(2026, 11, 21)],
    ['20261121 223015', at(2026, 11, 21, 22, 30, 15)],
    [46347, at(2026, 11, 21)],
    ['46347.9375', at(2026, 11, 21, 22, 30)],
    ['21.11.2026 24:00', at(2026, 11, 21, 24)],
    ['22:30', { date: null, time: { hour: 22, minute: 30, second: 0 } }],
    ['10 pm', { date: null, time: { hour: 22, minute: 0, second: 0 } }],
    [0.9375, { date: null, time: { hour: 22, minute: 30, second: 0 } }],
    [{ spanMs: 22.5 * HOUR }, { date: null, time: { hour: 22, minute: 30, second: 0 } }],
    ['2026-11-21T22:30:00Z', { instant: Date.UTC(2026, 10, 21, 22, 30) }],
    ['2026-11-21 22:30 UTC', { instant: Date.UTC(2026, 10, 21, 22, 30) }],
    ['2026-11-21T22:30+01:00', { instant: Date.UTC(2026, 10, 21, 21, 30) }],
    ['30.2.2026', null],
    ['32/1/2026', null],
    ['21.11.2026 25:00', null],
    ['1.1.1900', null],
    ['31.12.99999', null],
    ['tomorrow', null],
    ['12', null],
    [7, null],
    [{ spanMs: 30 * HOUR }, null],
  ])('%j', (written, expected) => {
    expect(readMoment(written, 'day first')).toEqual(expected);
  });

  it('whether the day or the month comes first is decided by the dates that fit one way only, else by the custom of the zone', () => {
    expect(dayOrder(['03/04/2026', '13/04/2026'], 'America/New_York')).toEqual({ order: 'day first', by: 'a date' });
    expect(dayOrder(['03/04/2026', '04/13/2026'], 'Europe/Prague')).toEqual({ order: 'month first', by: 'a date' });
    expect(dayOrder(['03/04/2026'], 'Europe/Prague')).toEqual({ order: 'day first', by: 'custom' });
    expect(dayOrder(['03/04/2026'], 'America/New_York')).toEqual({ order: 'month first', by: 'custom' });
    expect(dayOrder(['13/04/2026', '04/13/2026'], 'Europe/Prague')).toEqual({ order: 'day first', by: 'contradiction' });
    expect(readMoment('03/04/2026', 'month first')).toEqual(at(2026, 3, 4));
    expect(readMoment('3.4.2026', 'month first')).toEqual(at(2026, 4, 3));
  });
});

describe('the clock on the wall', () => {
  const clock = (zone: string, ...[year, month, day, hour, minute]: [number, number, number, number, number]) =>
    fitted({ year, month, day, hour, minute, second: 0 }, zone);

  it('means an instant by the zone, summer and winter', () => {
    expect(zonedInstant(2026, 11, 21, 22, 0, 'Europe/Prague')).toBe(Date.UTC(2026, 10, 21, 21, 0));
    expect(zonedInstant(2026, 7, 1, 22, 0, 'Europe/Prague')).toBe(Date.UTC(2026, 6, 1, 20, 0));
    expect(zonedInstant(2026, 7, 1, 22, 0, 'Asia/Kathmandu')).toBe(Date.UTC(2026, 6, 1, 16, 15));
  });

  it('skips an hour when clocks go forward: the time is read as the hour later', () => {
    expect(clock('Europe/Prague', 2026, 3, 29, 2, 30)).toEqual({ instant: Date.UTC(2026, 2, 29, 1, 30), fit: 'skipped' });
    expect(clock('America/New_York', 2026, 3, 8, 2, 30)).toEqual({ instant: Date.UTC(2026, 2, 8, 7, 30), fit: 'skipped' });
    expect(clock('Europe/Prague', 2026, 3, 29, 3, 0)).toEqual({ instant: Date.UTC(2026, 2, 29, 1, 0), fit: 'once' });
  });

  it('shows an hour twice when clocks go back: the first is taken', () => {
    expect(clock('Europe/Prague', 2026, 10, 25, 2, 30)).toEqual({ instant: Date.UTC(2026, 9, 25, 0, 30), fit: 'twice' });
    expect(clock('Europe/Prague', 2026, 10, 25, 3, 0)).toEqual({ instant: Date.UTC(2026, 9, 25, 2, 0), fit: 'once' });
    expect(clock('Australia/Lord_Howe', 2026, 4, 5, 1, 45)).toEqual({ instant: Date.UTC(2026, 3, 4, 14, 45), fit: 'twice' });
  });

  it('carries 24:00 over to the next day', () => {
    expect(clock('Europe/Prague', 2026, 11, 21, 24, 0).instant).toBe(zonedInstant(2026, 11, 22, 0, 0, 'Europe/Prague'));
  });

  it('comes back from every instant that it shows once', () => {
    for (const zone of ['Europe/Prague', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC']) {
      for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2027, 0, 1); instant += 11 * HOUR + 15 * MINUTE) {
        const back = fitted(wallTime(instant, zone), zone);
        if (back.fit === 'once') expect(back.instant).toBe(instant);
        expect(back.fit).not.toBe('skipped');
      }
    }
  });
});
