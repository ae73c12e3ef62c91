import { describe, expect, test } from 'vitest';
import { playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { addCheck, editCheck } from '../../../shared/domain/readiness/rules.ts';
import { aCheck, anAct, aPerson, changesOf, goLiveId, idOf, refusalOf, rowsAfter, rowsWith } from '../../support/builders.ts';

const asked = {
  title: 'Backups restored',
  detail: '',
  area: 'Platform',
  phase: '',
  ownerId: null,
  dueOffset: null,
  criticality: 'normal',
  needsVerification: false,
} as const;

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

  test('one that is passed waits to be verified as soon as it needs that', () => {
    const check = aCheck({ status: 'passed', decidedBy: 'A. Kaya', decidedAt: 5, decidedById: idOf(101) });
    const rows = rowsWith({ check: [check] });
    const after = rowsAfter(rows, editCheck(rows, { checkId: check.id, needsVerification: true }, anAct()));
    expect(after.check.get(check.id)).toMatchObject({ needsVerification: true, status: 'to verify', decidedBy: 'A. Kaya' });
  });

  test('one that was verified stays passed', () => {
    const check = aCheck({ status: 'passed', verifiedBy: 'A. Kaya', verifiedAt: 5 });
    const rows = rowsWith({ check: [check] });
    const after = rowsAfter(rows, editCheck(rows, { checkId: check.id, needsVerification: true }, anAct()));
    expect(after.check.get(check.id)?.status).toBe('passed');
  });

  test('the need to verify is not dropped while a check waits for it', () => {
    const check = aCheck({ status: 'to verify', needsVerification: true });
    expect(refusalOf(editCheck(rowsWith({ check: [check] }), { checkId: check.id, needsVerification: false }, anAct()))).toBe('to-verify');
  });

  test('a check that is not there is refused', () => {
    expect(refusalOf(editCheck(rowsWith({}), { checkId: idOf(5), title: 'x' }, anAct()))).toBe('unknown-check');
  });
});
