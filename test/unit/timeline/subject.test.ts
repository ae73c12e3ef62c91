import { describe, expect, test } from 'vitest';
import { areaOf, entryKind, isLate, subjectOf } from '../../../shared/domain/timeline/subject.ts';
import { anIncident, aTask, aTicket, HOUR, idOf, rowsWith, T_ZERO } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const rows = rowsWith({ task: [aTask()], incident: [anIncident()], ticket: [aTicket()] });
const set = (table: string, id: string, fields: Record<string, unknown> = {}) => ({ table, id, set: fields, was: {} });

describe('the subject of an entry', () => {
  test('is the row of its main change, not of those that follow from it', () => {
    const changes = [set('ticketState', idOf(1), { ticketId: idOf(500) }), set('ticket', idOf(500))];
    expect(subjectOf(anEntry('ticket.move', changes), rows)).toEqual({ table: 'ticket', id: idOf(500), ref: 'TKT-0012' });
  });

  test('is what a person opens where the row itself has no board', () => {
    const steps = [1, 2].map((at) => set('procedureStep', idOf(at), { incidentId: idOf(300) }));
    expect(subjectOf(anEntry('procedure.start', steps), rows)).toEqual({ table: 'incident', id: idOf(300), ref: 'INC-002' });
    const note = set('note', idOf(3), { subject: 'task', subjectId: idOf(200) });
    expect(subjectOf(anEntry('note.add', [note]), rows)).toEqual({ table: 'task', id: idOf(200), ref: 'T-022' });
  });

  test('is nothing for an act on several rows, or on none', () => {
    expect(subjectOf(anEntry('plan.import', [set('task', idOf(200)), set('task', idOf(201))]), rows)).toBeNull();
    expect(subjectOf(anEntry('goLive.start'), rows)).toBeNull();
    expect(subjectOf(anEntry('note.add', [set('note', idOf(3), { subject: null, subjectId: null })]), rows)).toBeNull();
  });
});

test('an entry is late when it was written down more than a minute after it happened', () => {
  expect(isLate({ at: T_ZERO + 60_000, occurredAt: T_ZERO })).toBe(false);
  expect(isLate({ at: T_ZERO + 60_001, occurredAt: T_ZERO })).toBe(true);
});

test('an entry belongs to the board of its act', () => {
  const areas = ['condition.settle', 'link.add', 'procedure.step', 'seat.book', 'cleanup.settle', 'note.add', 'radar.ping', 'x'];
  expect(areas.map((action) => areaOf(anEntry(action)))).toEqual([
    'gate',
    'runbook',
    'incident',
    'training',
    'closure',
    'note',
    'other',
    'other',
  ]);
});

test('decisions, declarations, notes, imports and undoing have marks of their own', () => {
  const actions = ['gate.decide', 'incident.declare', 'note.add', 'ticket.import', 'entry.undo', 'task.start'];
  expect(actions.map((action) => entryKind(anEntry(action)))).toEqual(['gate', 'incident', 'note', 'machine', 'undo', 'act']);
  expect(entryKind(anEntry('task.start', [], { at: T_ZERO + HOUR }))).toBe('act');
});
