import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metricOperators } from '../../../shared/domain/closure/schema.ts';
import { RecordRun } from '../../../shared/domain/readiness/test-commands.ts';
import { testContradictions } from '../../../shared/domain/readiness/test-faults.ts';
import { correctRun, recordRun, removeRun } from '../../../shared/domain/readiness/test-run-rules.ts';
import { testKinds } from '../../../shared/domain/readiness/test-schema.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import { aCheck, anAct, changesOf, HOUR, idOf, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { aTest, aTestRun } from '../../support/test-rows.ts';

const testId = idOf(800);
const runId = idOf(820);
const run = (given: object = {}) => RecordRun.parse({ testId, ...given });
const fast = aTest({ operator: '<', target: 2, unit: 's' });

describe('recording a run', () => {
  test('keeps when it was run and by whom, and where the test is planned unless told otherwise', () => {
    const rows = rowsWith({ test: [aTest()] });
    const act = anAct({ now: T_ZERO, occurredAt: T_ZERO - HOUR, actor: 'N. Ito' });
    const made = (given: object) => changesOf(recordRun(rows, run({ result: 'passed', ...given }), act))[0]?.set;
    expect(made({ build: 'rc2' })).toMatchObject({ ranAt: T_ZERO - HOUR, ranBy: 'N. Ito', environment: 'staging', build: 'rc2' });
    expect(made({ environment: 'production' })).toMatchObject({ environment: 'production' });
  });

  test('what was measured decides where there is a target', () => {
    const rows = rowsWith({ test: [fast] });
    const result = (measured: number, given: object = {}) =>
      changesOf(recordRun(rows, run({ measured, ...given }), anAct()))[0]?.set?.result;
    expect(result(1.99)).toBe('passed');
    expect(result(2)).toBe('failed');
    expect(result(1.2, { result: 'failed', remark: 'Every tenth request broke off' })).toBe('failed');
    expect(result(1.2, { defectsFound: 1, criticalOpen: 1 })).toBe('failed');
  });

  test.each([
    ['target-missed', fast, { measured: 2.4, result: 'passed' }],
    ['not-measured', fast, { result: 'passed' }],
    ['reason-needed', fast, { measured: 1.2, result: 'failed' }],
    ['result-needed', fast, {}],
    ['result-needed', aTest(), { measured: 5 }],
    ['no-baseline', aTest({ operator: 'no increase' }), { measured: 5 }],
    ['more-fixed', aTest(), { result: 'passed', defectsFound: 1, defectsFixed: 2 }],
    ['more-critical', aTest(), { result: 'failed', defectsFound: 2, defectsFixed: 1, criticalOpen: 2 }],
    ['not-applicable', aTest({ notApplicable: 'No load' }), { result: 'passed' }],
  ])('is refused as %s', (code, of, given) => {
    expect(refusalOf(recordRun(rowsWith({ test: [of] }), run(given), anAct()))).toBe(code);
  });

  test.each(testKinds)('a critical defect that is open fails a test, of whatever kind: %s', (kind) => {
    const rows = rowsWith({ test: [aTest({ kind })] });
    expect(refusalOf(recordRun(rows, run({ result: 'passed', defectsFound: 1, criticalOpen: 1 }), anAct()))).toBe('critical-open');
  });

  test('a missing baseline is given with the run and kept with the test', () => {
    const rows = rowsWith({ test: [aTest({ operator: 'no increase' })] });
    const after = rowsAfter(rows, recordRun(rows, run({ measured: 0.4, baseline: 0.5 }), anAct()));
    expect(after.test.get(testId)?.baseline).toBe(0.5);
    expect([...after.testRun.values()]).toMatchObject([{ result: 'passed', measured: 0.4 }]);
  });

  test('fixed defects are those of earlier runs, too', () => {
    const rows = rowsWith({ test: [aTest()], testRun: [aTestRun({ result: 'failed', defectsFound: 3 })] });
    expect(recordRun(rows, run({ result: 'passed', defectsFixed: 3 }), anAct()).ok).toBe(true);
    expect(refusalOf(recordRun(rows, run({ result: 'passed', defectsFixed: 4 }), anAct()))).toBe('more-fixed');
  });

  test('nothing that was measured outside its target is ever kept as passed', () => {
    const figure = fc.integer({ min: -50, max: 50 });
    const any = fc.record({
      operator: fc.constantFrom(...metricOperators),
      target: figure,
      baseline: figure,
      measured: fc.option(figure),
      result: fc.option(fc.constantFrom('passed' as const, 'failed' as const), { nil: undefined }),
      criticalOpen: fc.nat(2),
    });
    fc.assert(
      fc.property(any, ({ operator, target, baseline, ...given }) => {
        const rows = rowsWith({ test: [aTest({ operator, target, baseline })] });
        const verdict = recordRun(rows, run({ ...given, defectsFound: 2 }), anAct());
        if (verdict.ok) expect(testContradictions(rowsAfter(rows, verdict))).toEqual([]);
      }),
    );
  });
});

