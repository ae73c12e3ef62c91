import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realWhen, shownNow } from '../../../shared/domain/drill/clock.ts';
import { drillOf, jumpAhead, nextEvent, setSpeed } from '../../../shared/domain/drill/clock-rules.ts';
import { applyChanges } from '../../../shared/domain/tables.ts';
import { aGoLive, anAct, aTask, changesOf, goLiveId, HOUR, idOf, MINUTE, refusalOf, rowsWith, T_ZERO } from '../../support/builders.ts';

const aDrill = (shownAt = T_ZERO, speed = 0) => aGoLive({ kind: 'drill', stage: 'cutover', clock: { realAt: 1_000, shownAt, speed } });

test('a go-live without a clock of its own lives by the real one', () => {
  expect(shownNow(aGoLive(), 123)).toBe(123);
  expect(realWhen(aGoLive(), 123)).toBe(123);
});

test('an hour of a drill at 60 times takes a minute, and a clock that stands still shows the same', () => {
  expect(shownNow(aDrill(T_ZERO, 60), 1_000 + MINUTE)).toBe(T_ZERO + HOUR);
  expect(realWhen(aDrill(T_ZERO, 60), T_ZERO + HOUR)).toBe(1_000 + MINUTE);
  expect(shownNow(aDrill(T_ZERO, 0), 1_000 + HOUR)).toBe(T_ZERO);
  expect(realWhen(aDrill(T_ZERO, 0), T_ZERO + 1)).toBe(Number.POSITIVE_INFINITY);
});

test('the clock of a drill never goes back, however it is driven', () => {
  const speed = fc.constantFrom(0 as const, 1 as const, 10 as const, 60 as const);
  const step = fc.record({
    wait: fc.integer({ min: 0, max: 5 * MINUTE }),
    speed,
    jump: fc.option(fc.integer({ min: -HOUR, max: 3 * HOUR })),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let rows = rowsWith({ goLive: [aDrill()] });
      let real = 1_000;
      let shown = T_ZERO;
      const look = () => {
        const now = shownNow(rows.goLive.get(goLiveId) ?? aDrill(), real);
        expect(now).toBeGreaterThanOrEqual(shown);
        shown = now;
        return now;
      };
      for (const { wait, speed: wanted, jump } of steps) {
        real += wait;
        const now = look();
        const given = anAct({ now });
        const verdict = jump === null ? setSpeed(rows, { speed: wanted }, given, real) : jumpAhead(rows, now + jump, given, real);
        if (verdict.ok) rows = applyChanges(rows, verdict.value.changes);
        look();
      }
    }),
  );
});

test('a real clock that is set back before the last change does not turn a drill back', () => {
  expect(shownNow(aDrill(T_ZERO, 60), 0)).toBe(T_ZERO);
});

test('only a drill that is not over has a clock to drive', () => {
  const rows = rowsWith({ goLive: [aGoLive()] });
  expect(refusalOf(setSpeed(rows, { speed: 10 }, anAct(), 0))).toBe('no-drill');
  expect(drillOf(rowsWith({ goLive: [{ ...aDrill(), stage: 'closed' }] }), goLiveId)).toMatchObject({ refusal: { code: 'over' } });
  expect(refusalOf(jumpAhead(rowsWith({ goLive: [aDrill()] }), T_ZERO, anAct(), 1_000))).toBe('backward');
});

test('setting the speed begins where the clock stood', () => {
  const [change] = changesOf(
    setSpeed(rowsWith({ goLive: [aDrill(T_ZERO, 10)] }), { speed: 60 }, anAct({ now: T_ZERO + 10 * MINUTE }), 1_000 + MINUTE),
  );
  expect(change?.set).toEqual({ clock: { realAt: 1_000 + MINUTE, shownAt: T_ZERO + 10 * MINUTE, speed: 60 } });
});

test('the next event is the nearest start, end or trouble, and none when all is over', () => {
  const first = aTask({ status: 'in progress', actualStart: T_ZERO - 10 * MINUTE, startOffset: -10 * MINUTE, durationMs: HOUR });
  const second = aTask({ id: idOf(201), ref: 'T-023', startOffset: 20 * MINUTE, durationMs: HOUR });
  const rows = rowsWith({ goLive: [aDrill()], task: [first, second] });
  expect(nextEvent(rows, aDrill(), T_ZERO)).toBe(T_ZERO + 20 * MINUTE);
  expect(nextEvent(rows, aDrill(), T_ZERO, [T_ZERO + MINUTE, T_ZERO - MINUTE])).toBe(T_ZERO + MINUTE);
  expect(nextEvent(rows, aDrill(), T_ZERO + 30 * MINUTE)).toBe(T_ZERO + 50 * MINUTE);
  const over = rowsWith({ goLive: [aDrill()], task: [{ ...first, status: 'finished', actualEnd: T_ZERO }] });
  expect(nextEvent(over, aDrill(), T_ZERO)).toBeNull();
});

test('a computer whose clock was set back does not turn a drill back when its speed is changed or it jumps', () => {
  const rows = rowsWith({ goLive: [aDrill(T_ZERO, 60)] });
  const act = anAct({ now: T_ZERO + HOUR });
  expect(changesOf(setSpeed(rows, { speed: 1 }, act, 500))[0]?.set).toMatchObject({ clock: { realAt: 500, shownAt: T_ZERO + HOUR } });
  expect(refusalOf(jumpAhead(rows, T_ZERO + MINUTE, act, 500))).toBe('backward');
});
