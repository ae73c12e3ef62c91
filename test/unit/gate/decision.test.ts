import { describe, expect, test } from 'vitest';
import { decideGate, reopenGate } from '../../../shared/domain/gate/decision-rules.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import {
  aCheck,
  aCondition,
  aCriterion,
  aGate,
  aGoLive,
  aLink,
  anAct,
  anAssignment,
  anIncident,
  aPerson,
  aTask,
  changesOf,
  HOUR,
  idOf,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

const NOW = T_ZERO + HOUR;
const operator = aPerson({ id: idOf(101), name: 'J. Novak' });
const other = aPerson({ id: idOf(102), name: 'E. Moreau' });
const people = { person: [operator, other], assignment: [anAssignment({ role: 'deployment-operator', personId: operator.id })] };
const givenGate = (lists: Parameters<typeof rowsWith>[0] = {}) => rowsWith({ goLive: [aGoLive()], gate: [aGate()], ...people, ...lists });
const aCall = (call: 'go' | 'go with conditions' | 'no-go') => ({
  id: idOf(720),
  goLiveId: idOf(0),
  gateId: idOf(700),
  position: 'tester',
  personId: other.id,
  call,
  reason: 'two defects',
  at: 1,
});
const bank = { content: 'Bank certificate renewed', ownerId: other.id, dueAt: NOW + HOUR };

type Asked = Partial<Parameters<typeof decideGate>[1]>;
function decide(rows: Rows, asked: Asked = {}, { as = operator.id as string | null, isManager = false } = {}) {
  const command = { gateId: idOf(700), decision: 'go' as const, reasons: 'All stand behind it', conditions: [], ...asked };
  return decideGate(rows, command, anAct({ now: NOW, personId: as, actor: 'J. Novak' }), { isManager, lastSeq: 41 });
}

describe('who decides', () => {
  test('the holder of the role that decides, or a manager', () => {
    expect(decide(givenGate()).ok).toBe(true);
    expect(decide(givenGate(), {}, { as: other.id, isManager: true }).ok).toBe(true);
    expect(decide(givenGate(), {}, { as: null, isManager: true }).ok).toBe(true);
  });

  test.each([other.id, null])('nobody else, and the refusal says who does', (as) => {
    const verdict = decide(givenGate(), {}, { as });
    expect(refusalOf(verdict)).toBe('not-the-decider');
    expect(verdict.ok || verdict.refusal.reason).toContain('deployment operator (J. Novak)');
  });
});

describe('a plain go', () => {
  test('is decided with who, when and why, once every criterion is met, waived or not applicable', () => {
    const criterion = (['met', 'waived', 'not applicable'] as const).map((status, at) => aCriterion({ id: idOf(710 + at), status }));
    const verdict = decide(givenGate({ criterion }));
    expect(verdict).toMatchObject({ ok: true, value: { action: 'gate.decide', rowId: idOf(700) } });
    expect(rowsAfter(givenGate({ criterion }), verdict).gate.get(idOf(700))).toMatchObject({
      decision: 'go',
      decidedBy: 'J. Novak',
      decidedAt: NOW,
      reasons: 'All stand behind it',
    });
  });

  test.each([
    ['failed', '"All tests passing" failed'],
    ['open', '"All tests passing" is open'],
  ] as const)('is refused while a criterion is %s', (status, words) => {
    const verdict = decide(givenGate({ criterion: [aCriterion({ status })] }));
    expect(refusalOf(verdict)).toBe('not-met');
    expect(verdict.ok || verdict.refusal.reason).toContain(words);
  });

  test('is refused while a check of a criterion failed, and names the checks in the way, failed ones first', () => {
    const check = [
      aCheck({ status: 'open' }),
      aCheck({ id: idOf(601), ref: 'C-002', status: 'failed' }),
      aCheck({ id: idOf(602), ref: 'C-003', status: 'passed' }),
    ];
    const verdict = decide(givenGate({ check, criterion: [aCriterion({ checkIds: check.map(({ id }) => id) })] }));
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'not-met', about: ['C-002', 'C-001'] } });
  });

  test('names failed criteria before open ones, and how many more', () => {
    const criterion = Array.from({ length: 6 }, (_, at) =>
      aCriterion({ id: idOf(710 + at), title: `Criterion ${at}`, position: at, status: at === 5 ? 'failed' : 'open' }),
    );
    const verdict = decide(givenGate({ criterion }));
    expect(verdict.ok || verdict.refusal.reason).toContain('"Criterion 5" failed, "Criterion 0" is open');
    expect(verdict.ok || verdict.refusal.reason).toContain('and 2 more');
  });

  test('is refused over a call of no-go, which a go with conditions may overrule', () => {
    const rows = givenGate({ call: [aCall('no-go')] });
    expect(refusalOf(decide(rows))).toBe('not-met');
    expect(decide(rows, { decision: 'go with conditions', conditions: [bank] }).ok).toBe(true);
  });

  test('is not held by calls that are missing or have conditions', () => {
    expect(decide(givenGate({ call: [aCall('go with conditions')] })).ok).toBe(true);
  });
});

