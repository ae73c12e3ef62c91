import { describe, expect, test } from 'vitest';
import { worstFact, worstKinds } from '../../../shared/domain/go-live/worst-fact.ts';
import type { Row, Rows, TableName } from '../../../shared/domain/tables.ts';
import {
  aCheck,
  aCondition,
  aGate,
  aGoLive,
  anIncident,
  aTask,
  aTicket,
  HOUR,
  idOf,
  MINUTE,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

type Lists = { readonly [Name in TableName]?: readonly Row<Name>[] };

const now = T_ZERO + HOUR;
const running = { status: 'in progress', actualStart: T_ZERO, startOffset: 0 } as const;

/** One list of rows for each kind, that brings about this fact and no worse one. */
const causes: Readonly<Record<(typeof worstKinds)[number], Lists>> = {
  sev1: { incident: [anIncident({ id: idOf(301), ref: 'INC-001', severity: 1 })] },
  'after window': { task: [aTask({ id: idOf(201), ref: 'T-001', startOffset: 0, durationMs: 6 * HOUR, position: 9 })] },
  'stopped task': { task: [aTask({ id: idOf(202), ref: 'T-002', status: 'blocked', reason: 'no key', blockedAt: now - 5 * MINUTE })] },
  sev2: { incident: [anIncident({ id: idOf(302), ref: 'INC-002', severity: 2 })] },
  condition: {
    gate: [aGate({ id: idOf(799), decision: 'go with conditions' })],
    condition: [aCondition({ gateId: idOf(799), status: 'missed' })],
  },
  'gate overdue': { gate: [aGate({ plannedOffset: -HOUR })] },
  'late tasks': { task: [aTask({ id: idOf(203), ref: 'T-003', ...running, durationMs: 30 * MINUTE })] },
  'failed checks': { check: [aCheck({ id: idOf(601), ref: 'C-001', status: 'failed', reason: 'no backup' })] },
  'overdue checks': { check: [aCheck({ id: idOf(602), ref: 'C-002', dueOffset: -HOUR })] },
  tickets: { ticket: [aTicket({ priority: 1, openedAt: T_ZERO - 10 * HOUR })] },
};

function rowsOf(...lists: readonly Lists[]): Rows {
  const merged: Record<string, unknown[]> = { goLive: [aGoLive({ stage: 'cutover' })] };
  for (const list of lists) for (const [name, rows] of Object.entries(list)) merged[name] = [...(merged[name] ?? []), ...rows];
  return rowsWith(merged as Lists);
}

describe('the worst fact', () => {
  test('nothing is told when nothing is wrong', () => {
    expect(worstFact(rowsOf({ task: [aTask({ startOffset: 2 * HOUR, durationMs: HOUR })] }), now)).toBeNull();
  });

  test.each(worstKinds)('%s is told when it is all there is', (kind) => {
    expect(worstFact(rowsOf(causes[kind]), now)?.kind).toBe(kind);
  });

  test.each(worstKinds.slice(1).map((kind, index) => [worstKinds[index] as (typeof worstKinds)[number], kind] as const))(
    '%s is told before %s',
    (worse, better) => {
      expect(worstFact(rowsOf(causes[better], causes[worse]), now)?.kind).toBe(worse);
    },
  );

  test('every fact says its cause, what to do and where, in whole sentences', () => {
    for (const kind of worstKinds) {
      const fact = worstFact(rowsOf(causes[kind]), now);
      expect(fact?.sentence).not.toMatch(/[.!]$/);
      expect(fact?.because).toMatch(/\.$/);
      expect(fact?.because).not.toMatch(/\.\./);
      expect(fact?.step).toMatch(/^[A-Z].*\.$/);
      expect(fact?.leads.length).toBeGreaterThan(0);
    }
  });

  test('a resolved incident is not told', () => {
    expect(worstFact(rowsOf({ incident: [anIncident({ severity: 1, status: 'resolved', resolvedAt: now })] }), now)).toBeNull();
  });

  test('a blocked task on the critical path is told before one with float', () => {
    const blocked = { status: 'blocked', reason: 'waits', blockedAt: now, startOffset: 0, actualStart: T_ZERO } as const;
    const rows = rowsOf({
      task: [
        aTask({ id: idOf(210), ref: 'T-010', position: 0, durationMs: HOUR, ...blocked }),
        aTask({ id: idOf(211), ref: 'T-011', position: 1, durationMs: 3 * HOUR, ...blocked }),
      ],
    });
    expect(worstFact(rows, now)?.sentence).toBe('T-011 is blocked: Bank connector');
    expect(worstFact(rows, now)?.because).toContain('on the critical path');
    expect(worstFact(rows, now)?.because).toContain('1 more task blocked or failed');
  });

  test('an incident that holds up a task leads to both', () => {
    const rows = rowsOf({
      task: [aTask({ ref: 'T-022', status: 'planned', startOffset: HOUR })],
      incident: [anIncident({ severity: 1, taskId: idOf(200) })],
    });
    expect(worstFact(rows, now)?.leads).toEqual([
      { board: 'incident', ref: 'INC-002' },
      { board: 'runbook', ref: 'T-022' },
    ]);
    expect(worstFact(rows, now)?.because).toContain('It holds up T-022, which is on the critical path.');
  });

  test('a plan that itself reaches beyond the window is told', () => {
    const rows = rowsOf({ task: [aTask({ startOffset: 5 * HOUR, durationMs: 2 * HOUR })] });
    expect(worstFact(rows, now)?.sentence).toBe('The cutover is forecast to finish 1 h after the change window');
  });

  test('work that the plan starts after the window does not overrun it', () => {
    const rows = rowsOf({ task: [aTask({ startOffset: 20 * HOUR, durationMs: HOUR })] });
    expect(worstFact(rows, now)).toBeNull();
  });

  test('a condition that is open past its due time is overdue', () => {
    const rows = rowsOf({ gate: [aGate({ decision: 'go with conditions' })], condition: [aCondition({ dueAt: now - MINUTE })] });
    expect(worstFact(rows, now)?.sentence).toBe('A condition of G-1 is overdue');
  });

  test('nothing is told of a go-live that is closed or scrubbed', () => {
    for (const stage of ['closed', 'scrubbed'] as const) {
      expect(worstFact({ ...rowsOf(causes.sev1), goLive: new Map([[idOf(0), aGoLive({ stage })]]) }, now)).toBeNull();
    }
  });
});
