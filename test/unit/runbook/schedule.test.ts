import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import type { Link, Task } from '../../../shared/domain/runbook/schema.ts';
import { aTask, NOW } from '../../support/record.ts';

const MINUTE = 60_000;
const goLive = { tZeroAt: NOW };
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const task = (number: number, start: number | null, minutes: number, more: Partial<Task> = {}) =>
  aTask(id(999), { id: id(number), startOffset: start === null ? null : start * MINUTE, durationMs: minutes * MINUTE, ...more });
const tie = (from: number, to: number, kind: Link['kind'] = 'FS', lag = 0): Link => ({
  id: id(from * 1_000 + to),
  goLiveId: id(999),
  fromId: id(from),
  toId: id(to),
  kind,
  lagMs: lag * MINUTE,
});

/** Start, end, slip and float of each task in minutes from T-0. */
function scheduled(tasks: readonly Task[], links: readonly Link[], nowMinute = -1_000) {
  const rows = { task: new Map(tasks.map((each) => [each.id, each])), link: new Map(links.map((each) => [each.id, each])) };
  const { times, finish } = scheduleOf(rows, goLive, NOW + nowMinute * MINUTE);
  const minute = (at: number) => (at - NOW) / MINUTE;
  return {
    finish: finish === null ? null : minute(finish),
    of: (number: number) => {
      const own = times.get(id(number));
      return (
        own && {
          start: minute(own.start),
          end: minute(own.end),
          slip: own.slip / MINUTE,
          float: own.float === null ? null : own.float / MINUTE,
        }
      );
    },
  };
}

test('without acts the forecast is the plan', () => {
  const { of, finish } = scheduled([task(1, 0, 30), task(2, 30, 20)], [tie(1, 2)]);
  expect(of(1)).toEqual({ start: 0, end: 30, slip: 0, float: 0 });
  expect(of(2)).toEqual({ start: 30, end: 50, slip: 0, float: 0 });
  expect(finish).toBe(50);
});

test('a late finish moves the successors that have no float, and only those', () => {
  const late = task(1, 0, 30, { status: 'finished', actualStart: NOW, actualEnd: NOW + 45 * MINUTE });
  const { of } = scheduled([late, task(2, 30, 20), task(3, 60, 10)], [tie(1, 2), tie(1, 3)], 46);
  expect(of(2)).toMatchObject({ start: 46, slip: 16 });
  expect(of(3)).toMatchObject({ start: 60, slip: 0 });
});

test('a running task that is over its length ends now at the earliest, and keeps moving', () => {
  const running = task(1, 0, 30, { status: 'in progress', actualStart: NOW });
  expect(scheduled([running], [], 20).of(1)).toMatchObject({ end: 30, slip: 0 });
  expect(scheduled([running], [], 50).of(1)).toMatchObject({ end: 50, slip: 20 });
});

/** The five links of a standard two-task example: B takes 20 minutes, A runs from 0 to 30. */
test.each([
  ['FS', 0, 30, 50],
  ['FS', 5, 35, 55],
  ['SS', 10, 10, 30],
  ['FF', 0, 10, 30],
  ['SF', 40, 20, 40],
] as const)('%s with a lag of %i minutes lets the successor run from %i to %i', (kind, lag, start, end) => {
  const { of } = scheduled([task(1, 0, 30), task(2, 0, 20)], [tie(1, 2, kind, lag)]);
  expect(of(2)).toMatchObject({ start, end });
});

test('float is what a task can slip before the finish moves', () => {
  const { of } = scheduled(
    [task(1, 0, 10), task(2, 10, 30), task(3, 10, 10), task(4, 40, 5)],
    [tie(1, 2), tie(1, 3), tie(2, 4), tie(3, 4)],
  );
  expect([of(1)?.float, of(2)?.float, of(3)?.float, of(4)?.float]).toEqual([0, 0, 20, 0]);
});

test('nothing unstarted is ever forecast in the past, and nothing starts before its predecessor ends', () => {
  const plan = fc.array(
    fc.record({ start: fc.integer({ min: -300, max: 300 }), minutes: fc.integer({ min: 0, max: 120 }), after: fc.nat() }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(plan, fc.integer({ min: -400, max: 400 }), (lines, now) => {
      const tasks = lines.map(({ start, minutes }, index) => task(index, start, minutes));
      const links = lines.flatMap(({ after }, index) => (index === 0 ? [] : [tie(after % index, index)]));
      const { of, finish } = scheduled(tasks, links, now);
      lines.forEach(({ after }, index) => {
        const own = of(index);
        expect(own?.start).toBeGreaterThanOrEqual(now);
        expect(own?.end).toBeLessThanOrEqual(finish ?? 0);
        expect(own?.float).toBeGreaterThanOrEqual(0);
        if (index > 0) expect(own?.start).toBeGreaterThanOrEqual(of(after % index)?.end ?? 0);
      });
    }),
  );
});
