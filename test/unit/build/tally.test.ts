import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { add, fromPlaywright, fromVitest, one } from '../../../build/tally.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gantry-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function saved(report: object): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });
const units = {
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [file('passed', 'passed', 'passed')],
};
const screens = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] };

describe('of the unit tests are counted', () => {
  test('those that passed, failed, and were skipped', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'failed')];
    expect(fromVitest(saved({ ...units, numFailedTests: 1, testResults }), 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test('a file that could not be loaded, and one whose clean-up failed, as one failure each', () => {
    const testResults = [file('failed'), file('failed', 'passed', 'passed')];
    expect(fromVitest(saved({ ...units, testResults }), 1)).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  test('an error outside every test, which only the exit code tells, as one failure', () => {
    expect(fromVitest(saved(units), 1)).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test('a run without a test, and one that left no report, as one failure', () => {
    expect(fromVitest(saved({ ...units, numPassedTests: 0, testResults: [] }), 0).failed).toBe(1);
    expect(fromVitest(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('no failure where all passed', () => {
    expect(fromVitest(saved(units), 0)).toEqual({ passed: 2, failed: 0, skipped: 2 });
  });
});

describe('of the tests in a browser are counted', () => {
  test('those that passed, failed, and were skipped; one that passed at the second try has failed', () => {
    expect(fromPlaywright(saved({ ...screens, stats: { ...screens.stats, unexpected: 1, flaky: 1 } }), 1)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 1,
    });
  });

  test('an error outside every test as one failure', () => {
    expect(fromPlaywright(saved({ ...screens, errors: [{ message: 'does not load' }] }), 1).failed).toBe(1);
    expect(fromPlaywright(saved(screens), 1).failed).toBe(1);
  });

  test('a run without a test, and one that left no report, as one failure', () => {
    expect(fromPlaywright(saved({ ...screens, stats: { ...screens.stats, expected: 0 } }), 0).failed).toBe(1);
    expect(fromPlaywright(join(folder, 'missing.json'), 0).failed).toBe(1);
  });
});

test('a check counts as one, and tallies add up', () => {
  expect(add([one(true), one(false), { passed: 5, failed: 2, skipped: 3 }])).toEqual({ passed: 6, failed: 3, skipped: 3 });
});
