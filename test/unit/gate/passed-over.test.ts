import { describe, expect, test } from 'vitest';
import { decideGate } from '../../../shared/domain/gate/decision-rules.ts';
import { decidesFor, passedOver } from '../../../shared/domain/gate/passed-over.ts';
import {
  aCheck,
  aCriterion,
  aGate,
  aGoLive,
  anAct,
  anAssignment,
  aPerson,
  HOUR,
  idOf,
  refusalOf,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

const jonas = aPerson({ id: idOf(100), name: 'Jonas Weber' });
const maria = aPerson({ id: idOf(101), name: 'Maria Lopez' });
const gate = aGate({ id: idOf(700), ref: 'G-1', deciderRole: 'tester', positions: ['tester'], decision: null });
const failing = aCheck({ id: idOf(500), ref: 'C-001', status: 'failed' });
const open = aCheck({ id: idOf(501), ref: 'C-002', status: 'open' });
const rows = rowsWith({
  goLive: [aGoLive()],
  person: [jonas, maria],
  assignment: [anAssignment({ role: 'tester', personId: jonas.id })],
  gate: [gate],
  check: [failing, open],
  criterion: [
    aCriterion({ id: idOf(710), title: 'Tests pass', checkIds: [failing.id] }),
    aCriterion({ id: idOf(711), title: 'Data agrees', checkIds: [open.id] }),
    aCriterion({ id: idOf(712), title: 'Plan ready', status: 'met' }),
  ],
});
const condition = { content: 'Results by 23:00', ownerId: maria.id, dueAt: T_ZERO + 2 * HOUR };
const decide = (on = rows, personId = maria.id, decision: 'go with conditions' | 'hold' = 'go with conditions') =>
  decideGate(
    on,
    { gateId: gate.id, decision, reasons: 'We go', conditions: decision === 'hold' ? [] : [condition] },
    anAct({ personId, actor: 'Maria Lopez' }),
    { isManager: true, lastSeq: 1 },
  );

describe('what a go passes over', () => {
  test('is each criterion that is not settled with its checks, and each call that is missing; the worst first', () => {
    expect(passedOver(rows, gate).map(({ words }) => words)).toEqual([
      '“Tests pass” failed (C-001 failed)',
      '“Data agrees” is open (C-002)',
      'The call of tester (Jonas Weber) is missing',
    ]);
  });

  test('is in the entry of the decision with whom it is recorded for, and a hold passes over nothing', () => {
    const verdict = decide();
    const note = verdict.ok ? verdict.value.note : '';
    expect(note).toContain('Recorded for Jonas Weber (tester).');
    expect(note).toContain('Decided although: “Tests pass” failed (C-001 failed); “Data agrees” is open (C-002); The call');
    const held = decide(rows, jonas.id, 'hold');
    expect(held.ok && held.value.note).toBe('');
  });

  test('never gets past what nobody may waive, in a real go-live either', () => {
    const needed = rowsWith({
      goLive: [aGoLive({ kind: 'live' })],
      gate: [gate],
      person: [maria],
      criterion: [aCriterion({ id: idOf(710), neededToStart: true })],
    });
    expect(refusalOf(decide(needed))).toBe('needed-to-start');
  });
});

test('who decides is named to whoever else records it', () => {
  expect(decidesFor(rows, gate, maria.id)).toBe('Jonas Weber (tester)');
  expect(decidesFor(rows, gate, null)).toBe('Jonas Weber (tester)');
  expect(decidesFor(rows, gate, jonas.id)).toBeNull();
  expect(decidesFor(rowsWith({ gate: [gate] }), gate, maria.id)).toBeNull();
});
