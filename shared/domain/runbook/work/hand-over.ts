/** A task goes from one pair of hands to another, with a word. */
import type { z } from 'zod';
import { update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import type { Rows } from '../../tables.ts';
import { unknownTask } from '../rules.ts';
import { task as tasks } from '../schema.ts';
import { isClosed } from '../task-state.ts';
import type { HandOver } from './commands.ts';
import { lockedBy } from './lock.ts';

export function handOver(rows: Rows, command: z.infer<typeof HandOver>, act: Act): Verdict {
  const task = rows.task.get(command.taskId);
  if (!task) return unknownTask();
  if (isClosed(task)) return refuse('closed', `${task.ref} is ${task.status}. There is nothing to hand over. Reopen it first.`, [task.ref]);
  const locked = command.takeOver ? null : lockedBy(rows, task, act);
  if (locked) return locked;
  const toIds = [...new Set(command.toIds)];
  if (toIds.some((id) => !rows.person.has(id))) {
    return refuse('unknown-person', 'Somebody you named is not in the roster of this go-live. Nothing was changed. Choose again.', [
      task.ref,
    ]);
  }
  const changes = update(tasks, task, { ownerIds: toIds, workerId: task.actualStart === null ? null : (toIds[0] ?? null) });
  if (changes.length === 0) return refuse('nothing-changed', `${task.ref} is with them already.`, [task.ref]);
  return decide('task.handOver', changes, task.id, command.word);
}
