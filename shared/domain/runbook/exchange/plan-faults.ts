/** What the rows of a file ask for that a plan cannot be: groups in a circle, a fixed start without a start, lengths out of order. */
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import type { RowWish } from './wish.ts';

export interface PlanFault {
  readonly wish: RowWish;
  /** Head of the column. */
  readonly column: string;
  readonly reason: string;
}

type Planned = Pick<Task, 'kind' | 'parentId' | 'timing' | 'startOffset' | 'shortestMs' | 'durationMs' | 'longestMs'>;

const added: Planned = {
  kind: 'task',
  parentId: null,
  timing: 'not before',
  startOffset: null,
  shortestMs: null,
  durationMs: 0,
  longestMs: null,
};

/** `unreadable`: rows that are refused already; what stands in them says nothing. */
export function planFaults(
  rows: Rows,
  wishes: readonly RowWish[],
  keyOf: (wish: RowWish) => string,
  unreadable: ReadonlySet<number>,
): readonly PlanFault[] {
  const wished = new Map(wishes.map((wish) => [keyOf(wish), wish]));
  const after = (key: string): Planned | undefined => {
    const wish = wished.get(key);
    const task = rows.task.get(key);
    return wish ? { ...(task ?? added), ...(wish.fields as Partial<Planned>) } : task;
  };
  const parents = groupsInUse(rows, wishes);
  return wishes.flatMap((wish) => {
    const says = (column: string, reason: string): PlanFault[] => [{ wish, column, reason }];
    const key = keyOf(wish);
    const now = after(key);
    if (!now || Object.keys(wish.fields).length === 0) return [];
    const { kind, parentId, startOffset, timing, ...lengths } = wish.fields;
    if (kind === 'group' && wish.was !== null && (rows.task.get(key) ?? wish.was).status !== 'planned')
      return says('Kind', 'A task that was worked cannot become a group.');
    if (kind !== undefined && kind !== 'group' && parents.has(key))
      return says('Kind', 'Tasks stand in this group; it stays a group until they are moved.');
    const isParentUnread = unreadable.has(wished.get(String(parentId))?.row.number ?? -1);
    if (parentId !== undefined && parentId !== null && !isParentUnread) {
      if (after(String(parentId))?.kind !== 'group')
        return says('Group', 'What it names is not a group. Only a task of the kind group has others in it.');
      if (isInItself(key, after)) return says('Group', 'The groups would stand in each other in a circle.');
    }
    if ((timing !== undefined || startOffset !== undefined) && now.timing === 'fixed' && now.startOffset === null)
      return says('Timing', 'A fixed start needs a T offset or a clock time.');
    if (('shortestMs' in lengths || 'durationMs' in lengths || 'longestMs' in lengths) && !isInOrder(now))
      return says('Duration (min)', 'The shortest time must not be longer than the duration, nor the duration longer than the longest.');
    return [];
  });
}

/** Groups that some task will stand in. */
function groupsInUse(rows: Rows, wishes: readonly RowWish[]): ReadonlySet<unknown> {
  const moved = new Map(wishes.flatMap(({ row, fields }) => (fields.parentId === undefined ? [] : [[row.id, fields.parentId] as const])));
  const used = new Set<unknown>(moved.values());
  for (const { id, parentId } of rows.task.values()) if (parentId !== null && !moved.has(id)) used.add(parentId);
  return used;
}

function isInItself(key: string, after: (key: string) => Planned | undefined): boolean {
  const seen = new Set([key]);
  for (let at = after(key)?.parentId; at; at = after(at)?.parentId) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

function isInOrder({ shortestMs, durationMs, longestMs }: Planned): boolean {
  return (shortestMs ?? 0) <= durationMs && durationMs <= (longestMs ?? Number.POSITIVE_INFINITY);
}
