import { describe, expect, test } from 'vitest';
import { conditionsOf, settleCondition } from '../../../shared/domain/gate/conditions.ts';
import { aCondition, aGate, anAct, idOf, refusalOf, rowsAfter, rowsWith } from '../../support/builders.ts';

const rows = rowsWith({ gate: [aGate()], condition: [aCondition()] });
const settle = (status: Parameters<typeof settleCondition>[1]['status'], remark = '', on = rows) =>
  settleCondition(on, { conditionId: idOf(730), status, remark }, anAct({ occurredAt: 8 }));

describe('settling a condition', () => {
  test.each(['met', 'missed'] as const)('%s keeps when and how', (status) => {
    const verdict = settle(status, 'seen at the bank');
    expect(verdict).toMatchObject({ ok: true, value: { action: 'condition.settle', rowId: idOf(730), note: '' } });
    expect(rowsAfter(rows, verdict).condition.get(idOf(730))).toMatchObject({ status, settledAt: 8, note: 'seen at the bank' });
  });

  test('missed needs a word on why, met does not', () => {
    expect(settle('missed')).toMatchObject({ ok: false, refusal: { code: 'reason-needed', about: ['G-1'] } });
    expect(settle('met').ok).toBe(true);
  });

  test('a missed one may be met later, and one settled by mistake opened again', () => {
    const missed = rowsAfter(rows, settle('missed', 'bank closed'));
    expect(settle('met', 'came at 01:10', missed).ok).toBe(true);
    expect(rowsAfter(missed, settle('open', 'wrong line', missed)).condition.get(idOf(730))).toEqual(aCondition());
  });

  test('the same again, or one that is gone, is refused', () => {
    expect(refusalOf(settle('open'))).toBe('nothing-changed');
    expect(refusalOf(settle('met', '', rowsWith({})))).toBe('unknown-condition');
  });
});

test('conditions stand with the earliest due first', () => {
  const condition = [
    aCondition({ id: idOf(731), dueAt: 9 }),
    aCondition({ id: idOf(732), dueAt: 3 }),
    aCondition({ id: idOf(733), gateId: idOf(1) }),
  ];
  expect(conditionsOf(rowsWith({ condition }), aGate()).map(({ dueAt }) => dueAt)).toEqual([3, 9]);
});
