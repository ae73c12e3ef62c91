/** Which tasks can leave the plan without a trace of work being lost. */
import { type AnyRow, type Rows, tableNames, tables } from '../../tables.ts';
import type { Task } from '../schema.ts';

/** Tables whose rows go with the task they are about. */
const goesAlong: ReadonlySet<string> = new Set(['link', 'task', 'taskStep']);

/** Those of `tasks` that were never worked and that nothing else in the record speaks of. */
export function removable(rows: Rows, tasks: readonly Task[]): readonly Task[] {
  if (tasks.length === 0) return [];
  const spokenOf = idsSpokenOf(rows);
  return tasks.filter(({ id, status, actualStart }) => status === 'planned' && actualStart === null && !spokenOf.has(id));
}

function idsSpokenOf(rows: Rows): ReadonlySet<unknown> {
  const ids = new Set<unknown>();
  for (const name of tableNames) {
    if (goesAlong.has(name)) continue;
    const fields = Object.entries(tables[name].refs).flatMap(([field, table]) => (table === 'task' ? [field] : []));
    for (const row of rows[name].values() as Iterable<AnyRow>)
      for (const field of fields) for (const id of [row[field]].flat()) ids.add(id);
  }
  for (const { rollbackOf } of rows.task.values()) ids.add(rollbackOf);
  return ids;
}
