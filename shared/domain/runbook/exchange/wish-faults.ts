/** What the rows of a file ask for that a plan cannot be: what an edit in the app may not ask either, and groups that stand in themselves. */
import type { Rows } from '../../tables.ts';
import { newTask } from '../new-task.ts';
import { editFaults } from '../plan/edit-faults.ts';
import type { RowField } from '../plan/plan-fields.ts';
import type { Task } from '../schema.ts';
import { columnOf } from './columns.ts';
import { keyOfRow } from './match-rows.ts';
import type { RowWish } from './wish.ts';

export interface WishFault {
  readonly wish: RowWish;
  /** Head of the column. */
  readonly column: string;
  readonly reason: string;
}

type Planned = Omit<Task, 'id' | 'goLiveId' | 'ref' | 'position' | 'title'>;

/** `unreadable`: rows that are refused already; what stands in them says nothing. */
export function wishFaults(rows: Rows, wishes: readonly RowWish[], unreadable: ReadonlySet<number>): readonly WishFault[] {
  const wished = new Map(wishes.map((wish) => [keyOfRow(wish.row, rows.task), wish]));
  const after = (key: string): Planned | undefined => {
    const wish = wished.get(key);
    const task = rows.task.get(key);
    return wish ? { ...(task ?? newTask), ...(wish.fields as Partial<Task>) } : task;
  };
  const parents = groupsInUse(rows, wishes);
  return [...wished].flatMap(([key, wish]) => {
    const now = after(key);
    if (!now || Object.keys(wish.fields).length === 0) return [];
    const { ownerIds: _, parentId, ...fields } = wish.fields;
    const set = fields as Partial<Pick<Task, Exclude<RowField, 'ownerIds'>>>;
    const edit = { row: key, name: wish.row.ref, before: rows.task.get(key) ?? null, set, after: now };
    const faults = editFaults(
      rows,
      edit,
      () => true,
      (row) => parents.has(row),
    ).map(({ field, reason }) => ({ column: columnOf(field as RowField).head, reason }));
    const isParentUnread = unreadable.has(wished.get(String(parentId))?.row.number ?? -1);
    if (typeof parentId === 'string' && !isParentUnread) {
      if (after(parentId)?.kind !== 'group')
        faults.push({ column: 'Group', reason: 'What it names is not a group. Only a task of the kind group has others in it.' });
      else if (isInItself(key, after)) faults.push({ column: 'Group', reason: 'The groups would stand in each other in a circle.' });
    }
    return faults.slice(0, 1).map((fault) => ({ wish, ...fault }));
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
