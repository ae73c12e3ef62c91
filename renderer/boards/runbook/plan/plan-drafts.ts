/** What was typed into the plan and is not saved yet: kept while the board is left and looked at again, for each go-live. */
import { create } from 'zustand';
import type { PlanField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';

export interface CellDraft {
  readonly text: string;
  /** The value that stood there when typing began; undefined in a new row. */
  readonly was: unknown;
  /** False while it was typed and not confirmed with Enter or Tab: such a cell is not saved. */
  readonly isSure: boolean;
}

export interface NewRow {
  /** Stands in the place of a reference until it has one, such as `N1`. */
  readonly key: string;
  readonly parentId: string | null;
  readonly behindId: string | null;
}

export interface Drafts {
  /** Task id or key of a new row → field → what was typed. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<PlanField, CellDraft>>;
  readonly newRows: readonly NewRow[];
  readonly nextKey: number;
}

export const noDrafts: Drafts = { cells: new Map(), newRows: [], nextKey: 1 };

const useAll = create<Readonly<Record<string, Drafts>>>()(() => ({}));

export function useDrafts(goLiveId: string): Drafts {
  return useAll((all) => all[goLiveId] ?? noDrafts);
}

export function changeDrafts(goLiveId: string, change: (drafts: Drafts) => Drafts): void {
  useAll.setState((all) => ({ [goLiveId]: change(all[goLiveId] ?? noDrafts) }));
}

export interface Typed {
  readonly row: string;
  readonly field: PlanField;
  readonly draft: CellDraft | null;
}

/** Sets cells; null takes the draft of a cell away. What stood there when typing began stays what it was. */
export function withCells(drafts: Drafts, typed: readonly Typed[]): Drafts {
  const cells = new Map(drafts.cells);
  const fresh = new Map<string, Map<PlanField, CellDraft>>();
  for (const { row, field, draft } of typed) {
    let fields = fresh.get(row);
    if (!fields) {
      fields = new Map(cells.get(row));
      fresh.set(row, fields);
      cells.set(row, fields);
    }
    if (draft === null) fields.delete(field);
    else fields.set(field, { ...draft, was: (fields.get(field) ?? draft).was });
    if (fields.size === 0) cells.delete(row);
    else cells.set(row, fields);
  }
  return { ...drafts, cells };
}

/** Rows of new tasks behind each other at a place; their keys are `N` and a number that no other row had. */
export function withNewRows(
  drafts: Drafts,
  at: Omit<NewRow, 'key'>,
  count: number,
): { readonly drafts: Drafts; readonly keys: readonly string[] } {
  const keys = Array.from({ length: count }, (_, index) => `N${drafts.nextKey + index}`);
  const rows = keys.map((key, index) => ({ key, parentId: at.parentId, behindId: keys[index - 1] ?? at.behindId }));
  // What stood behind the same row now stands behind the last of the new ones.
  const last = keys.at(-1) ?? at.behindId;
  const moved = drafts.newRows.map((row) =>
    row.behindId === at.behindId && row.parentId === at.parentId ? { ...row, behindId: last } : row,
  );
  return { drafts: { ...drafts, newRows: [...moved, ...rows], nextKey: drafts.nextKey + count }, keys };
}

/** Takes rows away with everything typed in them; new rows behind one of them then stand behind what it stood behind. */
export function withoutRows(drafts: Drafts, gone: ReadonlySet<string>): Drafts {
  const before = new Map(drafts.newRows.map((row) => [row.key, row.behindId]));
  const settle = (behindId: string | null) => {
    let at = behindId;
    while (at !== null && gone.has(at) && before.has(at)) at = before.get(at) ?? null;
    return at;
  };
  return {
    ...drafts,
    cells: new Map([...drafts.cells].filter(([row]) => !gone.has(row))),
    newRows: drafts.newRows.filter(({ key }) => !gone.has(key)).map((row) => ({ ...row, behindId: settle(row.behindId) })),
  };
}
