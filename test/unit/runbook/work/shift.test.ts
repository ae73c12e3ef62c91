import { expect, test } from 'vitest';
import { readShiftNote, writeShiftNote } from '../../../../shared/domain/runbook/work/shift.ts';
import { shiftFacts, shiftFactsText } from '../../../../shared/domain/runbook/work/shift-facts.ts';
import {
  aCondition,
  aGate,
  aGoLive,
  anAct,
  anIncident,
  aPerson,
  aTask,
  HOUR,
  idOf,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../../support/builders.ts';
import { aHold, aRollback } from '../../../support/courses.ts';

const [costa, ito] = [aPerson(), aPerson({ id: idOf(101), name: 'N. Ito' })];
const rows = rowsWith({
  goLive: [aGoLive()],
  person: [costa, ito],
  task: [
    aTask({ id: idOf(201), ref: 'T-001', title: 'Extract', status: 'in progress', actualStart: T_ZERO, workerId: costa.id }),
    aTask({
      id: idOf(202),
      ref: 'T-002',
      title: 'Load',
      status: 'blocked',
      reason: 'Disk full',
      blockedAt: T_ZERO,
      clearsAt: T_ZERO + 2 * HOUR,
    }),
    aTask({ id: idOf(203), ref: 'T-003', title: 'Print labels', ownerIds: [ito.id] }),
    aTask({ id: idOf(204), ref: 'T-004', title: 'Only in rehearsals', runIn: 'mock only' }),
  ],
  incident: [anIncident(), anIncident({ id: idOf(301), ref: 'INC-003', severity: 3 })],
  gate: [
    aGate({ decision: 'go', decidedAt: T_ZERO, decidedBy: 'L. Costa' }),
    aGate({ id: idOf(701), ref: 'G-2', decision: 'go', decidedAt: T_ZERO - 24 * HOUR }),
  ],
});
const act = anAct({ personId: costa.id, actor: costa.name });

test('the facts name what runs, is blocked, is ready, the worst incidents and what was decided in this shift', () => {
  const facts = shiftFacts(rows, act.now);
  expect(facts.running).toEqual(['T-001 Extract, L. Costa, since 22:00 CET']);
  expect(facts.blocked).toEqual(['T-002 Load, blocked: Disk full, expected to go on 00:00 CET']);
  expect(facts.next).toEqual(['T-003 Print labels, N. Ito']);
  expect(facts.incidents).toEqual(['INC-002 SEV2 Bank refuses our production certificate, open']);
  expect(facts.decisions).toEqual(['22:00 CET G-1 Ready for production: go, L. Costa']);
});

test('a night without anything to tell says so', () => {
  const quiet = shiftFactsText(shiftFacts(rowsWith({ goLive: [aGoLive()] }), act.now));
  const heads = quiet.split('\n').map((line) => line.replace(': none', ''));
  expect(heads).toEqual([
    'Hold or rollback running now',
    'Tasks running',
    'Tasks blocked or failed',
    'Open conditions of gates',
    'Open SEV1 and SEV2',
    'Tasks ready to start',
    'Decided since the last note',
  ]);
});

test('what runs stands first; a hold or rollback that is over is told with its end, even if it began in the shift before', () => {
  const MINUTE = HOUR / 60;
  const given = { goLive: [aGoLive()], person: [costa] };
  const running = rowsWith({ ...given, hold: [aHold({ expectedEndAt: T_ZERO + HOUR })], rollback: [aRollback()] });
  const during = shiftFacts(running, act.now);
  expect(during.now).toEqual([
    'RB-1 the rollback runs since 22:00 CET, 0 of its 0 tasks closed: Payslips wrong',
    'H-1 the clock is on hold since 22:00 CET, expected to go on 23:00 CET: Network switch reboots',
  ]);
  expect(shiftFactsText(during).split('\n')[1]).toContain('RB-1 the rollback runs');

  const over = { endedAt: T_ZERO + 40 * MINUTE };
  const ended = rowsWith({
    ...given,
    hold: [aHold({ ...over, endedBy: 'N. Ito' })],
    rollback: [aRollback({ ...over, outcome: 'given up', outcomeNote: 'Fixed forward' })],
  });
  const told = [
    'H-1 hold called by L. Costa, over since 22:40 CET after 40 m, resumed by N. Ito: Network switch reboots',
    'RB-1 rollback decided by L. Costa, given up 22:40 CET (Fixed forward): Payslips wrong',
  ];
  const after = shiftFacts(ended, T_ZERO + HOUR);
  expect(after.now).toEqual([]);
  expect(after.decisions).toEqual(told.map((words) => `22:00 CET ${words}`));
  const note = rowsAfter(running, writeShiftNote(running, { toId: null, content: '' }, anAct({ now: T_ZERO + 10 * MINUTE })));
  const later = shiftFacts({ ...ended, shiftNote: note.shiftNote }, T_ZERO + HOUR);
  expect(later.decisions).toEqual(told.map((words) => `22:40 CET ${words}`));
});

test('conditions of gates that are not met are named with who owes them and until when', () => {
  const condition = [
    aCondition({ content: 'Results entered', ownerId: ito.id }),
    aCondition({ id: idOf(731), content: 'Switch back', status: 'missed', dueAt: T_ZERO }),
    aCondition({ id: idOf(732), content: 'Long met', status: 'met' }),
  ];
  expect(shiftFacts(rowsWith({ goLive: [aGoLive()], person: [ito], gate: [aGate()], condition }), act.now).conditions).toEqual([
    'G-1 Switch back, nobody, missed, was due 22:00 CET',
    'G-1 Results entered, N. Ito, due 00:00 CET',
  ]);
});

test('many tasks are cut to what somebody reads, and the text fits', () => {
  const many = Array.from({ length: 400 }, (_, number) => aTask({ id: idOf(2_000 + number), title: 'x'.repeat(200) }));
  const facts = shiftFacts(rowsWith({ goLive: [aGoLive()], task: many }), act.now);
  expect(facts.next).toHaveLength(13);
  expect(facts.next.at(-1)).toBe('and 388 more');
  expect(shiftFactsText(facts).length).toBeLessThanOrEqual(8_000);
});

test('a note keeps the facts of its moment and is read once, by whom it is for', () => {
  const written = rowsAfter(rows, writeShiftNote(rows, { toId: ito.id, content: 'Watch the disk' }, act));
  const [note] = written.shiftNote.values();
  expect(note).toMatchObject({ fromId: costa.id, toId: ito.id, content: 'Watch the disk', readAt: null });
  expect(note?.facts).toContain('T-002 Load, blocked: Disk full');
  const read = { shiftNoteId: note?.id ?? '' };
  expect(refusalOf(readShiftNote(written, read, act))).toBe('not-for-you');
  const after = rowsAfter(written, readShiftNote(written, read, anAct({ personId: ito.id, actor: ito.name })));
  expect(after.shiftNote.get(read.shiftNoteId)).toMatchObject({ readBy: 'N. Ito' });
  expect(refusalOf(readShiftNote(after, read, anAct({ personId: ito.id })))).toBe('read');
});

test('a note to oneself or to nobody in the roster is refused', () => {
  expect(refusalOf(writeShiftNote(rows, { toId: costa.id, content: '' }, act))).toBe('same-person');
  expect(refusalOf(writeShiftNote(rows, { toId: idOf(999), content: '' }, act))).toBe('unknown-person');
});
