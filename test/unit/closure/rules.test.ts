import { describe, expect, test } from 'vitest';
import { AddLesson, AddMetric, DecideCleanup, MeasureMetric, SettleCleanup, Sign } from '../../../shared/domain/closure/commands.ts';
import {
  addLesson,
  addMetric,
  decideCleanup,
  measureMetric,
  removeLesson,
  settleCleanup,
  sign,
} from '../../../shared/domain/closure/rules.ts';
import { applyChanges, type Rows } from '../../../shared/domain/tables.ts';
import { anAct, changesOf, goLiveId, HOUR, idOf, refusalOf, T_ZERO } from '../../support/builders.ts';
import { closureNight } from '../../support/closure-night.ts';

const rows = closureNight().rows;
const metric = (at: number) => idOf(50_000 + at);
const signOff = (at: number) => idOf(52_000 + at);
const action = (at: number) => idOf(53_000 + at);
const late = anAct({ now: T_ZERO + 3 * HOUR, occurredAt: T_ZERO + 2 * HOUR });

function withCleanup(cleanup: 'completion' | 'milestone' | null, status: 'open' | 'finished' = 'open'): Rows {
  const changed = [0, 1].map((at) => ({ table: 'cleanupAction', id: action(at), set: { status }, was: {} }));
  return applyChanges(rows, [{ table: 'goLive', id: goLiveId, set: { cleanup }, was: {} }, ...changed]);
}

describe('a metric', () => {
  test('is added after the others, not measured', () => {
    const [change] = changesOf(addMetric(rows, AddMetric.parse({ title: 'Orders per hour', operator: '>=', target: 90 }), anAct()));
    expect(change).toMatchObject({
      table: 'metric',
      was: null,
      set: { position: 4, actual: null, baseline: null, unit: '', measuredBy: '' },
    });
  });

  test('is not added twice under one name', () => {
    expect(refusalOf(addMetric(rows, AddMetric.parse({ title: 'DOWNTIME', operator: '<' }), anAct()))).toBe('metric-exists');
  });

  test('is measured by who acts, when it happened', () => {
    const [change] = changesOf(
      measureMetric(rows, MeasureMetric.parse({ metricId: metric(3), actual: 4, comment: 'on the test system' }), late),
    );
    expect(change?.set).toEqual({ actual: 4, comment: 'on the test system', measuredBy: 'M. Okoro', measuredAt: T_ZERO + 2 * HOUR });
  });

  test('that compares with a baseline is not measured without one', () => {
    const bare = applyChanges(rows, [{ table: 'metric', id: metric(1), set: { baseline: null, actual: null }, was: {} }]);
    expect(refusalOf(measureMetric(bare, MeasureMetric.parse({ metricId: metric(1), actual: 1 }), late))).toBe('no-baseline');
    const [change] = changesOf(measureMetric(bare, MeasureMetric.parse({ metricId: metric(1), actual: 1, baseline: 2 }), late));
    expect(change?.set).toMatchObject({ actual: 1, baseline: 2 });
  });

  test('is not measured again with the same value, nor where there is none', () => {
    expect(refusalOf(measureMetric(rows, MeasureMetric.parse({ metricId: metric(0), actual: 22 }), late))).toBe('nothing-changed');
    expect(refusalOf(measureMetric(rows, MeasureMetric.parse({ metricId: idOf(1), actual: 22 }), late))).toBe('unknown-metric');
    expect(MeasureMetric.safeParse({ metricId: metric(0), actual: Number.POSITIVE_INFINITY }).success).toBe(false);
  });
});

describe('a lesson', () => {
  test('is written down by who acts and can be removed', () => {
    const added = changesOf(addLesson(rows, AddLesson.parse({ category: 'Team', happened: 'Two shifts met.' }), late));
    expect(added[0]?.set).toMatchObject({ category: 'Team', learned: '', addedBy: 'M. Okoro', addedAt: T_ZERO + 2 * HOUR });
    const after = applyChanges(rows, added);
    const removed = changesOf(removeLesson(after, { lessonId: added[0]?.id ?? '' }, anAct()));
    expect(applyChanges(after, removed).lesson).toEqual(rows.lesson);
    expect(refusalOf(removeLesson(rows, { lessonId: idOf(1) }, anAct()))).toBe('unknown-lesson');
  });
});

