/** What happens when tasks leave the plan: with their steps, remarks and links, and only when no work and nothing else hangs on them. */
import type { z } from 'zod';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import type { Rows, TableName } from '../../tables.ts';
import type { Task } from '../schema.ts';
import type { RemoveTasks } from './commands.ts';
import { withInside } from './order.ts';
import { type Naming, namingsOf, removalOf, wasWorked } from './removal.ts';

const MOST_NAMED = 8;

/** A group goes with all that stands in it. */
export function removeTasks(rows: Rows, { taskIds }: z.infer<typeof RemoveTasks>, _act: Act): Verdict {
  if (taskIds.some((id) => !rows.task.has(id)))
    return refuse('unknown-task', 'A task is not in this go-live any more. Nothing was removed.');
  const leaving = withInside(rows, taskIds);
  const ids = new Set(leaving.map(({ id }) => id));
  const worked = leaving.filter(wasWorked).map(({ ref }) => ref);
  if (worked.length > 0)
    return refuse('was-worked', `${names(worked)} was worked on and stays in the record. Nothing was removed. Skip it instead.`, worked);
  const namings = namingsOf(rows, ids);
  const [first] = namings;
  if (first) {
    const refOf = (id: string) => (rows.task.get(id) as Task).ref;
    const ref = refOf(first.taskId);
    const what = names(namings.filter(({ taskId }) => taskId === first.taskId).map(wordsFor));
    const about = [...new Set(namings.map(({ taskId }) => refOf(taskId)))];
    return refuse('pointed-at', `${ref} is named by ${what}. Nothing was removed. Take it out there first, or skip the task.`, about);
  }
  return decide('plan.remove', removalOf(rows, ids), leaving[0]?.id ?? null);
}

const tableWords: Partial<Record<TableName, string>> = {
  substitution: 'a substitution',
  announcement: 'the message',
  injection: 'the trouble',
};

function wordsFor({ table, row }: Naming): string {
  if (typeof row.ref === 'string') return row.ref;
  const title = row.title ?? row.name;
  return [tableWords[table] ?? `a row of ${table}`, ...(typeof title === 'string' ? [`“${title}”`] : [])].join(' ');
}

function names(all: readonly string[]): string {
  const more = all.length - MOST_NAMED;
  return `${all.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
