/** The tests that measure a check: it passes only after each of them has. */
import type { Rows } from '../tables.ts';
import type { Check } from './schema.ts';
import { type TestLine, testLine } from './test-standing.ts';

type TestRows = Pick<Rows, 'test' | 'testRun'>;

/** In their order; empty when nothing measures it. */
export function testsOfCheck(rows: TestRows, check: Pick<Check, 'id'>): readonly TestLine[] {
  return [...rows.test.values()]
    .filter(({ checkId }) => checkId === check.id)
    .sort((a, b) => a.position - b.position)
    .map((test) => testLine(rows, test));
}

/** Those that apply and whose last result is not passed: not run yet, or failed. */
export function testsMissing(rows: TestRows, check: Pick<Check, 'id'>): readonly TestLine[] {
  return testsOfCheck(rows, check).filter(({ test, last }) => test.notApplicable === '' && last?.result !== 'passed');
}
