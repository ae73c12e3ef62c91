/** What is known about a gate at an instant: its criteria and calls, and how checks, incidents and tasks stand. */
import { isOpen } from '../incident/figures.ts';
import { standingOf } from '../readiness/standing.ts';
import { plannedSpan } from '../runbook/schedule.ts';
import type { Task } from '../runbook/schema.ts';
import { isClosed } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import { criteriaOf, criterionState } from './criterion-state.ts';
import { pollOf } from './poll.ts';
import type { Gate, KnownThen } from './schema.ts';

export type Known = Omit<KnownThen, 'lastSeq'>;

/** What the rows say at `now` (UTC ms). Incidents are worst first. */
export function knownAt(rows: Rows, gate: Gate, now: number): Known {
  const tasks = [...rows.task.values()];
  const checks = [...rows.check.values()].filter(({ phase }) => gate.phase === '' || phase === gate.phase);
  const incidents = [...rows.incident.values()].filter(isOpen).sort((a, b) => a.severity - b.severity || a.detectedAt - b.detectedAt);
  const tZeroAt = rows.goLive.get(gate.goLiveId)?.tZeroAt ?? now;
  return {
    criteria: criteriaOf(rows, gate)
      .slice(0, MOST)
      .map((criterion) => ({ title: criterion.title, status: criterionState(rows, criterion), reason: criterion.reason })),
    calls: pollOf(rows, gate).map(({ title, caller, call }) => ({
      position: title,
      person: caller?.name ?? '',
      call: call?.call ?? null,
      reason: call?.reason ?? '',
    })),
    checks: standingOf(checks).counts,
    openIncidents: incidents.slice(0, MOST).map(({ ref, title, severity }) => ({ ref, title, severity })),
    lateTasks: tasks.filter((task) => isLate(task, tZeroAt, now)).length,
    blockedTasks: tasks.filter(({ status }) => status === 'blocked').length,
  };
}

/** Not started though its planned start is past, or not ended though its planned end is. */
function isLate(task: Task, tZeroAt: number, now: number): boolean {
  const { plannedStart, plannedEnd } = plannedSpan(task, tZeroAt);
  const due = task.actualStart === null ? plannedStart : plannedEnd;
  return !isClosed(task) && due !== null && due < now;
}

/** As many as the frozen lists take. */
const MOST = 500;
