/** A go-live of an invented night, closed two weeks later: rows and journal, the same for the same size. */
import type { Change } from '../../shared/base/change.ts';
import { type Entry, FIRST_PREV } from '../../shared/base/entry.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import type { Task } from '../../shared/domain/runbook/schema.ts';
import { type Row, type Rows, tables } from '../../shared/domain/tables.ts';
import { aPerson, aPlaybookCopy, aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from './builders.ts';
import { closingRows, gateRows, incidents, names, nightCheck, nightTicket, objects, trainingRows } from './closure-rows.ts';

const DAY = 24 * HOUR;
const streams = ['Platform', 'Data', 'Integration', 'Config', 'Validation', 'Business'];
const work = ['Freeze', 'Back up', 'Extract', 'Load', 'Reconcile', 'Configure', 'Switch', 'Verify', 'Open', 'Archive'];

/** `size` 1 is a usual night of 120 tasks and 60 tickets; larger sizes multiply tasks, tickets and entries. */
export function closureNight(size = 1): { readonly rows: Rows; readonly entries: readonly Entry[]; readonly closedAt: number } {
  const closedAt = T_ZERO + 14 * DAY;
  const people = names.map((name, at) =>
    aPerson({ id: idOf(100 + at), name, department: ['IT', 'Finance', 'Warehouse', 'Sales'][at % 4] ?? '' }),
  );
  const tasks = Array.from({ length: 120 * size }, (_, at) => nightTask(at, 120 * size));
  const tickets = Array.from({ length: 60 * size }, (_, at) => nightTicket(at));
  const rows = rowsWith({
    goLive: [night(closedAt)],
    playbookCopy: [aPlaybookCopy({ title: 'Deploy', phases: phasesOf(), streams, roles: rolesOf() })],
    person: people,
    check: Array.from({ length: 40 }, (_, at) => nightCheck(at)),
    ...gateRows(),
    task: tasks,
    incident: incidents(),
    ticket: tickets,
    ...trainingRows(),
    ...closingRows(),
  });
  return { rows, entries: journal(tasks, tickets, closedAt), closedAt };
}

function night(closedAt: number): GoLive {
  return {
    id: goLiveId,
    goLiveId,
    ref: 'GL-001',
    name: 'ERPNext v16, wave 1: Brno, Łódź and Graz',
    system: 'ERPNext',
    release: 'v16.2',
    description: 'Three sites move from the old ERP in one night.',
    stage: 'closed',
    outcome: 'successful with issues',
    outcomeNote: 'All three sites work on the new system. The bank statement of the first night had to be fetched by hand.',
    variation: '',
    tZeroAt: T_ZERO,
    tZeroMeans: 'old system read-only',
    zone: 'Europe/Prague',
    windowStart: T_ZERO - 2 * HOUR,
    windowEnd: T_ZERO + 6 * HOUR,
    startedAt: T_ZERO - 110 * MINUTE,
    liveAt: T_ZERO + 5 * HOUR + 10 * MINUTE,
    closedAt,
    trainingTarget: 95,
    cleanup: 'completion',
    cleanupReason: 'All objectives of wave 1 are reached; wave 2 is a go-live of its own.',
    isSample: false,
    ...tables.goLive.added,
  };
}

function phasesOf() {
  const titles = ['Preparation', 'Data migration', 'Deployment', 'Verification', 'Opening'];
  return titles.map((title) => ({ key: title.toLowerCase().replace(' ', '-'), title }));
}

function rolesOf() {
  const titles = ['Business owner', 'Deployment operator', 'Tester', 'Finance lead'];
  return titles.map((title) => ({ key: title.toLowerCase().replace(' ', '-'), title, isRequired: true }));
}

function nightTask(at: number, count: number): Task {
  const startOffset = -110 * MINUTE + Math.floor((at / count) * 6.4 * 60) * MINUTE;
  const durationMs = (10 + ((at * 7) % 5) * 10) * MINUTE;
  const late = at % 9 === 4 ? (5 + (at % 7) * 11) * MINUTE : at % 5 === 0 ? -4 * MINUTE : 0;
  const start = T_ZERO + startOffset;
  const fate = fates[at % 40] ?? 'finished';
  const isWorked = fate !== 'skipped';
  return aTask({
    id: idOf(10_000 + at),
    ref: `T-${String(at + 1).padStart(3, '0')}`,
    title: `${work[at % 10]} the ${objects[at % 7]}${at % 11 === 0 ? ' of all three sites, with the reconciliation report sent to the finance lead' : ''}`,
    phase: phasesOf()[Math.floor((at / count) * 5)]?.key ?? '',
    stream: streams[(at * 5) % 6] ?? '',
    position: at,
    ownerIds: [idOf(100 + (at % 8))],
    startOffset,
    durationMs,
    status: fate,
    actualStart: isWorked ? start : null,
    actualEnd: isWorked ? start + durationMs + late : start,
    reason: reasons[fate] ?? '',
  });
}

const fates: Readonly<Record<number, Task['status']>> = { 13: 'finished by workaround', 22: 'skipped', 31: 'failed' };
const reasons: Readonly<Record<string, string>> = {
  'finished by workaround': 'The connector was fed by hand with the exported file.',
  skipped: 'Not needed: the site closed its books early.',
  failed: 'The print server did not answer; labels were printed from the old system until morning.',
};

/** One entry for each act of the tasks and tickets, and those that decided the night. */
function journal(tasks: readonly Task[], tickets: readonly Row<'ticket'>[], closedAt: number): Entry[] {
  const acts: [number, string, string, Change[], string?][] = [
    [T_ZERO - 20 * DAY, 'M. Okoro', 'goLive.create', [{ table: 'goLive', id: goLiveId, set: night(closedAt), was: null }]],
    [
      T_ZERO - 3 * DAY,
      'M. Okoro',
      'goLive.move',
      [set('goLive', goLiveId, { tZeroAt: T_ZERO, windowEnd: 0 }, { tZeroAt: T_ZERO - 30 * MINUTE })],
    ],
    [T_ZERO - 110 * MINUTE, 'M. Okoro', 'goLive.start', [set('goLive', goLiveId, { stage: 'cutover' })]],
    [T_ZERO + 64 * MINUTE, 'L. Costa', 'task.block', [set('task', idOf(10_021), { reason: 'certificate refused' })], 'certificate refused'],
    [T_ZERO + 66 * MINUTE, 'M. Okoro', 'incident.declare', [{ table: 'incident', id: idOf(300), set: { ...incidents()[0] }, was: null }]],
    [T_ZERO + 70 * MINUTE, 'Zoë Müller', 'note.add', [noteChange('Bank desk says the allow-list is right')]],
    [T_ZERO + 129 * MINUTE, 'M. Okoro', 'gate.decide', [set('gate', idOf(30_000), { decision: 'go with conditions' })]],
    [T_ZERO + 310 * MINUTE, 'M. Okoro', 'goLive.live', [set('goLive', goLiveId, { stage: 'hypercare' })]],
    [closedAt, 'M. Okoro', 'goLive.close', [set('goLive', goLiveId, { outcome: 'successful with issues' })]],
  ];
  for (const task of tasks) {
    if (task.actualStart === null || task.actualEnd === null) continue;
    acts.push([task.actualStart, 'L. Costa', 'task.start', [set('task', task.id, { status: 'in progress' })]]);
    acts.push([task.actualEnd, 'L. Costa', 'task.finish', [set('task', task.id, { status: task.status })]]);
  }
  for (const ticket of tickets) {
    acts.push([ticket.openedAt, 'E. Moreau', 'ticket.log', [{ table: 'ticket', id: ticket.id, set: { ...ticket }, was: null }]]);
  }
  return acts
    .sort(([a], [b]) => a - b)
    .map(([occurredAt, actor, action, changes, note = ''], at) => ({
      seq: at + 1,
      id: idOf(700_000 + at),
      goLiveId,
      at: action === 'note.add' ? occurredAt + 22 * MINUTE : occurredAt,
      occurredAt,
      actor,
      action,
      note,
      undoes: null,
      changes,
      prev: FIRST_PREV,
      hash: FIRST_PREV,
    }));
}

function set(table: string, id: string, fields: Record<string, unknown>, was: Record<string, unknown> = {}): Change {
  return { table, id, set: fields, was };
}

function noteChange(content: string): Change {
  const fields = {
    id: idOf(60_000),
    goLiveId,
    content,
    occurredAt: T_ZERO,
    writtenBy: 'Zoë Müller',
    subject: 'task',
    subjectId: idOf(10_021),
  };
  return { table: 'note', id: idOf(60_000), set: fields, was: null };
}
