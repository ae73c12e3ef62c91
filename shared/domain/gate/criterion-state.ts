/** Where a criterion really stands: what a person said of it, else what its checks say. */
import type { Check, CheckStatus } from '../readiness/schema.ts';
import { type Standing, standingOf } from '../readiness/standing.ts';
import { type TestLine, testLine } from '../readiness/test-standing.ts';
import type { Rows } from '../tables.ts';
import type { Criterion, CriterionStatus, Gate } from './schema.ts';

/**
 * Failed as soon as one of its checks or tests failed, open until all are settled, not applicable when none of them applies. A
 * waived check settles it, unless nobody may waive it; then only a condition of the playbook sets a check aside. Without checks
 * and tests it is open until a person judges it.
 */
export function criterionState(rows: Pick<Rows, 'check' | 'test' | 'testRun'>, criterion: Criterion): CriterionStatus {
  if (criterion.status !== 'open') return criterion.status;
  const statuses = new Set<CheckStatus>([
    ...checksOf(rows, criterion).map((check) => (isUnwaivable(criterion) && isSetAside(check) ? 'open' : check.status)),
    ...testsOf(rows, criterion).map((line) => checkStatusOf(line)),
  ]);
  if (statuses.size === 0) return 'open';
  if (statuses.has('failed')) return 'failed';
  if ([...statuses].some((status) => !settling.has(status))) return 'open';
  return statuses.has('passed') || statuses.has('waived') ? 'met' : 'not applicable';
}

const settling: ReadonlySet<CheckStatus> = new Set(['passed', 'waived', 'not applicable']);

/** Waived, or not applicable by somebody's word alone. */
function isSetAside({ status, condition }: Check): boolean {
  return status === 'waived' || (status === 'not applicable' && condition === '');
}

/** True when nobody may waive it: without it the cutover cannot start, or its gate cannot be passed. */
export function isUnwaivable({ neededToStart, neededToPass }: Pick<Criterion, 'neededToStart' | 'neededToPass'>): boolean {
  return neededToStart || neededToPass;
}

/** The tests whose last result proves a criterion, in its order. */
export function testsOf(rows: Pick<Rows, 'test' | 'testRun'>, criterion: Pick<Criterion, 'testIds'>): readonly TestLine[] {
  return criterion.testIds.flatMap((id) => {
    const test = rows.test.get(id);
    return test ? [testLine(rows, test)] : [];
  });
}

/** A test as if it were a check: open until it was run. */
function checkStatusOf({ test, last }: TestLine): CheckStatus {
  return test.notApplicable === '' ? (last?.result ?? 'open') : 'not applicable';
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
  /** The tests that prove it. */
  readonly tests: readonly TestLine[];
}

/** The criteria of a gate in its order, with where they stand. */
export function criterionLines(
  rows: Pick<Rows, 'check' | 'criterion' | 'test' | 'testRun'>,
  gate: Pick<Gate, 'id'>,
): readonly CriterionLine[] {
  return criteriaOf(rows, gate).map((criterion) => ({
    criterion,
    state: criterionState(rows, criterion),
    standing: standingOf(checksOf(rows, criterion)),
    tests: testsOf(rows, criterion).filter(({ test }) => test.notApplicable === ''),
  }));
}

/** The criteria of a gate in its order. */
export function criteriaOf(rows: Pick<Rows, 'criterion'>, gate: Pick<Gate, 'id'>): readonly Criterion[] {
  return [...rows.criterion.values()].filter(({ gateId }) => gateId === gate.id).sort((a, b) => a.position - b.position);
}

/** What a state rests on, in words: the reason or name of who judged, else the checks and tests. Empty while nothing is known. */
export function restsOn({ criterion, standing: { counts, applicable }, tests }: CriterionLine): string {
  if (criterion.status !== 'open') return criterion.reason || `judged by ${criterion.judgedBy}`;
  const passed = tests.filter(({ last }) => last?.result === 'passed').length;
  const parts = [
    applicable > 0 && `${counts.passed} of ${applicable} ${applicable === 1 ? 'check' : 'checks'} passed`,
    counts.failed > 0 && `${counts.failed} failed`,
    counts.waived > 0 && `${counts.waived} waived`,
    counts.toVerify > 0 && `${counts.toVerify} to verify`,
    counts.inWork > 0 && `${counts.inWork} in work`,
    tests.length > 0 && `${passed} of ${tests.length} ${tests.length === 1 ? 'test' : 'tests'} passed`,
  ];
  return parts.filter(Boolean).join(', ');
}
