/** A table as it was read from a file: named columns and rows of cells, before anything says what they mean. */
import type { WallTime } from '../zoned-time.ts';

/** A date that a spreadsheet holds as a date, without a zone. */
export interface DateCell {
  readonly date: WallTime;
}

/** A time of day or a length of time that a spreadsheet holds as such. */
export interface SpanCell {
  readonly spanMs: number;
}

/** Text is trimmed; the empty text is an empty cell. */
export type Cell = string | number | DateCell | SpanCell;

export interface SheetRow {
  /** The number the row has in a spreadsheet program, counted from 1. */
  readonly number: number;
  /** One cell for each column of the sheet. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly format: 'csv' | 'xlsx' | 'project';
  /** How the text was read, such as `UTF-8`; empty for a workbook. */
  readonly encoding: string;
  /** Name of the sheet inside the workbook; empty for text. */
  readonly sheetName: string;
  /** Number of the row that names the columns. */
  readonly headerRow: number;
  /** No two are the same and none is empty. */
  readonly columns: readonly string[];
  /** Rows that hold anything, in the order of the file. */
  readonly rows: readonly SheetRow[];
  /** What the person should know about how the file was read. */
  readonly warnings: readonly string[];
}

/** Something in a row that could not be taken as it is. */
export interface RowProblem {
  readonly row: number;
  /** Name of the column; empty for the row as a whole. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  /** A refused row cannot be imported; a warning says what was made of it. */
  readonly severity: 'refused' | 'warning';
}

/** What a person would see in the cell. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return 'date' in cell ? dateText(cell.date) : spanText(cell.spanMs);
}

function dateText({ year, month, day, hour, minute, second }: WallTime): string {
  const seconds = second === 0 ? '' : `:${two(second)}`;
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}${seconds}`;
}

function spanText(spanMs: number): string {
  const minutes = Math.round(spanMs / 60_000);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
