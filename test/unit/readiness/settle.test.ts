import { describe, expect, test } from 'vitest';
import { readinessContradictions } from '../../../shared/domain/readiness/contradictions.ts';
import { editCheck } from '../../../shared/domain/readiness/rules.ts';
import { type Check, check as checks } from '../../../shared/domain/readiness/schema.ts';
import { sendBackCheck, settleCheck, verifyCheck } from '../../../shared/domain/readiness/settle-rules.ts';
import type { Test, TestRun } from '../../../shared/domain/readiness/test-schema.ts';
import { dueWaivers, expireWaivers } from '../../../shared/domain/readiness/waivers.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import { aCheck, anAct, aPerson, changesOf, goLiveId, HOUR, idOf, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const doer = aPerson({ id: idOf(101), name: 'A. Kaya' });
const other = aPerson({ id: idOf(102), name: 'E. Moreau' });
const asDoer = anAct({ actor: 'A. Kaya', personId: doer.id, occurredAt: 5_000 });
const asOther = anAct({ actor: 'E. Moreau', personId: other.id, occurredAt: 9_000 });
const check = aCheck();
const id = check.id;

const withCheck = (given: Partial<Check> = {}, more: Parameters<typeof rowsWith>[0] = {}) =>
  rowsWith({ check: [aCheck(given)], person: [doer, other], ...more });
const only = (rows: Rows) => rows.check.get(id) as Check;
const settle = (rows: Rows, status: 'open' | 'in work' | 'passed' | 'failed' | 'waived' | 'not applicable', given = {}, act = anAct()) =>
  settleCheck(rows, { checkId: id, status, reason: '', ...given }, act);

describe('settling a check', () => {
  test.each([
    ['in work', 'check.start'],
    ['passed', 'check.pass'],
    ['failed', 'check.fail'],
    ['waived', 'check.waive'],
    ['not applicable', 'check.exclude'],
  ] as const)('an open check becomes %s as %s', (status, action) => {
    const rows = withCheck();
    const verdict = settle(rows, status, { reason: 'seen' });
    expect(verdict).toMatchObject({ ok: true, value: { action, rowId: id } });
    expect(only(rowsAfter(rows, verdict)).status).toBe(status);
  });

  test.each(['failed', 'waived', 'not applicable'] as const)('%s needs a reason, and keeps who decided, when and why', (status) => {
    const rows = withCheck();
    expect(refusalOf(settle(rows, status))).toBe('reason-needed');
    const after = only(rowsAfter(rows, settle(rows, status, { reason: 'accepted by the board' }, asDoer)));
    expect(after).toMatchObject({ reason: 'accepted by the board', decidedBy: 'A. Kaya', decidedById: doer.id, decidedAt: 5_000 });
  });

  test.each(['open', 'in work'] as const)(
    'becoming %s clears what was decided, verified and waived; the words go to the journal',
    (status) => {
      const decided = { decidedBy: 'A. Kaya', decidedById: doer.id, decidedAt: 5, verifiedBy: 'E. Moreau', verifiedAt: 6, waivedUntil: 7 };
      const rows = withCheck({ status: 'failed', reason: 'red', waiverApprover: 'R. Lang', ...decided });
      const verdict = settle(rows, status, { reason: 'fix is in' });
      expect(only(rowsAfter(rows, verdict))).toEqual({ ...check, ...checks.added, status });
      expect(verdict).toMatchObject({ value: { note: 'fix is in' } });
    },
  );

  test('a reason kept in the row is not written into the note again', () => {
    expect(settle(withCheck(), 'failed', { reason: 'red' })).toMatchObject({ ok: true, value: { note: '' } });
  });

  test.each(['passed', 'waived', 'not applicable', 'to verify'] as const)('work does not start on a check that is %s', (status) => {
    expect(settle(withCheck({ status }), 'in work')).toMatchObject({ ok: false, refusal: { code: 'decided', about: ['C-001'] } });
  });

  test.each(['open', 'in work', 'passed', 'failed', 'not applicable'] as const)('a check that is %s cannot become so again', (status) => {
    expect(refusalOf(settle(withCheck({ status, reason: 'r' }), status, { reason: 'again' }))).toBe('nothing-changed');
  });
});

