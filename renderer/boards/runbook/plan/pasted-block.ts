/** A pasted block laid over the sheet: which cell gets which text, which new rows it needs, and what cannot be read. */
import { linkText } from '../../../../shared/domain/runbook/exchange/link-texts.ts';
import { durationText } from '../../../../shared/domain/runbook/exchange/texts.ts';
import { readDuration } from '../../../../shared/domain/runbook/import/durations.ts';
import { knownIds, readPredecessors } from '../../../../shared/domain/runbook/import/predecessors.ts';
import type { CellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { type PastedHeads, pastedHeads } from '../../../../shared/domain/runbook/plan/pasted-heads.ts';
import type { PlanField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { isSpanOf, type SheetRow, sheetColumns } from './sheet-rows.ts';

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
  /** Rows of content that are pasted. */
  readonly rows: number;
  readonly newRows: number;
  /** New tasks of it that would have no title. */
  readonly untitled: number;
  /** Columns that are left out: their names, or how many lie beyond the last of the sheet. */
  readonly columnsLeft: readonly string[] | number;
  /** The first row held the names of the columns, and was passed over. */
  readonly hasHead: boolean;
}

export interface PasteAt {
  readonly list: readonly SheetRow[];
  /** The cell at the upper left of what is chosen. */
  readonly top: number;
  readonly left: number;
  /** Rows of the sheet that are new and still empty, from the chosen one on: named columns fill these first. */
  readonly free: readonly number[];
  /** The key that the nth row beyond the sheet will have. */
  readonly newKey: (nth: number) => string;
}

/**
 * A first row that names its columns tells where each goes; a column of references then finds the rows, and all other rows become new
 * tasks. Without such a row the block lies over the sheet as it is.
 */
export function pastedBlock(
  block: readonly (readonly string[])[],
  { list, top, left, free, newKey }: PasteAt,
  texts: CellTexts,
): PastedBlock {
  const heads = pastedHeads(block);
  const content = (heads ? block.slice(1) : block).filter((line) => !heads || line.some((text) => text.trim() !== ''));
  const width = Math.max(0, ...content.slice(0, 200).map((line) => line.length));
  const fields = heads?.fields ?? Array.from({ length: width }, (_, at) => sheetColumns[left + at]?.field ?? null);
  const refAt = fields.indexOf('ref');
  const byRef = new Map(list.map(({ ref }, index) => [ref.toLowerCase(), index]));
  const open = [...free];
  let beyond = list.length;
  const rowOf = content.map((line, index) => {
    const known = refAt < 0 ? undefined : byRef.get((line[refAt] ?? '').trim().toLowerCase());
    const row = known ?? (heads ? open.shift() : top + index);
    if (row !== undefined && row < list.length) return row;
    beyond += 1;
    return beyond - 1;
  });
  const refOf = (row: number) => list[row]?.ref ?? newKey(row - list.length);
  const named = heads ? namesOf(content, fields, list, (index) => refOf(rowOf[index] as number)) : null;
  const found: PastedCell[] = [];
  content.forEach((line, index) => {
    const row = rowOf[index] as number;
    const known = list[row];
    line.forEach((pasted, column) => {
      const field = fields[column];
      if (!field || field === 'ref' || (known && isSpanOf(known, field))) return;
      const text = rewritten(field, pasted.trim(), heads, named);
      const read = texts.read(field, text);
      found.push({ row, field, text, reason: read.ok ? '' : read.reason });
    });
  });
  const titled = new Set(found.flatMap(({ row, field, text }) => (field === 'title' && text !== '' ? row : [])));
  return {
    cells: found,
    rows: content.length,
    newRows: beyond - list.length,
    untitled: rowOf.filter((row) => (row >= list.length || (heads && free.includes(row))) && !titled.has(row)).length,
    columnsLeft: heads?.others ?? Math.max(0, left + width - sheetColumns.length),
    hasHead: heads !== null,
  };
}

/** What tasks of the block and of the plan are called besides their reference: the id the block gives them, and their title. */
interface Names {
  readonly byId: ReadonlyMap<string, string>;
  readonly ids: ReturnType<typeof knownIds>;
  readonly byTitle: ReadonlyMap<string, string>;
}

function namesOf(
  content: readonly (readonly string[])[],
  fields: PastedHeads['fields'],
  list: readonly SheetRow[],
  refOf: (index: number) => string,
): Names {
  const [idAt, titleAt] = [fields.indexOf('ref'), fields.indexOf('title')];
  const told = (at: number, index: number) => (at < 0 ? '' : (content[index]?.[at] ?? '').trim());
  const byId = new Map(content.flatMap((_, index) => (told(idAt, index) ? [[told(idAt, index), refOf(index)] as const] : [])));
  const titles = content.flatMap((_, index) => (told(titleAt, index) ? [[told(titleAt, index).toLowerCase(), refOf(index)] as const] : []));
  const inPlan = list.flatMap(({ task, ref }) => (task ? [[task.title.toLowerCase(), ref] as const] : []));
  return { byId, ids: knownIds(byId.keys()), byTitle: new Map([...inPlan, ...titles]) };
}

function rewritten(field: PlanField, text: string, heads: PastedHeads | null, named: Names | null): string {
  if (field === 'durationMs' && heads && text !== '') {
    const ms = readDuration(text, heads.unitMs);
    return ms === null ? text : String(durationText(ms));
  }
  if (field !== 'after' || !named || text === '') return text;
  const whole = named.byTitle.get(text.toLowerCase());
  if (whole !== undefined) return whole;
  return text
    .split(/[;\n]/)
    .flatMap((part) => {
      const ref = named.byTitle.get(part.trim().toLowerCase());
      if (ref !== undefined) return ref;
      const { found, missing, unreadLags } = readPredecessors(part.trim(), named.ids);
      if (missing.length > 0 || unreadLags.length > 0 || found.length === 0) return part.trim();
      return found.map(({ sourceId, kind, lagMs }) => linkText({ ref: named.byId.get(sourceId) ?? sourceId, kind, lagMs }));
    })
    .join('; ');
}
