/** What is known about a gate at an instant: its criteria and calls, and how checks, incidents and tasks stand. */
import { isOpen } from '../incident/figures.ts';
import { standingOf } from '../readiness/standing.ts';
import { testLine } from '../readiness/test-standing.ts';
import { titleOfRole } from '../roster/roles.ts';
import { isLate } from '../runbook/late.ts';
import { type Schedule, scheduleOf } from '../runbook/schedule.ts';
import { countedTasks } from '../runbook/tally.ts';
import type { Rows } from '../tables.ts';
import { approvalsOf } from './approvals.ts';
import { checksOf, criteriaOf, criterionState } from './criterion-state.ts';
import { pollOf } from './poll.ts';
import type { Gate, KnownThen } from './schema.ts';

export type Known = Omit<KnownThen, 'lastSeq'>;

/** What the rows say at `now` (UTC ms), `schedule` being theirs at that instant where it is known already. Incidents are worst first. */
export function knownAt(rows: Rows, gate: Gate, now: number, schedule?: Schedule): Known {
  const tasks = countedTasks(rows);
  const checks = [...rows.check.values()].filter(({ phase }) => gate.phase === '' || phase === gate.phase);
  const incidents = [...rows.incident.values()].filter(isOpen).sort((a, b) => a.severity - b.severity || a.detectedAt - b.detectedAt);
  const { times } = schedule ?? scheduleOf(rows, rows.goLive.get(gate.goLiveId) ?? { tZeroAt: now }, now);
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
    approvals: approvalsOf(rows, gate).map(({ title, role, decision, decidedBy, remark }) => ({
      title,
      role: titleOfRole(rows, role),
      decision,
      by: decidedBy,
      remark,
    })),
    tests: [...rows.test.values()]
      .filter((test) => test.notApplicable === '' && (gate.phase === '' || test.phase === gate.phase))
      .slice(0, MOST)
      .map((test) => testLine(rows, test))
      .map(({ test: { ref, title }, last, words }) => ({
        ref,
        title,
        result: last?.result ?? null,
        measured: words,
        criticalOpen: last?.criticalOpen ?? 0,
      })),
    evidence: evidenceAt(rows, gate),
    checks: standingOf(checks).counts,
    openIncidents: incidents.slice(0, MOST).map(({ ref, title, severity }) => ({ ref, title, severity })),
    lateTasks: tasks.filter((task) => isLate(task, times.get(task.id) ?? { slip: 0 })).length,
    blockedTasks: tasks.filter(({ status }) => status === 'blocked').length,
  };
}

/** Evidence of the checks that prove the gate's criteria, in their order. */
function evidenceAt(rows: Rows, gate: Gate): Known['evidence'] {
  const checks = new Set(criteriaOf(rows, gate).flatMap((criterion) => checksOf(rows, criterion)));
  const byCheck = Map.groupBy(rows.evidence.values(), ({ checkId }) => checkId);
  return [...checks]
    .flatMap((check) => (byCheck.get(check.id) ?? []).map(({ kind, content, sha256 }) => ({ check: check.ref, kind, content, sha256 })))
    .slice(0, MOST);
}

/** As many as the frozen lists take. */
const MOST = 500;
