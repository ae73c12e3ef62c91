/** A task named by its reference or by part of its title. */
import type { Task } from '../../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';

const MOST_OFFERED = 6;

export interface FoundTask {
  /** The one that is meant; null while several could be, or none. */
  readonly task: Task | null;
  /** Those that could be meant, the first few. */
  readonly others: readonly Task[];
  /** How many could be meant. */
  readonly count: number;
}

/** `but`: the task that is not looked for. */
export function findTask({ task: tasks }: Pick<Rows, 'task'>, words: string, but: string): FoundTask {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return { task: null, others: [], count: 0 };
  const named = [...tasks.values()].filter(({ id, kind, ref, title }) => {
    const said = `${ref} ${title}`.toLowerCase();
    return id !== but && kind !== 'rollback' && wanted.every((word) => said.includes(word));
  });
  const exact = named.find(({ ref }) => ref.toLowerCase() === wanted[0]);
  const task = exact ?? (named.length === 1 ? (named[0] as Task) : null);
  return { task, others: task ? [] : named.slice(0, MOST_OFFERED), count: named.length };
}
