/** Many tasks linked one after the other, each with the one before it in the plan. */
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import type { EditTasksCommand } from './commands.ts';
import { planOrder } from './order.ts';
import { predecessorsOf } from './plan-fields.ts';

/** The tasks in the order of the chain; groups are left out, for their tasks are linked. */
export function chainOrder(rows: Pick<Rows, 'task'>, taskIds: Iterable<string>): readonly Task[] {
  const ids = new Set(taskIds);
  return planOrder(rows).flatMap(({ task }) => (ids.has(task.id) && task.kind !== 'group' ? task : []));
}

/** The edits that make the chain, finish to start; pairs that are linked already stay as they are. */
export function chainEdits(rows: Rows, chain: readonly Task[]): EditTasksCommand['edits'] {
  return chain.flatMap((task, at) => {
    const before = chain[at - 1];
    if (!before) return [];
    const was = [...predecessorsOf(rows, task.id)];
    if (was.some(({ fromId }) => fromId === before.id)) return [];
    return { taskId: task.id, was: { after: was }, set: { after: [...was, { fromId: before.id, kind: 'FS' as const, lagMs: 0 }] } };
  });
}
