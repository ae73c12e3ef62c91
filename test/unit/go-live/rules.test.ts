import { describe, expect, test } from 'vitest';
import { LAST_INSTANT } from '../../../shared/base/fields.ts';
import type { SignOff } from '../../../shared/domain/closure/schema.ts';
import { CloseGoLive } from '../../../shared/domain/go-live/commands.ts';
import { closeGoLive, declareLive, editGoLive, moveTZero, startCutover } from '../../../shared/domain/go-live/rules.ts';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { scrubGoLive } from '../../../shared/domain/go-live/scrub.ts';
import {
  aCheck,
  aCriterion,
  aGate,
  aGoLive,
  anAct,
  anIncident,
  aTask,
  changesOf,
  goLiveId,
  HOUR,
  idOf,
  refusalOf,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

const planned = (given: Partial<GoLive> = {}) => rowsWith({ goLive: [aGoLive(given)] });
const inCutover: Partial<GoLive> = { stage: 'cutover', startedAt: T_ZERO };
const live: Partial<GoLive> = { ...inCutover, stage: 'hypercare', liveAt: T_ZERO + HOUR };
const signed: SignOff = {
  id: idOf(800),
  goLiveId,
  subject: 'Closure report',
  role: 'Business owner',
  position: 0,
  decision: 'accepted',
  signedBy: 'P. Novak',
  signedAt: T_ZERO,
  note: '',
  catalogueIds: [],
};
const atTwo = anAct({ now: T_ZERO + 2 * HOUR });

describe('editing a go-live', () => {
  test('only fields that differ are changed', () => {
    const verdict = editGoLive(planned(), { name: 'Wave 1, second try', system: 'ERPNext' }, anAct());
    expect(verdict).toMatchObject({ ok: true, value: { action: 'goLive.edit', rowId: goLiveId } });
    expect(changesOf(verdict)).toEqual([
      { table: 'goLive', id: goLiveId, set: { name: 'Wave 1, second try' }, was: { name: 'ERPNext v16, wave 1' } },
    ]);
  });

  test('an edit that changes nothing is refused', () => {
    expect(refusalOf(editGoLive(planned(), { system: 'ERPNext' }, anAct()))).toBe('nothing-changed');
  });

  test('the window must still contain T-0', () => {
    expect(refusalOf(editGoLive(planned(), { windowEnd: T_ZERO - HOUR }, anAct()))).toBe('outside-window');
  });
});

describe('moving T-0', () => {
  test('moves T-0 alone, and keeps the reason', () => {
    const verdict = moveTZero(planned(), { tZeroAt: T_ZERO + HOUR, moveWindow: false, reason: 'Payroll runs late' }, anAct());
    expect(verdict).toMatchObject({ ok: true, value: { action: 'goLive.move', note: 'Payroll runs late' } });
    expect(changesOf(verdict)).toEqual([{ table: 'goLive', id: goLiveId, set: { tZeroAt: T_ZERO + HOUR }, was: { tZeroAt: T_ZERO } }]);
  });

  test('moves the window by as much when asked', () => {
    const verdict = moveTZero(planned(), { tZeroAt: T_ZERO + 24 * HOUR, moveWindow: true, reason: 'Next night' }, anAct());
    expect(changesOf(verdict)[0]?.set).toEqual({
      tZeroAt: T_ZERO + 24 * HOUR,
      windowStart: T_ZERO + 22 * HOUR,
      windowEnd: T_ZERO + 30 * HOUR,
    });
  });

  test('T-0 may not leave a window that stays', () => {
    const verdict = moveTZero(planned(), { tZeroAt: T_ZERO + 24 * HOUR, moveWindow: false, reason: 'Next night' }, anAct());
    expect(refusalOf(verdict)).toBe('outside-window');
  });

  test('the window may not leave the times the record can hold', () => {
    const verdict = moveTZero(planned(), { tZeroAt: LAST_INSTANT, moveWindow: true, reason: 'Far away' }, anAct());
    expect(refusalOf(verdict)).toBe('window-out-of-range');
  });

  test('a move to where it is, and one after the end, are refused', () => {
    expect(refusalOf(moveTZero(planned(), { tZeroAt: T_ZERO, moveWindow: true, reason: 'Same' }, anAct()))).toBe('nothing-changed');
    const move = { tZeroAt: T_ZERO + HOUR, moveWindow: true, reason: 'Late' };
    expect(refusalOf(moveTZero(planned({ stage: 'closed' }), move, anAct()))).toBe('over');
    expect(refusalOf(moveTZero(planned({ stage: 'scrubbed' }), move, anAct()))).toBe('over');
  });
});

describe('starting the cutover', () => {
  const facts = (status: 'open' | 'passed' | 'waived') =>
    rowsWith({
      goLive: [aGoLive()],
      check: [aCheck({ status })],
      gate: [aGate()],
      criterion: [aCriterion({ title: 'Tested codebase is at hand', checkIds: [idOf(600)], neededToStart: true })],
    });

  test('takes the go-live from planning into cutover, at the time it happened', () => {
    const verdict = startCutover(facts('passed'), {}, anAct({ now: T_ZERO, occurredAt: T_ZERO - HOUR }));
    expect(verdict).toMatchObject({ ok: true, value: { action: 'goLive.start' } });
    expect(changesOf(verdict)[0]?.set).toEqual({ stage: 'cutover', startedAt: T_ZERO - HOUR });
  });

  test('is refused while the tested codebase is not proven, and names the check and the gate', () => {
    const verdict = startCutover(facts('open'), {}, anAct());
    expect(refusalOf(verdict)).toBe('needed-to-start');
    expect(verdict).toMatchObject({ refusal: { about: ['C-001', 'G-1'] } });
  });

  test('a waived check does not prove it, nor does a waived criterion', () => {
    expect(refusalOf(startCutover(facts('waived'), {}, anAct()))).toBe('needed-to-start');
    const criterion = [aCriterion({ status: 'waived', neededToStart: true })];
    expect(refusalOf(startCutover(rowsWith({ goLive: [aGoLive()], criterion }), {}, anAct()))).toBe('needed-to-start');
  });

  test('other criteria hold gates, not the start', () => {
    const rows = rowsWith({ goLive: [aGoLive()], gate: [aGate()], criterion: [aCriterion({ status: 'failed' })] });
    expect(startCutover(rows, {}, anAct()).ok).toBe(true);
  });

  test('happens once', () => {
    expect(refusalOf(startCutover(planned(inCutover), {}, anAct()))).toBe('wrong-stage');
  });
});

describe('declaring live', () => {
  test('takes the go-live from cutover into hypercare', () => {
    const verdict = declareLive(planned(inCutover), {}, atTwo);
    expect(verdict).toMatchObject({ ok: true, value: { action: 'goLive.live' } });
    expect(changesOf(verdict)[0]?.set).toEqual({ stage: 'hypercare', liveAt: T_ZERO + 2 * HOUR });
  });

  test('needs a started cutover, and happens once', () => {
    expect(refusalOf(declareLive(planned(), {}, atTwo))).toBe('wrong-stage');
    expect(refusalOf(declareLive(planned(live), {}, atTwo))).toBe('wrong-stage');
  });

  test('cannot lie before the start of the cutover', () => {
    expect(refusalOf(declareLive(planned(inCutover), {}, anAct({ occurredAt: T_ZERO - 1 })))).toBe('before-stage');
  });
});

describe('closing', () => {
  const successful = CloseGoLive.parse({ outcome: 'successful', outcomeNote: 'All shops open' });

  test('keeps the outcome and the time', () => {
    const verdict = closeGoLive(rowsWith({ goLive: [aGoLive(live)], signOff: [signed] }), successful, atTwo);
    expect(verdict).toMatchObject({ ok: true, value: { action: 'goLive.close', note: '' } });
    expect(changesOf(verdict)[0]?.set).toEqual({
      stage: 'closed',
      outcome: 'successful',
      outcomeNote: 'All shops open',
      closedAt: T_ZERO + 2 * HOUR,
    });
  });

  test('is refused while tasks run, SEV1 or SEV2 incidents are open, or sign-offs are missing; each is named', () => {
    const rows = rowsWith({
      goLive: [aGoLive(live)],
      task: [aTask({ status: 'in progress', actualStart: T_ZERO }), aTask({ id: idOf(201), ref: 'T-023', status: 'blocked' })],
      incident: [anIncident({ status: 'mitigated' })],
      signOff: [{ ...signed, decision: null }],
    });
    const verdict = closeGoLive(rows, successful, atTwo);
    expect(refusalOf(verdict)).toBe('still-open');
    if (verdict.ok) throw new Error('not refused');
    expect(new Set(verdict.refusal.about)).toEqual(new Set(['INC-002', 'T-022', 'T-023']));
    expect(verdict.refusal.reason).toContain('Closure report, Business owner');
  });

  test.each([
    ['a running task', { task: [aTask({ status: 'in progress', actualStart: T_ZERO })] }],
    ['a SEV1 incident', { incident: [anIncident({ severity: 1 })] }],
    ['a missing sign-off', { signOff: [{ ...signed, decision: null }] }],
    ['a refused sign-off', { signOff: [{ ...signed, decision: 'refused' as const }] }],
  ])('%s alone stops it, unless a reason is given, which is kept', (_what, rest) => {
    const rows = rowsWith({ goLive: [aGoLive(live)], ...rest });
    expect(refusalOf(closeGoLive(rows, successful, atTwo))).toBe('still-open');
    const verdict = closeGoLive(rows, { ...successful, despite: 'The board has accepted it' }, atTwo);
    expect(verdict).toMatchObject({ ok: true, value: { note: 'The board has accepted it' } });
  });

  test('a SEV3 incident and a resolved SEV1 do not stop it', () => {
    const incident = [anIncident({ severity: 3 }), anIncident({ id: idOf(301), severity: 1, status: 'resolved' })];
    expect(closeGoLive(rowsWith({ goLive: [aGoLive(live)], incident }), successful, atTwo).ok).toBe(true);
  });

  test('what never went live can only be closed as rolled back', () => {
    expect(refusalOf(closeGoLive(planned(inCutover), successful, atTwo))).toBe('wrong-stage');
    expect(closeGoLive(planned(inCutover), { ...successful, outcome: 'rolled back' }, atTwo).ok).toBe(true);
  });

  test('what never started is scrubbed instead, and what is over stays', () => {
    expect(refusalOf(closeGoLive(planned(), successful, atTwo))).toBe('wrong-stage');
    expect(refusalOf(closeGoLive(planned({ ...live, stage: 'closed' }), successful, atTwo))).toBe('over');
  });

  test('cannot lie before the system was live', () => {
    expect(refusalOf(closeGoLive(planned(live), successful, anAct({ occurredAt: T_ZERO + HOUR - 1 })))).toBe('before-stage');
  });
});

describe('scrubbing', () => {
  test.each([
    ['planning', {}],
    ['cutover', inCutover],
  ])('ends an attempt in %s with its reason', (_stage, given) => {
    const verdict = scrubGoLive(planned(given), { reason: 'Backup failed' }, atTwo);
    expect(verdict).toMatchObject({ ok: true, value: { action: 'goLive.scrub' } });
    expect(changesOf(verdict)[0]?.set).toEqual({
      stage: 'scrubbed',
      outcome: 'scrubbed',
      outcomeNote: 'Backup failed',
      closedAt: T_ZERO + 2 * HOUR,
    });
  });

  test('a live system cannot be scrubbed', () => {
    expect(refusalOf(scrubGoLive(planned(live), { reason: 'Too late' }, atTwo))).toBe('wrong-stage');
  });

  test('a go-live that is not in the record is refused', () => {
    expect(refusalOf(scrubGoLive(rowsWith({}), { reason: 'Nothing' }, atTwo))).toBe('unknown-go-live');
  });
});
