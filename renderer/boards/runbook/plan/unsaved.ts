/** What the drafts come to: the act that would save them, the cells that cannot be read, and the conflicts with what others saved. */
import type { CellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import type { EditTasksCommand } from '../../../../shared/domain/runbook/plan/commands.ts';
import { type Conflict, conflictsOf } from '../../../../shared/domain/runbook/plan/conflicts.ts';
import { type PlanField, planValue, samePlanValue } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';
import type { Drafts } from './plan-drafts.ts';

export interface Unread {
  readonly row: string;
  readonly field: PlanField;
  readonly reason: string;
}

export interface Unsaved {
  /** The rows that can be saved as they are. */
  readonly command: EditTasksCommand;
  /** Cells that keep their row from being saved. */
  readonly unread: readonly Unread[];
  readonly conflicts: readonly Conflict[];
  /** Rows that differ from the record, saved or not. */
  readonly rows: number;
  /** Cells that were typed and not confirmed. */
  readonly unsure: number;
}

export function unsavedOf(rows: Rows, { cells, newRows }: Drafts, texts: CellTexts): Unsaved {
  const unread: Unread[] = [];
  const held = new Set<string>();
  const touched = new Set<string>();
  let unsure = 0;
  const valuesOf = (row: string) => {
    const values: [PlanField, unknown, unknown][] = [];
    for (const [field, { text, was, isSure }] of cells.get(row) ?? []) {
      if (!isSure) {
        unsure += 1;
        touched.add(row);
        continue;
      }
      const read = texts.read(field, text);
      if (read.ok) values.push([field, read.value, was]);
      else {
        held.add(row);
        unread.push({ row, field, reason: read.reason });
      }
    }
    return values;
  };
  const edits = [...cells.keys()].flatMap((row) => {
    if (isNew(row)) return [];
    const task = rows.task.get(row);
    const values = valuesOf(row).filter(([field, value]) => !task || !samePlanValue(field, planValue(rows, task, field), value));
    if (values.length === 0) return [];
    const was = Object.fromEntries(values.map(([field, , before]) => [field, before]));
    return [
      { taskId: row, was, set: Object.fromEntries(values.map(([field, value]) => [field, value])) } as EditTasksCommand['edits'][number],
    ];
  });
  const added = newRows.flatMap((row) => {
    const values = Object.fromEntries(valuesOf(row.key).map(([field, value]) => [field, value]));
    if (!values.title && !held.has(row.key)) {
      held.add(row.key);
      unread.push({ row: row.key, field: 'title', reason: 'A new task needs a title.' });
    }
    return [{ ...row, values } as unknown as EditTasksCommand['added'][number]];
  });
  holdWaiting(held, [...edits.map(({ taskId, set }) => [taskId, set] as const), ...added.map(({ key, values }) => [key, values] as const)]);
  const conflicts = conflictsOf(rows, edits);
  for (const row of [...edits.map(({ taskId }) => taskId), ...newRows.map(({ key }) => key), ...held]) touched.add(row);
  const clashing = new Set(conflicts.map(({ taskId }) => taskId));
  const command = {
    edits: edits.filter(({ taskId }) => !held.has(taskId) && !clashing.has(taskId)),
    added: settled(
      added.filter(({ key }) => !held.has(key)),
      newRows,
      held,
    ),
  };
  return { command, unread, conflicts, rows: touched.size, unsure };
}

/** What comes after a new row that cannot be saved yet cannot be saved either. */
function holdWaiting(held: Set<string>, rows: readonly (readonly [string, EditTasksCommand['edits'][number]['set']])[]): void {
  for (let before = -1; before !== held.size; ) {
    before = held.size;
    for (const [row, { after = [] }] of rows) if (after.some(({ fromId }) => isNew(fromId) && held.has(fromId))) held.add(row);
  }
}

/** New rows behind one that is not saved yet stand behind what that one stands behind. */
function settled(added: EditTasksCommand['added'], all: Drafts['newRows'], held: ReadonlySet<string>): EditTasksCommand['added'] {
  const before = new Map(all.map(({ key, behindId }) => [key, behindId]));
  const settle = (behindId: string | null) => {
    let at = behindId;
    while (at !== null && held.has(at) && before.has(at)) at = before.get(at) ?? null;
    return at;
  };
  return added.map((row) => ({ ...row, behindId: settle(row.behindId) }));
}

export function isNew(row: string): boolean {
  return /^N\d+$/.test(row);
}
