/** Counts what passed and failed, from the files the test runners leave behind and the exit codes they end with. */
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** @param {boolean} passed @returns {Tally} */
export const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function add(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}

/**
 * Counts tests, and as one failure each file that failed outside its tests.
 * @param {string} file vitest's JSON report
 * @param {number} code the exit code it ended with
 */
export function fromVitest(file, code) {
  const report = readJson(file);
  if (!report) return noReport;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report;
  const failed = numFailedTests + testResults.filter(failedOutsideTests).length;
  return honest({ passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }, code);
}

/**
 * Counts tests, and as one failure each error outside of them. A test that passed only when tried again has failed.
 * @param {string} file Playwright's JSON report
 * @param {number} code the exit code it ended with
 */
export function fromPlaywright(file, code) {
  const report = readJson(file);
  if (!report) return noReport;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, code);
}

/** @type {Tally} */
const noReport = one(false);

/** A run without a single test has failed, and so has one whose exit code says so for a reason the report leaves out. @param {Tally} tally @param {number} code */
function honest(tally, code) {
  const unsaid = tally.failed === 0 && (code !== 0 || tally.passed === 0);
  return unsaid ? { ...tally, failed: 1 } : tally;
}

/** @param {{ status: string, assertionResults: { status: string }[] }} file */
function failedOutsideTests({ status, assertionResults }) {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
