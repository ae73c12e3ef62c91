/** Where readiness stands: checks counted by state, the figure they make, and what is overdue. */
import type { Rows } from '../tables.ts';
import { weightOf } from './criticality.ts';
import type { Check, CheckStatus } from './schema.ts';

export interface CheckCounts {
  readonly passed: number;
  readonly waived: number;
  readonly inWork: number;
  /** Said to be passed, and not verified by somebody else yet. */
  readonly toVerify: number;
  readonly open: number;
  readonly failed: number;
  readonly notApplicable: number;
}

export interface Standing {
  readonly counts: CheckCounts;
  /** Checks that apply: all but the not applicable ones. */
  readonly applicable: number;
  /** Weight of the checks that apply, see `weightOf`. */
  readonly weight: number;
  /** Share of that weight, from 0 to 1, that is reached; see `shareOf`. Null when nothing applies. */
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

/** How much of its weight a check brings: passed all, to verify and waived one half. */
export const shareOf: Readonly<Record<CheckStatus, number>> = {
  open: 0,
  'in work': 0,
  'to verify': 0.5,
  passed: 1,
  failed: 0,
  waived: 0.5,
  'not applicable': 0,
};

export function standingOf(checks: Iterable<Pick<Check, 'status' | 'criticality'>>): Standing {
  const counts = { passed: 0, waived: 0, inWork: 0, toVerify: 0, open: 0, failed: 0, notApplicable: 0 };
  let applicable = 0;
  let weight = 0;
  let reached = 0;
  for (const { status, criticality } of checks) {
    counts[countOf[status]] += 1;
    if (status === 'not applicable') continue;
    applicable += 1;
    weight += weightOf[criticality];
    reached += weightOf[criticality] * shareOf[status];
  }
  return { counts, applicable, weight, figure: weight === 0 ? null : reached / weight };
}

/** The worst group first: by points lost, those of failed checks counted twice, then in the order of the playbook. */
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

/** Open, in work or still to verify though its due time is past. */
export function isOverdue(rows: Pick<Rows, 'goLive'>, check: Check, now: number): boolean {
  const due = dueAt(rows, check);
  return due !== null && due < now && unsettled.has(check.status);
}

const unsettled: ReadonlySet<CheckStatus> = new Set(['open', 'in work', 'to verify']);

/** Points of 100 that the figure of `whole` would gain if the check passed; 0 when it does not apply. */
export function pointsOf({ status, criticality }: Pick<Check, 'status' | 'criticality'>, whole: Pick<Standing, 'weight'>): number {
  return status === 'not applicable' ? 0 : ((1 - shareOf[status]) * weightOf[criticality] * 100) / whole.weight;
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
  'to verify': 'toVerify',
  open: 'open',
  failed: 'failed',
  'not applicable': 'notApplicable',
};

/** As `readinessByArea`, by any key. */
export function readinessBy(rows: Rows, now: number, keyOf: (check: Check) => string): readonly ReadinessGroup[] {
  const inOrder = [...rows.check.values()].sort((a, b) => a.position - b.position);
  const whole = standingOf(inOrder);
  const groups = [...Map.groupBy(inOrder, keyOf)].map(([key, checks]) => {
    const standing = standingOf(checks);
    const overdue = checks.filter((check) => isOverdue(rows, check, now)).length;
    return { ...standing, key, checks, overdue, lost: checks.reduce((sum, check) => sum + pointsOf(check, whole), 0) };
  });
  const missed = ({ lost, checks }: ReadinessGroup) =>
    checks.reduce((sum, check) => (check.status === 'failed' ? sum + pointsOf(check, whole) : sum), lost);
  return groups.sort((a, b) => missed(b) - missed(a) || b.counts.failed - a.counts.failed);
}
