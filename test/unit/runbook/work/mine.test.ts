import { expect, test } from 'vitest';
import { scheduleOf } from '../../../../shared/domain/runbook/schedule.ts';
import type { Link } from '../../../../shared/domain/runbook/schema.ts';
import { changedFor } from '../../../../shared/domain/runbook/work/changed.ts';
import { mentionsOf, mineOf, nextAfter, peopleOf, unreadNotes } from '../../../../shared/domain/runbook/work/mine.ts';
import { waitsFor } from '../../../../shared/domain/runbook/work/waiting.ts';
import type { Remark, ShiftNote } from '../../../../shared/domain/runbook/work-schema.ts';
import { aGate, aGoLive, anAssignment, aPerson, aTask, goLiveId, HOUR, idOf, rowsWith, T_ZERO } from '../../../support/builders.ts';
import { anEntry } from '../../../support/entries.ts';

const [costa, ito] = [aPerson(), aPerson({ id: idOf(101), name: 'N. Ito', department: 'Finance' })];
const theirs = { ownerIds: [costa.id] };
const tasks = [
  aTask({ id: idOf(201), ref: 'T-001', ownerIds: [ito.id], status: 'in progress', actualStart: T_ZERO, workerId: ito.id }),
  aTask({ id: idOf(202), ref: 'T-002', ...theirs, startOffset: HOUR }),
  aTask({ id: idOf(203), ref: 'T-003', ...theirs, phase: 'guarded' }),
  aTask({ id: idOf(204), ref: 'T-004', ...theirs, startOffset: 2 * HOUR }),
  aTask({ id: idOf(205), ref: 'T-005', ...theirs, startOffset: 0 }),
  aTask({ id: idOf(206), ref: 'T-006', ...theirs, status: 'blocked', blockedAt: T_ZERO, reason: 'Disk' }),
  aTask({ id: idOf(207), ref: 'T-007', status: 'in progress', actualStart: T_ZERO, workerId: costa.id }),
  aTask({ id: idOf(208), ref: 'T-008', ...theirs, status: 'finished', actualEnd: T_ZERO }),
  aTask({ id: idOf(209), ref: 'T-009', ...theirs, runIn: 'mock only' }),
  aTask({
    id: idOf(210),
    ref: 'T-010',
    ...theirs,
    position: 9,
    status: 'failed',
    actualStart: T_ZERO,
    actualEnd: T_ZERO,
    reason: 'Figures differ',
  }),
];
const tie: Link = { id: idOf(801), goLiveId, fromId: idOf(201), toId: idOf(202), kind: 'FS', lagMs: 0 };
const goLive = aGoLive();
const rows = rowsWith({
  goLive: [goLive],
  person: [costa, ito],
  assignment: [anAssignment({ role: 'deployment-operator', personId: ito.id })],
  task: tasks,
  link: [tie],
  gate: [aGate({ guards: ['guarded'] })],
});
const people = new Set([costa.id]);
const mine = mineOf(rows, people, scheduleOf(rows, goLive, T_ZERO).times);
const refs = (list: readonly { readonly task: { readonly ref: string } }[]) => list.map(({ task }) => task.ref);

test('what is blocked or failed, what runs, what is ready, and what waits, each in the order it comes', () => {
  expect(refs(mine.stopped)).toEqual(['T-006', 'T-010']);
  expect(refs(mine.running)).toEqual(['T-007']);
  expect(refs(mine.next)).toEqual(['T-005', 'T-004']);
  expect(refs(mine.waiting).sort()).toEqual(['T-002', 'T-003']);
  expect(mine.closed).toBe(1);
});

test('what waits names the task or gate that holds it and the people behind that', () => {
  const waits = Object.fromEntries(mine.waiting.map(({ task, waits: held }) => [task.ref, held]));
  expect(waits['T-002']).toMatchObject([{ kind: 'task', ref: 'T-001', state: 'in progress', who: ['N. Ito'] }]);
  expect(waits['T-003']).toMatchObject([{ kind: 'gate', ref: 'G-1', who: ['N. Ito'] }]);
});

