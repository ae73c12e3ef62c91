/** What the board shows of each task: its state, its times, who works on it. */
import { useMemo } from 'react';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { isLate } from '../../../shared/domain/runbook/late.ts';
import { scheduleOf, type TaskTimes } from '../../../shared/domain/runbook/schedule.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { isClosed, type TaskState, taskState } from '../../../shared/domain/runbook/task-state.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';

export interface TaskLine {
  readonly task: Task;
  readonly state: TaskState;
  readonly times: TaskTimes;
  readonly isLate: boolean;
  /** Names of its owners; empty when nobody is named. */
  readonly owners: string;
  readonly tZeroAt: number;
}

const MINUTE = 60_000;

/** All tasks in plan order, computed anew with every act and every minute. */
export function useTaskLines(): readonly TaskLine[] {
  const rows = useRows();
  const goLive = useGoLive();
  const now = useNow(MINUTE);
  return useMemo(() => taskLines(rows, goLive, now), [rows, goLive, now]);
}

export function taskLines(rows: Rows, goLive: Pick<GoLive, 'tZeroAt'>, now: number): readonly TaskLine[] {
  const { times } = scheduleOf(rows, goLive, now);
  return [...rows.task.values()]
    .sort((a, b) => a.position - b.position)
    .flatMap((task) => {
      const own = times.get(task.id);
      if (!own) return []; // on a circle; imports and links never make one
      const owners = task.ownerIds.map((id) => rows.person.get(id)?.name ?? '').join(', ');
      return [{ task, state: taskState(rows, task), times: own, isLate: isLate(task, own), owners, tZeroAt: goLive.tZeroAt }];
    });
}

export const filters = ['all', 'open', 'next', 'late', 'blocked', 'mine'] as const;
export type Filter = (typeof filters)[number];

export const filterWords: Readonly<Record<Filter, string>> = {
  all: 'All',
  open: 'Open',
  next: 'Next',
  late: 'Late',
  blocked: 'Blocked',
  mine: 'Mine',
};

/** Whether a line belongs to a filter. `next` is what runs or may start now. */
export function passes(line: TaskLine, filter: Filter, me: string | null): boolean {
  const { task, state } = line;
  if (filter === 'open') return !isClosed(task);
  if (filter === 'next') return state === 'in progress' || state === 'ready';
  if (filter === 'late') return line.isLate;
  if (filter === 'blocked') return state === 'blocked' || state === 'failed';
  if (filter === 'mine') return me !== null && task.ownerIds.includes(me);
  return true;
}
