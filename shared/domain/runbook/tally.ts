/**
 * The one rule of which tasks count and what their figures mean, for every board, badge and report.
 *
 * Counted is what is worked in this run and goes forward: no headings, nothing that is left out of the run, and no task of a rollback,
 * which is told apart. Closed is finished, finished by workaround or skipped. A failed task is open, because somebody must still say how
 * it goes on. What was rolled back is neither closed nor open.
 */
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import { isLate } from './late.ts';
import type { TaskTimes } from './schedule.ts';
import type { Task } from './schema.ts';
import { hasEndedWell, isInRun, isOpen } from './task-state.ts';

type Counted = Pick<Task, 'kind' | 'runIn'>;

export function isCounted(task: Counted, run: Pick<GoLive, 'kind'>): boolean {
  return goesForward(task) && isInRun(task, run);
}

/** Whether it counts in the runs it exists in. */
export function goesForward({ kind }: Pick<Task, 'kind'>): boolean {
  return kind !== 'group' && kind !== 'rollback';
}

/** The tasks that count, in the order of the rows. */
export function countedTasks({ task, goLive }: Pick<Rows, 'task' | 'goLive'>): readonly Task[] {
  const [run = { kind: 'live' as const }] = goLive.values();
  return [...task.values()].filter((one) => isCounted(one, run));
}

/** The lines of the tasks that count, in their order. */
export function countedLines<Line extends { readonly task: Counted }>(lines: readonly Line[], run: Pick<GoLive, 'kind'>): readonly Line[] {
  return lines.filter(({ task }) => isCounted(task, run));
}

export interface TaskTally {
  readonly all: number;
  readonly closed: number;
  readonly open: number;
  /** Rolled back: with `closed` and `open` they are all. */
  readonly takenBack: number;
  readonly running: number;
  /** Blocked or failed. */
  readonly stopped: number;
  readonly late: number;
  readonly critical: number;
}

/** Figures of `lines`, which are of counted tasks. */
export function tallyOf(
  lines: Iterable<{ readonly task: Pick<Task, 'status'>; readonly times: Pick<TaskTimes, 'slip' | 'isCritical'> }>,
): TaskTally {
  const tally = { all: 0, closed: 0, open: 0, takenBack: 0, running: 0, stopped: 0, late: 0, critical: 0 };
  for (const { task, times } of lines) {
    tally.all += 1;
    if (isOpen(task)) tally.open += 1;
    else if (hasEndedWell(task)) tally.closed += 1;
    else tally.takenBack += 1;
    if (task.status === 'in progress') tally.running += 1;
    if (task.status === 'blocked' || task.status === 'failed') tally.stopped += 1;
    if (isLate(task, times)) tally.late += 1;
    if (times.isCritical) tally.critical += 1;
  }
  return tally;
}
