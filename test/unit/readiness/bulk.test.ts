import { describe, expect, test } from 'vitest';
import { editChecks, settleChecks, verifyChecks } from '../../../shared/domain/readiness/bulk-rules.ts';
import { EditChecks, MOST_CHECKS, SettleChecks } from '../../../shared/domain/readiness/commands.ts';
import { aCheck, anAct, aPerson, idOf, refusalOf, rowsAfter, rowsWith } from '../../support/builders.ts';

const person = aPerson();
const check = (number: number, given: Parameters<typeof aCheck>[0] = {}) =>
  aCheck({ id: idOf(600 + number), ref: `C-00${number}`, position: number, ...given });
const ids = (...numbers: readonly number[]) => numbers.map((number) => idOf(600 + number));

describe('settling many checks', () => {
  const rows = rowsWith({
    check: [check(1), check(2), check(3, { status: 'passed' }), check(4, { needsVerification: true })],
    person: [person],
  });

  test('is one act over all of them; those already so are passed over', () => {
    const verdict = settleChecks(rows, { checkIds: ids(1, 2, 3, 4), status: 'passed', reason: '' }, anAct({ personId: person.id }));
    expect(verdict).toMatchObject({ ok: true, value: { action: 'check.pass', rowId: null } });
    if (verdict.ok) expect(verdict.value.changes.map(({ id }) => id)).toEqual(ids(1, 2, 4));
    const after = [...rowsAfter(rows, verdict).check.values()].map(({ status }) => status);
    expect(after).toEqual(['passed', 'passed', 'passed', 'to verify']);
  });

  test('changes none when one cannot, and names those that cannot', () => {
    const verdict = settleChecks(rows, { checkIds: ids(1, 2, 3, 4), status: 'in work', reason: '' }, anAct());
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'decided', about: ['C-003'] } });
    const unknown = settleChecks(rows, { checkIds: [...ids(1), idOf(999)], status: 'passed', reason: '' }, anAct());
    expect(refusalOf(unknown)).toBe('unknown-check');
  });

  test('takes a check named twice once', () => {
    const verdict = settleChecks(rows, { checkIds: ids(1, 1), status: 'passed', reason: '' }, anAct());
    if (verdict.ok) expect(verdict.value.changes).toHaveLength(1);
    expect(verdict).toMatchObject({ ok: true, value: { rowId: idOf(601) } });
  });

  test('is refused when all are so already', () => {
    expect(refusalOf(settleChecks(rows, { checkIds: ids(3), status: 'passed', reason: '' }, anAct()))).toBe('nothing-changed');
  });

  test('verifies only what somebody else passed', () => {
    const waiting = { status: 'to verify', needsVerification: true } as const;
    const mixed = rowsWith({ check: [check(1, { ...waiting, decidedById: idOf(101) }), check(2, { ...waiting, decidedById: person.id })] });
    const act = anAct({ personId: person.id, actor: person.name });
    expect(verifyChecks(mixed, { checkIds: ids(1, 2) }, act)).toMatchObject({
      ok: false,
      refusal: { code: 'same-person', about: ['C-002'] },
    });
    expect(rowsAfter(mixed, verifyChecks(mixed, { checkIds: ids(1) }, act)).check.get(idOf(601))?.status).toBe('passed');
  });
});

describe('editing many checks', () => {
  const rows = rowsWith({ check: [check(1), check(2, { criticality: 'critical' })], person: [person] });

  test('sets what is given on each and leaves the rest', () => {
    const verdict = editChecks(rows, { checkIds: ids(1, 2), criticality: 'critical', ownerId: person.id }, anAct());
    expect(verdict).toMatchObject({ ok: true, value: { action: 'check.edit' } });
    for (const after of rowsAfter(rows, verdict).check.values()) {
      expect(after).toMatchObject({ criticality: 'critical', ownerId: person.id, area: 'Code quality' });
    }
  });

  test('names no other fields than those of a plan, and at most 500 checks', () => {
    const many = Array.from({ length: MOST_CHECKS + 1 }, (_, number) => idOf(number));
    expect(EditChecks.safeParse({ checkIds: ids(1), title: 'one for all' }).success).toBe(false);
    expect(EditChecks.safeParse({ checkIds: many, area: 'A' }).success).toBe(false);
    expect(SettleChecks.safeParse({ checkIds: many.slice(1), status: 'passed' }).success).toBe(true);
    expect(SettleChecks.safeParse({ checkIds: [], status: 'passed' }).success).toBe(false);
    expect(SettleChecks.safeParse({ checkIds: ids(1), status: 'to verify' }).success).toBe(false);
  });
});
