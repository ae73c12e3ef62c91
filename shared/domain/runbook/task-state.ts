/** Where a task really stands: what is stored, plus whether it may start. */
import type { Gate } from '../gate/schema.ts';
import type { Rows } from '../tables.ts';
import { networkOf } from './network.ts';
import type { Link, Task, TaskStatus } from './schema.ts';

/** The statuses of DESIGN: `planned` splits into not ready and ready. */
export type TaskState = Exclude<TaskStatus, 'planned'> | 'not ready' | 'ready';

const closed: ReadonlySet<TaskStatus> = new Set(['finished', 'finished by workaround', 'skipped', 'rolled back', 'failed']);
/** Ended in a way that lets successors go on. A failed task does not. */
const passable: ReadonlySet<TaskStatus> = new Set(['finished', 'finished by workaround', 'skipped']);

/** No more work is expected on it. */
export function isClosed(task: Pick<Task, 'status'>): boolean {
  return closed.has(task.status);
}

/** Work has begun on it at some time. */
export function hasBegun(task: Pick<Task, 'status' | 'actualStart'>): boolean {
  return task.status !== 'planned' && task.status !== 'skipped' && task.actualStart !== null;
}

export function taskState(rows: Rows, task: Task): TaskState {
  if (task.status !== 'planned') return task.status;
  return whatHolds(rows, task).length === 0 ? 'ready' : 'not ready';
}

/** What must happen before `task` may start, as tasks and gates; empty when it may start now. */
export function whatHolds(rows: Rows, task: Task): readonly (Task | Gate)[] {
  const tasks = (networkOf(rows).into.get(task.id) ?? []).flatMap((link) => {
    const before = rows.task.get(link.fromId);
    return before && holdsStart(link, before) ? [before] : [];
  });
  return [...tasks, ...guardsOf(rows, task)];
}

/** Gates that guard the task's phase and have not decided go. */
export function guardsOf(rows: Rows, task: Pick<Task, 'phase'>): readonly Gate[] {
  return [...rows.gate.values()].filter((gate) => gate.guards.includes(task.phase) && !isGo(gate));
}

export function isGo(gate: Pick<Gate, 'decision'>): boolean {
  return gate.decision === 'go' || gate.decision === 'go with conditions';
}

/** Only links that constrain the start can hold it: finish-to-start and start-to-start. */
function holdsStart(link: Link, before: Task): boolean {
  if (link.kind === 'FS') return !passable.has(before.status);
  if (link.kind === 'SS') return before.status === 'planned';
  return false;
}
