/** The rows of the sheet: tasks in plan order with the new rows between them, and which columns they have. */
import { durationText, offsetText } from '../../../../shared/domain/runbook/exchange/texts.ts';
import { type PlanRow, planOrder } from '../../../../shared/domain/runbook/plan/order.ts';
import { fieldWords, type PlanField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import type { Task } from '../../../../shared/domain/runbook/schema.ts';
import type { TaskTimes } from '../../../../shared/domain/runbook/times.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';
import type { NewRow } from './plan-drafts.ts';

export interface SheetRow {
  /** Task id, or key of a new row. */
  readonly key: string;
  readonly ref: string;
  /** Null for a new row. */
  readonly task: Task | null;
  readonly depth: number;
}

export interface SheetColumn {
  readonly field: PlanField;
  readonly head: string;
  readonly width: number;
  readonly isNumber?: boolean;
}

export const sheetColumns: readonly SheetColumn[] = [
  column('title', 300),
  column('kind', 116),
  column('stream', 120),
  column('phase', 190),
  column('ownerIds', 150),
  { ...column('startOffset', 88), isNumber: true },
  { ...column('durationMs', 76), isNumber: true },
  { ...column('shortestMs', 76), isNumber: true },
  { ...column('longestMs', 76), isNumber: true },
  column('timing', 128),
  column('after', 170),
  column('runIn', 86),
  { ...column('peopleNeeded', 66), isNumber: true },
  { ...column('undoMs', 60), isNumber: true },
];

const spanFields: ReadonlySet<PlanField> = new Set(['startOffset', 'durationMs', 'shortestMs', 'longestMs']);

/** Whether the cell only shows what the tasks of a group come to. */
export function isSpanOf({ task }: SheetRow, field: PlanField): boolean {
  return task?.kind === 'group' && spanFields.has(field);
}

/** The planned start or length of a group; empty where its tasks have none. */
export function spanText(times: TaskTimes | undefined, field: PlanField, tZeroAt: number): string {
  const [from, to] = [times?.plannedStart ?? null, times?.plannedEnd ?? null];
  if (from === null) return '';
  if (field === 'startOffset') return offsetText(from - tZeroAt);
  return field === 'durationMs' && to !== null ? String(durationText(to - from)) : '';
}

function column(field: PlanField, width: number): SheetColumn {
  return { field, head: fieldWords[field], width };
}

/** `shown`: the tasks that pass the filter, null for all; groups around them stay. */
export function sheetRows(rows: Rows, newRows: readonly NewRow[], shown: ReadonlySet<string> | null): readonly SheetRow[] {
  const wanted = shown && around(rows, shown);
  const order = planOrder(rows).filter(({ task }) => !wanted || wanted.has(task.id));
  if (newRows.length === 0) return order.map(taskRow);
  const keys = new Set(newRows.map(({ key }) => key));
  const behind = Map.groupBy(newRows, ({ behindId, parentId }) => (behindId === null ? `in ${parentId ?? ''}` : behindId));
  const depths = new Map(order.map(({ task, depth }) => [task.id, depth]));
  const told: SheetRow[] = [];
  const tellNew = (place: string) => {
    const open = (behind.get(place) ?? []).toReversed();
    for (let next = open.pop(); next; next = open.pop()) {
      told.push({ key: next.key, ref: next.key, task: null, depth: next.parentId === null ? 0 : (depths.get(next.parentId) ?? 0) + 1 });
      open.push(...(behind.get(next.key) ?? []).toReversed());
    }
  };
  tellNew('in ');
  const ended: PlanRow[] = [];
  const endTo = (depth: number) => {
    while (ended.length > 0 && (ended.at(-1) as PlanRow).depth >= depth) tellNew((ended.pop() as PlanRow).task.id);
  };
  for (const row of order) {
    endTo(row.depth);
    told.push(taskRow(row));
    tellNew(`in ${row.task.id}`);
    ended.push(row);
  }
  endTo(0);
  // A new row whose neighbour was removed meanwhile still has to be seen.
  const seen = new Set(told.map(({ key }) => key));
  for (const { key } of newRows) if (keys.has(key) && !seen.has(key)) told.push({ key, ref: key, task: null, depth: 0 });
  return told;
}

function taskRow({ task, depth }: PlanRow): SheetRow {
  return { key: task.id, ref: task.ref, task, depth };
}

function around(rows: Rows, shown: ReadonlySet<string>): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const shownId of shown)
    for (let id: string | null = shownId; id !== null && !wanted.has(id); id = rows.task.get(id)?.parentId ?? null) wanted.add(id);
  return wanted;
}
