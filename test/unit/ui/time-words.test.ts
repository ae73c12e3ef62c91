import { describe, expect, test } from 'vitest';
import {
  formatClock,
  formatDate,
  formatDay,
  formatInstant,
  formatOffset,
  formatSlip,
  formatSpan,
  formatTime,
  isZone,
  sameDay,
  zoneName,
} from '../../../shared/base/time-words.ts';

const H = 3_600_000;
const M = 60_000;
const night = Date.UTC(2026, 10, 21, 22, 42, 7);

describe('instants', () => {
  test('are shown in the zone asked for', () => {
    expect(formatTime(night, 'Europe/Berlin')).toBe('23:42');
    expect(formatTime(night, 'Europe/Berlin', true)).toBe('23:42:07');
    expect(formatTime(night, 'Asia/Kathmandu')).toBe('04:27');
    expect(formatDay(night, 'Europe/Berlin')).toBe('Sat 21 Nov');
    expect(formatDay(night, 'Asia/Kathmandu')).toBe('Sun 22 Nov');
    expect(formatDate(night, 'Europe/Berlin')).toBe('2026-11-21');
    expect(formatInstant(night, 'Europe/Berlin')).toBe('2026-11-21 23:42');
  });

  test('midnight is 00:00, not 24:00', () => {
    expect(formatTime(Date.UTC(2026, 0, 1), 'UTC')).toBe('00:00');
  });

  test('a zone is named as people there name it, by season, else by its offset', () => {
    expect(zoneName(night, 'Europe/Berlin')).toBe('CET');
    expect(zoneName(Date.UTC(2026, 6, 1), 'Europe/Berlin')).toBe('CEST');
    expect(zoneName(night, 'America/New_York')).toBe('EST');
    expect(zoneName(night, 'Asia/Kolkata')).toBe('IST');
    expect(zoneName(night, 'Australia/Sydney')).toBe('AEDT');
    expect(zoneName(night, 'Europe/London')).toBe('GMT');
    expect(zoneName(night, 'UTC')).toBe('UTC');
    expect(zoneName(night, 'Asia/Kathmandu')).toBe('UTC+05:45');
  });

  test('the same day is asked of the zone', () => {
    expect(sameDay(night, night + H, 'Europe/Berlin')).toBe(false);
    expect(sameDay(night, night + H, 'UTC')).toBe(true);
    expect(sameDay(night, night + 24 * H, 'UTC')).toBe(false);
  });

  test('a zone nobody knows is told apart', () => {
    expect(isZone('Europe/Berlin')).toBe(true);
    expect(isZone('Europe/Atlantis')).toBe(false);
    expect(() => formatTime(night, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('lengths', () => {
  test('offsets count from T-0 with sign, hours beyond a day stay hours', () => {
    expect(formatOffset(-90 * M)).toBe('T-01:30');
    expect(formatOffset(26 * H + 5 * M)).toBe('T+26:05');
    expect(formatOffset(0)).toBe('T+00:00');
    expect(formatOffset(-30_000)).toBe('T-00:00');
    expect(formatOffset(H + 42 * M + 7_000, true)).toBe('T+01:42:07');
    expect(formatOffset(-1_000, true)).toBe('T-00:00:01');
    expect(formatOffset(47 * H + 59 * M)).toBe('T+47:59');
    expect(formatOffset(-336 * H)).toBe('T-14 d 00:00');
    expect(formatOffset(-(175 * H + 55 * M + 12_000), true)).toBe('T-7 d 07:55:12');
  });

  test('spans use the two largest units that say something', () => {
    expect(formatSpan(H + 12 * M)).toBe('1 h 12 m');
    expect(formatSpan(38 * M + 59_000)).toBe('38 m');
    expect(formatSpan(20_900)).toBe('20 s');
    expect(formatSpan(0)).toBe('0 s');
    expect(formatSpan(-400)).toBe('0 s');
    expect(formatSpan(2 * H)).toBe('2 h');
    expect(formatSpan(47 * H + 59 * M)).toBe('47 h 59 m');
    expect(formatSpan(76 * H)).toBe('3 d 4 h');
    expect(formatSpan(-5 * M)).toBe('-5 m');
  });

  test('clocks run in hours, minutes, seconds and show what is over', () => {
    expect(formatClock(H + 12 * M + 13_000)).toBe('1:12:13');
    expect(formatClock(57 * M + 53_000)).toBe('0:57:53');
    expect(formatClock(-5_000)).toBe('-0:00:05');
    expect(formatClock(-500)).toBe('0:00:00');
    expect(formatClock(59 * M, false)).toBe('0:59');
    expect(formatClock(-6 * M, false)).toBe('-0:06');
    expect(formatClock(-30_000, false)).toBe('0:00');
  });

  test('slips are whole minutes with a sign', () => {
    expect(formatSlip(70 * M)).toBe('+70');
    expect(formatSlip(-3 * M)).toBe('-3');
    expect(formatSlip(-20_000)).toBe('0');
    expect(formatSlip(0)).toBe('0');
  });
});
