/** Where a criterion really stands: what a person said of it, else what its checks say. */
import type { CheckStatus } from '../readiness/schema.ts';
import type { Rows } from '../tables.ts';
import type { Criterion, CriterionStatus, Gate } from './schema.ts';

/**
 * Failed as soon as one of its checks failed, open until all are settled, not applicable when none of them applies. A waived
 * check settles it, unless nobody may waive it. Without checks it is open until a person judges it.
 */
export function criterionState(rows: Pick<Rows, 'check'>, criterion: Criterion): CriterionStatus {
  if (criterion.status !== 'open') return criterion.status;
  const statuses = new Set(checksOf(rows, criterion).map(({ status }) => status));
  if (statuses.size === 0) return 'open';
  if (statuses.has('failed')) return 'failed';
  const settling: readonly CheckStatus[] = criterion.neededToStart ? ['passed'] : ['passed', 'waived', 'not applicable'];
  if ([...statuses].some((status) => !settling.includes(status))) return 'open';
  return statuses.has('passed') || statuses.has('waived') ? 'met' : 'not applicable';
}

/** The checks that prove a criterion, in its order; empty when a person judges it. */
export function checksOf(rows: Pick<Rows, 'check'>, criterion: Pick<Criterion, 'checkIds'>) {
  return criterion.checkIds.flatMap((id) => rows.check.get(id) ?? []);
}

/** The criteria of a gate in its order. */
export function criteriaOf(rows: Pick<Rows, 'criterion'>, gate: Pick<Gate, 'id'>): readonly Criterion[] {
  return [...rows.criterion.values()].filter(({ gateId }) => gateId === gate.id).sort((a, b) => a.position - b.position);
}
