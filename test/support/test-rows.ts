/** Tests and runs for tests of rules: valid in every field, with what a test is about given by the test. */
import type { Test, TestRun } from '../../shared/domain/readiness/test-schema.ts';
import { goLiveId, HOUR, idOf, T_ZERO } from './builders.ts';

export function aTest(given: Partial<Test> = {}): Test {
  return {
    id: idOf(800),
    goLiveId,
    ref: 'TST-01',
    title: 'Posting under load',
    detail: '',
    kind: 'performance',
    phase: '',
    position: 0,
    ownerId: null,
    checkId: null,
    environment: 'staging',
    operator: null,
    target: null,
    unit: '',
    baseline: null,
    notApplicable: '',
    source: '',
    catalogueIds: [],
    ...given,
  };
}

export function aTestRun(given: Partial<TestRun> = {}): TestRun {
  return {
    id: idOf(820),
    goLiveId,
    testId: idOf(800),
    ranAt: T_ZERO - HOUR,
    ranBy: 'N. Ito',
    environment: 'staging',
    build: 'rc1',
    measured: null,
    result: 'passed',
    defectsFound: 0,
    defectsFixed: 0,
    criticalOpen: 0,
    remark: '',
    ...given,
  };
}
