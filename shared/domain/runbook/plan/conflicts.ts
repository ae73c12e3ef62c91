/** Where two people changed the same field of the same task: what each of them wants, and who was first. */
import type { Entry } from '../../../base/entry.ts';
import type { Rows } from '../../tables.ts';
import type { EditTasksCommand } from './commands.ts';
import { type PlanField, planValue, samePlanValue } from './plan-fields.ts';

export interface Conflict {
  readonly taskId: string;
  /** Null when the whole task was removed meanwhile. */
  readonly field: PlanField | null;
  /** What the person saw, what stands there now, and what they want. */
  readonly was: unknown;
  readonly here: unknown;
  readonly wanted: unknown;
}

/** Empty when nobody else changed what is edited. The same change made by both is no conflict. */
export function conflictsOf(rows: Pick<Rows, 'task' | 'link'>, edits: EditTasksCommand['edits']): readonly Conflict[] {
  return edits.flatMap(({ taskId, was, set }): readonly Conflict[] => {
    const task = rows.task.get(taskId);
    if (!task) return [{ taskId, field: null, was: null, here: null, wanted: null }];
    return (Object.keys(set) as PlanField[]).flatMap((field) => {
      const here = planValue(rows, task, field);
      const [seen, wanted] = [was[field], set[field]];
      if (seen === undefined || samePlanValue(field, here, seen) || samePlanValue(field, here, wanted)) return [];
      return [{ taskId, field, was: seen, here, wanted }];
    });
  });
}

export interface ChangedBy {
  readonly by: string;
  /** UTC ms. */
  readonly at: number;
  readonly seq: number;
}

/** The newest of `entries` (newest first) that set what is in conflict; null when none of them did. */
export function whoChanged(entries: Iterable<Entry>, { taskId, field }: Pick<Conflict, 'taskId' | 'field'>): ChangedBy | null {
  for (const { actor, at, seq, changes } of entries) {
    const isIt = changes.some(({ table, id, set, was }) => {
      if (field === 'after') return table === 'link' && (set?.toId === taskId || was?.toId === taskId);
      if (table !== 'task' || id !== taskId) return false;
      return field === null ? set === null : set !== null && field in set;
    });
    if (isIt) return { by: actor, at, seq };
  }
  return null;
}
