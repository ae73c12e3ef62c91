/** What happens to a task when people work: start, finish, block, skip, fail, reopen. */
import type { z } from 'zod';
import { type Change, update } from '../../base/change.ts';
import { ok, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { withHold } from '../go-live/hold-tasks.ts';
import { alsoRolledBack } from '../rollback/running.ts';
import type { Rows } from '../tables.ts';
import type { BlockTask, EstimateBlock, FailTask, FinishTask, ReopenTask, SkipTask, StartTask, UnblockTask } from './commands.ts';
import { type Task, type TaskStatus, task as tasks } from './schema.ts';
import { heldBack } from './start-stops.ts';
import { isClosed } from './task-state.ts';
import { lockedBy, type TakesOver, workerAfter } from './work/lock.ts';
import { openSteps } from './work/steps.ts';

type Command<Schema extends z.ZodType> = z.infer<Schema>;

export function startTask(rows: Rows, command: Command<typeof StartTask>, act: Act): Verdict {
  const found = taskToWork(rows, command, ['planned'], 'started', act);
  if (!found.ok) return found;
  const held = heldBack(rows, found.value, command.despite, act);
  if (held) return held;
  const changes = update(tasks, found.value, { status: 'in progress', actualStart: act.occurredAt, workerId: act.personId });
  return withHold(rows, decide('task.start', changes, found.value.id, command.despite), act, command.despite);
}

/** Finishing a task that was never started is allowed when nothing holds it: people press one key for short work. */
export function finishTask(rows: Rows, command: Command<typeof FinishTask>, act: Act): Verdict {
  const found = taskToWork(rows, command, ['planned', 'in progress', 'blocked'], 'finished', act);
  if (!found.ok) return found;
  const task = found.value;
  const held = task.actualStart === null ? heldBack(rows, task, command.despite, act) : null;
  if (held) return held;
  const began = task.actualStart ?? act.occurredAt;
  if (act.occurredAt < began)
    return refuse('before-start', `${task.ref} was started after that time. It stays as it was. Give a later time.`, [task.ref]);
  const open = command.despite === undefined ? openSteps(rows, task) : [];
  if (open.length > 0) {
    const says = `${task.ref} has ${open.length === 1 ? 'a check' : `${open.length} checks`} to tick: ${open.map(({ title }) => title).join(', ')}.`;
    return refuse('steps-open', `${says} It stays as it was. Tick them, or say why it is finished all the same.`, [task.ref]);
  }
  return withHold(
    rows,
    decide('task.finish', finished(rows, task, command.byWorkaround, act), task.id, command.despite),
    act,
    command.despite,
  );
}

export function blockTask(rows: Rows, command: Command<typeof BlockTask>, act: Act): Verdict {
  const found = taskToWork(rows, command, ['planned', 'in progress'], 'blocked', act);
  if (!found.ok) return found;
  const past = clearsTooEarly(found.value, command.clearsAt ?? null, act);
  if (past) return past;
  const changes = update(tasks, found.value, {
    status: 'blocked',
    reason: command.reason,
    blockedAt: act.occurredAt,
    clearsAt: command.clearsAt ?? null,
    workerId: workerAfter(found.value, act),
  });
  return decide('task.block', changes, found.value.id, command.reason);
}

/** Says anew when a block is expected to be over. Anybody who knows may. */
export function estimateBlock(rows: Rows, command: Command<typeof EstimateBlock>, act: Act): Verdict {
  const found = taskToWork(rows, { ...command, takeOver: true }, ['blocked'], 'given a time to clear', act);
  if (!found.ok) return found;
  const past = clearsTooEarly(found.value, command.clearsAt, act);
  if (past) return past;
  return decide('task.estimate', update(tasks, found.value, { clearsAt: command.clearsAt }), found.value.id);
}

/** Goes back to where it was: in progress when it had begun, else planned. */
export function unblockTask(rows: Rows, command: Command<typeof UnblockTask>, act: Act): Verdict {
  const found = taskToWork(rows, command, ['blocked'], 'unblocked', act);
  if (!found.ok) return found;
  const status: TaskStatus = found.value.actualStart === null ? 'planned' : 'in progress';
  const changes = update(tasks, found.value, { status, reason: '', ...unblocked, workerId: workerAfter(found.value, act) });
  return decide('task.unblock', changes, found.value.id);
}

export function skipTask(rows: Rows, command: Command<typeof SkipTask>, act: Act): Verdict {
  const found = taskToWork(rows, command, ['planned', 'blocked', 'failed'], 'skipped', act);
  if (!found.ok) return found;
  const changes = update(tasks, found.value, { status: 'skipped', reason: command.reason, actualEnd: act.occurredAt, ...unblocked });
  return withHold(rows, decide('task.skip', changes, found.value.id, command.reason), act);
}

export function failTask(rows: Rows, command: Command<typeof FailTask>, act: Act): Verdict {
  const found = taskToWork(rows, command, ['in progress', 'blocked'], 'failed', act);
  if (!found.ok) return found;
  const changes = update(tasks, found.value, {
    status: 'failed',
    reason: command.reason,
    actualEnd: act.occurredAt,
    ...unblocked,
    workerId: workerAfter(found.value, act),
  });
  return withHold(rows, decide('task.fail', changes, found.value.id, command.reason), act);
}

/** Takes a closed task up again. What had begun is in progress again, with its first start, in the hands of who reopened it. */
export function reopenTask(rows: Rows, command: Command<typeof ReopenTask>, act: Act): Verdict {
  const found = rows.task.get(command.taskId);
  if (!found) return unknownTask();
  if (!isClosed(found)) return refuse('not-closed', `${found.ref} is ${found.status}. Only a closed task can be reopened.`, [found.ref]);
  const over = found.rollbackId === null ? undefined : rows.rollback.get(found.rollbackId);
  if (over && over.endedAt !== null)
    return refuse(
      'rollback-over',
      `${over.ref} is over, and ${found.ref} belongs to it. Nothing was changed. Decide a new rollback, or add a task.`,
      [over.ref, found.ref],
    );
  const status: TaskStatus = found.actualStart === null ? 'planned' : 'in progress';
  const workerId = status === 'planned' ? null : act.personId;
  const changes = update(tasks, found, { status, reason: '', actualEnd: null, workerId });
  return withHold(rows, decide('task.reopen', changes, found.id, command.reason), act);
}

const unblocked = { blockedAt: null, clearsAt: null } as const;

/** Everything that finishing a task changes; who takes something else along with it adds it here. */
function finished(rows: Rows, task: Task, byWorkaround: boolean, act: Act): readonly Change[] {
  const own = update(tasks, task, {
    status: byWorkaround ? 'finished by workaround' : 'finished',
    actualStart: task.actualStart ?? act.occurredAt,
    actualEnd: act.occurredAt,
    reason: '',
    ...unblocked,
    workerId: act.personId ?? task.workerId,
  });
  return [...own, ...alsoRolledBack(rows, task, act.occurredAt)];
}

function taskToWork(
  rows: Rows,
  { taskId, takeOver }: { readonly taskId: string } & TakesOver,
  from: readonly TaskStatus[],
  verb: string,
  act: Act,
): Result<Task> {
  const task = rows.task.get(taskId);
  if (!task) return unknownTask();
  if (!from.includes(task.status))
    return refuse('wrong-status', `${task.ref} is ${task.status} and cannot be ${verb} now. Nothing was changed.`, [task.ref]);
  return takeOver ? ok(task) : (lockedBy(rows, task, act) ?? ok(task));
}

function clearsTooEarly(task: Task, clearsAt: number | null, { now }: Act) {
  if (clearsAt === null || clearsAt > now) return null;
  const says = 'The time it is expected to go on has passed already. Nothing was changed. Give a later time, or leave it empty.';
  return refuse('clears-in-the-past', says, [task.ref]);
}

export function unknownTask() {
  return refuse('unknown-task', 'There is no such task in this go-live. It may have been taken back. Reload the board.');
}
