/** What happens to a task when people work: start, finish, block, skip, fail, reopen. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { ok, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import type { BlockTask, FailTask, FinishTask, ReopenTask, SkipTask, StartTask, UnblockTask } from './commands.ts';
import { type Task, type TaskStatus, task as tasks } from './schema.ts';
import { guardsOf, isClosed, whatHolds } from './task-state.ts';

type Command<Schema extends z.ZodType> = z.infer<Schema>;

export function startTask(rows: Rows, command: Command<typeof StartTask>, act: Act): Verdict {
  const found = taskToWork(rows, command.taskId, ['planned'], 'started');
  if (!found.ok) return found;
  const held = heldBack(rows, found.value, command.despite);
  if (held) return held;
  const changes = update(tasks, found.value, { status: 'in progress', actualStart: act.occurredAt });
  return decide('task.start', changes, found.value.id, command.despite);
}

/** Finishing a task that was never started is allowed when nothing holds it: people press one key for short work. */
export function finishTask(rows: Rows, command: Command<typeof FinishTask>, act: Act): Verdict {
  const found = taskToWork(rows, command.taskId, ['planned', 'in progress', 'blocked'], 'finished');
  if (!found.ok) return found;
  const task = found.value;
  const held = task.actualStart === null ? heldBack(rows, task, command.despite) : null;
  if (held) return held;
  const began = task.actualStart ?? act.occurredAt;
  if (act.occurredAt < began)
    return refuse('before-start', `${task.ref} was started after that time. It stays as it was. Give a later time.`, [task.ref]);
  const changes = update(tasks, task, {
    status: command.byWorkaround ? 'finished by workaround' : 'finished',
    actualStart: began,
    actualEnd: act.occurredAt,
    reason: '',
    blockedAt: null,
  });
  return decide('task.finish', changes, task.id, command.despite);
}

export function blockTask(rows: Rows, command: Command<typeof BlockTask>, act: Act): Verdict {
  const found = taskToWork(rows, command.taskId, ['planned', 'in progress'], 'blocked');
  if (!found.ok) return found;
  const changes = update(tasks, found.value, { status: 'blocked', reason: command.reason, blockedAt: act.occurredAt });
  return decide('task.block', changes, found.value.id, command.reason);
}

/** Goes back to where it was: in progress when it had begun, else planned. */
export function unblockTask(rows: Rows, command: Command<typeof UnblockTask>, _act: Act): Verdict {
  const found = taskToWork(rows, command.taskId, ['blocked'], 'unblocked');
  if (!found.ok) return found;
  const status: TaskStatus = found.value.actualStart === null ? 'planned' : 'in progress';
  const changes = update(tasks, found.value, { status, reason: '', blockedAt: null });
  return decide('task.unblock', changes, found.value.id);
}

export function skipTask(rows: Rows, command: Command<typeof SkipTask>, act: Act): Verdict {
  const found = taskToWork(rows, command.taskId, ['planned', 'blocked', 'failed'], 'skipped');
  if (!found.ok) return found;
  const changes = update(tasks, found.value, { status: 'skipped', reason: command.reason, actualEnd: act.occurredAt, blockedAt: null });
  return decide('task.skip', changes, found.value.id, command.reason);
}

export function failTask(rows: Rows, command: Command<typeof FailTask>, act: Act): Verdict {
  const found = taskToWork(rows, command.taskId, ['in progress', 'blocked'], 'failed');
  if (!found.ok) return found;
  const changes = update(tasks, found.value, { status: 'failed', reason: command.reason, actualEnd: act.occurredAt, blockedAt: null });
  return decide('task.fail', changes, found.value.id, command.reason);
}

/** Takes a closed task up again. What had begun is in progress again, with its first start. */
export function reopenTask(rows: Rows, command: Command<typeof ReopenTask>, _act: Act): Verdict {
  const found = rows.task.get(command.taskId);
  if (!found) return unknownTask();
  if (!isClosed(found)) return refuse('not-closed', `${found.ref} is ${found.status}. Only a closed task can be reopened.`, [found.ref]);
  const status: TaskStatus = found.actualStart === null ? 'planned' : 'in progress';
  const changes = update(tasks, found, { status, reason: '', actualEnd: null });
  return decide('task.reopen', changes, found.id, command.reason);
}

function taskToWork(rows: Rows, id: string, from: readonly TaskStatus[], verb: string): Result<Task> {
  const task = rows.task.get(id);
  if (!task) return unknownTask();
  if (!from.includes(task.status))
    return refuse('wrong-status', `${task.ref} is ${task.status} and cannot be ${verb} now. Nothing was changed.`, [task.ref]);
  return ok(task);
}

function heldBack(rows: Rows, task: Task, despite: string | undefined): Verdict | null {
  const gates = guardsOf(rows, task).map(({ ref }) => ref);
  if (gates.length > 0) {
    const says = `${task.ref} is guarded by ${gates.join(', ')}, which ${gates.length === 1 ? 'has' : 'have'} not decided go.`;
    return refuse('gate-not-passed', `${says} It stays as it was. Decide the gate first; no reason leads past it.`, gates);
  }
  const holding = despite === undefined ? whatHolds(rows, task) : [];
  if (holding.length === 0) return null;
  const refs = holding.map(({ ref }) => ref);
  return refuse('held', `${task.ref} waits for ${refs.join(', ')}. Finish that first, or say why it goes ahead all the same.`, refs);
}

function unknownTask() {
  return refuse('unknown-task', 'There is no such task in this go-live. It may have been taken back. Reload the board.');
}
