/** The rows that were refused, as a table people can open, mend and import again. */
import { cellText, type RowProblem, type Sheet } from './sheet.ts';

const LINE_END = '\r\n';
const BYTE_ORDER_MARK = '\uFEFF';

/** CSV (UTF-8 with mark) of the refused rows: number, reasons, then the cells as read. Only the header when none was refused. */
export function refusedRowsCsv(sheet: Pick<Sheet, 'columns' | 'rows'>, problems: readonly RowProblem[]): string {
  const reasons = new Map<number, string[]>();
  for (const { row, column, reason, severity } of problems) {
    if (severity !== 'refused') continue;
    const said = reasons.get(row) ?? [];
    said.push(column === '' ? reason : `${column}: ${reason}`);
    reasons.set(row, said);
  }
  const refused = sheet.rows.filter((row) => reasons.has(row.number));
  const lines = [
    ['Row', 'Reason', ...sheet.columns],
    ...refused.map((row) => [String(row.number), (reasons.get(row.number) ?? []).join(' '), ...row.cells.map(cellText)]),
  ];
  return BYTE_ORDER_MARK + lines.map((cells) => cells.map(csvCell).join(',') + LINE_END).join('');
}

/** One cell of a CSV file; text that a spreadsheet program would run as a formula is written as text. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
