/** A task that somebody works on is theirs until it is closed, handed over or taken over. */
import { type Refusal, refuse } from '../../../base/result.ts';
import type { Act } from '../../../base/rule.ts';
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';

/** Carried by acts on a running task: true takes it out of another person's hands. */
export interface TakesOver {
  readonly takeOver?: boolean | undefined;
}

/** The refusal for anybody but who works on it; null when it is free, closed, or the screen has not said who acts. */
export function lockedBy(
  rows: Pick<Rows, 'person'>,
  task: Task,
  { personId }: Pick<Act, 'personId'>,
): { readonly ok: false; readonly refusal: Refusal } | null {
  const isRunning = task.status === 'in progress' || task.status === 'blocked';
  if (!isRunning || task.workerId === null || personId === null || task.workerId === personId) return null;
  const name = rows.person.get(task.workerId)?.name ?? 'Somebody else';
  return refuse('locked', `${name} works on ${task.ref}. It stays as it was. Ask ${name}, or take it over.`, [task.ref]);
}

/** Who works on it after an act of `personId`: whoever acts on what has begun; nobody on what has not. */
export function workerAfter(task: Pick<Task, 'workerId' | 'actualStart'>, { personId }: Pick<Act, 'personId'>): string | null {
  return task.actualStart === null ? task.workerId : (personId ?? task.workerId);
}
