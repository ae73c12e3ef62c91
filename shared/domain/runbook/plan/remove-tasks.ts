/** What happens when tasks leave the plan: with their steps, remarks and links, and only when no work and nothing else hangs on them. */
import type { z } from 'zod';
import { remove } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { type AnyRow, type Rows, type TableName, tableNames, tables } from '../../tables.ts';
import { networkOf } from '../network.ts';
import { link as links, type Task, task as tasks } from '../schema.ts';
import { remark as remarks, taskStep as steps } from '../work-schema.ts';
import type { RemoveTasks } from './commands.ts';
import { withInside } from './order.ts';

const goesAlong: ReadonlySet<TableName> = new Set(['link', 'taskStep', 'remark']);
const MOST_NAMED = 8;

/** A group goes with all that stands in it. */
export function removeTasks(rows: Rows, { taskIds }: z.infer<typeof RemoveTasks>, _act: Act): Verdict {
  if (taskIds.some((id) => !rows.task.has(id)))
    return refuse('unknown-task', 'A task is not in this go-live any more. Nothing was removed.');
  const leaving = withInside(rows, taskIds);
  const ids = new Set(leaving.map(({ id }) => id));
  const worked = leaving.filter(({ status, actualStart }) => status !== 'planned' || actualStart !== null).map(({ ref }) => ref);
  if (worked.length > 0)
    return refuse('was-worked', `${names(worked)} was worked on and stays in the record. Nothing was removed. Skip it instead.`, worked);
  const pointing = pointers(rows, ids);
  if (pointing.length > 0) {
    const [{ ref }] = pointing as [Pointer];
    const what = names(pointing.filter((each) => each.ref === ref).map(({ by }) => by));
    const about = [...new Set(pointing.map((each) => each.ref))];
    return refuse('pointed-at', `${ref} is named by ${what}. Nothing was removed. Take it out there first, or skip the task.`, about);
  }
  const { into, outOf } = networkOf(rows);
  const gone = new Set(leaving.flatMap(({ id }) => [...(into.get(id) ?? []), ...(outOf.get(id) ?? [])]));
  return decide(
    'plan.remove',
    [
      ...[...gone].map((link) => remove(links, link)),
      ...[...rows.taskStep.values()].filter(({ taskId }) => ids.has(taskId)).map((step) => remove(steps, step)),
      ...[...rows.remark.values()].filter(({ taskId }) => ids.has(taskId)).map((said) => remove(remarks, said)),
      ...leaving.toReversed().map((task) => remove(tasks, task)),
    ],
    leaving[0]?.id ?? null,
  );
}

interface Pointer {
  /** Of the task. */
  readonly ref: string;
  /** What names it, in words. */
  readonly by: string;
}

/** Everything that names one of the tasks and would not go with it. */
function pointers(rows: Rows, ids: ReadonlySet<string>): readonly Pointer[] {
  const found: Pointer[] = [];
  for (const name of tableNames) {
    if (goesAlong.has(name)) continue;
    const fields = Object.entries(tables[name].refs).flatMap(([field, table]) => (table === 'task' ? [field] : []));
    if (fields.length === 0) continue;
    for (const row of rows[name].values() as Iterable<AnyRow>) {
      if (name === 'task' && ids.has(row.id)) continue;
      for (const id of fields.flatMap((field) => [row[field]].flat()) as string[])
        if (ids.has(id)) found.push({ ref: (rows.task.get(id) as Task).ref, by: wordsFor(name, row) });
    }
  }
  return found;
}

const tableWords: Partial<Record<TableName, string>> = {
  substitution: 'a substitution',
  announcement: 'the message',
  injection: 'the trouble',
};

function wordsFor(table: TableName, row: AnyRow): string {
  if (typeof row.ref === 'string') return row.ref;
  const title = row.title ?? row.name;
  return [tableWords[table] ?? `a row of ${table}`, ...(typeof title === 'string' ? [`“${title}”`] : [])].join(' ');
}

function names(all: readonly string[]): string {
  const more = all.length - MOST_NAMED;
  return `${all.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