describe('a check that needs verification', () => {
  const rows = withCheck({ needsVerification: true });
  const waiting = rowsAfter(rows, settle(rows, 'passed', {}, asDoer));

  test('is to verify when it is passed, and keeps who passed it', () => {
    expect(settle(rows, 'passed', {}, asDoer)).toMatchObject({ ok: true, value: { action: 'check.submit' } });
    expect(only(waiting)).toMatchObject({
      status: 'to verify',
      decidedBy: 'A. Kaya',
      decidedById: doer.id,
      decidedAt: 5_000,
      verifiedBy: '',
    });
  });

  test('is not passed by a screen that has not said who it is', () => {
    expect(refusalOf(settle(rows, 'passed'))).toBe('unknown-self');
  });

  test('is passed when somebody else verifies it; who passed it stays', () => {
    const verdict = verifyCheck(waiting, { checkId: id }, asOther);
    expect(verdict).toMatchObject({ ok: true, value: { action: 'check.verify', rowId: id } });
    const after = { status: 'passed', decidedBy: 'A. Kaya', decidedById: doer.id, verifiedBy: 'E. Moreau', verifiedAt: 9_000 };
    expect(only(rowsAfter(waiting, verdict))).toMatchObject(after);
  });

  test('is not verified by who passed it, nor by nobody in particular', () => {
    expect(verifyCheck(waiting, { checkId: id }, asDoer)).toMatchObject({
      ok: false,
      refusal: { code: 'same-person', reason: expect.stringContaining('A. Kaya passed C-001') },
    });
    expect(refusalOf(verifyCheck(waiting, { checkId: id }, anAct()))).toBe('unknown-self');
  });

  test('is not verified when nobody of the roster is known to have passed it', () => {
    const unknown = withCheck({ needsVerification: true, status: 'to verify', decidedBy: 'Go-live desk' });
    expect(refusalOf(verifyCheck(unknown, { checkId: id }, asOther))).toBe('unknown-doer');
  });

  test('cannot be passed again in place of being verified, by anybody', () => {
    for (const act of [asDoer, asOther]) expect(refusalOf(settle(waiting, 'passed', {}, act))).toBe('nothing-changed');
  });

  test('is open again when it is sent back, with the reason in the journal', () => {
    const verdict = sendBackCheck(waiting, { checkId: id, reason: 'No log attached' }, asOther);
    expect(verdict).toMatchObject({ ok: true, value: { action: 'check.sendBack', note: 'No log attached' } });
    expect(only(rowsAfter(waiting, verdict))).toMatchObject({ status: 'open', decidedBy: '', decidedById: null, decidedAt: null });
  });

  test.each(['open', 'in work', 'failed', 'waived', 'not applicable'] as const)('is neither verified nor sent back while %s', (status) => {
    const now = withCheck({ status, needsVerification: true });
    expect(refusalOf(verifyCheck(now, { checkId: id }, asOther))).toBe('not-to-verify');
    expect(refusalOf(sendBackCheck(now, { checkId: id, reason: 'x' }, asOther))).toBe('not-to-verify');
  });

  test('does not become passed unverified by taking back that it needs none', () => {
    const dropped = editCheck(rows, { checkId: id, needsVerification: false }, anAct());
    const entry = anEntry('check.edit', changesOf(dropped), { seq: 1 });
    const lax = rowsAfter(rows, dropped);
    const passed = settle(lax, 'passed', {}, asDoer);
    const since = [anEntry('check.pass', changesOf(passed), { seq: 2 })];
    const verdict = undoEntry(rowsAfter(lax, passed), entry, since);
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'depends', reason: expect.stringContaining('without being verified') } });
  });
});

