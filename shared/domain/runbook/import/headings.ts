/** Rows of a plan that only head the tasks below them, such as "Phase 2: Cutover" across the sheet. */
import { cellText, type RowProblem, type Sheet, type SheetRow } from '../../../base/sheet/sheet.ts';
import type { PlanMapping } from './fields.ts';

export interface HeadedRow {
  readonly row: SheetRow;
  /** The heading above it; empty when it has none. */
  readonly heading: string;
}

const LINE = 200;

/** The rows that are tasks, each with its heading, and a warning for every row taken as one. */
export function withoutHeadings(
  sheet: Sheet,
  mapping: PlanMapping,
): { readonly rows: readonly HeadedRow[]; readonly warnings: readonly RowProblem[] } {
  const texts = sheet.rows.map((row) => headingText(row, mapping));
  const rows: HeadedRow[] = [];
  const warnings: RowProblem[] = [];
  let heading = '';
  for (const [at, row] of sheet.rows.entries()) {
    const text = texts[at] ?? null;
    const headsTasks = text !== null && texts[at + 1] === null;
    if (headsTasks) {
      heading = text.replace(/\s+/g, ' ').slice(0, LINE).trim();
      const reason = 'Taken as a heading, not as a task: the tasks below have it as their phase unless they name one.';
      warnings.push({ row: row.number, column: '', value: heading, reason, severity: 'warning' });
    } else rows.push({ row, heading });
  }
  return { rows, warnings };
}

/** The words of a row with a single filled cell that can be a heading; null for any other row. */
function headingText(row: SheetRow, mapping: PlanMapping): string | null {
  const filled = row.cells.flatMap((cell, at) => (cellText(cell) === '' ? [] : [at]));
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || mapping.title === undefined) return null;
  const isBesideId = mapping.sourceId !== undefined && only === mapping.title;
  const isBefore = only < mapping.title || only === mapping.phase;
  const text = cellText(row.cells[only]);
  return (isBesideId || isBefore) && /\p{L}/u.test(text) ? text : null;
}
