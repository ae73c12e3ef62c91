import { describe, expect, test } from 'vitest';
import { joined } from '../../../shared/domain/closure/report/plan-groups.ts';
import { type ClosureReport, closureReport, closureReportSchema } from '../../../shared/domain/closure/report.ts';
import { applyChanges, type Rows } from '../../../shared/domain/tables.ts';
import { aLink, aTask, aTicket, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { closureNight } from '../../support/closure-night.ts';
import { anEntry } from '../../support/entries.ts';

const night = closureNight();
const making = { now: night.closedAt + HOUR, madeBy: 'Zoë Müller', chainHash: 'ab'.repeat(32) };
const report = closureReport(night.rows, night.entries, making);
const goLive = [...night.rows.goLive.values()];

function reportOf(lists: Parameters<typeof rowsWith>[0], entries = night.entries.slice(0, 0)): ClosureReport {
  return closureReport(rowsWith({ goLive, ...lists }), entries, making);
}

function withGoLive(fields: Record<string, unknown>): Rows {
  return applyChanges(night.rows, [{ table: 'goLive', id: goLiveId, set: fields, was: {} }]);
}

describe('the closure report', () => {
  test('is plain data that its schema describes, and the same for the same facts', () => {
    expect(closureReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(closureReport(night.rows, night.entries, making)).toEqual(report);
  });

  test('of a go-live in which nothing happened yet is whole too', () => {
    const empty = reportOf({});
    expect(closureReportSchema.parse(empty)).toEqual(empty);
    expect(empty.summary).toContain('No incident was declared.');
    expect(empty.plan.slipMs).toBeNull();
  });

  test('needs the rows of a go-live', () => {
    expect(() => closureReport(rowsWith({}), [], making)).toThrow('one go-live');
  });

  test('carries the last hash and how many entries there are', () => {
    expect(report.chain).toEqual({ lastHash: 'ab'.repeat(32), entryCount: night.entries.length, lastSeq: night.entries.length });
  });

  test('says in sentences how it came out, with times in the zone of the go-live', () => {
    expect(report.summary).toEqual([
      'ERPNext v16.2 went live on 22 Nov 2026 03:10 CET, 50 m before the change window ended. The outcome is successful with issues.',
      '117 of 120 tasks are closed, of which 3 by workaround and 3 skipped; 3 open, 3 of them failed. Against plan the work ended on time. 12 ended late.',
      'T-0 was moved once, from 21 Nov 2026 21:30 to 21 Nov 2026 22:00 CET.',
      '1 of 2 gates decided: G-1 go with conditions. 1 of 2 conditions was met.',
      '3 incidents declared: 1 SEV2, 1 SEV3 and 1 SEV4; 1 still open. Service was restored in 1 h 4 m on average.',
      '60 tickets logged, 5 still open, none of them critical. Half of those resolved took less than 15 h.',
      'Required training reached 91 %; the target was 95 %.',
      '2 of 4 metrics met; 1 missed its threshold and 1 not measured.',
      '1 of 3 sign-offs given; 1 refused and 1 not signed yet.',
    ]);
  });

  test('says so when the attempt was scrubbed, rolled back, or is not live yet', () => {
    const first = (fields: Record<string, unknown>) => closureReport(withGoLive(fields), [], making).summary[0];
    expect(first({ outcome: 'scrubbed', stage: 'scrubbed' })).toBe('The attempt to bring ERPNext v16.2 live was scrubbed.');
    expect(first({ outcome: 'rolled back' })).toBe('ERPNext v16.2 was rolled back to the state before.');
    expect(first({ outcome: null, stage: 'cutover', liveAt: null })).toBe('ERPNext v16.2 is not declared live; the go-live is in cutover.');
    expect(first({ liveAt: T_ZERO + 7 * HOUR })).toContain('1 h after the change window ended');
  });
});

describe('plan against actual', () => {
  const task = (number: number, given: Parameters<typeof aTask>[0]) =>
    aTask({ id: idOf(number), ref: `T-${number}`, startOffset: 0, durationMs: HOUR, stream: 'Data', ...given });

  test('measures a stream from its planned to its actual end', () => {
    const { plan } = reportOf({
      task: [
        task(1, { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + 90 * MINUTE }),
        task(2, { status: 'skipped', startOffset: HOUR, actualEnd: T_ZERO }),
      ],
    });
    expect(plan.streams).toMatchObject([
      {
        name: 'Data',
        tasks: 2,
        finished: 1,
        skipped: 1,
        open: 0,
        plannedEnd: T_ZERO + 2 * HOUR,
        actualEnd: T_ZERO + 90 * MINUTE,
        slipMs: -30 * MINUTE,
      },
    ]);
  });

  test('knows no end and no slip while a task is open', () => {
    const { plan } = reportOf({ task: [task(1, { status: 'in progress', actualStart: T_ZERO })] });
    expect(plan.streams).toMatchObject([{ open: 1, actualEnd: null, slipMs: null, actualSpans: [[T_ZERO, night.closedAt]] }]);
  });

  test('lists late tasks worst first, open ones by their forecast, and neither early nor skipped ones', () => {
    const { plan } = reportOf({
      task: [
        task(1, { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + 70 * MINUTE }),
        task(2, { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + 60 * MINUTE + 59_000 }),
        task(3, { status: 'planned' }),
        task(4, { status: 'skipped', actualEnd: T_ZERO + 9 * HOUR }),
        task(5, { status: 'finished', startOffset: null, actualStart: T_ZERO, actualEnd: T_ZERO + 9 * HOUR }),
      ],
    });
    expect(plan.late.tasks.map(({ ref, actualEnd, lateMs }) => [ref, actualEnd, lateMs])).toEqual([
      ['T-3', null, night.closedAt - T_ZERO],
      ['T-1', T_ZERO + 70 * MINUTE, 10 * MINUTE],
    ]);
  });

  test('plans a task that only its predecessors place', () => {
    const { plan } = reportOf({
      task: [
        task(1, { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + HOUR }),
        task(2, { status: 'finished', startOffset: null, actualStart: T_ZERO + HOUR, actualEnd: T_ZERO + 150 * MINUTE }),
      ],
      link: [aLink(idOf(1), idOf(2))],
    });
    expect(plan).toMatchObject({ plannedStart: T_ZERO, plannedEnd: T_ZERO + 2 * HOUR, slipMs: 30 * MINUTE });
    expect(plan.streams[0]?.plannedSpans).toEqual([[T_ZERO, T_ZERO + 2 * HOUR]]);
    expect(plan.late.tasks).toMatchObject([{ ref: 'T-2', plannedEnd: T_ZERO + 2 * HOUR, lateMs: 30 * MINUTE }]);
  });

  test('names phases by the playbook and in its order', () => {
    expect(report.plan.phases.map(({ name }) => name)).toEqual(['Preparation', 'Data migration', 'Deployment', 'Verification', 'Opening']);
  });

  test('gives the reason of every task that did not simply finish', () => {
    expect(report.plan.exceptions.tasks).toHaveLength(9);
    expect(report.plan.exceptions.tasks.every(({ reason }) => reason !== '')).toBe(true);
  });

  test('bounds its lists and says how many it leaves out', () => {
    const { plan } = reportOf({ task: Array.from({ length: 1_000 }, (_, at) => task(1_000 + at, {})) });
    expect(plan.late.tasks).toHaveLength(60);
    expect(plan.late.leftOut).toBe(940);
    expect([plan.lateCount, plan.endedLateCount]).toEqual([1_000, 0]);
  });

  test('joins spans that touch, then closes the smallest gaps', () => {
    expect(
      joined(
        [
          [5, 9],
          [0, 2],
          [2, 4],
        ],
        9,
      ),
    ).toEqual([
      [0, 4],
      [5, 9],
    ]);
    expect(
      joined(
        [
          [0, 1],
          [3, 4],
          [20, 21],
          [22, 23],
        ],
        2,
      ),
    ).toEqual([
      [0, 4],
      [20, 23],
    ]);
  });
});

describe('gates in the report', () => {
  test('show what was known at the decision, and the conditions as they ended', () => {
    const [gate] = report.gates;
    expect(gate).toMatchObject({
      decider: 'Business owner',
      decision: { decision: 'go with conditions', by: 'M. Okoro' },
      knownThen: [
        'Checks: 36 passed, 1 waived, 2 open, 1 not applicable',
        '1 incident open: INC-001 SEV3 Delta extract ran long',
        '4 tasks late, 1 blocked',
        'Known up to entry 412',
      ],
    });
    expect(gate?.conditions.map(({ status, owner }) => [status, owner])).toEqual([
      ['met', 'Zoë Müller'],
      ['missed', 'Sörén Haas'],
    ]);
  });

  test('keep decisions that were replaced', () => {
    const decide = (decision: string, seq: number) =>
      anEntry('gate.decide', [{ table: 'gate', id: idOf(30_000), set: { decision, decidedBy: 'L. Costa', reasons: 'why' }, was: {} }], {
        seq,
      });
    const again = closureReport(night.rows, [decide('hold', 1), decide('go with conditions', 2)], making);
    expect(again.gates[0]?.earlier).toEqual([{ decision: 'hold', by: 'L. Costa', at: T_ZERO + HOUR, reasons: 'why' }]);
  });

  test('without a decision show calls and criteria as they are now', () => {
    expect(report.gates[1]).toMatchObject({
      decision: null,
      knownThen: [],
      calls: [{ position: 'Business owner', call: null }, { position: 'Tester' }],
    });
  });
});

describe('tickets in the report', () => {
  const ticket = (number: number, opened: number, resolved: number | null) =>
    aTicket({
      id: idOf(number),
      status: resolved === null ? 'new' : 'resolved',
      openedAt: opened,
      resolvedAt: resolved,
      repliedAt: opened + MINUTE * number,
    });

  test('are counted step by step so that what is open adds up', () => {
    const { points, step } = report.tickets.series;
    expect(step).toBe('day');
    expect(points.reduce((sum, { opened }) => sum + opened, 0)).toBe(60);
    expect(points.at(-1)?.open).toBe(report.tickets.open);
  });

  test('are counted per hour over two days, per day in the zone of the go-live, and never in more than 62 steps', () => {
    const series = (lastDay: number) =>
      reportOf({ ticket: [ticket(1, T_ZERO - lastDay * 24 * HOUR, null), ticket(2, T_ZERO, T_ZERO + HOUR)] }).tickets.series;
    expect(series(1).step).toBe('hour');
    expect(series(1).points).toHaveLength(26);
    const overChange = series(40); // from CEST into CET
    expect(overChange.points.map(({ from }) => new Date(from).toISOString().slice(11, 16))).toEqual([
      ...Array.from({ length: 14 }, () => '22:00'),
      ...Array.from({ length: 27 }, () => '23:00'),
    ]);
    for (const days of [90, 400, 2_000, 9_000]) expect(series(days).points.length).toBeLessThanOrEqual(62);
    expect(series(90).step).toBe('7 days');
  });

  test('have their median waits, and the longest open first', () => {
    const { tickets } = reportOf({
      ticket: [
        ticket(1, T_ZERO, T_ZERO + HOUR),
        ticket(2, T_ZERO, T_ZERO + 3 * HOUR),
        ticket(3, T_ZERO - HOUR, null),
        ticket(4, T_ZERO - 2 * HOUR, null),
      ],
    });
    expect([tickets.medianFirstReplyMs, tickets.medianResolveMs]).toEqual([2.5 * MINUTE, 2 * HOUR]);
    expect(tickets.oldestOpen.map(({ openedAt }) => openedAt)).toEqual([T_ZERO - 2 * HOUR, T_ZERO - HOUR]);
  });
});
