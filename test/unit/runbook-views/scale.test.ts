import { describe, expect, test } from 'vitest';
import {
  instantAt,
  isMidnight,
  scaleOf,
  stepFor,
  ticksOf,
  withNow,
  xOf,
  zoneOffset,
} from '../../../shared/domain/runbook/drawing/scale.ts';
import { HOUR, MINUTE, T_ZERO } from '../../support/builders.ts';

describe('the clock along a drawing', () => {
  test('an instant and its place lead to each other', () => {
    const scale = scaleOf({ from: T_ZERO, to: T_ZERO + 6 * HOUR }, 1_200);
    expect(xOf(scale, T_ZERO + 3 * HOUR)).toBe(600);
    expect(instantAt(scale, 600)).toBe(T_ZERO + 3 * HOUR);
  });

  test('now belongs to the drawing while it is no farther away than the work is long', () => {
    const span = { from: T_ZERO, to: T_ZERO + 6 * HOUR };
    expect(withNow(span, T_ZERO - 6 * HOUR)).toEqual({ from: T_ZERO - 6 * HOUR, to: T_ZERO + 6 * HOUR });
    expect(withNow(span, T_ZERO + 8 * HOUR)).toEqual({ from: T_ZERO, to: T_ZERO + 8 * HOUR });
    expect(withNow(span, T_ZERO + HOUR)).toEqual(span);
    expect([withNow(span, T_ZERO - 7 * 24 * HOUR), withNow(span, T_ZERO + 30 * HOUR)]).toEqual([span, span]);
  });

  test('ticks are full hours of the zone, also where it lies a quarter of an hour off', () => {
    const span = { from: T_ZERO, to: T_ZERO + 3 * HOUR };
    expect(ticksOf(span, HOUR, 'UTC')).toEqual([0, 1, 2, 3].map((hours) => T_ZERO + hours * HOUR));
    expect(ticksOf(span, HOUR, 'Asia/Kathmandu')).toEqual([0.25, 1.25, 2.25].map((hours) => T_ZERO + hours * HOUR));
  });

  test('a clock that is set back or forward neither repeats nor loses midnight', () => {
    for (const day of [Date.UTC(2026, 9, 24), Date.UTC(2026, 2, 28)]) {
      const ticks = ticksOf({ from: day, to: day + 72 * HOUR }, 24 * HOUR, 'Europe/Prague');
      expect(ticks).toHaveLength(3);
      expect(ticks.every((tick) => isMidnight(tick, 'Europe/Prague'))).toBe(true);
    }
  });

  test('steps are those of a clock, the shortest that keeps words apart', () => {
    expect(stepFor(100 / HOUR, 70)).toBe(HOUR);
    expect(stepFor(200 / HOUR, 70)).toBe(30 * MINUTE);
    expect(stepFor(1 / HOUR, 70)).toBe(7 * 24 * HOUR);
  });

  test('the zone stands ahead of UTC by its summer time', () => {
    expect(zoneOffset(Date.UTC(2026, 6, 1), 'Europe/Prague')).toBe(2 * HOUR);
    expect(zoneOffset(Date.UTC(2026, 0, 1), 'America/New_York')).toBe(-5 * HOUR);
  });
});
