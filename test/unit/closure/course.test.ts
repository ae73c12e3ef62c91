import { describe, expect, test } from 'vitest';
import { closureReport } from '../../../shared/domain/closure/report.ts';
import { aTask, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { closureNight } from '../../support/closure-night.ts';
import { aHold, aRollback } from '../../support/courses.ts';
import { anEntry } from '../../support/entries.ts';

const night = closureNight();
const making = { now: night.closedAt + HOUR, madeBy: 'Zoë Müller', chainHash: 'ab'.repeat(32) };
const report = closureReport(night.rows, night.entries, making);

describe('holds and rollbacks of the report', () => {
  const over = { endedAt: T_ZERO + 40 * MINUTE };
  const { holds, rollbacks, summary, plan } = closureReport(
    rowsWith({
      goLive: [...night.rows.goLive.values()],
      task: [
        aTask({ id: idOf(1), ref: 'T-1', status: 'finished', actualEnd: T_ZERO }),
        aTask({ id: idOf(2), ref: 'T-2', kind: 'rollback', rollbackId: aRollback().id, status: 'skipped', actualEnd: T_ZERO }),
        aTask({ id: idOf(3), ref: 'T-3', kind: 'group' }),
      ],
      hold: [aHold({ ...over, endedBy: 'N. Ito' })],
      rollback: [aRollback({ ...over, outcome: 'given up', outcomeNote: 'Fixed forward' })],
    }),
    [],
    making,
  );

  test('say their ends and lengths, and stand in the summary of the first page', () => {
    expect(holds).toMatchObject([{ ref: 'H-1', isPlanned: false, lengthMs: 40 * MINUTE, endedBy: 'N. Ito' }]);
    expect(rollbacks.rollbacks).toMatchObject([{ ref: 'RB-1', tookMs: 40 * MINUTE, tasks: [{ status: 'skipped', count: 1 }] }]);
    expect(summary).toContain('The clock was on hold once: H-1 40 m, Network switch reboots.');
    expect(summary).toContain(
      'A rollback, RB-1 (manual), was decided 21 Nov 2026 22:00 CET (Payslips wrong) and given up after 40 m: Fixed forward.',
    );
  });

  test('tasks of a rollback are not among the tasks of the plan', () => {
    expect(plan).toMatchObject({ taskCount: 1, closedCount: 1, openCount: 0, exceptions: { tasks: [] } });
  });
});

describe('the timeline of the report', () => {
  test('keeps what decided the go-live when routine does not fit', () => {
    const routine = Array.from({ length: 1_000 }, (_, at) => anEntry('task.finish', [], { seq: at + 1, at: T_ZERO + at * MINUTE }));
    const decisive = anEntry('goLive.live', [], { seq: 2_000, at: T_ZERO + 5 * MINUTE });
    const { lines, leftOut } = closureReport(night.rows, [...routine, decisive], making).timeline;
    expect(lines).toHaveLength(400);
    expect(leftOut).toBe(601);
    expect(lines.filter(({ isDecisive }) => isDecisive).map(({ seq }) => seq)).toEqual([2_000]);
  });

  test('lets holds, rollbacks, failed tasks, trouble and starts against the plan stand out', () => {
    const given = [
      'hold.call',
      'hold.resume',
      'rollback.start',
      'rollback.giveUp',
      'rollback.end',
      'task.fail',
      'trouble.strike',
      'task.start',
      'hold.expect',
    ].map((action, at) => anEntry(action, [], { seq: at + 1, at: T_ZERO + at * MINUTE }));
    const past = anEntry('task.start', [], { seq: 20, at: T_ZERO + HOUR, note: 'The others are late' });
    const { lines } = closureReport(night.rows, [...given, past], making).timeline;
    expect(lines.filter(({ isDecisive }) => isDecisive).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 20]);
    expect(lines.at(-1)).toMatchObject({ note: 'The others are late' });
    expect(lines.at(-1)?.text).toContain('started all the same');
  });

  test('says what was written down late', () => {
    const note = report.timeline.lines.find(({ kind }) => kind === 'note');
    expect(note).toMatchObject({ text: 'Note on T-022: Bank desk says the allow-list is right', writtenAt: T_ZERO + 92 * MINUTE });
  });
});
