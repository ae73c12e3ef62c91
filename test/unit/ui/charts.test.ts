import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spread, staggered } from '../../../renderer/ui/charts/label-places.ts';
import { thinnedOut } from '../../../renderer/ui/charts/thin-out.ts';
import { timeTicks } from '../../../renderer/ui/charts/time-ticks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const zone = 'Europe/Berlin';

describe('a time axis', () => {
  test('is labelled at round clock times of the zone', () => {
    const from = Date.UTC(2026, 10, 21, 20, 10);
    expect(timeTicks(from, from + 6 * HOUR, zone, 6).map((tick) => tick.word)).toEqual([
      '22:00',
      '23:00',
      '00:00',
      '01:00',
      '02:00',
      '03:00',
    ]);
  });

  test('is labelled by days beyond two days', () => {
    const from = Date.UTC(2026, 10, 1, 12);
    expect(timeTicks(from, from + 28 * DAY, zone, 5).map((tick) => tick.word)).toEqual(['8 Nov', '15 Nov', '22 Nov', '29 Nov']);
  });

  test('shows no time twice on the night clocks go forward', () => {
    const from = Date.UTC(2026, 2, 28, 23);
    expect(timeTicks(from, from + 4 * HOUR, zone, 6).map((tick) => tick.word)).toEqual(['00:00', '01:00', '03:00', '04:00', '05:00']);
  });

  test('has no labels where there is no length', () => {
    expect(timeTicks(5, 5, zone, 6)).toEqual([]);
    expect(timeTicks(5, Number.NaN, zone, 6)).toEqual([]);
  });

  test('never has more labels than there is room for, and all within the axis', () => {
    const length = fc.integer({ min: 60_000, max: 20 * 365 * DAY });
    fc.assert(
      fc.property(length, fc.integer({ min: 1, max: 12 }), (ms, most) => {
        const from = Date.UTC(2026, 0, 1, 3, 21);
        const ticks = timeTicks(from, from + ms, zone, most);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        expect(ticks.every(({ at }) => at >= from && at <= from + ms)).toBe(true);
      }),
    );
  });
});

describe('a line thinned out', () => {
  const flat = Array.from({ length: 10_000 }, (_, at) => ({ at, value: at === 4_321 ? 99 : at === 8_765 ? -5 : 1 }));

  test('keeps its ends, its highest and its lowest point, in order', () => {
    const thin = thinnedOut(flat, 400);
    expect(thin.length).toBeLessThanOrEqual(400);
    expect(thin[0]).toBe(flat[0]);
    expect(thin.at(-1)).toBe(flat.at(-1));
    expect(thin).toContain(flat[4_321]);
    expect(thin).toContain(flat[8_765]);
    expect(thin.every((point, index) => index === 0 || point.at > (thin[index - 1]?.at ?? 0))).toBe(true);
  });

  test('is left alone where it has few points', () => {
    const few = flat.slice(0, 10);
    expect(thinnedOut(few, 400)).toBe(few);
  });
});

describe('labels', () => {
  test('keep their gap downwards, in the order given', () => {
    expect(spread([50, 20, 22], 15, 4)).toEqual([50, 20, 35]);
    expect(spread([10, 10, 10], 15, 4)).toEqual([10, 25, 40]);
    expect(spread([0], 15, 4)).toEqual([4]);
  });

  test('that would touch their left neighbour go one line up', () => {
    expect(staggered([100, 300, 140], 60)).toEqual([0, 0, 1]);
    expect(staggered([100, 160], 60)).toEqual([0, 0]);
  });
});
