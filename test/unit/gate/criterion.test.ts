import { describe, expect, test } from 'vitest';
import { criteriaOf, criterionLines, criterionState, restsOn } from '../../../shared/domain/gate/criterion-state.ts';
import { judgeCriterion } from '../../../shared/domain/gate/poll-rules.ts';
import type { CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import { aCheck, aCriterion, aGate, anAct, idOf, refusalOf, rowsAfter, rowsWith } from '../../support/builders.ts';

describe('the state of a criterion', () => {
  const stateOf = (statuses: readonly CheckStatus[], fields: Parameters<typeof aCriterion>[0] = {}) => {
    const check = statuses.map((status, at) => aCheck({ id: idOf(600 + at), status }));
    return criterionState(rowsWith({ check }), aCriterion({ checkIds: check.map(({ id }) => id), ...fields }));
  };

  test.each([
    [['passed', 'passed'], 'met'],
    [['passed', 'waived', 'not applicable'], 'met'],
    [['waived'], 'met'],
    [['not applicable', 'not applicable'], 'not applicable'],
    [['passed', 'open'], 'open'],
    [['passed', 'in work'], 'open'],
    [['open', 'failed', 'passed'], 'failed'],
    [[], 'open'],
  ] as const)('with checks %j is %s', (statuses, state) => {
    expect(stateOf(statuses)).toBe(state);
  });

  test('is what a person said of it, whatever the checks say', () => {
    expect(stateOf(['failed'], { status: 'waived', reason: 'workaround agreed' })).toBe('waived');
    expect(stateOf(['passed'], { status: 'failed', reason: 'wrong build' })).toBe('failed');
  });

  test.each(['waived', 'not applicable'] as const)('stays open over a check that is %s when nobody may waive it', (status) => {
    expect(stateOf(['passed', status], { neededToStart: true })).toBe('open');
    expect(stateOf(['passed'], { neededToStart: true })).toBe('met');
  });

  test('does not count checks that are gone', () => {
    expect(criterionState(rowsWith({}), aCriterion({ checkIds: [idOf(600)] }))).toBe('open');
  });
});

test('the criteria of a gate stand in its order, those of others left out', () => {
  const criterion = [
    aCriterion({ id: idOf(710), position: 2 }),
    aCriterion({ id: idOf(711), position: 1 }),
    aCriterion({ id: idOf(712), gateId: idOf(9) }),
  ];
  expect(criteriaOf(rowsWith({ criterion }), aGate()).map(({ position }) => position)).toEqual([1, 2]);
});

describe('what the state of a criterion rests on', () => {
  const wordsFor = (statuses: readonly CheckStatus[], fields: Parameters<typeof aCriterion>[0] = {}) => {
    const check = statuses.map((status, at) => aCheck({ id: idOf(600 + at), status }));
    const criterion = [aCriterion({ checkIds: check.map(({ id }) => id), ...fields })];
    return criterionLines(rowsWith({ check, criterion }), aGate()).map(restsOn);
  };

  test.each([
    [['passed'], '1 of 1 check passed'],
    [['passed', 'failed', 'waived', 'in work', 'not applicable', 'open'], '1 of 5 checks passed, 1 failed, 1 waived, 1 in work'],
    [['not applicable'], ''],
    [[], ''],
  ] as const)('with checks %j reads %j', (statuses, words) => {
    expect(wordsFor(statuses)).toEqual([words]);
  });

  test('is the reason of who judged it, or the name', () => {
    expect(wordsFor(['open'], { status: 'waived', reason: 'agreed', judgedBy: 'A. Kaya' })).toEqual(['agreed']);
    expect(wordsFor(['open'], { status: 'met', judgedBy: 'A. Kaya' })).toEqual(['judged by A. Kaya']);
  });
});

describe('judging a criterion', () => {
  const rows = rowsWith({ gate: [aGate()], criterion: [aCriterion()] });
  const judge = (status: Parameters<typeof judgeCriterion>[1]['status'], reason = '', on = rows) =>
    judgeCriterion(on, { criterionId: idOf(710), status, reason }, anAct({ actor: 'A. Kaya', occurredAt: 5 }));

  test('keeps who judged, when and why', () => {
    expect(judge('waived', 'fixed in 16.1')).toMatchObject({ ok: true, value: { action: 'criterion.judge', rowId: idOf(710), note: '' } });
    const judged = rowsAfter(rows, judge('waived', 'fixed in 16.1')).criterion.get(idOf(710));
    expect(judged).toMatchObject({ status: 'waived', reason: 'fixed in 16.1', judgedBy: 'A. Kaya', judgedAt: 5 });
  });

  test.each(['failed', 'waived', 'not applicable'] as const)('%s needs a reason', (status) => {
    expect(refusalOf(judge(status))).toBe('reason-needed');
  });

  test('met needs none', () => {
    expect(judge('met').ok).toBe(true);
  });

  test('taking a judgement back clears it and keeps the words in the journal', () => {
    const judged = rowsAfter(rows, judge('failed', 'red'));
    const back = judge('open', 'mixed up', judged);
    expect(rowsAfter(judged, back).criterion.get(idOf(710))).toEqual(aCriterion());
    expect(back).toMatchObject({ value: { note: 'mixed up' } });
  });

  test('the same judgement again is refused; another reason for it is not', () => {
    const judged = rowsAfter(rows, judge('failed', 'red'));
    expect(refusalOf(judge('failed', 'red', judged))).toBe('nothing-changed');
    expect(judge('failed', 'still red', judged).ok).toBe(true);
    expect(refusalOf(judge('open'))).toBe('nothing-changed');
  });

  test.each(['waived', 'not applicable'] as const)('what nothing may start without cannot be made %s', (status) => {
    const strict = rowsWith({ gate: [aGate()], criterion: [aCriterion({ neededToStart: true })] });
    expect(judge(status, 'please', strict)).toMatchObject({ ok: false, refusal: { code: 'not-waivable', about: ['G-1'] } });
    expect(judge('met', '', strict).ok).toBe(true);
  });

  test('is refused where there is none', () => {
    expect(refusalOf(judge('met', '', rowsWith({})))).toBe('unknown-criterion');
  });
});