describe('a go with conditions', () => {
  const withConditions: Asked = { decision: 'go with conditions', conditions: [bank] };

  test('goes over failed and open criteria and records its conditions as open', () => {
    const rows = givenGate({ criterion: [aCriterion({ status: 'failed' }), aCriterion({ id: idOf(711) })] });
    const decided = rowsAfter(rows, decide(rows, withConditions));
    expect([...decided.condition.values()]).toMatchObject([{ ...bank, gateId: idOf(700), status: 'open', settledAt: null, note: '' }]);
  });

  test('needs at least one condition', () => {
    expect(refusalOf(decide(givenGate(), { decision: 'go with conditions' }))).toBe('conditions-needed');
  });

  test('needs owners in the roster and due times after the decision', () => {
    const asked = (fields: object) => ({ ...withConditions, conditions: [{ ...bank, ...fields }] });
    expect(refusalOf(decide(givenGate(), asked({ ownerId: idOf(99) })))).toBe('unknown-person');
    expect(refusalOf(decide(givenGate(), asked({ dueAt: NOW })))).toBe('due-past');
  });

  test.each(['go', 'no-go', 'hold'] as const)('conditions do not belong to %s', (decision) => {
    expect(refusalOf(decide(givenGate(), { decision, conditions: [bank] }))).toBe('no-conditions');
  });
});

describe('what nothing may start without', () => {
  const rows = givenGate({ criterion: [aCriterion({ title: 'Tested codebase', neededToStart: true })] });

  test('holds a go and a go with conditions', () => {
    expect(refusalOf(decide(rows))).toBe('needed-to-start');
    expect(refusalOf(decide(rows, { decision: 'go with conditions', conditions: [bank] }))).toBe('needed-to-start');
  });

  test.each(['no-go', 'hold'] as const)('does not stand against %s', (decision) => {
    expect(decide(rows, { decision }).ok).toBe(true);
  });
});

describe('a decision that stands', () => {
  test.each(['go', 'go with conditions', 'no-go'] as const)('%s is not decided again', (decision) => {
    expect(refusalOf(decide(givenGate({ gate: [aGate({ decision, decidedBy: 'X' })] })))).toBe('decided');
  });

  test('a hold is', () => {
    expect(decide(givenGate({ gate: [aGate({ decision: 'hold' })] })).ok).toBe(true);
  });
});

test('what was known is frozen with the decision', () => {
  const rows = givenGate({
    check: [
      aCheck({ status: 'passed' }),
      aCheck({ id: idOf(601), status: 'in work' }),
      aCheck({ id: idOf(602), status: 'failed', phase: 'another' }),
    ],
    criterion: [
      aCriterion({ checkIds: [idOf(600)] }),
      aCriterion({ id: idOf(711), title: 'Waived one', status: 'waived', reason: 'agreed', position: 1 }),
    ],
    call: [aCall('go')],
    incident: [
      anIncident({ severity: 3 }),
      anIncident({ id: idOf(301), ref: 'INC-003', severity: 1, status: 'mitigated' }),
      anIncident({ id: idOf(302), status: 'resolved' }),
    ],
    task: [
      aTask({ id: idOf(201), startOffset: 0, durationMs: HOUR }), // should have started
      aTask({ id: idOf(202), startOffset: 2 * HOUR, durationMs: HOUR }),
      aTask({ id: idOf(203), startOffset: 0, durationMs: HOUR / 2, status: 'blocked', actualStart: T_ZERO }), // should have ended
      aTask({ id: idOf(204), startOffset: 0, durationMs: HOUR / 2, status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO }),
      aTask({ id: idOf(205), status: 'blocked' }),
    ],
  });
  expect(rowsAfter(rows, decide(rows)).gate.get(idOf(700))?.known).toEqual({
    criteria: [
      { title: 'All tests passing', status: 'met', reason: '' },
      { title: 'Waived one', status: 'waived', reason: 'agreed' },
    ],
    calls: [
      { position: 'tester', person: 'E. Moreau', call: 'go', reason: 'two defects' },
      { position: 'developer', person: '', call: null, reason: '' },
    ],
    approvals: [],
    tests: [],
    evidence: [],
    checks: { passed: 1, waived: 0, inWork: 1, open: 0, failed: 0, notApplicable: 0, toVerify: 0 },
    openIncidents: [
      { ref: 'INC-003', title: 'Bank refuses our production certificate', severity: 1 },
      { ref: 'INC-002', title: 'Bank refuses our production certificate', severity: 3 },
    ],
    lateTasks: 2,
    blockedTasks: 2,
    lastSeq: 41,
  });
});

