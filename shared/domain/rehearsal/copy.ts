/** Making a rehearsal: the plan of the real go-live as rows of its own, unworked, undecided and shifted. */
import type { z } from 'zod';
import { type Change, insert } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Table } from '../../base/table.ts';
import { type GoLive, goLive as goLives } from '../go-live/schema.ts';
import { wrongWindow } from '../go-live/window.ts';
import { refMaker } from '../refs.ts';
import { scheduleOf } from '../runbook/schedule.ts';
import { type AnyRow, type Rows, type TableName, tables } from '../tables.ts';
import type { CreateRehearsal } from './commands.ts';

const MINUTE = 60_000;
/** How long before its first task a drill's clock begins. */
const LEAD_MS = 30 * MINUTE;

type Reset = (row: AnyRow) => object | null;

/** What is copied and how it begins anew, parents before children; null leaves the row out. Tables that are not named stay behind. */
const copied: readonly (readonly [TableName, Reset])[] = [
  ['playbookCopy', () => ({})],
  ['person', () => ({ pinSetAt: null })],
  ['assignment', () => ({})],
  ['check', () => ({})],
  ['gate', () => ({ decision: null, decidedBy: '', decidedAt: null, reasons: '', known: null })],
  [
    'criterion',
    () => ({ status: 'open', reason: '', judgedBy: '', judgedAt: null, neededToStart: false, neededToPass: false, testIds: [] }),
  ],
  ['approval', () => ({ decision: null, decidedBy: '', decidedById: null, decidedAt: null, remark: '' })],
  ['task', unworked],
  ['link', () => ({})],
  ['taskStep', () => ({ tickedBy: '', tickedAt: null })],
  ['calendar', () => ({})],
  ['savedView', () => ({})],
  ['announcement', () => ({ sentBy: '', sentAt: null })],
];

/**
 * `rows` are the real go-live's, `act.goLiveId` is the id of the run to be, `taken` every go-live of the record. Checks come as they stand;
 * what must be proven before the real night does not keep people from rehearsing.
 */
export function createRehearsal(
  rows: Rows,
  real: GoLive,
  taken: readonly GoLive[],
  command: z.infer<typeof CreateRehearsal>,
  act: Act,
): Verdict {
  if (real.kind !== 'live')
    return refuse('no-real', `${real.ref} is a ${real.kind} itself. Nothing was made. Rehearse the go-live it belongs to.`, [real.ref]);
  if (rows.task.size === 0) return refuse('no-plan', `${real.ref} has no tasks to rehearse. Nothing was made. Plan it first.`, [real.ref]);
  const by = command.tZeroAt - real.tZeroAt;
  const windowStart = command.windowStart ?? real.windowStart + by;
  const windowEnd = command.windowEnd ?? real.windowEnd + by;
  const wrong = wrongWindow({ tZeroAt: command.tZeroAt, windowStart, windowEnd, zone: real.zone });
  if (wrong) return wrong;
  const number = 1 + taken.filter(({ rehearsalOf, kind }) => rehearsalOf === real.id && kind === command.kind).length;
  const word = command.kind === 'drill' ? 'Drill' : 'Rehearsal';
  const row: GoLive = {
    ...real,
    id: act.goLiveId,
    goLiveId: act.goLiveId,
    ref: refMaker('goLive', taken)(),
    name: command.name ?? `${word} ${number} of ${real.ref}`,
    kind: command.kind,
    rehearsalOf: real.id,
    stage: 'planning',
    outcome: null,
    outcomeNote: '',
    tZeroAt: command.tZeroAt,
    windowStart,
    windowEnd,
    startedAt: null,
    liveAt: null,
    closedAt: null,
    cleanup: null,
    cleanupReason: '',
    clock: null,
  };
  const clock = command.kind === 'drill' ? { realAt: act.now, shownAt: command.startsAt ?? firstMoment(rows, row), speed: 0 } : null;
  const changes = [insert(goLives, { ...row, clock }), ...copies(rows, act)];
  return decide('rehearsal.create', changes, act.goLiveId);
}

function copies(rows: Rows, act: Act): readonly Change[] {
  const changes: Change[] = [];
  const fresh = new Map<string, string>();
  for (const [name, reset] of copied) {
    const kept = [...(rows[name] as ReadonlyMap<string, AnyRow>).values()].flatMap((row) => {
      const fields = reset(row);
      if (fields === null) return [];
      fresh.set(row.id, act.newId());
      return [{ row, fields }];
    });
    for (const { row, fields } of kept) {
      const copy = pointed(tables[name], { ...row, ...fields, goLiveId: act.goLiveId, id: fresh.get(row.id) as string }, fresh);
      if (copy) changes.push({ table: name, id: copy.id, set: copy, was: null });
    }
  }
  return changes;
}

/** The row with its pointers led to the copies; null when a pointer it cannot do without leads to what was left out. */
function pointed(table: Table, row: AnyRow, fresh: ReadonlyMap<string, string>): AnyRow | null {
  const led: { [field: string]: unknown } = { ...row };
  for (const field of Object.keys(table.refs)) {
    const to = row[field];
    if (field === 'goLiveId' || to === null) continue;
    if (Array.isArray(to)) led[field] = to.flatMap((id) => fresh.get(id) ?? []);
    else {
      const copy = fresh.get(String(to)) ?? null;
      if (copy === null && !mayBeNull(table, field)) return null;
      led[field] = copy;
    }
  }
  return led as AnyRow;
}

function mayBeNull(table: Table, field: string): boolean {
  return (table.row.shape[field] as z.ZodType | undefined)?.safeParse(null).success === true;
}

/** Tasks of a rollback belong to the night they were made in. */
function unworked(row: AnyRow): object | null {
  if (row.kind === 'rollback') return null;
  const begun = {
    actualStart: null,
    actualEnd: null,
    reason: '',
    blockedAt: null,
    clearsAt: null,
    workerId: null,
    rollbackId: null,
    rollbackOf: null,
  };
  return { ...begun, status: 'planned', planTaskId: row.id };
}

function firstMoment(rows: Rows, goLive: GoLive): number {
  let first = goLive.tZeroAt;
  for (const { plannedStart } of scheduleOf(rows, goLive, goLive.tZeroAt).times.values())
    if (plannedStart !== null) first = Math.min(first, plannedStart);
  return Math.max(0, first - LEAD_MS);
}
