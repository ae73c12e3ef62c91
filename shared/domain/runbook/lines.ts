/** What boards show of a task: its state, its times, who works on it. */
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import { isLate } from './late.ts';
import { type Schedule, scheduleOf, type TaskTimes } from './schedule.ts';
import type { Task } from './schema.ts';
import { isClosed, type TaskState, taskState } from './task-state.ts';

export interface TaskLine {
  readonly task: Task;
  readonly state: TaskState;
  readonly times: TaskTimes;
  readonly isLate: boolean;
  /** Names of its owners; empty when nobody is named. */
  readonly owners: string;
  readonly tZeroAt: number;
}

const known = new WeakMap<Task, TaskLine>();

/** All tasks in plan order, as they stand at `now` (UTC ms). A line that says what it said before is the same object. */
export function taskLines(
  rows: Rows,
  goLive: Pick<GoLive, 'tZeroAt'>,
  now: number,
  { times }: Schedule = scheduleOf(rows, goLive, now),
): readonly TaskLine[] {
  return [...rows.task.values()]
    .sort((a, b) => a.position - b.position)
    .flatMap((task) => {
      const own = times.get(task.id);
      if (!own) return []; // on a circle; imports and links never make one
      const owners = task.ownerIds.length === 0 ? '' : task.ownerIds.map((id) => rows.person.get(id)?.name ?? '').join(', ');
      return [kept({ task, state: taskState(rows, task), times: own, isLate: isLate(task, own), owners, tZeroAt: goLive.tZeroAt })];
    });
}

/** `isLate` follows from the task and its times. */
function kept(line: TaskLine): TaskLine {
  const before = known.get(line.task);
  const isSame =
    before &&
    before.times === line.times &&
    before.state === line.state &&
    before.owners === line.owners &&
    before.tZeroAt === line.tZeroAt;
  if (isSame) return before;
  known.set(line.task, line);
  return line;
}

/** Open and without float: when its end moves, the finish of all moves. */
export function isCritical({ times }: Pick<TaskLine, 'times'>): boolean {
  return times.isCritical;
}

/** Blocked, or failed with nobody having said that it may be left at that. */
export function isStopped({ state }: Pick<TaskLine, 'state'>): boolean {
  return state === 'blocked' || state === 'failed';
}

export interface StreamLine {
  readonly name: string;
  readonly tasks: number;
  readonly closed: number;
  readonly running: number;
  readonly blocked: number;
  readonly late: number;
  /** Forecast end of its last task, UTC ms. */
  readonly ends: number;
}

/** Headings count in none. Streams with blocked or failed tasks first, then those with most late ones. */
export function streamLines(lines: readonly TaskLine[]): readonly StreamLine[] {
  const of = (own: readonly TaskLine[], is: (line: TaskLine) => boolean) => own.filter(is).length;
  const worked = lines.filter(({ task }) => task.kind !== 'group');
  return [...Map.groupBy(worked, ({ task }) => task.stream || 'No stream')]
    .map(([name, own]) => ({
      name,
      tasks: own.length,
      closed: of(own, ({ task }) => isClosed(task)),
      running: of(own, ({ state }) => state === 'in progress'),
      blocked: of(own, isStopped),
      late: of(own, ({ isLate: late }) => late),
      ends: Math.max(...own.map(({ times }) => times.end)),
    }))
    .sort((a, b) => b.blocked - a.blocked || b.late - a.late || a.name.localeCompare(b.name));
}