describe('correcting a run', () => {
  const rows = rowsWith({ test: [fast], testRun: [aTestRun({ measured: 1.4 })] });

  test('another measured value decides anew', () => {
    expect(changesOf(correctRun(rows, { runId, measured: 2.4 }, anAct()))).toEqual([
      { table: 'testRun', id: runId, set: { measured: 2.4, result: 'failed' }, was: { measured: 1.4, result: 'passed' } },
    ]);
  });

  test('other fields leave the result as it was said', () => {
    expect(changesOf(correctRun(rows, { runId, build: 'rc2', ranAt: T_ZERO - 2 * HOUR }, anAct()))[0]?.set).toEqual({
      build: 'rc2',
      ranAt: T_ZERO - 2 * HOUR,
    });
    const failed = rowsWith({ test: [aTest()], testRun: [aTestRun({ result: 'failed', defectsFound: 2 })] });
    expect(changesOf(correctRun(failed, { runId, criticalOpen: 1 }, anAct()))[0]?.set).toEqual({ criticalOpen: 1 });
  });

  test('is refused where it would not fit, lie in the future, or change nothing', () => {
    expect(refusalOf(correctRun(rows, { runId, measured: 2.4, result: 'passed' }, anAct()))).toBe('target-missed');
    expect(refusalOf(correctRun(rows, { runId, criticalOpen: 1 }, anAct()))).toBe('more-critical');
    expect(refusalOf(correctRun(rows, { runId, ranAt: T_ZERO + 9 * HOUR }, anAct()))).toBe('in-the-future');
    expect(refusalOf(correctRun(rows, { runId, measured: 1.4 }, anAct()))).toBe('nothing-changed');
    expect(refusalOf(correctRun(rows, { runId: idOf(1), measured: 1 }, anAct()))).toBe('unknown-run');
  });
});

describe('removing a run', () => {
  const found = aTestRun({ result: 'failed', defectsFound: 3 });
  const fixed = aTestRun({ id: idOf(821), ranAt: T_ZERO, defectsFixed: 3 });
  const rows = rowsWith({ test: [aTest()], testRun: [found, fixed] });

  test('goes, unless a later run says its defects are fixed', () => {
    expect(changesOf(removeRun(rows, { runId: fixed.id }, anAct()))).toEqual([{ table: 'testRun', id: fixed.id, set: null, was: fixed }]);
    expect(refusalOf(removeRun(rows, { runId: found.id }, anAct()))).toBe('more-fixed');
  });

  test('and so is taking it back', () => {
    const entry = anEntry('testRun.record', [{ table: 'testRun', id: found.id, set: found, was: null }]);
    expect(refusalOf(undoEntry(rows, entry, []))).toBe('depends');
  });
});

describe('the check that a test measures', () => {
  const check = aCheck({ status: 'passed', decidedBy: 'E. Moreau', decidedAt: T_ZERO });
  const measuring = aTest({ checkId: check.id });
  const rows = rowsWith({ test: [measuring], check: [check], testRun: [aTestRun()] });
  const status = (verdict: Parameters<typeof rowsAfter>[1]) => rowsAfter(rows, verdict).check.get(check.id);

  test('is open again with a run that failed, one removed or corrected to failed', () => {
    expect(status(recordRun(rows, run({ result: 'failed' }), anAct()))).toMatchObject({ status: 'open', decidedBy: '', decidedAt: null });
    expect(status(removeRun(rows, { runId }, anAct()))?.status).toBe('open');
    expect(status(correctRun(rows, { runId, result: 'failed' }, anAct()))?.status).toBe('open');
  });

  test('stays passed with a run that passed, and with an older one that failed', () => {
    expect(status(recordRun(rows, run({ result: 'passed' }), anAct()))?.status).toBe('passed');
    const late = anAct({ now: T_ZERO, occurredAt: T_ZERO - 5 * HOUR });
    expect(status(recordRun(rows, run({ result: 'failed' }), late))?.status).toBe('passed');
  });
});
