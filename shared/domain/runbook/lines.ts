/** What boards show of a task: its state, its times, who works on it. */
import { largest } from '../../base/extremes.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import { isLate } from './late.ts';
import { type Schedule, scheduleOf, type TaskTimes } from './schedule.ts';
import type { Task } from './schema.ts';
import { countedLines, tallyOf } from './tally.ts';
import { type TaskState, taskState } from './task-state.ts';

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
      return own ? [lineOf(rows, goLive, task, own)] : []; // on a circle; imports and links never make one
    });
}

/** The line of one task. One that says what it said before is the same object. */
export function lineOf(rows: Rows, { tZeroAt }: Pick<GoLive, 'tZeroAt'>, task: Task, times: TaskTimes): TaskLine {
  const owners = task.ownerIds.length === 0 ? '' : task.ownerIds.map((id) => rows.person.get(id)?.name ?? '').join(', ');
  return kept({ task, state: taskState(rows, task), times, isLate: isLate(task, times), owners, tZeroAt });
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

/** Of the tasks that count in `run`. Streams with blocked or failed tasks first, then those with most late ones. */
export function streamLines(lines: readonly TaskLine[], run: Pick<GoLive, 'kind'>): readonly StreamLine[] {
  return [...Map.groupBy(countedLines(lines, run), ({ task }) => task.stream || 'No stream')]
    .map(([name, own]) => {
      const { all: tasks, closed, running, stopped: blocked, late } = tallyOf(own);
      return { name, tasks, closed, running, blocked, late, ends: largest(own.map(({ times }) => times.end)) };
    })
    .sort((a, b) => b.blocked - a.blocked || b.late - a.late || a.name.localeCompare(b.name));
}