describe('a sign-off', () => {
  test('is accepted by who acts, or by the one who is named', () => {
    const own = changesOf(sign(rows, Sign.parse({ signOffId: signOff(2), decision: 'accepted' }), late));
    expect(own[0]?.set).toEqual({ decision: 'accepted', signedBy: 'M. Okoro', signedAt: T_ZERO + 2 * HOUR });
    const other = changesOf(sign(rows, Sign.parse({ signOffId: signOff(2), decision: 'accepted', signedBy: 'Desk lead' }), late));
    expect(other[0]?.set).toMatchObject({ signedBy: 'Desk lead' });
  });

  test('is refused only with a reason', () => {
    expect(refusalOf(sign(rows, Sign.parse({ signOffId: signOff(2), decision: 'refused', remark: ' ' }), late))).toBe('reason-missing');
    const verdict = sign(rows, Sign.parse({ signOffId: signOff(2), decision: 'refused', remark: 'no rota' }), late);
    expect(changesOf(verdict)[0]?.set).toMatchObject({ decision: 'refused', note: 'no rota' });
    expect(verdict.ok && verdict.value.note).toBe('no rota');
  });

  test('can be given after a refusal, but not twice the same', () => {
    const refused = Sign.parse({ signOffId: signOff(1), decision: 'accepted', signedBy: 'Zoë Müller' });
    expect(changesOf(sign(rows, refused, late))[0]?.set).toMatchObject({ decision: 'accepted', note: '' });
    expect(refusalOf(sign(rows, Sign.parse({ signOffId: signOff(0), decision: 'accepted' }), late))).toBe('already-signed');
    expect(refusalOf(sign(rows, Sign.parse({ signOffId: idOf(1), decision: 'accepted' }), late))).toBe('unknown-sign-off');
  });
});

describe('cleanup', () => {
  const completion = DecideCleanup.parse({ option: 'completion', reason: 'all reached' });

  test('is decided with a reason, and again until its first action is settled', () => {
    expect(changesOf(decideCleanup(withCleanup(null), completion, late))[0]?.set).toEqual({
      cleanup: 'completion',
      cleanupReason: 'all reached',
    });
    const milestone = DecideCleanup.parse({ option: 'milestone', reason: 'wave 2 follows' });
    expect(changesOf(decideCleanup(withCleanup('completion'), milestone, late))[0]?.set).toMatchObject({ cleanup: 'milestone' });
    expect(refusalOf(decideCleanup(withCleanup('completion', 'finished'), milestone, late))).toBe('cleanup-begun');
    expect(DecideCleanup.safeParse({ option: 'milestone', reason: '' }).success).toBe(false);
  });

  test('actions are settled once, and only those of the option that was decided', () => {
    const finish = SettleCleanup.parse({ actionId: action(1), status: 'finished' });
    expect(changesOf(settleCleanup(withCleanup('completion'), finish, late))[0]?.set).toEqual({
      status: 'finished',
      finishedBy: 'M. Okoro',
      finishedAt: T_ZERO + 2 * HOUR,
    });
    expect(refusalOf(settleCleanup(withCleanup(null), finish, late))).toBe('not-decided');
    expect(refusalOf(settleCleanup(withCleanup('milestone'), finish, late))).toBe('not-decided');
    expect(refusalOf(settleCleanup(withCleanup('completion', 'finished'), finish, late))).toBe('already-settled');
    expect(refusalOf(settleCleanup(rows, { ...finish, actionId: idOf(1) }, late))).toBe('unknown-action');
  });

  test('an action is skipped only with a reason', () => {
    const skip = SettleCleanup.parse({ actionId: action(1), status: 'skipped' });
    expect(refusalOf(settleCleanup(withCleanup('completion'), skip, late))).toBe('reason-missing');
    expect(changesOf(settleCleanup(withCleanup('completion'), { ...skip, remark: 'no archive here' }, late))[0]?.set).toMatchObject({
      status: 'skipped',
      note: 'no archive here',
    });
  });
});
