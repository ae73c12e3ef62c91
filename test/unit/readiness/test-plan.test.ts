import { describe, expect, test } from 'vitest';
import { AddTest } from '../../../shared/domain/readiness/test-commands.ts';
import { addTest, editTest, excludeTest, includeTest } from '../../../shared/domain/readiness/test-rules.ts';
import {
  aCheck,
  aCriterion,
  aGate,
  anAct,
  aPlaybookCopy,
  changesOf,
  idOf,
  refusalOf,
  rowsAfter,
  rowsWith,
} from '../../support/builders.ts';
import { aTest, aTestRun } from '../../support/test-rows.ts';

const asked = (given: object = {}) => AddTest.parse({ title: 'Posting under load', kind: 'load', ...given });
const testId = idOf(800);

describe('adding a test', () => {
  test('a new one comes last, applies, and has the next reference', () => {
    const rows = rowsWith({ test: [aTest({ ref: 'TST-07', position: 3 })], check: [aCheck()] });
    const verdict = addTest(rows, asked({ operator: '<', target: 2, unit: 's', checkId: aCheck().id }), anAct());
    expect(verdict).toMatchObject({ ok: true, value: { action: 'test.add' } });
    const made = [...rowsAfter(rows, verdict).test.values()].at(-1);
    expect(made).toMatchObject({ ref: 'TST-08', position: 4, notApplicable: '', operator: '<', target: 2, checkId: aCheck().id });
  });

  test.each([
    ['target-needed', { operator: '<' }],
    ['operator-needed', { target: 2 }],
    ['target-negative', { operator: 'within percent of baseline', target: -5 }],
    ['unknown-person', { ownerId: idOf(99) }],
    ['unknown-check', { checkId: idOf(99) }],
    ['unknown-phase', { phase: 'nowhere' }],
  ])('is refused as %s', (code, given) => {
    const rows = rowsWith({ playbookCopy: [aPlaybookCopy()] });
    expect(refusalOf(addTest(rows, asked(given), anAct()))).toBe(code);
  });

  test('"no increase" needs no target of its own', () => {
    expect(addTest(rowsWith({}), asked({ operator: 'no increase' }), anAct()).ok).toBe(true);
  });
});

describe('editing a test', () => {
  test('runs that passed and miss the new target are failed with it, others stay', () => {
    const runs = [
      aTestRun({ id: idOf(821), measured: 1.9 }),
      aTestRun({ id: idOf(822), measured: 1.4 }),
      aTestRun({ id: idOf(823), measured: 2.4, result: 'failed' }),
    ];
    const rows = rowsWith({ test: [aTest({ operator: '<', target: 2, unit: 's' })], testRun: runs });
    const verdict = editTest(rows, { testId, target: 1.5 }, anAct());
    expect(changesOf(verdict)).toEqual([
      { table: 'test', id: testId, set: { target: 1.5 }, was: { target: 2 } },
      { table: 'testRun', id: idOf(821), set: { result: 'failed' }, was: { result: 'passed' } },
    ]);
    expect(verdict.ok && verdict.value.note).toContain('1 passed before');
  });

  test('half a target is refused, and so is what changes nothing', () => {
    const rows = rowsWith({ test: [aTest({ operator: '<', target: 2 })] });
    expect(refusalOf(editTest(rows, { testId, operator: null }, anAct()))).toBe('operator-needed');
    expect(refusalOf(editTest(rows, { testId, target: 2 }, anAct()))).toBe('nothing-changed');
    expect(refusalOf(editTest(rows, { testId: idOf(1), target: 2 }, anAct()))).toBe('unknown-test');
  });
});

describe('a test that does not apply', () => {
  test('is set aside with its reason and taken in again', () => {
    const rows = rowsWith({ test: [aTest()] });
    const after = rowsAfter(rows, excludeTest(rows, { testId, reason: 'No load in this release' }, anAct()));
    expect(after.test.get(testId)?.notApplicable).toBe('No load in this release');
    expect(rowsAfter(after, includeTest(after, { testId }, anAct())).test.get(testId)?.notApplicable).toBe('');
    expect(refusalOf(includeTest(rows, { testId }, anAct()))).toBe('nothing-changed');
  });

  test('cannot be one that proves what nobody may waive', () => {
    const proving = (given: object) =>
      rowsWith({ test: [aTest()], gate: [aGate()], criterion: [aCriterion({ testIds: [testId], ...given })] });
    const asking = { testId, reason: 'Too slow' };
    expect(refusalOf(excludeTest(proving({ neededToPass: true }), asking, anAct()))).toBe('unwaivable');
    expect(refusalOf(excludeTest(proving({ neededToStart: true }), asking, anAct()))).toBe('unwaivable');
    expect(excludeTest(proving({}), asking, anAct()).ok).toBe(true);
  });
});
