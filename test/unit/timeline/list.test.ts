import { describe, expect, test } from 'vitest';
import { timelineOf } from '../../../shared/domain/timeline/list.ts';
import { aTask, aTicket, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const state = (number: number, minutes: number, sourceState: string) => ({
  id: idOf(number),
  goLiveId,
  ticketId: idOf(500),
  occurredAt: T_ZERO + minutes * MINUTE,
  status: 'waiting' as const,
  sourceState,
  by: 'Service desk',
});
const rows = rowsWith({
  task: [aTask()],
  ticket: [aTicket()],
  ticketState: [state(1, 10, 'Awaiting User Info'), state(2, 20, ''), state(3, 30, 'Waiting')],
});
const block = [{ table: 'task', id: idOf(200), set: { reason: 'certificate refused' }, was: {} }];
const entries = [
  anEntry('task.block', block, { seq: 4, at: T_ZERO + 30 * MINUTE, note: 'certificate refused', actor: 'L. Costa' }),
  anEntry('note.add', [], { seq: 5, at: T_ZERO + HOUR, occurredAt: T_ZERO + 5 * MINUTE }),
  anEntry('task.unblock', block, { seq: 6, at: T_ZERO + HOUR, note: 'chain is there' }),
];

describe('the timeline', () => {
  test('is in the order things happened, imported history before acts of the same instant', () => {
    expect(timelineOf(entries, rows).map(({ seq, text }) => [seq, text])).toEqual([
      [5, 'Note'],
      [null, 'TKT-0012 Awaiting User Info (waiting)'],
      [null, 'TKT-0012 Waiting'],
      [4, 'T-022 blocked: certificate refused'],
      [6, 'T-022 unblocked: Bank connector'],
    ]);
  });

  test('says when a line was written down late', () => {
    const lines = timelineOf(entries, rows);
    expect(lines.map(({ writtenAt }) => writtenAt)).toEqual([T_ZERO + HOUR, null, null, null, null]);
  });

  test('repeats a note only where the words do not say it', () => {
    const notes = timelineOf(entries, rows).map(({ note }) => note);
    expect(notes).toEqual(['', '', '', '', 'chain is there']);
  });

  test('is narrowed by area, kind, person, words and time', () => {
    const seqs = (filter: Parameters<typeof timelineOf>[2]) => timelineOf(entries, rows, filter).map(({ seq }) => seq);
    expect(seqs({ areas: ['runbook'] })).toEqual([4, 6]);
    expect(seqs({ kinds: ['machine'] })).toEqual([null, null]);
    expect(seqs({ actor: 'L. Costa' })).toEqual([4]);
    expect(seqs({ text: 'CHAIN' })).toEqual([6]);
    expect(seqs({ text: 'costa' })).toEqual([4]);
    expect(seqs({ from: T_ZERO + 30 * MINUTE, to: T_ZERO + HOUR })).toEqual([null, 4]);
    expect(seqs({ text: '  ' })).toHaveLength(5);
  });
});
