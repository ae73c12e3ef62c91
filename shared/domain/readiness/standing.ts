/** Where readiness stands: checks counted by state, the figure they make, and what is overdue. */
import type { Rows } from '../tables.ts';
import type { Check, CheckStatus } from './schema.ts';

export interface CheckCounts {
  readonly passed: number;
  readonly waived: number;
  readonly inWork: number;
  readonly open: number;
  readonly failed: number;
  readonly notApplicable: number;
}

export interface Standing {
  readonly counts: CheckCounts;
  /** Checks that apply: all but the not applicable ones. */
  readonly applicable: number;
  /** Share of what applies, from 0 to 1: passed counts 1, waived one half. Null when nothing applies. */
  readonly figure: number | null;
}

export interface ReadinessGroup extends Standing {
  /** The area, key of the phase, or id of the owner; empty for checks without one. */
  readonly key: string;
  /** In the order of the playbook. */
  readonly checks: readonly Check[];
  readonly overdue: number;
  /** Points of 100 that the whole figure would gain if every check here passed. */
  readonly lost: number;
}

export function standingOf(checks: Iterable<Pick<Check, 'status'>>): Standing {
  const counts = { passed: 0, waived: 0, inWork: 0, open: 0, failed: 0, notApplicable: 0 };
  let applicable = 0;
  for (const { status } of checks) {
    counts[countOf[status]] += 1;
    if (status !== 'not applicable') applicable += 1;
  }
  return { counts, applicable, figure: applicable === 0 ? null : earned(counts) / applicable };
}

/** Groups with failed checks first, then by points lost, then in the order of the playbook. */
export function readinessByArea(rows: Rows, now: number): readonly ReadinessGroup[] {
  return readinessBy(rows, now, ({ area }) => area);
}

/** As `readinessByArea`; the key is the phase. */
export function readinessByPhase(rows: Rows, now: number): readonly ReadinessGroup[] {
  return readinessBy(rows, now, ({ phase }) => phase);
}

/** As `readinessByArea`; the key is the owner's id. */
export function readinessByOwner(rows: Rows, now: number): readonly ReadinessGroup[] {
  return readinessBy(rows, now, ({ ownerId }) => ownerId ?? '');
}

/** When a check is due, UTC ms; null when it has no due time. */
export function dueAt(rows: Pick<Rows, 'goLive'>, check: Pick<Check, 'goLiveId' | 'dueOffset'>): number | null {
  const goLive = rows.goLive.get(check.goLiveId);
  return check.dueOffset === null || !goLive ? null : goLive.tZeroAt + check.dueOffset;
}

/** Open or in work though its due time is past. */
export function isOverdue(rows: Pick<Rows, 'goLive'>, check: Check, now: number): boolean {
  const due = dueAt(rows, check);
  return due !== null && due < now && (check.status === 'open' || check.status === 'in work');
}

/** The longest overdue first. */
export function overdueChecks(rows: Pick<Rows, 'goLive' | 'check'>, now: number): readonly Check[] {
  const overdue = [...rows.check.values()].filter((check) => isOverdue(rows, check, now));
  return overdue.sort((a, b) => Number(a.dueOffset) - Number(b.dueOffset) || a.position - b.position);
}

const countOf: Readonly<Record<CheckStatus, keyof CheckCounts>> = {
  passed: 'passed',
  waived: 'waived',
  'in work': 'inWork',
  open: 'open',
  failed: 'failed',
  'not applicable': 'notApplicable',
};

function earned(counts: CheckCounts): number {
  return counts.passed + counts.waived / 2;
}

function readinessBy(rows: Rows, now: number, keyOf: (check: Check) => string): readonly ReadinessGroup[] {
  const inOrder = [...rows.check.values()].sort((a, b) => a.position - b.position);
  const whole = standingOf(inOrder);
  const groups = [...Map.groupBy(inOrder, keyOf)].map(([key, checks]) => {
    const standing = standingOf(checks);
    const missing = standing.applicable - earned(standing.counts);
    const overdue = checks.filter((check) => isOverdue(rows, check, now)).length;
    return { ...standing, key, checks, overdue, lost: whole.applicable === 0 ? 0 : (missing / whole.applicable) * 100 };
  });
  return groups.sort((a, b) => b.counts.failed - a.counts.failed || b.lost - a.lost);
}
