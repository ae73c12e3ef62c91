/** How a task is taken back: said, changed, or said that there is nothing to take back. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { task as tasks } from '../runbook/schema.ts';
import type { Rows } from '../tables.ts';
import type { SetWayBack } from './commands.ts';

/** Counts from now on: a rollback that runs keeps the tasks it was started with. */
export function setWayBack(rows: Rows, { taskId, ...undo }: z.infer<typeof SetWayBack>, _act: Act): Verdict {
  const found = rows.task.get(taskId);
  if (!found) return refuse('unknown-task', 'There is no such task in this go-live. It may have been taken back. Reload the board.');
  if (found.kind === 'rollback' || found.kind === 'group')
    return refuse('not-taken-back', `${found.ref} is ${found.kind === 'group' ? 'a heading' : 'itself a way back'}. Nothing was changed.`, [
      found.ref,
    ]);
  const said = undo.undoMs === null ? { undoTitle: '', undoDetail: '', undoMs: null } : undo;
  return decide('task.wayBack', update(tasks, found, said), found.id);
}
