/** One person's night, or a team's, or a role's: what stands still, what runs, what is next, what waits and for whom. */
import { roleHolders } from '../../roster/roles.ts';
import type { Rows } from '../../tables.ts';
import type { Schedule } from '../schedule.ts';
import type { Task } from '../schema.ts';
import { isClosed, isInRun, type TaskState, taskState } from '../task-state.ts';
import type { Remark, ShiftNote } from '../work-schema.ts';
import { type WaitsFor, waitsFor } from './waiting.ts';

/** Whose work is looked at: a person's id, a department, or the key of a role. */
export interface Whose {
  readonly by: 'person' | 'team' | 'role';
  readonly of: string;
}

export interface MyTask {
  readonly task: Task;
  readonly state: TaskState;
  /** When it is forecast to begin, or began, UTC ms; null when the schedule leaves it out. */
  readonly start: number | null;
  readonly end: number | null;
  /** Who and what holds it; empty unless it is not ready. */
  readonly waits: readonly WaitsFor[];
}

export interface Mine {
  /** Blocked or failed: open, and somebody must say how it goes on. */
  readonly stopped: readonly MyTask[];
  readonly running: readonly MyTask[];
  /** May start now, in the order they are forecast. */
  readonly next: readonly MyTask[];
  /** Not ready, in the order they are forecast. */
  readonly waiting: readonly MyTask[];
  readonly closed: number;
}

/** Everyone who is meant. */
export function peopleOf(rows: Pick<Rows, 'person' | 'assignment' | 'playbookCopy'>, { by, of }: Whose): ReadonlySet<string> {
  if (by === 'person') return new Set(rows.person.has(of) ? [of] : []);
  if (by === 'role') return new Set((roleHolders(rows as Rows).get(of) ?? []).map(({ id }) => id));
  return new Set([...rows.person.values()].filter(({ department }) => department === of).map(({ id }) => id));
}

/** A task is theirs when they are named on it or work on it. Groups and what is not in this run are left out. */
export function mineOf(rows: Rows, people: ReadonlySet<string>, times: Schedule['times']): Mine {
  const [goLive] = rows.goLive.values();
  const theirs: MyTask[] = [];
  let closed = 0;
  for (const task of rows.task.values()) {
    if (!isTheirs(task, people) || task.kind === 'group' || (goLive && !isInRun(task, goLive))) continue;
    if (isClosed(task) && task.status !== 'failed') {
      closed += 1;
      continue;
    }
    const state = taskState(rows, task);
    const own = times.get(task.id);
    const waits = state === 'not ready' ? waitsFor(rows, task) : [];
    theirs.push({ task, state, start: own?.start ?? null, end: own?.end ?? null, waits });
  }
  theirs.sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || a.task.position - b.task.position);
  return {
    stopped: theirs.filter(({ state }) => state === 'blocked' || state === 'failed'),
    running: theirs.filter(({ state }) => state === 'in progress'),
    next: theirs.filter(({ state }) => state === 'ready'),
    waiting: theirs.filter(({ state }) => state === 'not ready'),
    closed,
  };
}

export function isTheirs({ ownerIds, workerId }: Pick<Task, 'ownerIds' | 'workerId'>, people: ReadonlySet<string>): boolean {
  return ownerIds.some((id) => people.has(id)) || (workerId !== null && people.has(workerId));
}

/** What to go on with after `taskId` was finished: what runs, else the first that is ready; null when nothing is. */
export function nextAfter(mine: Pick<Mine, 'running' | 'next'>, taskId: string): MyTask | null {
  const goesOn = [...mine.next, ...mine.running];
  return goesOn.find(({ task }) => task.id !== taskId) ?? null;
}

/** Remarks that name one of them, the newest first. */
export function mentionsOf(rows: Pick<Rows, 'remark'>, people: ReadonlySet<string>): readonly Remark[] {
  return [...rows.remark.values()].filter(({ mentionIds }) => mentionIds.some((id) => people.has(id))).sort((a, b) => b.at - a.at);
}

/** Shift notes for one of them or for whoever comes that nobody has read, the newest first, without their own. */
export function unreadNotes(rows: Pick<Rows, 'shiftNote'>, people: ReadonlySet<string>): readonly ShiftNote[] {
  return [...rows.shiftNote.values()]
    .filter(({ toId, fromId, readAt }) => readAt === null && (toId === null ? fromId === null || !people.has(fromId) : people.has(toId)))
    .sort((a, b) => b.at - a.at);
}
