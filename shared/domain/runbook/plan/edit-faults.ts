/** What an edited row asks for that a plan cannot be, told with the row and the column. */
import { staysHold } from '../../go-live/hold.ts';
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import { fieldWords, type PlanField, type PlanValues } from './plan-fields.ts';

export interface EditFault {
  /** The task's id, or the key of a new row. */
  readonly row: string;
  /** What people know the row by. */
  readonly name: string;
  readonly field: PlanField;
  readonly reason: string;
}

/** A row as it would be. */
export interface EditedRow {
  readonly row: string;
  readonly name: string;
  /** As it was; null for a new row. */
  readonly before: Task | null;
  /** What is set on it. */
  readonly set: Partial<PlanValues>;
  readonly after: Pick<Task, 'kind' | 'startOffset' | 'timing' | 'shortestMs' | 'durationMs' | 'longestMs'>;
}

/** `isThere`: whether a predecessor is a task of the plan or a new row. `holdsOthers`: whether tasks stand in the row. */
export function editFaults(
  rows: Rows,
  { row, name, before, set, after }: EditedRow,
  isThere: (idOrKey: string) => boolean,
  holdsOthers: (row: string) => boolean,
): readonly EditFault[] {
  const faults: EditFault[] = [];
  const says = (field: PlanField, reason: string) => faults.push({ row, name, field, reason });
  if (set.ownerIds?.some((id) => !rows.person.has(id))) says('ownerIds', 'An owner is not in the roster of this go-live.');
  if (set.kind !== undefined && before?.kind !== set.kind) {
    if (set.kind === 'rollback' || before?.kind === 'rollback') says('kind', 'A rollback task is made by a rollback, and stays one.');
    if (set.kind === 'group' && before && before.status !== 'planned') says('kind', 'A task that was worked cannot become a group.');
    if (before?.kind === 'group' && holdsOthers(row)) says('kind', 'Tasks stand in this group. Ungroup it first.');
    const hold = before && staysHold(rows, before.id);
    if (hold) says('kind', hold);
  }
  if ((set.timing !== undefined || set.startOffset !== undefined) && after.timing === 'fixed' && after.startOffset === null)
    says('timing', 'A fixed start needs a T offset or a clock time.');
  const lengths = (['shortestMs', 'durationMs', 'longestMs'] as const).filter((field) => set[field] !== undefined);
  if (lengths[0] && ((after.shortestMs ?? 0) > after.durationMs || after.durationMs > (after.longestMs ?? Number.POSITIVE_INFINITY)))
    says(lengths[0], 'Shortest, duration and longest are not in order.');
  const named = new Set<string>();
  for (const { fromId, kind } of set.after ?? []) {
    if (!isThere(fromId)) says('after', 'A predecessor is not in this plan.');
    if (fromId === row) says('after', 'A task cannot come before itself.');
    if (named.has(`${fromId} ${kind}`)) says('after', 'A predecessor is named twice with the same kind.');
    named.add(`${fromId} ${kind}`);
  }
  return faults;
}

/** `T-014, Duration: …`, with how many more there are. */
export function faultWords([first, ...others]: readonly EditFault[]): string {
  if (!first) return '';
  const more = others.length === 0 ? '' : ` ${others.length} more like this.`;
  return `${first.name}, ${fieldWords[first.field]}: ${first.reason}${more}`;
}

/** Whether it is a task people plan; those of a rollback are not. */
export function isPlanned(rows: Pick<Rows, 'task'>, taskId: string): boolean {
  const task = rows.task.get(taskId);
  return task !== undefined && task.kind !== 'rollback';
}
