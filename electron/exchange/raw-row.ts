/** A row as a file holds it, before it is known which row names the columns. */
import type { Cell } from '../../shared/base/sheet/sheet.ts';

export interface RawRow {
  /** As a spreadsheet program numbers it, from 1. */
  readonly number: number;
  /** May be shorter or longer than other rows. */
  readonly cells: readonly Cell[];
}
