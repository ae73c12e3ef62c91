/** Which tasks can leave the plan without a trace of work being lost, and what goes along with them. */
import { type Change, remove } from '../../../base/change.ts';
import { type AnyRow, type Rows, type TableName, tableNames, tables } from '../../tables.ts';
import { networkOf } from '../network.ts';
import { type Link, link as links, type Task, task as tasks } from '../schema.ts';
import { groupsAround } from '../task-state.ts';
import { remark as remarks, taskStep as steps } from '../work-schema.ts';

/** Tables whose rows go with the task they are about. */
const goesAlong: ReadonlySet<TableName> = new Set(['link', 'taskStep', 'remark']);

export function wasWorked({ status, actualStart }: Pick<Task, 'status' | 'actualStart'>): boolean {
  return status !== 'planned' || actualStart !== null;
}

/** A row that names a task and would not go with it. */
export interface Naming {
  readonly taskId: string;
  readonly table: TableName;
  readonly row: AnyRow;
}

/** Everything else in the record that names one of the tasks. What stands in a group does not count: it goes along, or is let out. */
export function namingsOf(rows: Rows, ids: ReadonlySet<string>): readonly Naming[] {
  const found: Naming[] = [];
  for (const table of tableNames) {
    if (goesAlong.has(table)) continue;
    const fields = Object.entries(tables[table].refs).flatMap(([field, to]) => (to === 'task' && field !== 'parentId' ? [field] : []));
    if (fields.length === 0) continue;
    for (const row of rows[table].values() as Iterable<AnyRow>) {
      if (table === 'task' && ids.has(row.id)) continue;
      for (const taskId of fields.flatMap((field) => [row[field]].flat()) as string[])
        if (ids.has(taskId)) found.push({ taskId, table, row });
    }
  }
  return found;
}

/** Those of `all` that were never worked and that nothing else in the record names. */
export function removable(rows: Rows, all: readonly Task[]): readonly Task[] {
  const unworked = all.filter((task) => !wasWorked(task));
  const named = new Set(namingsOf(rows, new Set(unworked.map(({ id }) => id))).map(({ taskId }) => taskId));
  return unworked.filter(({ id }) => !named.has(id));
}

/** The links of the tasks, of which none is left without both its ends. */
export function linksOf(rows: Rows, ids: Iterable<string>): ReadonlySet<Link> {
  const { into, outOf } = networkOf(rows);
  return new Set([...ids].flatMap((id) => [...(into.get(id) ?? []), ...(outOf.get(id) ?? [])]));
}

/** What removes the tasks with their links, steps and remarks; what stands in a group before the group. */
export function removalOf(rows: Rows, ids: ReadonlySet<string>): readonly Change[] {
  if (ids.size === 0) return [];
  const isOfThem = ({ taskId }: { readonly taskId: string }) => ids.has(taskId);
  return [
    ...[...linksOf(rows, ids)].map((link) => remove(links, link)),
    ...[...rows.taskStep.values()].filter(isOfThem).map((step) => remove(steps, step)),
    ...[...rows.remark.values()].filter(isOfThem).map((said) => remove(remarks, said)),
    ...innermostFirst(rows, ids).map((task) => remove(tasks, task)),
  ];
}

function innermostFirst(rows: Rows, ids: ReadonlySet<string>): readonly Task[] {
  return [...ids]
    .flatMap((id) => rows.task.get(id) ?? [])
    .map((task) => ({ task, depth: groupsAround(rows, task).length }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ task }) => task);
}
