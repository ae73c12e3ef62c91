import { describe, expect, test } from 'vitest';
import { performanceLines, testFigures, testLine, testLines } from '../../../shared/domain/readiness/test-standing.ts';
import { marginOf, marginText } from '../../../shared/domain/readiness/test-target.ts';
import { HOUR, idOf, rowsWith, T_ZERO } from '../../support/builders.ts';
import { aTest, aTestRun } from '../../support/test-rows.ts';

const at = (hour: number) => T_ZERO + hour * HOUR;
const [first, second, third] = [idOf(821), idOf(822), idOf(823)];

describe('where a test stands', () => {
  test('not run, failed, retest wanted once its defects are fixed, passed', () => {
    const state = (...runs: Parameters<typeof aTestRun>[0][]) => {
      const testRun = runs.map((given, index) => aTestRun({ id: idOf(830 + index), ranAt: at(index), ...given }));
      return testLine(rowsWith({ testRun }), aTest()).state;
    };
    expect(state()).toBe('not run');
    expect(state({ result: 'failed' })).toBe('failed');
    expect(state({ result: 'failed', defectsFound: 2, defectsFixed: 1 })).toBe('failed');
    expect(state({ result: 'failed', defectsFound: 2, defectsFixed: 2 })).toBe('retest wanted');
    expect(state({ result: 'failed', defectsFound: 2 }, { result: 'passed', defectsFixed: 2 })).toBe('passed');
    expect(state({ result: 'passed' }, { result: 'failed' })).toBe('failed');
  });

  test('a test that does not apply stands aside, whatever it was', () => {
    expect(testLine(rowsWith({ testRun: [aTestRun()] }), aTest({ notApplicable: 'No load' })).state).toBe('not applicable');
  });

  test('runs stand by when they were run, not by when they were written down, and retests follow a failed one', () => {
    const testRun = [
      aTestRun({ id: third, ranAt: at(3) }),
      aTestRun({ id: first, ranAt: at(1), result: 'failed', defectsFound: 2 }),
      aTestRun({ id: second, ranAt: at(2), result: 'failed', defectsFound: 1, defectsFixed: 2 }),
    ];
    const line = testLine(rowsWith({ testRun }), aTest());
    expect(line.runs.map(({ id }) => id)).toEqual([first, second, third]);
    expect(line.retests.map(({ id }) => id)).toEqual([second, third]);
    expect(line).toMatchObject({ state: 'passed', defects: { found: 3, fixed: 2, open: 1 }, criticalOpen: 0 });
  });

  test('the measured value is told with its unit', () => {
    const rows = rowsWith({ testRun: [aTestRun({ measured: 1204.5 })] });
    expect(testLine(rows, aTest({ unit: 'ms' })).words).toBe('1,204.5 ms');
    expect(testLine(rowsWith({}), aTest()).words).toBe('');
  });
});

test('the figures leave out what does not apply', () => {
  const rows = rowsWith({
    test: [aTest({ id: first }), aTest({ id: second, position: 1, notApplicable: 'No load' }), aTest({ id: third, position: 2 })],
    testRun: [
      aTestRun({ id: idOf(831), testId: first, result: 'failed', defectsFound: 3, defectsFixed: 1, criticalOpen: 1 }),
      aTestRun({ id: idOf(832), testId: second, result: 'failed', defectsFound: 9, criticalOpen: 9 }),
    ],
  });
  expect(testFigures(testLines(rows))).toEqual({
    tests: 2,
    byState: { 'not run': 1, passed: 0, failed: 1, 'retest wanted': 0, 'not applicable': 1 },
    found: 3,
    fixed: 1,
    open: 2,
    criticalOpen: 1,
  });
});

describe('what was measured against the target', () => {
  test.each([
    ['<', 500, null, 480, 'met', '20 ms to spare (4 %)'],
    ['<=', 500, null, 500, 'met', 'exactly on it'],
    ['<', 500, null, 500, 'missed', 'exactly on it'],
    ['>=', 99.5, null, 99.2, 'missed', '0.3 ms missing (0.3 %)'],
    ['=', 0, null, 3, 'missed', '3 ms missing'],
    ['no increase', null, 0.4, 0.5, 'missed', '0.1 ms missing (25 %)'],
    ['within percent of baseline', 10, 420, 400, 'met', '22 ms to spare (5.2 %)'],
    ['within percent of baseline', 10, null, 400, 'no baseline', ''],
    ['<', 500, null, null, 'not measured', ''],
  ] as const)('%s %s over %s, measured %s: %s, %s', (operator, target, baseline, measured, verdict, words) => {
    const of = aTest({ operator, target, baseline, unit: 'ms' });
    const testRun = measured === null ? [] : [aTestRun({ measured, result: 'failed' })];
    expect(performanceLines(testLines(rowsWith({ test: [of], testRun })))).toMatchObject([{ verdict }]);
    expect(marginText(marginOf(of, measured), 'ms')).toBe(words);
  });

  test('tests without a target, and those that do not apply, are not held against one', () => {
    const rows = rowsWith({ test: [aTest(), aTest({ id: second, operator: '<', target: 2, notApplicable: 'No load' })] });
    expect(performanceLines(testLines(rows))).toEqual([]);
  });
});
