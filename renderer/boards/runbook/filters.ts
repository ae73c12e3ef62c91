/** Which tasks the board shows. */
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';

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
