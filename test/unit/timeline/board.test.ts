import { describe, expect, test } from 'vitest';
import { changedFields, changedRow } from '../../../renderer/boards/timeline/changed-fields.ts';
import { everything, isNarrowed, wishedFor } from '../../../renderer/boards/timeline/filter.ts';
import { insert, remove, update } from '../../../shared/base/change.ts';
import { tables } from '../../../shared/domain/tables.ts';
import type { TimelineLine } from '../../../shared/domain/timeline/list.ts';
import { anAssignment, aPerson, aTask, aTicket, goLiveId, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { aGoLive } from '../../support/record.ts';

const line = (fields: Partial<TimelineLine>): TimelineLine => ({
  id: idOf(1),
  seq: 1,
  occurredAt: T_ZERO,
  writtenAt: null,
  kind: 'act',
  area: 'ticket',
  action: 'ticket.log',
  actor: 'L. Costa',
  text: 'TKT-0001 logged',
  note: '',
  subject: null,
  ...fields,
});

describe('the filters', () => {
  const lines = [
    line({}),
    line({ kind: 'note', area: 'note', action: 'note.add', text: 'Note: bank called', actor: 'A. Kaya' }),
    line({ kind: 'gate', area: 'gate', action: 'gate.decide' }),
    line({ area: 'readiness', action: 'check.waive' }),
    line({ area: 'incident', action: 'procedure.step' }),
  ];
  const shown = (wish: Partial<typeof everything>) => lines.filter(wishedFor({ ...everything, ...wish })).map(({ action }) => action);

  test('show everything until something is chosen', () => {
    expect(shown({})).toHaveLength(5);
    expect(isNarrowed(everything)).toBe(false);
  });

  test('narrow to notes, decisions, incidents, an area, a person and words, together', () => {
    expect(shown({ view: 'notes' })).toEqual(['note.add']);
    expect(shown({ view: 'decisions' })).toEqual(['gate.decide', 'check.waive']);
    expect(shown({ view: 'incidents' })).toEqual(['procedure.step']);
    expect(shown({ area: 'gate' })).toEqual(['gate.decide']);
    expect(shown({ actor: 'A. Kaya' })).toEqual(['note.add']);
    expect(shown({ text: ' BANK ' })).toEqual(['note.add']);
    expect(shown({ view: 'decisions', actor: 'A. Kaya' })).toEqual([]);
    expect(isNarrowed({ ...everything, text: 'bank' })).toBe(true);
  });
});

describe('the changes of an entry', () => {
  const rows = rowsWith({ goLive: [aGoLive({ id: goLiveId, zone: 'Europe/Prague' })], person: [aPerson()], task: [aTask()] });

  test('say what was and what is, with names for ids and times in the zone of the go-live', () => {
    const [change] = update(tables.ticket, aTicket(), { assigneeId: aPerson().id, repliedAt: T_ZERO + MINUTE, priority: 1 });
    expect(change && changedFields(change, rows)).toEqual([
      { field: 'assignee', was: 'nothing', is: 'L. Costa' },
      { field: 'replied at', was: 'nothing', is: '2026-11-21 22:01 CET' },
      { field: 'priority', was: '3', is: '1' },
    ]);
  });

  test('of a new row say what it holds; of one that is gone nothing', () => {
    const made = changedFields(insert(tables.ticket, aTicket({ taskId: aTask().id })), rows);
    expect(made.find(({ field }) => field === 'task')).toEqual({ field: 'task', was: null, is: 'T-022' });
    expect(made.map(({ field }) => field)).not.toContain('detail');
    expect(changedFields(remove(tables.ticket, aTicket()), rows)).toEqual([]);
  });

  test('name the row they are about: by reference and title, a link by its ends, others by what they tie', () => {
    const [change] = update(tables.task, aTask(), { startOffset: 2 * 60 * MINUTE, durationMs: 55 * MINUTE });
    expect(change && changedRow(change, rows)).toEqual({ name: 'T-022 Bank connector', what: 'task changed' });
    expect(change && changedFields(change, rows).map(({ field, is }) => `${field} ${is}`)).toEqual([
      'planned start T+02:00',
      'length 55 m',
    ]);
    const link = { id: idOf(3), goLiveId, fromId: aTask().id, toId: aTask().id, kind: 'FS' as const, lagMs: 0 };
    expect(changedRow(remove(tables.link, link), rows)).toEqual({ name: 'T-022 after T-022', what: 'link removed' });
    const assigned = insert(tables.assignment, anAssignment({ personId: aPerson().id }));
    expect(changedRow(assigned, rows)).toEqual({ name: 'L. Costa', what: 'role added' });
  });

  test('name what a note is about, and cut what is endless', () => {
    const note = {
      id: idOf(2),
      goLiveId,
      content: 'x'.repeat(2_000),
      occurredAt: T_ZERO,
      writtenBy: 'A. Kaya',
      subject: 'task' as const,
      subjectId: aTask().id,
    };
    const made = changedFields(insert(tables.note, note), rows);
    expect(made.find(({ field }) => field === 'subject')?.is).toBe('T-022');
    expect(made.find(({ field }) => field === 'content')?.is).toHaveLength(401);
  });
});
