/** Where a criterion really stands: what a person said of it, else what its checks say. */
import type { Check, CheckStatus } from '../readiness/schema.ts';
import { type Standing, standingOf } from '../readiness/standing.ts';
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
export function checksOf(rows: Pick<Rows, 'check'>, criterion: Pick<Criterion, 'checkIds'>): readonly Check[] {
  return criterion.checkIds.flatMap((id) => rows.check.get(id) ?? []);
}

export interface CriterionLine {
  readonly criterion: Criterion;
  readonly state: CriterionStatus;
  /** How the checks that prove it stand; nothing applies where a person judges it. */
  readonly standing: Standing;
}

/** The criteria of a gate in its order, with where they stand. */
export function criterionLines(rows: Pick<Rows, 'check' | 'criterion'>, gate: Pick<Gate, 'id'>): readonly CriterionLine[] {
  return criteriaOf(rows, gate).map((criterion) => ({
    criterion,
    state: criterionState(rows, criterion),
    standing: standingOf(checksOf(rows, criterion)),
  }));
}

/** The criteria of a gate in its order. */
export function criteriaOf(rows: Pick<Rows, 'criterion'>, gate: Pick<Gate, 'id'>): readonly Criterion[] {
  return [...rows.criterion.values()].filter(({ gateId }) => gateId === gate.id).sort((a, b) => a.position - b.position);
}

/** What a state rests on, in words: the reason or name of who judged, else the checks. Empty while nothing is known. */
export function restsOn({ criterion, standing: { counts, applicable } }: CriterionLine): string {
  if (criterion.status !== 'open') return criterion.reason || `judged by ${criterion.judgedBy}`;
  if (applicable === 0) return '';
  const others = [
    counts.failed > 0 && `${counts.failed} failed`,
    counts.waived > 0 && `${counts.waived} waived`,
    counts.inWork > 0 && `${counts.inWork} in work`,
  ];
  return [`${counts.passed} of ${applicable} ${applicable === 1 ? 'check' : 'checks'} passed`, ...others.filter(Boolean)].join(', ');
}
