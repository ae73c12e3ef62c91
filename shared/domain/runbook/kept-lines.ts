/** Task lines that are kept: given the next rows and schedule only those are made anew whose task, times or state may differ. */
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import { isLate } from './late.ts';
import { lineOf, type TaskLine, taskLines } from './lines.ts';
import { networkOf } from './network.ts';
import type { Schedule } from './schedule.ts';
import type { Task } from './schema.ts';
import { groupsAround } from './task-state.ts';

export interface KeptLines {
  /** What `taskLines` answers; a line that says what it said before is the same object, and so is the list where all do. */
  readonly next: (rows: Rows, goLive: Pick<GoLive, 'tZeroAt'>, now: number, schedule: Schedule) => readonly TaskLine[];
}

interface Kept {
  readonly rows: Rows;
  readonly tZeroAt: number;
  readonly schedule: Schedule;
  readonly lines: readonly TaskLine[];
  /** Task id to the ids of what stands in it; stays while no task is placed elsewhere. */
  readonly children: ReadonlyMap<string, readonly string[]>;
}

export function openLines(): KeptLines {
  let kept: Kept | null = null;
  return {
    next: (rows, goLive, now, schedule) => {
      const changed = kept && stays(kept, rows, goLive) ? changedTasks(kept.rows.task, rows.task) : null;
      const lines = (kept && changed && moved(kept, changed, rows, goLive, schedule)) ?? taskLines(rows, goLive, now, schedule);
      const children = (changed && kept?.children) ?? childrenOf(rows);
      kept = { rows, tZeroAt: goLive.tZeroAt, schedule, lines, children };
      return lines;
    },
  };
}

/** Whether a line can only differ by tasks and times. */
function stays({ rows: before, tZeroAt }: Kept, rows: Rows, goLive: Pick<GoLive, 'tZeroAt'>): boolean {
  const tables = ['link', 'gate', 'person', 'goLive'] as const;
  return tZeroAt === goLive.tZeroAt && tables.every((name) => before[name] === rows[name]);
}

/** The tasks of `after` that differ; null where tasks came or went, or one stands elsewhere or exists in other runs. */
function changedTasks(before: Rows['task'], after: Rows['task']): readonly Task[] | null {
  if (before === after) return [];
  if (before.size !== after.size) return null;
  const changed: Task[] = [];
  const earlier = before.values();
  for (const task of after.values()) {
    const was = earlier.next().value as Task;
    if (was === task) continue;
    const isPlaced = was.id === task.id && was.position === task.position && was.parentId === task.parentId;
    if (!isPlaced || was.kind !== task.kind || was.runIn !== task.runIn) return null;
    changed.push(task);
  }
  return changed;
}

/** Null where a task has no times, or had none. */
function moved(
  kept: Kept,
  changed: readonly Task[],
  rows: Rows,
  goLive: Pick<GoLive, 'tZeroAt'>,
  { times }: Schedule,
): readonly TaskLine[] | null {
  const { lines: before } = kept;
  if (before.length !== times.size) return null;
  if (changed.length === 0 && times === kept.schedule.times) return before;
  const touched = touchedBy(kept, rows, changed);
  let lines: TaskLine[] | null = null;
  for (let at = 0; at < before.length; at += 1) {
    const was = before[at] as TaskLine;
    const { id } = was.task;
    const own = times.get(id);
    if (!own) return null;
    const isTouched = touched.has(id);
    if (!isTouched && own === was.times) continue;
    const line = isTouched ? lineOf(rows, goLive, rows.task.get(id) as Task, own) : atTimes(was, own);
    if (line === was) continue;
    lines ??= before.slice();
    lines[at] = line;
  }
  return lines ?? before;
}

function atTimes({ task, state, owners, tZeroAt }: TaskLine, times: TaskLine['times']): TaskLine {
  return { task, state, times, isLate: isLate(task, times), owners, tZeroAt };
}

/** Ids of the tasks that changed and of those their status, or that of a group around them, may hold or let go on. */
function touchedBy({ rows: before, children }: Kept, rows: Rows, changed: readonly Task[]): ReadonlySet<string> {
  const { outOf } = networkOf(rows);
  const held = new Set<string>();
  for (const task of changed) {
    if (before.task.get(task.id)?.status === task.status) continue;
    for (const { id } of [task, ...groupsAround(rows, task)]) for (const { toId } of outOf.get(id) ?? []) held.add(toId);
  }
  for (const id of held) for (const child of children.get(id) ?? []) held.add(child); // a set also walks what is added on the way
  for (const { id } of changed) held.add(id);
  return held;
}

function childrenOf({ task }: Rows): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const { id, parentId } of task.values()) {
    if (parentId === null) continue;
    const inside = children.get(parentId);
    if (inside) inside.push(id);
    else children.set(parentId, [id]);
  }
  return children;
}
