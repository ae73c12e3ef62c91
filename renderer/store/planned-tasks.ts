/** The tasks as the plan has them: work on them is no new plan, so what depends on the plan alone is not computed with every act. */
import type { Rows } from '../../shared/domain/tables.ts';
import { useTable } from './live.ts';

let kept: Rows['task'] = new Map();

/** The same table until a task comes, goes, or gets another reference or length; all else in its rows may be old. */
export function usePlannedTasks(): Rows['task'] {
  const tasks = useTable('task');
  if (!isSamePlan(kept, tasks)) kept = tasks;
  return kept;
}

function isSamePlan(before: Rows['task'], after: Rows['task']): boolean {
  if (before === after) return true;
  if (before.size !== after.size) return false;
  const earlier = before.values();
  for (const task of after.values()) {
    const was = earlier.next().value;
    if (was !== task && (was?.id !== task.id || was.ref !== task.ref || was.durationMs !== task.durationMs)) return false;
  }
  return true;
}
