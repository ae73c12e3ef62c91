import { describe, expect, test } from 'vitest';
import { giveApproval } from '../../../shared/domain/gate/approval-rules.ts';
import { decideGate } from '../../../shared/domain/gate/decision-rules.ts';
import type { Approval } from '../../../shared/domain/gate/schema.ts';
import { openPoll } from '../../../shared/domain/gate/sealed-poll-rules.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aGate, anAct, anAssignment, aPerson, goLiveId, idOf, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';

const tester = aPerson({ id: idOf(101), name: 'E. Moreau' });
const owner = aPerson({ id: idOf(102), name: 'M. Okoro' });

function anApproval(given: Partial<Approval>): Approval {
  return {
    id: idOf(760),
    goLiveId,
    gateId: idOf(700),
    title: 'QA sign-off',
    detail: '',
    position: 0,
    role: 'tester',
    decision: null,
    decidedBy: '',
    decidedById: null,
    decidedAt: null,
    remark: '',
    catalogueIds: [],
    ...given,
  };
}

const qa = anApproval({});
const launch = anApproval({ id: idOf(761), title: 'Launch approval', position: 1, role: 'business-owner' });
const rows = rowsWith({
  gate: [aGate({ deciderRole: 'tester' })],
  person: [tester, owner],
  assignment: [
    anAssignment({ role: 'tester', personId: tester.id }),
    anAssignment({ id: idOf(151), role: 'business-owner', personId: owner.id }),
  ],
  approval: [qa, launch],
});
const give = (on: Rows, approval: Approval, decision: Approval['decision'], as: string | null, remark = '', isManager = false) =>
  giveApproval(on, { approvalId: approval.id, decision, remark }, anAct({ personId: as, actor: 'X' }), isManager);
const go = (on: Rows) =>
  decideGate(on, { gateId: idOf(700), decision: 'go', reasons: 'ready', conditions: [] }, anAct({}), { isManager: true, lastSeq: 1 });

describe('an approval', () => {
  test('is given by who holds its role, not by a manager', () => {
    expect(give(rows, qa, 'approved', tester.id)).toMatchObject({ ok: true, value: { action: 'approval.give' } });
    expect(refusalOf(give(rows, qa, 'approved', owner.id, '', true))).toBe('not-the-role');
    expect(refusalOf(give(rows, qa, 'approved', null, '', true))).toBe('not-the-role');
  });

  test('is given by a manager where nobody holds its role', () => {
    const empty = { ...rows, assignment: new Map() };
    expect(give(empty, qa, 'approved', null, '', true).ok).toBe(true);
    expect(refusalOf(give(empty, qa, 'approved', tester.id))).toBe('not-the-role');
  });

  test('comes after the ones before it, and they are not taken back under it', () => {
    expect(refusalOf(give(rows, launch, 'approved', owner.id))).toBe('out-of-order');
    const first = rowsAfter(rows, give(rows, qa, 'approved', tester.id));
    const both = rowsAfter(first, give(first, launch, 'approved', owner.id));
    expect(refusalOf(give(both, qa, null, tester.id))).toBe('out-of-order');
    expect(give(both, launch, null, owner.id).ok).toBe(true);
  });

  test('is refused only with a reason', () => {
    expect(refusalOf(give(rows, qa, 'refused', tester.id))).toBe('reason-needed');
    expect(give(rows, qa, 'refused', tester.id, 'Two critical defects').ok).toBe(true);
  });

  test('missing or refused holds a go, with conditions too; a no-go needs none', () => {
    expect(refusalOf(go(rows))).toBe('not-approved');
    const first = rowsAfter(rows, give(rows, qa, 'approved', tester.id));
    expect(refusalOf(go(first))).toBe('not-approved');
    const both = rowsAfter(first, give(first, launch, 'approved', owner.id));
    expect(go(both).ok).toBe(true);
    const decided = rowsAfter(both, go(both));
    expect(refusalOf(give(decided, launch, null, owner.id))).toBe('decided');
    const noGo = { gateId: idOf(700), decision: 'no-go', reasons: 'not ready', conditions: [] } as const;
    expect(decideGate(rows, { ...noGo, conditions: [] }, anAct({}), { isManager: true, lastSeq: 1 }).ok).toBe(true);
  });
});

describe('opening a sealed poll', () => {
  const open = (on: Rows, closesAt: number | null) => openPoll(on, { gateId: idOf(700), closesAt }, anAct({ now: T_ZERO }), true);

  test('needs somebody at each position, or a time when it is revealed all the same', () => {
    expect(refusalOf(open(rows, null))).toBe('position-unfilled');
    expect(open(rows, T_ZERO + 60_000).ok).toBe(true);
    expect(refusalOf(open(rows, T_ZERO))).toBe('due-past');
  });

  test('is refused at a decided gate, and for who does not decide it', () => {
    const decided = { ...rows, gate: new Map([[idOf(700), aGate({ decision: 'go' })]]) };
    expect(refusalOf(open(decided, T_ZERO + 60_000))).toBe('decided');
    const other = openPoll(rows, { gateId: idOf(700), closesAt: T_ZERO + 60_000 }, anAct({ now: T_ZERO, personId: owner.id }), false);
    expect(refusalOf(other)).toBe('not-the-decider');
  });
});
