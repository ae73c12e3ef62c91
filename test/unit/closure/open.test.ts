import { describe, expect, test } from 'vitest';
import { openAtClosure } from '../../../shared/domain/closure/open.ts';
import { applyChanges } from '../../../shared/domain/tables.ts';
import { aGoLive, anIncident, aTask, aTicket, goLiveId, HOUR, idOf, rowsWith, T_ZERO } from '../../support/builders.ts';
import { closureNight } from '../../support/closure-night.ts';

describe('what is open at closure', () => {
  test('is nothing in an empty go-live', () => {
    expect(openAtClosure(rowsWith({}))).toEqual([]);
  });

  test('knows no headings, and nothing that exists only in rehearsals', () => {
    const task = [aTask({ id: idOf(1), kind: 'group' }), aTask({ id: idOf(2), runIn: 'mock only' })];
    expect(openAtClosure(rowsWith({ goLive: [aGoLive()], task }))).toEqual([]);
  });

  test('stands worst first: running work and SEV1 or 2 before what needs a word, then what is left to work off', () => {
    const rows = rowsWith({
      task: [
        aTask({ id: idOf(1), ref: 'T-001', status: 'failed', title: 'Print', reason: 'no paper' }),
        aTask({ id: idOf(2), ref: 'T-002', status: 'in progress', title: 'Load' }),
        aTask({ id: idOf(3), ref: 'T-003', status: 'blocked', title: 'Connect', reason: 'certificate refused' }),
        aTask({ id: idOf(4), ref: 'T-004', status: 'finished' }),
        aTask({ id: idOf(5), ref: 'T-005', position: 5 }),
        aTask({ id: idOf(6), ref: 'T-006', position: 6 }),
      ],
      incident: [
        anIncident({ id: idOf(11), ref: 'INC-001', severity: 3 }),
        anIncident({ id: idOf(12), ref: 'INC-002', severity: 1, status: 'mitigated' }),
        anIncident({ id: idOf(13), ref: 'INC-003', severity: 1, status: 'resolved' }),
      ],
    });
    expect(openAtClosure(rows).map(({ weight, ref, words }) => [weight, ref, words])).toEqual([
      [1, 'INC-002', 'SEV1 mitigated: Bank refuses our production certificate'],
      [1, 'T-003', 'blocked: Connect (certificate refused)'],
      [1, 'T-002', 'in progress: Load'],
      [2, 'INC-001', 'SEV3 open: Bank refuses our production certificate'],
      [2, 'T-001', 'failed: Print (no paper)'],
      [2, 'T-005', 'and 1 more not started'],
    ]);
  });

  test('counts open tickets by priority and names the oldest', () => {
    const ticket = (number: number, priority: number, hours: number, status: 'new' | 'closed' = 'new') =>
      aTicket({ id: idOf(number), ref: `TKT-000${number}`, priority, status, openedAt: T_ZERO + hours * HOUR });
    const rows = rowsWith({ ticket: [ticket(1, 3, 2), ticket(2, 3, 1), ticket(3, 1, 0), ticket(4, 1, 0, 'closed')] });
    expect(openAtClosure(rows).map(({ weight, ref, words, id }) => [weight, ref, words, id])).toEqual([
      [1, 'TKT-0003', 'priority 1 new: Sign-in loop on shop-floor terminals', idOf(3)],
      [3, 'TKT-0002', 'and 1 more open with priority 3, this one the oldest', null],
    ]);
  });

  test('holds conditions, checks, sign-offs, metrics and cleanup, each with its board', () => {
    const found = openAtClosure(closureNight().rows);
    const of = (kind: string) => found.filter((matter) => matter.kind === kind).map(({ ref, words, board }) => [ref, words, board]);
    expect(of('condition')).toEqual([['G-1', 'condition missed: Label printing in Graz works again', 'gate']]);
    expect(of('check')).toEqual([['C-030', 'failed: Load test passed: stock balances', 'readiness']]);
    expect(of('sign-off')).toEqual([
      ['', 'Closure report, Finance lead: refused, Label printing in Graz is still done by hand.', 'closure'],
      ['', 'Handover to support, Service desk: not signed', 'closure'],
    ]);
    expect(of('metric')).toEqual([['', 'Rollback time: not measured', 'closure']]);
    expect(of('cleanup')).toEqual([['', "1 of the cleanup's actions open", 'closure']]);
  });

  test('asks for the cleanup decision only once the system is live', () => {
    const at = (stage: string) =>
      openAtClosure(applyChanges(closureNight().rows, [{ table: 'goLive', id: goLiveId, set: { stage, cleanup: null }, was: {} }]))
        .filter(({ kind }) => kind === 'cleanup')
        .map(({ words }) => words);
    expect(at('cutover')).toEqual([]);
    expect(at('hypercare')).toEqual(['cleanup not decided']);
  });
});
