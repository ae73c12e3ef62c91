/** What an entry of the journal is about: the row it made or acted on, the part of Gantry it belongs to, and its mark. */
import type { Change, Fields } from '../../base/change.ts';
import type { Entry } from '../../base/entry.ts';
import { type Rows, tableNames } from '../tables.ts';

/** What a press on the entry opens. `ref` is empty for rows that have no short reference. */
export interface Subject {
  readonly table: string;
  readonly id: string;
  readonly ref: string;
}

/** Where an act belongs, named as the boards are. */
export const areas = [
  'go-live',
  'roster',
  'readiness',
  'test',
  'gate',
  'runbook',
  'rollback',
  'incident',
  'ticket',
  'training',
  'closure',
  'comms',
  'note',
  'other',
] as const;
export type Area = (typeof areas)[number];

/** First word of an action → its area and the table whose row the act is about. */
const acts: ReadonlyMap<string, readonly [Area, string]> = new Map(
  Object.entries({
    goLive: ['go-live', 'goLive'],
    hold: ['go-live', 'hold'],
    rehearsal: ['go-live', 'goLive'],
    drill: ['go-live', 'goLive'],
    trouble: ['go-live', 'injection'],
    person: ['roster', 'person'],
    role: ['roster', 'assignment'],
    check: ['readiness', 'check'],
    evidence: ['readiness', 'evidence'],
    blocker: ['readiness', 'blocker'],
    test: ['test', 'test'],
    testRun: ['test', 'testRun'],
    criterion: ['gate', 'criterion'],
    gate: ['gate', 'gate'],
    condition: ['gate', 'condition'],
    poll: ['gate', 'poll'],
    approval: ['gate', 'approval'],
    task: ['runbook', 'task'],
    link: ['runbook', 'link'],
    baseline: ['runbook', 'baseline'],
    calendar: ['runbook', 'calendar'],
    forecast: ['runbook', 'forecast'],
    plan: ['runbook', 'task'],
    template: ['runbook', 'taskTemplate'],
    step: ['runbook', 'taskStep'],
    remark: ['runbook', 'remark'],
    substitution: ['roster', 'substitution'],
    shift: ['runbook', 'shiftNote'],
    rollback: ['rollback', 'rollback'],
    rollbackTest: ['rollback', 'rollbackTest'],
    incident: ['incident', 'incident'],
    procedure: ['incident', 'procedureStep'],
    ticket: ['ticket', 'ticket'],
    course: ['training', 'course'],
    session: ['training', 'session'],
    seat: ['training', 'seat'],
    metric: ['closure', 'metric'],
    lesson: ['closure', 'lesson'],
    signOff: ['closure', 'signOff'],
    cleanup: ['closure', 'cleanupAction'],
    announcement: ['comms', 'announcement'],
    note: ['note', 'note'],
  } satisfies Readonly<Record<string, readonly [Area, string]>>),
);

/** Rows without a board of their own → the field that names the row to open instead. */
const openedBy: Readonly<Record<string, readonly [string, string]>> = {
  evidence: ['checkId', 'check'],
  blocker: ['checkId', 'check'],
  testRun: ['testId', 'test'],
  criterion: ['gateId', 'gate'],
  call: ['gateId', 'gate'],
  condition: ['gateId', 'gate'],
  poll: ['gateId', 'gate'],
  sealedCall: ['pollId', 'poll'],
  approval: ['gateId', 'gate'],
  link: ['toId', 'task'],
  taskStep: ['taskId', 'task'],
  remark: ['taskId', 'task'],
  procedureStep: ['incidentId', 'incident'],
  ticketState: ['ticketId', 'ticket'],
  session: ['courseId', 'course'],
  seat: ['courseId', 'course'],
  assignment: ['personId', 'person'],
};

export function areaOf(entry: Entry): Area {
  return acts.get(firstWord(entry.action))?.[0] ?? 'other';
}

/** The mark an entry gets: `machine` for what files brought, `gate` for decisions, `undo` for what was taken back. */
export type EntryKind = 'act' | 'note' | 'machine' | 'gate' | 'incident' | 'undo';

export function entryKind(entry: Entry): EntryKind {
  if (entry.action === 'note.add') return 'note';
  if (entry.action === 'plan.import' || entry.action === 'plan.exchange' || entry.action === 'ticket.import') return 'machine';
  if (entry.action === 'gate.decide') return 'gate';
  if (entry.action === 'incident.declare') return 'incident';
  return entry.action === 'entry.undo' ? 'undo' : 'act';
}

const LATE_MS = 60_000;

/** True when it was written down more than a minute after it happened. */
export function isLate(entry: Pick<Entry, 'at' | 'occurredAt'>): boolean {
  return entry.at - entry.occurredAt > LATE_MS;
}

/** The one row an entry is about; null when it is about none or about several. */
export function subjectOf(entry: Entry, rows: Rows): Subject | null {
  const [first, ...others] = mainChanges(entry);
  if (!first) return null;
  const subject = subjectOfChange(first, rows);
  return others.every((change) => subjectOfChange(change, rows)?.id === subject?.id) ? subject : null;
}

function subjectOfChange(change: Change, rows: Rows): Subject | null {
  const row = fieldsOf(change, rows);
  const opener = openedBy[change.table];
  if (opener) return found(opener[1], row[opener[0]], rows);
  if (change.table === 'note') return found(textOf(row.subject), row.subjectId, rows);
  return { table: change.table, id: change.id, ref: textOf(row.ref) };
}

/** The changes that carry the act; those that only follow from it are left out. All of them when none stands out. */
export function mainChanges(entry: Entry): readonly Change[] {
  const named = entry.action === 'gate.call' ? 'call' : acts.get(firstWord(entry.action))?.[1];
  const main = entry.changes.filter((change) => change.table === named);
  if (main.length > 0) return main;
  const table = entry.changes[0]?.table;
  return entry.changes.filter((change) => change.table === table);
}

/** The row of a change as the change left it; as it was before for a removal. Fields nobody knows any more are absent. */
export function fieldsOf(change: Change, rows: Rows): Fields {
  return { ...rowOf(change.table, change.id, rows), ...change.was, ...change.set };
}

/** A row by table and id as it is now; null when it is gone or the table unknown. */
export function rowOf(table: string, id: unknown, rows: Rows): Fields | null {
  const name = tableNames.find((known) => known === table);
  return (name && typeof id === 'string' ? (rows[name].get(id) as Fields | undefined) : undefined) ?? null;
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function found(table: string, id: unknown, rows: Rows): Subject | null {
  if (typeof id !== 'string') return null;
  const row = rowOf(table, id, rows);
  const opener = openedBy[table];
  return row && opener ? found(opener[1], row[opener[0]], rows) : { table, id, ref: textOf(row?.ref) };
}

function firstWord(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf('.')));
}
