/** What must hold for the runs of a test whichever way they came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';
import type { Test, TestRun } from './test-schema.ts';
import { targetText, targetVerdict } from './test-target.ts';

export interface RunFault {
  readonly run: TestRun;
  readonly code: 'target-missed' | 'critical-open' | 'more-fixed' | 'more-critical';
  /** What does not fit, without a full stop. */
  readonly says: string;
  /** What to do instead. */
  readonly way: string;
}

/** The first run that does not fit; null when all do. Whoever goes live with a critical defect open does so by a waiver, not by a passed test. */
export function runFault(test: Test, unsorted: readonly TestRun[]): RunFault | null {
  let [found, fixed] = [0, 0];
  for (const run of [...unsorted].sort((a, b) => a.ranAt - b.ranAt)) {
    found += run.defectsFound;
    fixed += run.defectsFixed;
    const fault = faultOf(test, run, found, fixed);
    if (fault) return { run, ...fault };
  }
  return null;
}

/** Runs that do not fit, one for each test. */
export function testContradictions(rows: Pick<Rows, 'test' | 'testRun'>): readonly Contradiction[] {
  const runs = Map.groupBy(rows.testRun.values(), ({ testId }) => testId);
  return [...runs].flatMap(([testId, of]) => {
    const test = rows.test.get(testId);
    const fault = test ? runFault(test, of) : null;
    return fault ? [{ table: 'testRun', id: fault.run.id, fields: fieldsOf[fault.code], says: fault.says }] : [];
  });
}

const fieldsOf: Readonly<Record<RunFault['code'], readonly string[]>> = {
  'target-missed': ['result', 'measured'],
  'critical-open': ['result', 'criticalOpen'],
  'more-fixed': ['defectsFixed', 'defectsFound'],
  'more-critical': ['criticalOpen', 'defectsFixed'],
};

function faultOf(test: Test, run: TestRun, found: number, fixed: number): Omit<RunFault, 'run'> | null {
  const { ref } = test;
  if (run.result === 'passed' && targetVerdict(test, run.measured) === 'missed') {
    const says = `${ref} must be ${targetText(test)} and was measured as ${run.measured}, so it has not passed`;
    return { code: 'target-missed', says, way: 'Record it as failed, or correct the value.' };
  }
  if (run.result === 'passed' && run.criticalOpen > 0) {
    const says = `${ref} cannot pass with ${run.criticalOpen} critical open`;
    return { code: 'critical-open', says, way: 'Record it as failed, and again once they are fixed.' };
  }
  if (fixed > found) {
    const says = `${ref} would have ${fixed} defects fixed of ${found} found`;
    return { code: 'more-fixed', says, way: 'Count fixed ones once, in the run that saw them fixed.' };
  }
  if (run.criticalOpen > found - fixed) {
    const says = `${ref} would have ${run.criticalOpen} critical open of ${found - fixed} defects open`;
    return { code: 'more-critical', says, way: 'Count the critical ones among those found, too.' };
  }
  return null;
}
