/** Where a task really stands: what is stored, plus whether it may start. */
import type { Gate } from '../gate/schema.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import { networkOf } from './network.ts';
import type { Link, Task, TaskStatus } from './schema.ts';

/** The statuses of DESIGN: `planned` splits into not ready and ready. */
export type TaskState = Exclude<TaskStatus, 'planned'> | 'not ready' | 'ready';

const closed: ReadonlySet<TaskStatus> = new Set(['finished', 'finished by workaround', 'skipped', 'rolled back', 'failed']);
/** Ended in a way that lets successors go on. A failed task does not. */
const passable: ReadonlySet<TaskStatus> = new Set(['finished', 'finished by workaround', 'skipped', 'rolled back']);

/**
 * Whether `task` exists in this run: one that is `mock only` is left out of the real cutover, one that is `live only` out of a rehearsal
 * or drill. Says nothing about its kind: a group and a rollback task are in the run too.
 */
export function isInRun(task: Pick<Task, 'runIn'>, goLive: Pick<GoLive, 'kind'>): boolean {
  if (task.runIn === 'always') return true;
  return (task.runIn === 'live only') === (goLive.kind === 'live');
}

/** The tasks people work in this run, of the way back too: no headings, and nothing that is left out of it. In the order of the rows. */
export function workedTasks({ task, goLive }: Pick<Rows, 'task' | 'goLive'>): readonly Task[] {
  const [run = { kind: 'live' as const }] = goLive.values();
  return [...task.values()].filter((one) => one.kind !== 'group' && isInRun(one, run));
}

/** Work on it has ended, in whichever way: it has an end, and goes on only if somebody reopens it. */
export function isClosed(task: Pick<Task, 'status'>): boolean {
  return closed.has(task.status);
}

/** Finished, by workaround too, or skipped: what is told as closed. */
export function hasEndedWell({ status }: Pick<Task, 'status'>): boolean {
  return status !== 'rolled back' && passable.has(status);
}

/** Something is still to be done about it, which a failed task leaves too. */
export function isOpen(task: Pick<Task, 'status'>): boolean {
  return !isClosed(task) || task.status === 'failed';
}

/** Work has begun on it at some time. */
export function hasBegun(task: Pick<Task, 'status' | 'actualStart'>): boolean {
  return task.status !== 'planned' && task.status !== 'skipped' && task.actualStart !== null;
}

export function taskState(rows: Rows, task: Task): TaskState {
  if (task.status !== 'planned') return task.status;
  return isHeld(rows, task) ? 'not ready' : 'ready';
}

/** Whether `whatHolds` names anything; asked of every task, it stops at the first. */
function isHeld(rows: Rows, task: Task): boolean {
  const goLive = rows.goLive.get(task.goLiveId) ?? { kind: 'live' };
  const into = networkOf(rows).into;
  const holds = (link: Link) => {
    const before = rows.task.get(link.fromId);
    return before !== undefined && isInRun(before, goLive) && holdsStart(rows, link, before);
  };
  if (into.get(task.id)?.some(holds)) return true;
  if (task.parentId !== null && groupsAround(rows, task).some(({ id }) => into.get(id)?.some(holds))) return true;
  for (const gate of rows.gate.values()) if (!isGo(gate) && gate.guards.includes(task.phase)) return true;
  return false;
}

/**
 * What must happen before `task` may start, as tasks and gates; empty when it may start now. What a group it stands in waits for
 * holds it too; what does not exist in this run holds nothing.
 */
export function whatHolds(rows: Rows, task: Task): readonly (Task | Gate)[] {
  const goLive = rows.goLive.get(task.goLiveId) ?? { kind: 'live' };
  const into = networkOf(rows).into;
  const tasks: Task[] = [];
  for (const own of [task, ...groupsAround(rows, task)]) {
    for (const link of into.get(own.id) ?? []) {
      const before = rows.task.get(link.fromId);
      if (before && isInRun(before, goLive) && holdsStart(rows, link, before)) tasks.push(before);
    }
  }
  return [...tasks, ...guardsOf(rows, task)];
}

/** The groups a task stands in, the innermost first. */
export function groupsAround(rows: Pick<Rows, 'task'>, task: Pick<Task, 'parentId'>): readonly Task[] {
  const groups: Task[] = [];
  for (let id = task.parentId; id !== null; ) {
    const group = rows.task.get(id);
    if (!group || groups.includes(group)) break;
    groups.push(group);
    id = group.parentId;
  }
  return groups;
}

/** Gates that guard the task's phase and have not decided go. */
export function guardsOf(rows: Rows, task: Pick<Task, 'phase'>): readonly Gate[] {
  return [...rows.gate.values()].filter((gate) => gate.guards.includes(task.phase) && !isGo(gate));
}

export function isGo(gate: Pick<Gate, 'decision'>): boolean {
  return gate.decision === 'go' || gate.decision === 'go with conditions';
}

/** Only links that constrain the start can hold it: finish-to-start and start-to-start. A group holds by the tasks in it. */
function holdsStart(rows: Rows, link: Link, before: Task): boolean {
  if (before.kind === 'group') {
    const { isPassed, isBegun } = groupState(rows, before);
    return link.kind === 'FS' ? !isPassed : link.kind === 'SS' && !isBegun;
  }
  if (link.kind === 'FS') return !passable.has(before.status);
  if (link.kind === 'SS') return before.status === 'planned';
  return false;
}

interface GroupState {
  /** All that stands in it lets successors go on. */
  readonly isPassed: boolean;
  /** Something in it is not planned any more, or nothing stands in it. */
  readonly isBegun: boolean;
}

const knownGroups = new WeakMap<Rows['task'], Map<string, GroupState>>();

/** Looked through once for each state of the tasks: every task of a group that follows another one asks. */
function groupState(rows: Rows, group: Task): GroupState {
  const known = knownGroups.get(rows.task) ?? new Map<string, GroupState>();
  knownGroups.set(rows.task, known);
  let state = known.get(group.id);
  if (!state) {
    const inside = tasksInside(rows, group);
    const isPassed = inside.every(({ status }) => passable.has(status));
    state = { isPassed, isBegun: inside.length === 0 || inside.some(({ status }) => status !== 'planned') };
    known.set(group.id, state);
  }
  return state;
}

const knownChildren = new WeakMap<Rows['task'], ReadonlyMap<string, readonly Task[]>>();

/** The tasks of a group and of the groups in it that exist in this run, without the groups themselves. */
export function tasksInside(rows: Rows, group: Task): readonly Task[] {
  let children = knownChildren.get(rows.task);
  if (!children) {
    children = Map.groupBy(
      [...rows.task.values()].filter(({ parentId }) => parentId !== null),
      ({ parentId }) => parentId as string,
    );
    knownChildren.set(rows.task, children);
  }
  const goLive = rows.goLive.get(group.goLiveId) ?? { kind: 'live' };
  const found: Task[] = [];
  const groups = [group];
  const seen = new Set([group.id]);
  for (let at = 0; at < groups.length; at += 1) {
    for (const child of children.get((groups[at] as Task).id) ?? []) {
      if (seen.has(child.id) || !isInRun(child, goLive)) continue;
      seen.add(child.id);
      (child.kind === 'group' ? groups : found).push(child);
    }
  }
  return found;
}
