import { describe, expect, test } from 'vitest';
import { playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { addCheck, editCheck, settleCheck } from '../../../shared/domain/readiness/rules.ts';
import { checkStatuses } from '../../../shared/domain/readiness/schema.ts';
import { aCheck, anAct, aPerson, changesOf, goLiveId, idOf, refusalOf, rowsAfter, rowsWith } from '../../support/builders.ts';

const asked = { title: 'Backups restored', detail: '', area: 'Platform', phase: '', ownerId: null, dueOffset: null } as const;

describe('adding a check', () => {
  test('a new check is open, comes last and has the next reference', () => {
    const rows = rowsWith({ check: [aCheck({ ref: 'C-007', position: 4 })] });
    const verdict = addCheck(rows, asked, anAct());
    expect(verdict).toMatchObject({ ok: true, value: { action: 'check.add' } });
    const made = rowsAfter(rows, verdict).check;
    expect([...made.values()].at(-1)).toMatchObject({
      ref: 'C-008',
      position: 5,
      status: 'open',
      title: 'Backups restored',
      area: 'Platform',
    });
  });

  test('a phase must be one of the playbook, or none', () => {
    const content = playbookSchema.parse({
      key: 'deploy',
      title: 'Deploy',
      version: '1',
      tZeroMeans: 'start',
      phases: [{ key: 'staging', title: 'Staging' }],
    });
    const rows = rowsWith({ playbookCopy: [{ id: idOf(50), goLiveId, key: 'deploy', version: '1', content }] });
    expect(refusalOf(addCheck(rows, { ...asked, phase: 'stagin' }, anAct()))).toBe('unknown-phase');
    expect(addCheck(rows, { ...asked, phase: 'staging' }, anAct()).ok).toBe(true);
    expect(addCheck(rows, asked, anAct()).ok).toBe(true);
  });

  test('an owner must be in the roster', () => {
    expect(refusalOf(addCheck(rowsWith({}), { ...asked, ownerId: idOf(99) }, anAct()))).toBe('unknown-person');
  });
});

describe('editing a check', () => {
  test('only fields that differ are changed', () => {
    const owner = aPerson();
    const check = aCheck();
    const rows = rowsWith({ check: [check], person: [owner] });
    const verdict = editCheck(rows, { checkId: check.id, title: check.title, ownerId: owner.id, dueOffset: -60_000 }, anAct());
    expect(verdict).toMatchObject({ ok: true, value: { action: 'check.edit', rowId: check.id } });
    expect(changesOf(verdict)).toEqual([
      { table: 'check', id: check.id, set: { ownerId: owner.id, dueOffset: -60_000 }, was: { ownerId: null, dueOffset: null } },
    ]);
  });

  test('an edit that changes nothing is refused', () => {
    const check = aCheck();
    expect(editCheck(rowsWith({ check: [check] }), { checkId: check.id, area: check.area }, anAct())).toMatchObject({
      ok: false,
      refusal: { code: 'nothing-changed', about: ['C-001'] },
    });
  });

  test('a check that is not there is refused', () => {
    expect(refusalOf(editCheck(rowsWith({}), { checkId: idOf(5), title: 'x' }, anAct()))).toBe('unknown-check');
  });
});

describe('settling a check', () => {
  test.each([
    ['in work', 'check.start'],
    ['passed', 'check.pass'],
    ['failed', 'check.fail'],
    ['waived', 'check.waive'],
    ['not applicable', 'check.exclude'],
  ] as const)('an open check becomes %s as %s', (status, action) => {
    const check = aCheck();
    const rows = rowsWith({ check: [check] });
    const verdict = settleCheck(rows, { checkId: check.id, status, reason: 'seen' }, anAct());
    expect(verdict).toMatchObject({ ok: true, value: { action, rowId: check.id } });
    expect(rowsAfter(rows, verdict).check.get(check.id)?.status).toBe(status);
  });

  test.each(['failed', 'waived', 'not applicable'] as const)('%s needs a reason, and keeps who decided, when and why', (status) => {
    const check = aCheck();
    const rows = rowsWith({ check: [check] });
    expect(refusalOf(settleCheck(rows, { checkId: check.id, status, reason: '' }, anAct()))).toBe('reason-needed');
    const act = anAct({ actor: 'Asa Kaya', occurredAt: 5_000 });
    expect(
      rowsAfter(rows, settleCheck(rows, { checkId: check.id, status, reason: 'accepted by the board' }, act)).check.get(check.id),
    ).toMatchObject({
      reason: 'accepted by the board',
      decidedBy: 'Asa Kaya',
      decidedAt: 5_000,
    });
  });

  test('reopening and starting clear who decided and why; the words go to the journal', () => {
    const check = aCheck({ status: 'failed', reason: 'red', decidedBy: 'Asa Kaya', decidedAt: 5 });
    const rows = rowsWith({ check: [check] });
    for (const status of ['open', 'in work'] as const) {
      const verdict = settleCheck(rows, { checkId: check.id, status, reason: 'fix is in' }, anAct());
      expect(rowsAfter(rows, verdict).check.get(check.id)).toMatchObject({ status, reason: '', decidedBy: '', decidedAt: null });
      expect(verdict).toMatchObject({ value: { note: 'fix is in' } });
    }
  });

  test('a reason kept in the row is not written into the note again', () => {
    const check = aCheck();
    const verdict = settleCheck(rowsWith({ check: [check] }), { checkId: check.id, status: 'failed', reason: 'red' }, anAct());
    expect(verdict).toMatchObject({ ok: true, value: { note: '' } });
  });

  test.each(['passed', 'waived', 'not applicable'] as const)('work does not start on a check that is %s', (status) => {
    const check = aCheck({ status });
    const verdict = settleCheck(rowsWith({ check: [check] }), { checkId: check.id, status: 'in work', reason: '' }, anAct());
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'decided', about: ['C-001'] } });
  });

  test.each(checkStatuses)('a check that is %s cannot become so again', (status) => {
    const check = aCheck({ status, reason: 'r' });
    const verdict = settleCheck(rowsWith({ check: [check] }), { checkId: check.id, status, reason: 'again' }, anAct());
    expect(refusalOf(verdict)).toBe('nothing-changed');
  });
});
