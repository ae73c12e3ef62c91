/** A pasted block laid over the sheet: which cell gets which text, which new rows it needs, and what cannot be read. */
import type { CellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { fieldWords, type PlanField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { type SheetRow, sheetColumns } from './sheet-rows.ts';

export interface PastedCell {
  /** Index in the sheet; beyond its end for a new row. */
  readonly row: number;
  readonly field: PlanField;
  readonly text: string;
  /** Why it cannot be read; empty when it can. */
  readonly reason: string;
}

export interface PastedBlock {
  readonly cells: readonly PastedCell[];
  readonly rows: number;
  readonly newRows: number;
  /** Columns of the block beyond the last of the sheet; they are left out. */
  readonly columnsLeft: number;
  /** The first row held the names of the columns, and was passed over. */
  readonly hasHead: boolean;
}

/** A first row that names the columns of the sheet tells where each column goes; a column `Ref` then finds the rows. */
export function pastedBlock(
  cells: readonly (readonly string[])[],
  list: readonly SheetRow[],
  top: number,
  left: number,
  texts: CellTexts,
): PastedBlock {
  const heads = cells[0]?.map((head) => head.trim().toLowerCase()) ?? [];
  const named = heads.map((head) => sheetColumns.find(({ field }) => fieldWords[field].toLowerCase() === head)?.field ?? null);
  const hasHead = named.filter((field) => field !== null).length >= 2;
  const width = Math.max(0, ...cells.slice(0, 200).map((row) => row.length));
  const fields = hasHead ? named : Array.from({ length: width }, (_, at) => sheetColumns[left + at]?.field ?? null);
  const refAt = hasHead ? heads.indexOf('ref') : -1;
  const byRef = new Map(list.map(({ ref }, index) => [ref, index]));
  let beyond = list.length;
  const found: PastedCell[] = [];
  const content = hasHead ? cells.slice(1) : cells;
  content.forEach((line, index) => {
    const known = refAt < 0 ? undefined : byRef.get(line[refAt]?.trim() ?? '');
    let row = refAt < 0 ? top + index : (known ?? beyond);
    if (row >= list.length) {
      row = beyond;
      beyond += 1;
    }
    line.forEach((text, column) => {
      const field = fields[column];
      if (!field) return;
      const read = texts.read(field, text);
      found.push({ row, field, text: text.trim(), reason: read.ok ? '' : read.reason });
    });
  });
  const columnsLeft = hasHead
    ? named.filter((field, at) => field === null && at !== refAt).length
    : Math.max(0, left + width - sheetColumns.length);
  return { cells: found, rows: content.length, newRows: beyond - list.length, columnsLeft, hasHead };
}
