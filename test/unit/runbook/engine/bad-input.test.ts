import { describe, expect, test } from 'vitest';
import { clockWarnings, planFaults } from '../../../../shared/domain/runbook/plan-faults.ts';
import { scheduleOf } from '../../../../shared/domain/runbook/schedule.ts';
import type { Calendar } from '../../../../shared/domain/runbook/schedule-schema.ts';
import type { Link } from '../../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';
import { aGoLive, aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../../support/builders.ts';

const task = (number: number, given: Parameters<typeof aTask>[0] = {}) =>
  aTask({ id: idOf(200 + number), ref: `T-00${number}`, position: number, startOffset: 0, durationMs: 10 * MINUTE, ...given });
const tie = (from: number, to: number, kind: Link['kind'] = 'FS'): Link => {
  return { id: idOf(3_000 + from * 10 + to), goLiveId, fromId: idOf(200 + from), toId: idOf(200 + to), kind, lagMs: 0 };
};
const goLive = aGoLive({ stage: 'cutover', zone: 'Europe/Prague' });
const warningsOf = (rows: Rows, frame: typeof goLive, now: number) => clockWarnings(rows, scheduleOf(rows, frame, now), now);

describe('plans that contradict themselves', () => {
  test('a circle through links of several kinds is named as a path, and its tasks are given times all the same', () => {
    const rows = rowsWith({
      task: [task(1), task(2), task(3), task(4)],
      link: [tie(1, 2, 'SS'), tie(2, 3, 'FF'), tie(3, 1, 'SF'), tie(3, 4)],
    });
    const { cycle, times } = scheduleOf(rows, goLive, T_ZERO);
    expect([times.size, cycle?.length]).toEqual([4, 3]);
    const [fault] = planFaults(rows, cycle);
    expect(fault?.kind).toBe('cycle');
    const path = [...(fault?.refs ?? []), fault?.refs[0]];
    for (const [at, ref] of path.slice(0, -1).entries()) {
      const next = path[at + 1];
      expect([...rows.link.values()].some((each) => refOf(each.fromId) === ref && refOf(each.toId) === next)).toBe(true);
    }
    const kinds = new Map([...rows.link.values()].map((each) => [`${refOf(each.fromId)} ${refOf(each.toId)}`, each.kind]));
    const steps = path.slice(0, -1).map((ref, at) => `${ref} ${kinds.get(`${ref} ${path[at + 1]}`)}`);
    expect(fault?.sentence).toContain([...steps, path.at(-1)].join(' → '));
    function refOf(id: string) {
      return rows.task.get(id)?.ref;
    }
  });

  test('a task that waits for itself is a circle of one', () => {
    const rows = rowsWith({ task: [task(1)], link: [tie(1, 1)] });
    const { cycle, times } = scheduleOf(rows, goLive, T_ZERO);
    expect([cycle, times.get(idOf(201))?.start]).toEqual([[idOf(201)], T_ZERO]);
  });

  test('a gate whose inflow closes a circle does not wait for its phase', () => {
    const gate = { ...gateOf(), phase: 'data', guards: ['data'] };
    const rows = rowsWith({ task: [task(1, { phase: 'data' })], gate: [gate] });
    const { cycle, gates, times } = scheduleOf(rows, goLive, T_ZERO);
    expect(cycle).toBeNull();
    expect(gates.get(gate.id)?.at).toBe(T_ZERO);
    expect(times.get(idOf(201))?.start).toBe(T_ZERO);
  });

  test('a link to a task that is missing holds nothing and is told', () => {
    const rows = rowsWith({ task: [task(1)], link: [tie(9, 1)] });
    const { times, cycle } = scheduleOf(rows, goLive, T_ZERO);
    expect(times.get(idOf(201))).toMatchObject({ start: T_ZERO, end: T_ZERO + 10 * MINUTE });
    expect(planFaults(rows, cycle)).toMatchObject([{ kind: 'missing task', refs: ['T-001'] }]);
  });

  test('a negative length counts as none and is told', () => {
    const rows = rowsWith({ task: [task(1, { durationMs: -HOUR })] });
    expect(scheduleOf(rows, goLive, T_ZERO).times.get(idOf(201))).toMatchObject({ start: T_ZERO, end: T_ZERO });
    expect(planFaults(rows, null)).toMatchObject([{ kind: 'negative length', refs: ['T-001'] }]);
  });

  test('of two tasks with one id the first is scheduled, and the other is told', () => {
    const rows = {
      ...rowsWith({}),
      task: new Map([
        ['a', task(1)],
        ['b', task(1, { ref: 'T-002', durationMs: HOUR })],
      ]),
    };
    const { times } = scheduleOf(rows, goLive, T_ZERO);
    expect([...times.values()].map(({ end }) => end)).toEqual([T_ZERO + 10 * MINUTE]);
    expect(planFaults(rows, null)).toMatchObject([{ kind: 'same id', refs: ['T-002'] }]);
  });

  test('a sound plan has no faults', () => {
    const rows = rowsWith({ goLive: [goLive], task: [task(1), task(2)], link: [tie(1, 2)] });
    expect(planFaults(rows, scheduleOf(rows, goLive, T_ZERO).cycle)).toEqual([]);
    expect(warningsOf(rows, goLive, T_ZERO)).toEqual([]);
  });
});

describe('nights on which the clocks change', () => {
  const shift = (from: number, to: number): Calendar => {
    const day = [{ from, to }];
    return { id: idOf(801), goLiveId, stream: 'Data', week: [day, day, day, day, day, day, day], days: [] };
  };
  /** End of work of `hours` that may begin at the instant, as it reads in UTC. */
  const endOf = (calendar: Calendar, from: string, hours: number) => {
    const at = Date.parse(from);
    const work = task(1, { stream: 'Data', durationMs: hours * HOUR });
    const { times } = scheduleOf(rowsWith({ task: [work], calendar: [calendar] }), { tZeroAt: at, zone: 'Europe/Prague' }, at);
    return new Date(times.get(work.id)?.end ?? 0).toISOString();
  };

  test('a shift over the skipped hour is an hour shorter', () => {
    /* 29 March 2026, 02:00 becomes 03:00: the shift from 01:00 to 04:00 has two hours, the third is worked on the next day. */
    expect(endOf(shift(60, 240), '2026-03-29T00:00:00Z', 2)).toBe('2026-03-29T02:00:00.000Z');
    expect(endOf(shift(60, 240), '2026-03-29T00:00:00Z', 3)).toBe('2026-03-30T00:00:00.000Z');
  });

  test('a shift inside the skipped hour does not take place', () => {
    expect(endOf(shift(130, 170), '2026-03-29T00:00:00Z', 0.5)).toBe('2026-03-30T00:40:00.000Z');
  });

  test('a shift over the repeated hour is an hour longer', () => {
    /* 25 October 2026, 03:00 becomes 02:00: the shift from 01:00 to 04:00 has four hours. */
    expect(endOf(shift(60, 240), '2026-10-24T23:00:00Z', 4)).toBe('2026-10-25T03:00:00.000Z');
  });

  test('a shift that ends in the repeated hour ends the first time', () => {
    expect(endOf(shift(60, 150), '2026-10-24T23:00:00Z', 1.5)).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('clocks and T-0 that move', () => {
  test('T-0 moved into the past during the run makes what is not begun late, never forecast before now', () => {
    const rows = rowsWith({
      task: [task(1, { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + HOUR }), task(2, { startOffset: HOUR })],
    });
    const now = T_ZERO + HOUR;
    const moved = scheduleOf(rows, { ...goLive, tZeroAt: T_ZERO - 5 * HOUR }, now);
    expect(moved.times.get(idOf(202))).toMatchObject({ plannedStart: T_ZERO - 4 * HOUR, start: now, slip: 5 * HOUR });
    expect(moved.times.get(idOf(201))).toMatchObject({ start: T_ZERO, end: T_ZERO + HOUR });
  });

  test('T-0 in the past of a plan nobody has begun is told', () => {
    const planning = aGoLive({ stage: 'planning', tZeroAt: T_ZERO });
    const rows = rowsWith({ goLive: [planning], task: [task(1)] });
    expect(warningsOf(rows, planning, T_ZERO + HOUR)).toMatchObject([{ kind: 't-zero passed' }]);
    expect(warningsOf(rows, planning, T_ZERO - HOUR)).toEqual([]);
  });

  test('T-0 in the past is told of tasks too that only their predecessors place', () => {
    const planning = aGoLive({ stage: 'planning', tZeroAt: T_ZERO });
    const rows = rowsWith({ goLive: [planning], task: [task(1), task(2, { startOffset: null })], link: [tie(1, 2)] });
    expect(warningsOf(rows, planning, T_ZERO + HOUR)[0]?.because).toContain('2 tasks are planned before now');
    expect(warningsOf(rows, planning, T_ZERO + 5 * MINUTE)[0]?.because).toContain('1 task is planned before now');
  });

  test('a clock set back does not take the forecast back behind what was recorded, and is told', () => {
    const ended = task(1, { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + HOUR });
    const rows = rowsWith({ goLive: [goLive], task: [ended, task(2), task(3)], link: [tie(1, 2)] });
    const before = scheduleOf(rows, goLive, T_ZERO + HOUR);
    const after = scheduleOf(rows, goLive, T_ZERO - HOUR);
    expect([...after.times]).toEqual([...before.times]);
    expect(after.times.get(idOf(203))?.start).toBe(T_ZERO + HOUR);
    expect(warningsOf(rows, goLive, T_ZERO - HOUR)).toMatchObject([{ kind: 'clock back', refs: ['T-001'] }]);
    expect(warningsOf(rows, goLive, T_ZERO + HOUR - MINUTE)).toEqual([]);
  });
});

function gateOf() {
  return {
    id: idOf(700),
    goLiveId,
    ref: 'G-1',
    title: 'May we?',
    question: '',
    position: 0,
    deciderRole: 'lead',
    positions: [],
    plannedOffset: null,
    decision: null,
    decidedBy: '',
    decidedAt: null,
    reasons: '',
    known: null,
    catalogueIds: [],
    liveForMs: null,
    isPointOfNoReturn: false,
  };
}
