/** Where a new row of the sheet comes to stand, seen from the row that is at hand. */
import type { Rows } from '../../../../shared/domain/tables.ts';
import type { NewRow } from './plan-drafts.ts';
import type { SheetRow } from './sheet-rows.ts';

/** `inside`: as the first in the group that is at hand; below what is no group. */
export type InsertWhere = 'above' | 'below' | 'inside';

/** Beside the row at hand, in the same group; at the end where there is none. */
export function newRowPlace(
  list: readonly SheetRow[],
  here: SheetRow | undefined,
  where: InsertWhere,
  tasks: Rows['task'],
  newRows: readonly NewRow[],
): Omit<NewRow, 'key'> {
  if (!here) return { parentId: null, behindId: null };
  if (where === 'inside' && here.task?.kind === 'group') return { parentId: here.task.id, behindId: null };
  const known = newRows.find(({ key }) => key === here.key);
  const parentId = known ? known.parentId : (here.task?.parentId ?? null);
  const parent = parentId !== null && tasks.has(parentId) ? parentId : null;
  if (where !== 'above') return { parentId: parent, behindId: here.key };
  if (known) return { parentId: parent, behindId: known.behindId };
  const before = list.slice(0, list.indexOf(here)).findLast(({ depth }) => depth <= here.depth);
  return { parentId: parent, behindId: before?.depth === here.depth ? before.key : null };
}
