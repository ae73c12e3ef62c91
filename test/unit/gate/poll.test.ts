import { describe, expect, test } from 'vitest';
import { callGate } from '../../../shared/domain/gate/poll-rules.ts';
import { aGate, anAct, anAssignment, aPerson, idOf, refusalOf, rowsAfter, rowsWith } from '../../support/builders.ts';

const tester = aPerson({ id: idOf(101), name: 'E. Moreau' });
const other = aPerson({ id: idOf(102), name: 'J. Novak' });
const rows = rowsWith({ gate: [aGate()], person: [tester, other], assignment: [anAssignment({ role: 'tester', personId: tester.id })] });

type Asked = Partial<Parameters<typeof callGate>[1]>;
const call = (asked: Asked, as: string | null, { isManager = false, on = rows, at = 5 } = {}) =>
  callGate(
    on,
    { gateId: idOf(700), position: 'tester', call: 'go', reason: '', ...asked },
    anAct({ personId: as, occurredAt: at, actor: on.person.get(as ?? '')?.name ?? 'Go-live desk' }),
    isManager,
  );

describe('a call', () => {
  test('of the one who holds the role is recorded with the time it was made', () => {
    expect(call({}, tester.id)).toMatchObject({ ok: true, value: { action: 'gate.call', note: '' } });
    const made = [...rowsAfter(rows, call({}, tester.id)).call.values()];
    expect(made).toMatchObject([{ gateId: idOf(700), position: 'tester', personId: tester.id, call: 'go', reason: '', at: 5 }]);
  });

  test('changed later replaces the earlier one', () => {
    const once = rowsAfter(rows, call({}, tester.id));
    const twice = rowsAfter(once, call({ call: 'no-go', reason: 'two defects' }, tester.id, { on: once, at: 9 }));
    expect([...twice.call.values()]).toMatchObject([{ call: 'no-go', reason: 'two defects', at: 9 }]);
    expect(refusalOf(call({}, tester.id, { on: once, at: 9 }))).toBe('nothing-changed');
  });

  test.each(['no-go', 'go with conditions'] as const)('of %s needs a reason', (word) => {
    expect(refusalOf(call({ call: word }, tester.id))).toBe('reason-needed');
    expect(call({ call: word, reason: 'certificate by 23:00' }, tester.id).ok).toBe(true);
  });

  test('is refused for who does not hold the role, and says who does', () => {
    const verdict = call({}, other.id);
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'not-the-role', about: ['G-1'] } });
    expect(verdict.ok || verdict.refusal.reason).toContain('E. Moreau');
    expect(refusalOf(call({}, other.id, { isManager: true }))).toBe('not-the-role');
  });

  test('for a role nobody holds is refused and points to the roster', () => {
    const verdict = call({ position: 'developer' }, other.id);
    expect(verdict.ok || verdict.refusal.reason).toContain('roster');
  });

  test('of a position the gate does not ask is refused', () => {
    expect(refusalOf(call({ position: 'analyst' }, tester.id))).toBe('unknown-position');
  });

  test('is refused while nobody knows whose it is', () => {
    expect(refusalOf(call({}, null))).toBe('no-caller');
    expect(refusalOf(call({}, null, { isManager: true }))).toBe('no-caller');
  });

  test('may be entered for somebody by a manager only, and the note says who entered it', () => {
    expect(refusalOf(call({ personId: tester.id }, other.id))).toBe('not-yours');
    const verdict = call({ personId: tester.id }, other.id, { isManager: true });
    expect(verdict).toMatchObject({ ok: true, value: { note: 'Call of E. Moreau, entered by J. Novak' } });
    expect(call({ personId: tester.id }, null, { isManager: true })).toMatchObject({
      value: { note: 'Call of E. Moreau, entered by Go-live desk' },
    });
  });

  test.each(['go', 'go with conditions', 'no-go'] as const)('is refused after the decision %s', (decision) => {
    const decided = rowsWith({ ...lists, gate: [aGate({ decision })] });
    expect(refusalOf(call({}, tester.id, { on: decided }))).toBe('decided');
  });

  test('is taken again while the gate is on hold', () => {
    expect(call({}, tester.id, { on: rowsWith({ ...lists, gate: [aGate({ decision: 'hold' })] }) }).ok).toBe(true);
  });

  test('at a gate that is not there is refused', () => {
    expect(refusalOf(call({}, tester.id, { on: rowsWith({}) }))).toBe('unknown-gate');
  });
});

const lists = { person: [tester, other], assignment: [anAssignment({ role: 'tester', personId: tester.id })] };
