/** A task that does not apply any more but was worked on: skipped, with what it was kept in its reason, so that it can come back. */
import { type Change, update } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { type Task, taskStatuses, task as tasks } from '../runbook/schema.ts';
import { isClosed } from '../runbook/task-state.ts';

const LONGEST = 8_000;

/** `words` say why it does not apply. Its actual times stay; what somebody skipped already stays as it is. */
export function setAside(task: Task, words: string, act: Act): readonly Change[] {
  if (task.status === 'skipped') return [];
  const was = task.status === 'planned' ? '' : `${before(task.status)}${task.reason && `: ${task.reason}`}`;
  const actualEnd = task.actualEnd ?? Math.max(act.occurredAt, task.actualStart ?? 0);
  return update(tasks, task, { status: 'skipped', reason: `${words}${was}`.slice(0, LONGEST), actualEnd, blockedAt: null });
}

/** As it was before `setAside` with the same `words`; nothing for a task that a person skipped. What was blocked comes back free. */
export function takenUp(task: Task, words: string): readonly Change[] {
  if (task.status !== 'skipped' || !task.reason.startsWith(words)) return [];
  const rest = task.reason.slice(words.length);
  const was = rest === '' ? 'planned' : taskStatuses.find((status) => rest === before(status) || rest.startsWith(`${before(status)}: `));
  if (!was) return [];
  const reason = rest.slice(before(was).length + 2);
  if (isClosed({ status: was })) return update(tasks, task, { status: was, reason });
  return update(tasks, task, { status: task.actualStart === null ? 'planned' : 'in progress', reason: '', actualEnd: null });
}

function before(status: Task['status']): string {
  return ` It was ${status} before`;
}