test('a task that only its predecessors place is late when it did not start as planned', () => {
  const first = aTask({
    id: idOf(201),
    startOffset: 0,
    durationMs: HOUR / 4,
    status: 'finished',
    actualStart: T_ZERO,
    actualEnd: T_ZERO + HOUR / 4,
  });
  const rows = givenGate({ task: [first, aTask({ id: idOf(202), durationMs: HOUR })], link: [aLink(idOf(201), idOf(202))] });
  expect(rowsAfter(rows, decide(rows)).gate.get(idOf(700))?.known?.lateTasks).toBe(1);
});

test('a gate that ends no phase knows the checks of all phases', () => {
  const rows = givenGate({ gate: [aGate({ phase: '' })], check: [aCheck(), aCheck({ id: idOf(601), phase: 'another' })] });
  expect(rowsAfter(rows, decide(rows)).gate.get(idOf(700))?.known?.checks.open).toBe(2);
});

describe('reopening', () => {
  const gone = aGate({ decision: 'go with conditions', decidedBy: 'X', decidedAt: 3, reasons: 'y' });
  const reopen = (rows: Rows, { as = operator.id as string | null, isManager = false } = {}) =>
    reopenGate(rows, { gateId: idOf(700), reason: 'certificate expired' }, anAct({ personId: as }), isManager);

  test('takes the decision and its conditions back, and keeps the reason', () => {
    const rows = givenGate({ gate: [gone], condition: [aCondition(), aCondition({ id: idOf(731), gateId: idOf(9) })] });
    const verdict = reopen(rows);
    expect(verdict).toMatchObject({ ok: true, value: { action: 'gate.reopen', note: 'certificate expired' } });
    const reopened = rowsAfter(rows, verdict);
    expect(reopened.gate.get(idOf(700))).toEqual(aGate());
    expect([...reopened.condition.keys()]).toEqual([idOf(731)]);
    expect(changesOf(verdict)).toHaveLength(2);
  });

  test('is refused once tasks it guards began, and names them', () => {
    const task = aTask({ ref: 'T-031', phase: 'production-deployment', status: 'in progress', actualStart: 4 });
    expect(reopen(givenGate({ gate: [gone], task: [task] }))).toMatchObject({ ok: false, refusal: { code: 'begun', about: ['T-031'] } });
    expect(reopen(givenGate({ gate: [gone], task: [{ ...task, phase: 'another' }] })).ok).toBe(true);
    expect(reopen(givenGate({ gate: [aGate({ decision: 'no-go' })], task: [task] })).ok).toBe(true);
  });

  test('is for who may decide', () => {
    expect(refusalOf(reopen(givenGate({ gate: [gone] }), { as: other.id }))).toBe('not-the-decider');
    expect(reopen(givenGate({ gate: [gone] }), { as: null, isManager: true }).ok).toBe(true);
  });

  test('of an undecided gate is refused', () => {
    expect(refusalOf(reopen(givenGate()))).toBe('not-decided');
  });
});

describe('a gate with a stability period', () => {
  const waiting = (goLive: Partial<Parameters<typeof aGoLive>[0]>) =>
    givenGate({ goLive: [aGoLive(goLive)], gate: [aGate({ liveForMs: 24 * HOUR })], criterion: [], check: [] });
  const at = (rows: Rows, occurredAt: number, decision: 'go' | 'hold' = 'go') =>
    decideGate(rows, { gateId: idOf(700), decision, reasons: 'stable', conditions: [] }, anAct({ personId: operator.id, occurredAt }), {
      isManager: true,
      lastSeq: 1,
    });

  test('is not passed before the system is live, nor before the time is over, whoever decides; a hold is always possible', () => {
    expect(refusalOf(at(waiting({ liveAt: null }), T_ZERO))).toBe('not-live');
    const rows = waiting({ liveAt: T_ZERO });
    expect(refusalOf(at(rows, T_ZERO + 24 * HOUR - 1))).toBe('too-early');
    expect(at(rows, T_ZERO + 1, 'hold').ok).toBe(true);
    expect(at(rows, T_ZERO + 24 * HOUR).ok).toBe(true);
  });
});
