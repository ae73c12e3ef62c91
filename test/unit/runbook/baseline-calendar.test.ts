import { describe, expect, test } from 'vitest';
import { freezeBaseline, removeBaseline, variances } from '../../../shared/domain/runbook/baseline.ts';
import { removeCalendar, setCalendar } from '../../../shared/domain/runbook/calendar.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import type { Baseline, Calendar } from '../../../shared/domain/runbook/schedule-schema.ts';
import { aGoLive, anAct, aTask, goLiveId, HOUR, idOf, MINUTE, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';

const first = aTask({ id: idOf(201), startOffset: 0, durationMs: 30 * MINUTE });
const second = aTask({ id: idOf(202), durationMs: 10 * MINUTE });
const link = { id: idOf(301), goLiveId, fromId: first.id, toId: second.id, kind: 'FS' as const, lagMs: 0 };
const planned = rowsWith({ goLive: [aGoLive()], task: [first, second], link: [link] });

describe('baselines', () => {
  test('freezing keeps the planned times of every task, also of one that only follows another', () => {
    const rows = rowsAfter(planned, freezeBaseline(planned, { name: 'Signed', remark: 'Board of 12 May' }, anAct()));
    const [frozen] = rows.baseline.values();
    expect(frozen).toMatchObject({ name: 'Signed', note: 'Board of 12 May', frozenBy: 'M. Okoro', finishAt: T_ZERO + 40 * MINUTE });
    expect(frozen?.spans).toEqual([
      [first.id, T_ZERO, T_ZERO + 30 * MINUTE],
      [second.id, T_ZERO + 30 * MINUTE, T_ZERO + 40 * MINUTE],
    ]);
  });

  test('a plan that moved shows its variance against it, a task that is not in it has none', () => {
    const frozen = freezeBaseline(planned, { name: 'Signed', remark: '' }, anAct());
    const [baseline] = rowsAfter(planned, frozen).baseline.values();
    const late = { ...first, startOffset: 5 * MINUTE, status: 'finished' as const, actualStart: T_ZERO, actualEnd: T_ZERO + 50 * MINUTE };
    const added = aTask({ id: idOf(203), startOffset: 0 });
    const rows = rowsWith({ goLive: [aGoLive()], task: [late, second, added], link: [link] });
    const found = variances(baseline as Baseline, scheduleOf(rows, aGoLive(), T_ZERO + 50 * MINUTE));
    expect(found.get(first.id)).toMatchObject({ planMs: 5 * MINUTE, startMs: 0, endMs: 20 * MINUTE });
    expect(found.get(second.id)).toMatchObject({ planMs: 5 * MINUTE, endMs: 20 * MINUTE });
    expect(found.has(added.id)).toBe(false);
  });

  test('a name is taken once, a plan without times is not frozen, and what is gone cannot be removed', () => {
    const rows = rowsAfter(planned, freezeBaseline(planned, { name: 'Signed', remark: '' }, anAct()));
    expect(refusalOf(freezeBaseline(rows, { name: 'signed', remark: '' }, anAct()))).toBe('name-taken');
    const empty = rowsWith({ goLive: [aGoLive()], task: [second] });
    expect(refusalOf(freezeBaseline(empty, { name: 'Signed', remark: '' }, anAct()))).toBe('nothing-planned');
    const [baselineId] = rows.baseline.keys();
    const gone = rowsAfter(rows, removeBaseline(rows, { baselineId: baselineId as string }, anAct()));
    expect(gone.baseline.size).toBe(0);
    expect(refusalOf(removeBaseline(gone, { baselineId: baselineId as string }, anAct()))).toBe('unknown-baseline');
  });
});

describe('calendars', () => {
  const day = [{ from: 480, to: 1_020 }];
  const week: Calendar['week'] = [day, day, day, day, day, [], []];
  const none = rowsWith({ goLive: [aGoLive()] });

  test('a stream has one calendar: setting it again changes it, removing it lets the stream work around the clock', () => {
    const once = rowsAfter(none, setCalendar(none, { stream: 'Data', week, days: [] }, anAct()));
    const days = [
      { date: '2026-12-31', shifts: [] },
      { date: '2026-12-24', shifts: [] },
    ];
    const twice = rowsAfter(once, setCalendar(once, { stream: 'Data', week, days }, anAct()));
    expect([...twice.calendar.values()].map((each) => each.days.map(({ date }) => date))).toEqual([['2026-12-24', '2026-12-31']]);
    const [calendarId] = twice.calendar.keys();
    expect(rowsAfter(twice, removeCalendar(twice, { calendarId: calendarId as string }, anAct())).calendar.size).toBe(0);
    expect(refusalOf(removeCalendar(none, { calendarId: idOf(1) }, anAct()))).toBe('unknown-calendar');
  });

  test.each([
    ['no shift at all', [[], [], [], [], [], [], []], 'no-shift'],
    ['a shift that ends before it starts', [[{ from: 1_320, to: 360 }], [], [], [], [], [], []], 'shift-backward'],
    [
      'shifts that overlap',
      [
        [
          { from: 0, to: 600 },
          { from: 540, to: 700 },
        ],
        [],
        [],
        [],
        [],
        [],
        [],
      ],
      'shifts-overlap',
    ],
    [
      'shifts out of order',
      [
        [
          { from: 600, to: 700 },
          { from: 0, to: 60 },
        ],
        [],
        [],
        [],
        [],
        [],
        [],
      ],
      'shifts-overlap',
    ],
  ])('%s is refused', (_, wrong, code) => {
    expect(refusalOf(setCalendar(none, { stream: '', week: wrong as Calendar['week'], days: [] }, anAct()))).toBe(code);
  });

  test('a day given twice is refused, and so is a calendar that says what it said', () => {
    const twice = { date: '2026-12-24', shifts: [] };
    expect(refusalOf(setCalendar(none, { stream: 'Data', week, days: [twice, twice] }, anAct()))).toBe('same-day');
    const once = rowsAfter(none, setCalendar(none, { stream: 'Data', week, days: [] }, anAct()));
    expect(refusalOf(setCalendar(once, { stream: 'Data', week, days: [] }, anAct()))).toBe('nothing-changed');
  });

  test('work of a stream waits for its shift and is counted inside it', () => {
    const calendar = { id: idOf(801), goLiveId, stream: 'Data', week, days: [] };
    const work = aTask({ id: idOf(201), stream: 'Data', startOffset: 0, durationMs: 10 * HOUR });
    const { times } = scheduleOf(
      { ...rowsWith({ task: [work], calendar: [calendar] }) },
      aGoLive({ zone: 'Europe/Prague' }),
      T_ZERO - HOUR,
    );
    /* T-0 is Saturday 22:00 in Prague: nine hours on Monday from 08:00, the tenth on Tuesday. */
    expect(new Date(times.get(work.id)?.start ?? 0).toISOString()).toBe('2026-11-23T07:00:00.000Z');
    expect(new Date(times.get(work.id)?.end ?? 0).toISOString()).toBe('2026-11-24T08:00:00.000Z');
  });
});
