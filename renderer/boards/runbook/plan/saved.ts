/** What stays typed after a save: what was not confirmed, and what was typed while the save was on its way. */
import type { Entry } from '../../../../shared/base/entry.ts';
import type { EditTasksCommand } from '../../../../shared/domain/runbook/plan/commands.ts';
import type { PlanField, Predecessor } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import type { Task } from '../../../../shared/domain/runbook/schema.ts';
import { type CellDraft, type Drafts, withoutRows } from './plan-drafts.ts';

/**
 * The drafts without the cells that `command` saved. `sent`: the drafts it was made of. `ids`: the tasks its new rows became, by key; what
 * is left of such a row goes on as an edit of its task, and stays a new row where the task is not known.
 */
export function withoutSaved(drafts: Drafts, sent: Drafts, command: EditTasksCommand, ids: ReadonlyMap<string, string>): Drafts {
  const idOf = (idOrKey: string) => ids.get(idOrKey) ?? idOrKey;
  const left = new Map<string, ReadonlyMap<PlanField, CellDraft>>();
  const saved = [
    ...command.edits.map(({ taskId, set }) => [taskId, set] as const),
    ...command.added.map(({ key, values }) => [key, values] as const),
  ];
  for (const [row, values] of saved) {
    const fields = new Map<PlanField, CellDraft>();
    for (const [field, draft] of drafts.cells.get(row) ?? []) {
      const asked = sent.cells.get(row)?.get(field);
      if (asked?.isSure && draft.isSure && asked.text === draft.text) continue;
      fields.set(field, field in values ? { ...draft, was: stands(values[field], idOf) } : draft);
    }
    if (fields.size > 0) left.set(row, fields);
  }
  const gone = new Set(saved.flatMap(([row]) => (left.has(row) && isUnknown(row, drafts, ids) ? [] : row)));
  const kept = withoutRows(drafts, gone);
  return { ...kept, cells: new Map([...kept.cells, ...[...left].map(([row, fields]) => [idOf(row), fields] as const)]) };
}

/** The tasks that the new rows of an act became, by the keys of the rows; they have their references in the order of the rows. */
export function idsOfAdded({ changes }: Pick<Entry, 'changes'>, added: EditTasksCommand['added']): ReadonlyMap<string, string> {
  const made = changes.flatMap(({ table, was, set }) => (table === 'task' && was === null ? [set as unknown as Task] : []));
  made.sort((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
  return new Map(added.flatMap(({ key }, at) => (made[at] ? [[key, made[at].id] as const] : [])));
}

function isUnknown(row: string, { newRows }: Drafts, ids: ReadonlyMap<string, string>): boolean {
  return !ids.has(row) && newRows.some(({ key }) => key === row);
}

/** A value that was sent as it stands in the plan now: predecessors that were new rows are tasks. */
function stands(value: unknown, idOf: (key: string) => string): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((each: string | Predecessor) => (typeof each === 'string' ? each : { ...each, fromId: idOf(each.fromId) }));
}