describe('a waiver', () => {
  const act = anAct({ now: T_ZERO, occurredAt: T_ZERO - HOUR, actor: 'A. Kaya' });

  test('is approved by who acts unless another name is given, and ends never unless it says when', () => {
    const rows = withCheck();
    expect(only(rowsAfter(rows, settle(rows, 'waived', { reason: 'r' }, act)))).toMatchObject({
      waiverApprover: 'A. Kaya',
      waivedUntil: null,
    });
    const given = { reason: 'r', approver: 'R. Lang', until: T_ZERO + 1 };
    expect(only(rowsAfter(rows, settle(rows, 'waived', given, act)))).toMatchObject({
      waiverApprover: 'R. Lang',
      waivedUntil: T_ZERO + 1,
      decidedBy: 'A. Kaya',
    });
  });

  test('ends in the future of the clock, not of when it was agreed', () => {
    expect(refusalOf(settle(withCheck(), 'waived', { reason: 'r', until: T_ZERO }, act))).toBe('expiry-past');
  });

  test('is given again with another end, not with nothing new', () => {
    const rows = withCheck({ status: 'waived', reason: 'r', waiverApprover: 'A. Kaya' });
    expect(refusalOf(settle(rows, 'waived', { reason: 'r' }, act))).toBe('nothing-changed');
    expect(only(rowsAfter(rows, settle(rows, 'waived', { reason: 'r', until: T_ZERO + HOUR }, act))).waivedUntil).toBe(T_ZERO + HOUR);
  });

  test('is gone when the check passes', () => {
    const rows = withCheck({ status: 'waived', reason: 'r', waiverApprover: 'R. Lang', waivedUntil: T_ZERO + HOUR });
    expect(only(rowsAfter(rows, settle(rows, 'passed', {}, act)))).toMatchObject({ reason: '', waiverApprover: '', waivedUntil: null });
  });

  test('that is over opens its check again; all that are over in one act', () => {
    const waived = (at: number, given: Partial<Check>) =>
      aCheck({ id: idOf(600 + at), position: 9 - at, status: 'waived', reason: 'r', ...given });
    const over = [waived(0, { waivedUntil: T_ZERO }), waived(1, { waivedUntil: T_ZERO - HOUR })];
    const rest = [waived(2, { waivedUntil: T_ZERO + 1 }), waived(3, {}), aCheck({ id: idOf(604), status: 'open', waivedUntil: T_ZERO })];
    const rows = rowsWith({ check: [...over, ...rest] });
    expect(dueWaivers(rows, T_ZERO).map((each) => each.id)).toEqual([idOf(601), idOf(600)]);
    const verdict = expireWaivers(rows, anAct({ now: T_ZERO }));
    expect(verdict).toMatchObject({ ok: true, value: { action: 'check.expire', rowId: null } });
    const after = rowsAfter(rows, verdict);
    expect([...after.check.values()].map(({ status }) => status)).toEqual(['open', 'open', 'waived', 'waived', 'open']);
    expect(after.check.get(idOf(600))).toMatchObject({ reason: '', waivedUntil: null });
    expect(refusalOf(expireWaivers(after, anAct({ now: T_ZERO })))).toBe('nothing-changed');
  });
});

describe('a check with tests', () => {
  const aTest = (number: number, given: Partial<Test> = {}): Test => ({
    id: idOf(800 + number),
    goLiveId,
    ref: `TST-0${number}`,
    title: 'Load',
    detail: '',
    kind: 'load',
    phase: '',
    position: number,
    ownerId: null,
    checkId: id,
    environment: '',
    operator: null,
    target: null,
    unit: '',
    baseline: null,
    notApplicable: '',
    source: '',
    catalogueIds: [],
    ...given,
  });
  const aRun = (number: number, testNumber: number, result: TestRun['result']): TestRun => ({
    id: idOf(900 + number),
    goLiveId,
    testId: idOf(800 + testNumber),
    ranAt: number,
    ranBy: 'A. Kaya',
    environment: '',
    build: '',
    measured: null,
    result,
    defectsFound: 0,
    defectsFixed: 0,
    criticalOpen: 0,
    remark: '',
  });
  const tests = [aTest(1), aTest(2), aTest(3, { notApplicable: 'no web shop' }), aTest(4, { checkId: null }), aTest(5)];

  test('passes only after the last run of each that applies has passed', () => {
    const rows = withCheck({}, { test: tests, testRun: [aRun(1, 1, 'passed'), aRun(2, 1, 'failed'), aRun(3, 5, 'passed')] });
    expect(settle(rows, 'passed', { despite: 'we know' })).toMatchObject({
      ok: false,
      refusal: { code: 'tests-missing', about: ['TST-01', 'TST-02'], reason: expect.stringContaining('TST-01 and TST-02') },
    });
    const ran = withCheck(
      {},
      { test: tests, testRun: [aRun(2, 1, 'failed'), aRun(4, 1, 'passed'), aRun(5, 2, 'passed'), aRun(3, 5, 'passed')] },
    );
    expect(settle(ran, 'passed').ok).toBe(true);
  });

  test('is not verified after a test of it failed', () => {
    const testRun = [aRun(1, 1, 'passed'), aRun(2, 1, 'failed')];
    const rows = withCheck({ needsVerification: true, status: 'to verify', decidedById: doer.id }, { test: [aTest(1)], testRun });
    expect(refusalOf(verifyCheck(rows, { checkId: id }, asOther))).toBe('tests-missing');
  });

  test('may be waived or failed without them', () => {
    const rows = withCheck({}, { test: tests });
    expect(settle(rows, 'waived', { reason: 'r' }).ok).toBe(true);
    expect(settle(rows, 'failed', { reason: 'r' }).ok).toBe(true);
  });

  test('contradicts itself when it is passed and a test of it is not', () => {
    const rows = withCheck({ status: 'passed' }, { test: [aTest(1)], testRun: [aRun(1, 1, 'failed')] });
    expect(readinessContradictions(rows)).toMatchObject([{ table: 'check', id, says: 'C-001 is passed and needs TST-01 to have passed' }]);
    expect(readinessContradictions(withCheck({ status: 'passed' }, { test: [aTest(1)], testRun: [aRun(1, 1, 'passed')] }))).toEqual([]);
  });
});
