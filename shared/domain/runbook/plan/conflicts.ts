/** Where two people changed the same field of the same task: what each of them wants, and who was first. */
import type { Change } from '../../../base/change.ts';
import type { Entry } from '../../../base/entry.ts';
import { type Refusal, refuse } from '../../../base/result.ts';
import type { Rows } from '../../tables.ts';
import { fieldWords, planValue, samePlanValue, type TaskField } from './plan-fields.ts';

/** What somebody wants of a task, and what they saw in each field they changed. */
export interface SeenEdit {
  readonly taskId: string;
  readonly was: Readonly<Partial<Record<TaskField, unknown>>>;
  readonly set: Readonly<Partial<Record<TaskField, unknown>>>;
}

export interface Conflict {
  readonly taskId: string;
  /** Null when the whole task was removed meanwhile. */
  readonly field: TaskField | null;
  /** What the person saw, what stands there now, and what they want. */
  readonly was: unknown;
  readonly here: unknown;
  readonly wanted: unknown;
}

/** Empty when nobody else changed what is edited. The same change made by both is no conflict. */
export function conflictsOf(rows: Pick<Rows, 'task' | 'link'>, edits: readonly SeenEdit[]): readonly Conflict[] {
  return edits.flatMap(({ taskId, was, set }): readonly Conflict[] => {
    const task = rows.task.get(taskId);
    if (!task) return [{ taskId, field: null, was: null, here: null, wanted: null }];
    return (Object.keys(set) as TaskField[]).flatMap((field) => {
      const here = planValue(rows, task, field);
      const [seen, wanted] = [was[field], set[field]];
      if (seen === undefined || samePlanValue(field, here, seen) || samePlanValue(field, here, wanted)) return [];
      return [{ taskId, field, was: seen, here, wanted }];
    });
  });
}

/** Says of the first task in conflict which of its fields others changed, or that it was removed; null without a conflict. */
export function conflictRefusal(rows: Pick<Rows, 'task'>, conflicts: readonly Conflict[]): Refusal | null {
  const [first] = conflicts;
  if (!first) return null;
  const name = rows.task.get(first.taskId)?.ref ?? 'A task';
  const fields = conflicts.flatMap(({ taskId, field }) => (taskId === first.taskId && field ? [fieldWords[field]] : []));
  const what =
    fields.length === 0 ? `${name} was removed` : `${name}, ${fields.join(', ')} ${fields.length === 1 ? 'was' : 'were'} changed`;
  return refuse('conflict', `${what} by somebody else meanwhile. Nothing was saved. Choose theirs or yours.`, [name]).refusal;
}

export interface ChangedBy {
  readonly by: string;
  /** UTC ms. */
  readonly at: number;
  readonly seq: number;
}

type Asked = Pick<Conflict, 'taskId' | 'field'>;

/** The newest of `entries` (newest first) that set what is in conflict; null when none of them did. */
export function whoChanged(entries: Iterable<Entry>, of: Asked): ChangedBy | null {
  return whoChangedEach(entries, [of])[0] ?? null;
}

/** The same for many, in their order: goes through the entries once, and no further than until all are found. */
export function whoChangedEach(entries: Iterable<Entry>, of: readonly Asked[]): readonly (ChangedBy | null)[] {
  const found: (ChangedBy | null)[] = of.map(() => null);
  const ofTask = Map.groupBy(of.keys(), (at) => of[at]?.taskId ?? '');
  let open = of.length;
  if (open === 0) return found;
  for (const { actor, at, seq, changes } of entries) {
    for (const change of changes) {
      for (const index of ofTask.get(taskOf(change)) ?? []) {
        if (found[index] || !isSetBy(change, (of[index] as Asked).field)) continue;
        found[index] = { by: actor, at, seq };
        open -= 1;
      }
    }
    if (open === 0) break;
  }
  return found;
}

/** The task whose plan a change is of; for a link the one that waits. Empty for none. */
function taskOf({ table, id, set, was }: Change): string {
  if (table === 'link') return String(set?.toId ?? was?.toId ?? '');
  return table === 'task' ? id : '';
}

function isSetBy({ table, set }: Change, field: TaskField | null): boolean {
  if (field === 'after' || table === 'link') return field === 'after' && table === 'link';
  return field === null ? set === null : set !== null && field in set;
}
