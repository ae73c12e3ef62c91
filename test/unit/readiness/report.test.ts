import { describe, expect, test } from 'vitest';
import { readinessReport, readinessReportSchema } from '../../../shared/domain/readiness/report.ts';
import { type AnyRow, applyChanges, emptyRows, type Rows } from '../../../shared/domain/tables.ts';
import { aCheck, aCriterion, aGate, aGoLive, anIncident, idOf, rowsWith } from '../../support/builders.ts';
import { reportNight } from '../../support/report-night.ts';
import { aTest, aTestRun } from '../../support/test-rows.ts';

const night = reportNight();
const making = { now: night.now, madeBy: 'Zoë Müller', chainHash: 'ab'.repeat(32) };
const report = readinessReport(night.rows, night.entries, making);
const assessed = (lists: Parameters<typeof rowsWith>[0]) =>
  readinessReport(rowsWith({ goLive: [aGoLive()], ...lists }), [], making).assessment;

describe('the production readiness report', () => {
  test('is plain data that its schema describes, and the same for the same facts', () => {
    expect(readinessReportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(readinessReport(night.rows, night.entries, making)).toEqual(report);
  });

  test('needs the rows of a go-live, and is whole in one in which nothing happened yet', () => {
    expect(() => readinessReport(emptyRows(), [], making)).toThrow('one go-live');
    const empty = readinessReport(rowsWith({ goLive: [aGoLive()] }), [], making);
    expect(readinessReportSchema.parse(empty)).toEqual(empty);
    expect(empty.assessment).toEqual({ verdict: 'ready', against: [], reservations: [] });
    expect(empty.summary).toContain('No test is planned.');
  });

  test('tells every test with its runs, defects and target, tests of a kind together', () => {
    expect(report.tests.tests.map(({ ref }) => ref)).toEqual(['TST-01', 'TST-04', 'TST-02', 'TST-03']);
    expect(report.tests.tests[0]).toMatchObject({
      state: 'passed',
      target: 'less than 500 ms',
      measured: '480 ms',
      runs: 2,
      retests: 1,
      defectsFound: 2,
      defectsFixed: 2,
      defectsOpen: 0,
      remark: 'Index added',
    });
    expect(report.tests.tests[2]).toMatchObject({ state: 'failed', defectsOpen: 2, criticalOpen: 1 });
    expect(report.tests.tests[3]).toMatchObject({ state: 'not applicable', remark: 'No week is left' });
    expect(report.performance).toMatchObject([
      { ref: 'TST-01', verdict: 'met', margin: '20 ms to spare (4 %)' },
      { ref: 'TST-04', verdict: 'not measured', margin: '' },
    ]);
  });

  test('tells waivers with who approved them and their end, and what blocks', () => {
    expect(report.readiness.waivers).toContainEqual(
      expect.objectContaining({
        reason: 'Accepted until the next release',
        approver: 'M. Okoro',
        waivedBy: 'L. Costa',
        until: expect.any(Number),
      }),
    );
    expect(report.readiness.blockers).toMatchObject([{ kind: 'risk', title: 'The printer may not come in time', standing: 'open' }]);
  });

  test('lists what is missing: failed first, then what weighs most', () => {
    const check = (at: number, given: object) => aCheck({ id: idOf(900 + at), ref: `C-00${at}`, position: at, ...given });
    const checks = [
      check(1, { status: 'open' }),
      check(2, { status: 'in work', criticality: 'critical' }),
      check(3, { status: 'failed', criticality: 'low' }),
      check(4, { status: 'passed' }),
    ];
    const { readiness } = readinessReport(rowsWith({ goLive: [aGoLive()], check: checks }), [], making);
    expect(readiness.missing.checks.map(({ ref }) => ref)).toEqual(['C-003', 'C-002', 'C-001']);
  });
});

describe('the assessment', () => {
  test('says what stands against the go-live in the night', () => {
    expect(report.assessment.verdict).toBe('not ready');
    expect(report.assessment.against.slice(0, 2)).toEqual(['1 critical defect open', '1 test failed']);
    expect(report.assessment.reservations).toContain('1 test not run');
    expect(report.assessment.reservations).toContain('1 defect open that is not critical');
  });

  test.each([
    ['not ready', 'a test that failed', { test: [aTest()], testRun: [aTestRun({ result: 'failed' })] }],
    ['not ready', 'a critical check that is open', { check: [aCheck({ criticality: 'critical' })] }],
    ['not ready', 'a check that failed', { check: [aCheck({ status: 'failed', criticality: 'low' })] }],
    ['not ready', 'a SEV2 that is open', { incident: [anIncident({ severity: 2, status: 'open' })] }],
    ['not ready', 'a criterion nobody may waive', { gate: [aGate({ decision: null })], criterion: [aCriterion({ neededToPass: true })] }],
    [
      'ready',
      'a criterion nobody may waive, of a gate that was passed',
      { gate: [aGate({ decision: 'go' })], criterion: [aCriterion({ neededToPass: true })] },
    ],
    ['ready with reservations', 'a check that is open', { check: [aCheck()] }],
    ['ready with reservations', 'a waiver', { check: [aCheck({ status: 'waived', reason: 'Later' })] }],
    ['ready with reservations', 'a test that was not run', { test: [aTest()] }],
    ['ready', 'a SEV4 that is open', { incident: [anIncident({ severity: 4, status: 'open' })] }],
    ['ready', 'all passed', { check: [aCheck({ status: 'passed' })], test: [aTest()], testRun: [aTestRun()] }],
  ] as const)('is %s with %s', (verdict, _what, lists) => {
    expect(assessed(lists as never).verdict).toBe(verdict);
  });
});

test('many checks are cut, and it says how many are left out', () => {
  const check = Array.from({ length: 230 }, (_, at) => aCheck({ id: idOf(20_000 + at), ref: `C-${at}`, position: at }));
  const many: Rows = applyChanges(
    rowsWith({ goLive: [aGoLive()] }),
    check.map((row) => ({ table: 'check', id: row.id, set: row as unknown as AnyRow, was: null })),
  );
  const { missing } = readinessReport(many, [], making).readiness;
  expect([missing.checks.length, missing.leftOut]).toEqual([200, 30]);
});
