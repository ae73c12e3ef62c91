import { expect, test } from 'vitest';
import { AddNote } from '../../../shared/domain/timeline/commands.ts';
import { addNote } from '../../../shared/domain/timeline/rules.ts';
import { slipText, zonedWords } from '../../../shared/domain/timeline/zoned-words.ts';
import { anAct, aTask, changesOf, HOUR, idOf, MINUTE, refusalOf, rowsWith, T_ZERO } from '../../support/builders.ts';

const rows = rowsWith({ task: [aTask()] });

test('a note keeps when it happened, who wrote it and what it is about', () => {
  const act = anAct({ now: T_ZERO + HOUR, occurredAt: T_ZERO + 12 * MINUTE });
  const [change] = changesOf(addNote(rows, AddNote.parse({ content: ' Bank called ', subject: 'task', subjectId: idOf(200) }), act));
  expect(change).toMatchObject({
    table: 'note',
    was: null,
    set: { content: 'Bank called', occurredAt: T_ZERO + 12 * MINUTE, writtenBy: 'M. Okoro', subject: 'task', subjectId: idOf(200) },
  });
});

test('a note may be about the go-live as a whole', () => {
  expect(changesOf(addNote(rows, AddNote.parse({ content: 'All calm' }), anAct()))).toHaveLength(1);
});

test('a note is not about something that is not there, nor about half a thing', () => {
  expect(refusalOf(addNote(rows, AddNote.parse({ content: 'x', subject: 'gate', subjectId: idOf(200) }), anAct()))).toBe('unknown-subject');
  expect(refusalOf(addNote(rows, AddNote.parse({ content: 'x', subject: 'task' }), anAct()))).toBe('half-a-subject');
  expect(AddNote.safeParse({ content: '  ' }).success).toBe(false);
});

test('instants are said in the zone of the go-live, through the nights its clocks change', () => {
  const prague = zonedWords('Europe/Prague');
  expect([prague.time(T_ZERO), prague.short(T_ZERO), prague.full(T_ZERO), prague.zoneName(T_ZERO)]).toEqual([
    '22:00',
    '21 Nov 22:00',
    '21 Nov 2026 22:00',
    'CET',
  ]);
  const noonOfChange = Date.UTC(2026, 9, 25, 11);
  expect(new Date(prague.dayStart(noonOfChange)).toISOString()).toBe('2026-10-24T22:00:00.000Z');
  expect(new Date(zonedWords('Asia/Kathmandu').hourStart(Date.UTC(2026, 0, 1, 0, 20))).toISOString()).toBe('2026-01-01T00:15:00.000Z');
});

test('a slip has its sign and is on time under a minute', () => {
  expect([70, 0.9, -0.9, -12].map((minutes) => slipText(minutes * MINUTE))).toEqual(['+1 h 10 m', 'on time', 'on time', '−12 m']);
});
