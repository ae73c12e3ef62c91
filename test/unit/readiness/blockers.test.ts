import { describe, expect, test } from 'vitest';
import { addBlocker, clearBlocker, removeBlocker } from '../../../shared/domain/readiness/blocker-rules.ts';
import { blockersOf, blocking } from '../../../shared/domain/readiness/blockers.ts';
import type { Blocker, CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import { settleCheck, verifyCheck } from '../../../shared/domain/readiness/settle-rules.ts';
import type { Course, Seat } from '../../../shared/domain/training/schema.ts';
import {
  aCheck,
  aGoLive,
  anAct,
  anIncident,
  aPerson,
  aTask,
  aTicket,
  goLiveId,
  idOf,
  refusalOf,
  rowsAfter,
  rowsWith,
} from '../../support/builders.ts';

const check = aCheck();
const checkId = check.id;
const course: Course = {
  id: idOf(1000),
  goLiveId,
  ref: 'CRS-01',
  title: 'Sign-in',
  audience: '',
  format: '',
  detail: '',
  position: 0,
  isRequired: true,
};
const aSeat = (number: number, status: Seat['status']): Seat => ({
  id: idOf(1100 + number),
  goLiveId,
  courseId: course.id,
  sessionId: null,
  personId: idOf(100 + number),
  status,
  note: '',
});
const people = [0, 1, 2, 3].map((number) => aPerson({ id: idOf(100 + number), name: `P${number}` }));

const aBlocker = (given: Partial<Blocker> = {}): Blocker => ({
  id: idOf(1200),
  goLiveId,
  checkId,
  kind: 'other',
  taskId: null,
  ticketId: null,
  incidentId: null,
  courseId: null,
  content: 'Contract is not signed',
  addedBy: 'M. Okoro',
  addedAt: 1,
  clearedAt: null,
  clearedBy: '',
  ...given,
});

describe('a blocker', () => {
  const base = {
    check: [check],
    task: [aTask()],
    ticket: [aTicket()],
    incident: [anIncident()],
    course: [course],
    goLive: [aGoLive()],
    person: people,
  };
  const rows = rowsWith(base);

  test.each([
    ['task', idOf(200), { taskId: idOf(200) }, 'T-022'],
    ['ticket', idOf(500), { ticketId: idOf(500) }, 'TKT-0012'],
    ['incident', idOf(300), { incidentId: idOf(300) }, 'INC-002'],
    ['training', idOf(1000), { courseId: idOf(1000) }, 'CRS-01'],
  ] as const)('of kind %s points at what it waits for', (kind, blockedById, points, ref) => {
    const verdict = addBlocker(rows, { checkId, kind, blockedById, content: '' }, anAct({ occurredAt: 7 }));
    expect(verdict).toMatchObject({ ok: true, value: { action: 'blocker.add' } });
    const after = rowsAfter(rows, verdict);
    expect([...after.blocker.values()]).toMatchObject([{ ...points, kind, checkId, addedBy: 'M. Okoro', addedAt: 7, clearedAt: null }]);
    expect(blocking(after, check)).toMatchObject([{ ref, isCleared: false }]);
    expect(refusalOf(addBlocker(after, { checkId, kind, blockedById, content: 'once more' }, anAct()))).toBe('same-blocker');
  });

  test.each(['task', 'ticket', 'incident', 'training'] as const)('of kind %s must point at one that is there', (kind) => {
    expect(refusalOf(addBlocker(rows, { checkId, kind, blockedById: idOf(999), content: 'x' }, anAct()))).toBe('unknown-blocker');
    expect(refusalOf(addBlocker(rows, { checkId, kind, content: 'x' }, anAct()))).toBe('unknown-blocker');
  });

  test.each(['risk', 'other'] as const)('of kind %s needs words and points at nothing', (kind) => {
    expect(refusalOf(addBlocker(rows, { checkId, kind, content: '' }, anAct()))).toBe('words-needed');
    const after = rowsAfter(rows, addBlocker(rows, { checkId, kind, blockedById: idOf(200), content: 'Contract' }, anAct()));
    expect([...after.blocker.values()]).toMatchObject([{ taskId: null, content: 'Contract' }]);
  });

  test.each(['passed', 'not applicable'] as const)('is not added to a check that is %s', (status) => {
    const settled = rowsWith({ ...base, check: [aCheck({ status })] });
    expect(refusalOf(addBlocker(settled, { checkId, kind: 'risk', content: 'x' }, anAct()))).toBe('decided');
  });

  test('in words is cleared by a person; one that points clears only by itself', () => {
    const worded = rowsWith({ ...base, blocker: [aBlocker()] });
    const after = rowsAfter(worded, clearBlocker(worded, { blockerId: idOf(1200) }, anAct({ occurredAt: 9 })));
    expect(after.blocker.get(idOf(1200))).toMatchObject({ clearedAt: 9, clearedBy: 'M. Okoro' });
    expect(blocking(after, check)).toEqual([]);
    expect(refusalOf(clearBlocker(after, { blockerId: idOf(1200) }, anAct()))).toBe('nothing-changed');
    const pointing = rowsWith({ ...base, blocker: [aBlocker({ kind: 'task', taskId: idOf(200) })] });
    expect(refusalOf(clearBlocker(pointing, { blockerId: idOf(1200) }, anAct()))).toBe('clears-itself');
  });

  test('is removed; removing it again is refused', () => {
    const held = rowsWith({ ...base, blocker: [aBlocker()] });
    expect(rowsAfter(held, removeBlocker(held, { blockerId: idOf(1200) }, anAct())).blocker.size).toBe(0);
    expect(refusalOf(removeBlocker(rows, { blockerId: idOf(1200) }, anAct()))).toBe('unknown-blocker');
  });

  test.each([
    ...(['planned', 'in progress', 'blocked', 'failed', 'rolled back'] as const).map((status) => ['task', status, false] as const),
    ...(['finished', 'finished by workaround', 'skipped'] as const).map((status) => ['task', status, true] as const),
    ...(['new', 'triaged', 'in progress', 'waiting'] as const).map((status) => ['ticket', status, false] as const),
    ...(['resolved', 'closed', 'cancelled'] as const).map((status) => ['ticket', status, true] as const),
    ...(['open', 'mitigated'] as const).map((status) => ['incident', status, false] as const),
    ...(['resolved', 'closed'] as const).map((status) => ['incident', status, true] as const),
  ])('of a %s that is %s: cleared %s', (table, status, isCleared) => {
    const pointed = {
      task: { task: [aTask({ status: status as never })] },
      ticket: { ticket: [aTicket({ status: status as never })] },
      incident: { incident: [anIncident({ status: status as never })] },
    }[table];
    const ids = { task: { taskId: idOf(200) }, ticket: { ticketId: idOf(500) }, incident: { incidentId: idOf(300) } }[table];
    const held = rowsWith({ ...base, ...pointed, blocker: [aBlocker({ kind: table, ...ids })] });
    expect(blockersOf(held, check)).toMatchObject([{ isCleared, standing: status }]);
  });

  test.each([
    [[], false],
    [['attended', 'booked'], false],
    [['attended', 'attended', 'attended', 'booked'], false],
    [['attended', 'attended'], true],
    [['attended', 'excused'], true],
    [['excused'], true],
  ] as const)('of a course with seats %j is cleared: %s', (statuses, isCleared) => {
    const seat = statuses.map((status, number) => aSeat(number, status));
    const held = rowsWith({
      ...base,
      seat,
      goLive: [aGoLive({ trainingTarget: 95 })],
      blocker: [aBlocker({ kind: 'training', courseId: course.id })],
    });
    expect(blockersOf(held, check)).toMatchObject([{ isCleared }]);
  });
});

describe('a blocked check', () => {
  const held = rowsWith({
    check: [check],
    task: [aTask({ status: 'in progress' })],
    blocker: [aBlocker({ kind: 'task', taskId: idOf(200) })],
  });

  test('does not pass, unless with a reason that is kept on it and in the journal', () => {
    expect(settleCheck(held, { checkId, status: 'passed', reason: '' }, anAct())).toMatchObject({
      ok: false,
      refusal: { code: 'blocked', reason: expect.stringContaining('T-022'), about: ['C-001', 'T-022'] },
    });
    const verdict = settleCheck(held, { checkId, status: 'passed', reason: 'seen', despite: 'Bank confirmed by phone' }, anAct());
    expect(verdict).toMatchObject({ ok: true, value: { note: 'Although T-022 blocks it: Bank confirmed by phone\nseen' } });
    expect(rowsAfter(held, verdict).check.get(checkId)).toMatchObject({ status: 'passed', reason: 'Bank confirmed by phone' });
  });

  test('is not verified either, unless with a reason', () => {
    const waiting = { ...check, needsVerification: true, status: 'to verify' as CheckStatus, decidedById: idOf(101) };
    const rows = { ...held, check: new Map([[checkId, waiting]]) };
    const act = anAct({ personId: idOf(102) });
    expect(refusalOf(verifyCheck(rows, { checkId }, act))).toBe('blocked');
    expect(verifyCheck(rows, { checkId, despite: 'known' }, act).ok).toBe(true);
  });

  test('a reason to pass in spite of blockers is passed over where nothing blocks', () => {
    const free = rowsWith({ check: [check] });
    const verdict = settleCheck(free, { checkId, status: 'passed', reason: '', despite: 'x' }, anAct());
    expect(rowsAfter(free, verdict).check.get(checkId)).toMatchObject({ status: 'passed', reason: '' });
    expect(verdict).toMatchObject({ value: { note: '' } });
  });

  test('may be failed, waived and worked on', () => {
    for (const status of ['failed', 'waived', 'in work'] as const)
      expect(settleCheck(held, { checkId, status, reason: 'r' }, anAct()).ok).toBe(true);
  });
});