test('what holds it may wait itself: then the far end of the chain is told too', () => {
  const last = aTask({ id: idOf(220), ref: 'T-020', ...theirs });
  const chained = {
    ...rows,
    task: new Map(rows.task).set(last.id, last),
    link: new Map(rows.link).set(idOf(802), { ...tie, id: idOf(802), fromId: idOf(202), toId: last.id }),
  };
  expect(waitsFor(chained, last)).toMatchObject([{ ref: 'T-002', state: 'not ready', behind: { ref: 'T-001', who: ['N. Ito'] } }]);
  expect(waitsFor(chained, chained.task.get(idOf(202)) ?? last)).toMatchObject([{ ref: 'T-001', behind: null }]);
});

test('after finishing, the first that is ready comes next, else what still runs', () => {
  expect(nextAfter(mine, idOf(207))?.task.ref).toBe('T-005');
  expect(nextAfter({ running: mine.running, next: [] }, idOf(205))?.task.ref).toBe('T-007');
  expect(nextAfter({ running: [], next: mine.next.slice(0, 1) }, idOf(205))).toBeNull();
});

test('a person, a department and a role are looked at the same way', () => {
  expect([...peopleOf(rows, { by: 'person', of: costa.id })]).toEqual([costa.id]);
  expect([...peopleOf(rows, { by: 'team', of: 'Finance' })]).toEqual([ito.id]);
  expect([...peopleOf(rows, { by: 'role', of: 'deployment-operator' })]).toEqual([ito.id]);
  expect([...peopleOf(rows, { by: 'person', of: idOf(999) })]).toEqual([]);
});

test('remarks that name them and notes nobody has read are theirs, their own note to whoever comes is not', () => {
  const remark: Remark = {
    id: idOf(901),
    goLiveId,
    taskId: idOf(201),
    content: '@costa',
    by: 'N. Ito',
    personId: ito.id,
    at: T_ZERO,
    mentionIds: [costa.id],
  };
  const note: ShiftNote = {
    id: idOf(902),
    goLiveId,
    writtenBy: 'N. Ito',
    fromId: ito.id,
    toId: null,
    content: '',
    facts: '',
    at: T_ZERO,
    readBy: '',
    readAt: null,
  };
  const with2 = rowsWith({
    remark: [remark, { ...remark, id: idOf(903), mentionIds: [] }],
    shiftNote: [note, { ...note, id: idOf(904), readAt: T_ZERO }],
  });
  expect(mentionsOf(with2, people)).toEqual([remark]);
  expect(unreadNotes(with2, people)).toEqual([note]);
  expect(unreadNotes(with2, new Set([ito.id]))).toEqual([]);
});

test('what changed tells first what is theirs, then what everybody should know, without their own acts and what was taken back', () => {
  const change = (id: string, set: Record<string, unknown>) => ({ table: 'task', id, set, was: { status: 'planned' } });
  const entries = [
    anEntry('task.block', [change(idOf(206), { status: 'blocked' })], { seq: 11, actor: 'N. Ito' }),
    anEntry('task.start', [change(idOf(201), { status: 'in progress' })], { seq: 12, actor: 'N. Ito' }),
    anEntry('gate.decide', [{ table: 'gate', id: idOf(700), set: { decision: 'go' }, was: { decision: null } }], {
      seq: 13,
      actor: 'N. Ito',
    }),
    anEntry('task.start', [change(idOf(207), { status: 'in progress' })], { seq: 14, actor: 'L. Costa' }),
    anEntry('task.handOver', [change(idOf(208), { ownerIds: [costa.id] })], { seq: 15, actor: 'N. Ito' }),
    anEntry('entry.undo', [change(idOf(208), { ownerIds: [] })], { seq: 16, actor: 'L. Costa', undoes: 15 }),
  ];
  const { theirs: own, everybodys } = changedFor(entries, rows, people, 'L. Costa');
  expect(own.map(({ seq, ref }) => [seq, ref])).toEqual([[11, 'T-006']]);
  expect(everybodys.map(({ seq }) => seq)).toEqual([13]);
});
