/** Every table of the record, parents before children, and the live copy of one go-live made of them. */
import type { Change } from '../base/change.ts';
import type { RowOf, Table } from '../base/table.ts';
import { cleanupAction, lesson, metric, signOff } from './closure/schema.ts';
import { announcement } from './comms/schema.ts';
import { injection } from './drill/schema.ts';
import { approval, call, condition, criterion, gate, poll, sealedCall } from './gate/schema.ts';
import { goLive } from './go-live/schema.ts';
import { incident, procedureStep } from './incident/schema.ts';
import { ownPlaybook, playbookCopy } from './playbook/row.ts';
import { blocker, check, evidence } from './readiness/schema.ts';
import { test, testRun } from './readiness/test-schema.ts';
import { rollback, rollbackTest } from './rollback/schema.ts';
import { assignment, person } from './roster/schema.ts';
import { baseline, calendar, forecast, hold } from './runbook/schedule-schema.ts';
import { link, task } from './runbook/schema.ts';
import { remark, savedView, shiftNote, substitution, taskStep, taskTemplate } from './runbook/work-schema.ts';
import { ticket, ticketState } from './ticket/schema.ts';
import { note } from './timeline/schema.ts';
import { course, seat, session } from './training/schema.ts';

export const tables = {
  goLive,
  playbookCopy,
  person,
  assignment,
  check,
  evidence,
  gate,
  criterion,
  call,
  condition,
  rollback,
  task,
  link,
  incident,
  procedureStep,
  ticket,
  ticketState,
  course,
  session,
  seat,
  metric,
  lesson,
  signOff,
  cleanupAction,
  note,
  test,
  testRun,
  blocker,
  approval,
  poll,
  sealedCall,
  ownPlaybook,
  rollbackTest,
  calendar,
  baseline,
  hold,
  forecast,
  taskStep,
  remark,
  substitution,
  shiftNote,
  savedView,
  taskTemplate,
  announcement,
  injection,
} as const;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as readonly TableName[];
export type Row<Name extends TableName> = RowOf<(typeof tables)[Name]>;
/** A row whose table is only known while running. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string; readonly goLiveId: string };

/** All rows of one go-live by table and id: the facts rules decide on, the same in the host and on every screen. */
export type Rows = { readonly [Name in TableName]: ReadonlyMap<string, Row<Name>> };

export function tableNamed(name: string): Table | undefined {
  return (tables as Readonly<Record<string, Table>>)[name];
}

export function emptyRows(): Rows {
  return Object.fromEntries(tableNames.map((name) => [name, new Map()])) as unknown as Rows;
}

/** The rows after `changes`. Tables that no change touches are the same objects as before. */
export function applyChanges(rows: Rows, changes: readonly Change[]): Rows {
  const next = { ...rows } as Record<string, ReadonlyMap<string, AnyRow>>;
  const fresh = new Map<string, Map<string, AnyRow>>();
  for (const change of changes) {
    let map = fresh.get(change.table);
    if (!map) {
      const before = next[change.table];
      if (!before) continue; // a table of a later version of Gantry
      map = new Map(before);
      fresh.set(change.table, map);
      next[change.table] = map;
    }
    if (change.set === null) map.delete(change.id);
    else map.set(change.id, rowAfter(change, map.get(change.id)));
  }
  return next as unknown as Rows;
}

/** The row that `change` leaves of `before`; fields that were not there when it was written hold what they do in older rows. */
export function rowAfter({ table, set, was }: Change, before: AnyRow | undefined): AnyRow {
  return (was === null ? { ...tableNamed(table)?.added, ...set } : { ...before, ...set }) as AnyRow;
}
