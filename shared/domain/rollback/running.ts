/** The rollback that runs, if one does: its tasks, when it is forecast to be over, and what it means for everything else. */
import { type Change, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { inOrder, networkOf } from '../runbook/network.ts';
import { type Task, task as tasks } from '../runbook/schema.ts';
import { isClosed } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import type { Rollback } from './schema.ts';

/** The rollback that was started and is neither over nor given up; null when none runs. */
export function runningRollback(rows: Pick<Rows, 'rollback'>): Rollback | null {
  for (const rollback of rows.rollback.values()) if (rollback.endedAt === null) return rollback;
  return null;
}

/** The tasks of a rollback in the order they were made in, which is the order they can be worked in. */
export function tasksOfRollback(rows: Pick<Rows, 'task'>, rollback: Pick<Rollback, 'id'>): readonly Task[] {
  return [...rows.task.values()].filter(({ rollbackId }) => rollbackId === rollback.id).sort((a, b) => a.position - b.position);
}

/** When the last task of a running rollback ends if each takes its length from here on, UTC ms. Holds do not stop a rollback. */
export function rollbackEnd(rows: Pick<Rows, 'task' | 'link'>, rollback: Pick<Rollback, 'id' | 'decidedAt'>, now: number): number {
  const own = new Map(tasksOfRollback(rows, rollback).map((task) => [task.id, task]));
  const { into } = networkOf(rows);
  const ends = new Map<string, number>();
  let last = rollback.decidedAt;
  for (const task of inOrder(rows)) {
    if (!own.has(task.id)) continue;
    const ready = (into.get(task.id) ?? []).reduce((latest, { fromId }) => Math.max(latest, ends.get(fromId) ?? 0), now);
    const end = isClosed(task) && task.actualEnd !== null ? task.actualEnd : Math.max(now, (task.actualStart ?? ready) + task.durationMs);
    ends.set(task.id, end);
    last = Math.max(last, end);
  }
  return last;
}

/** What keeps a task that goes forward from starting while a rollback runs; it gives way to a reason. Null when nothing does. */
export function rollingBack(rows: Pick<Rows, 'rollback'>, task: Pick<Task, 'ref' | 'kind'>) {
  const running = task.kind === 'rollback' ? null : runningRollback(rows);
  if (!running) return null;
  const says = `${task.ref} goes forward, and ${running.ref} is taking the go-live back.`;
  return { code: 'rolling-back', says, about: [running.ref] };
}

/**
 * A rollback that runs is ended or given up before the go-live takes another course: nothing else ends it, so each leaves its reason in
 * the record. Refused while one runs, whatever reason there is; `then` says what waits for it. Null when none does.
 */
export function untilRolledBack(rows: Pick<Rows, 'rollback'>, then: string): ReturnType<typeof refuse> | null {
  const running = runningRollback(rows);
  if (!running) return null;
  const says = `${running.ref} is taking the go-live back. Nothing was changed. End it or give it up on the Rollback board, then ${then}.`;
  return refuse('rolling-back', says, [running.ref]);
}

/** What finishing `task` does to the task it takes back; nothing for any other task, and when it already is rolled back. */
export function alsoRolledBack(rows: Pick<Rows, 'task'>, task: Pick<Task, 'rollbackOf'>, at: number): readonly Change[] {
  const taken = task.rollbackOf === null ? undefined : rows.task.get(task.rollbackOf);
  if (!taken || taken.status === 'rolled back') return [];
  return update(tasks, taken, {
    status: 'rolled back',
    reason: '',
    blockedAt: null,
    clearsAt: null,
    workerId: null,
    actualEnd: taken.actualEnd ?? Math.max(at, taken.actualStart ?? at),
  });
}
