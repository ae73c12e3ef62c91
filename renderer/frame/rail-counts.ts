/** The small numbers in the rail: what on each board still wants somebody. */

import { testFigures, testLines } from '../../shared/domain/readiness/test-standing.ts';
import { isCounted } from '../../shared/domain/runbook/tally.ts';
import { isOpen } from '../../shared/domain/runbook/task-state.ts';
import type { Rows } from '../../shared/domain/tables.ts';

const closedTickets: ReadonlySet<string> = new Set(['resolved', 'closed', 'cancelled']);

export const railCounts = {
  runbook: ({ task, goLive }: Rows) => {
    const [run = { kind: 'live' as const }] = goLive.values();
    return number(task, (one) => isCounted(one, run) && isOpen(one));
  },
  readiness: (rows: Rows) => number(rows.check, ({ status }) => status === 'open' || status === 'in work' || status === 'failed'),
  test: (rows: Rows) => {
    const { tests, byState } = testFigures(testLines(rows));
    return tests - byState.passed;
  },
  gate: (rows: Rows) => number(rows.gate, ({ decision }) => decision === null || decision === 'hold'),
  rollback: (rows: Rows) => number(rows.task, (task) => task.kind === 'rollback' && isOpen(task)),
  incident: (rows: Rows) => number(rows.incident, ({ status }) => status === 'open' || status === 'mitigated'),
  ticket: (rows: Rows) => number(rows.ticket, ({ status }) => !closedTickets.has(status)),
  comms: ({ announcement, task }: Rows) =>
    number(announcement, ({ sentAt, taskId }) => sentAt === null && (taskId === null || task.get(taskId)?.status !== 'skipped')),
  training: (rows: Rows) => number(rows.seat, ({ status }) => status === 'needed' || status === 'absent'),
  closure: (rows: Rows) => number(rows.signOff, ({ decision }) => decision !== 'accepted'),
};

function number<Row>(table: ReadonlyMap<string, Row>, counts: (row: Row) => boolean): number {
  let total = 0;
  for (const row of table.values()) if (counts(row)) total += 1;
  return total;
}
