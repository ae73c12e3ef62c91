import { describe, expect, test } from 'vitest';
import { recordRollbackTest, wantsWayBack, wayBackTested } from '../../../shared/domain/rollback/tested.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import {
  aCheck,
  aGate,
  aGoLive,
  anAct,
  aPlaybookCopy,
  aTask,
  changesOf,
  HOUR,
  idOf,
  MINUTE,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const now = T_ZERO + HOUR;
const goLive = aGoLive({ stage: 'cutover', rollbackTargetMs: 5 * MINUTE });

function idsFrom(first: number): () => string {
  let next = first - 1;
  return () => {
    next += 1;
    return idOf(next);
  };
}

describe('trying the way back', () => {
  const steps = [{ key: 'test-rollback', title: 'Test', home: 'readiness' as const, check: { area: 'Rollback' } }];
  const copy = aPlaybookCopy({
    areas: ['Rollback'],
    phases: [{ key: 'prepare', title: 'Prepare', steps }],
    wayBack: { testedBy: ['test-rollback'] },
  });
  const check = aCheck({ source: 'test-rollback', status: 'passed' });
  const rows = rowsWith({ goLive: [goLive], playbookCopy: [copy], check: [check] });
  const tried = { place: 'staging', tookMs: 4 * MINUTE, passed: true, remark: '' };

  test('stands as its last try, and is too slow beyond the target', () => {
    expect(wayBackTested(rows)).toMatchObject({ state: 'untested', last: null, checks: [check] });
    const good = rowsAfter(rows, recordRollbackTest(rows, tried, anAct({ now })));
    expect(wayBackTested(good).state).toBe('passed');
    const slow = rowsAfter(
      good,
      recordRollbackTest(good, { ...tried, tookMs: 6 * MINUTE }, anAct({ now: now + 1, newId: idsFrom(9_101) })),
    );
    expect(wayBackTested(slow).state).toBe('too slow');
    const bad = rowsAfter(slow, recordRollbackTest(slow, { ...tried, passed: false }, anAct({ now: now + 2, newId: idsFrom(9_201) })));
    expect(wayBackTested(bad)).toMatchObject({ state: 'failed', tests: [{ passed: false }, {}, {}] });
  });

  test('is evidence of the checks that stand for it, and opens them again when it failed', () => {
    const good = rowsAfter(rows, recordRollbackTest(rows, tried, anAct({ now })));
    expect([...good.evidence.values()]).toMatchObject([{ checkId: check.id, content: 'Way back tried: staging, 4 m, passed' }]);
    expect(good.check.get(check.id)?.status).toBe('passed');
    const bad = rowsAfter(rows, recordRollbackTest(rows, { ...tried, passed: false }, anAct({ now })));
    expect(bad.check.get(check.id)?.status).toBe('open');
  });

  test('concerns a gate that guards what can be taken back, or is a point of no return', () => {
    const guarding = { task: new Map([[idOf(200), aTask({ undoMs: MINUTE, phase: 'cutover' })]]) };
    expect(wantsWayBack(guarding, aGate({ guards: ['cutover'] }))).toBe(true);
    expect(wantsWayBack(guarding, aGate({ guards: ['other'] }))).toBe(false);
    expect(wantsWayBack(guarding, aGate({ guards: [], isPointOfNoReturn: true }))).toBe(true);
  });
});

test('a try is told in words', () => {
  const tried = { place: 'staging', tookMs: 4 * MINUTE, passed: true, remark: '' };
  const rows = rowsWith({ goLive: [goLive] });
  const changes = changesOf(recordRollbackTest(rows, tried, anAct({ now })));
  expect(sentence(anEntry('rollbackTest.record', changes), rows)).toBe('Way back tried, passed in 4 m: staging');
});
