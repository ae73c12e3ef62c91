/** The rows that were refused: why the import is, which were left out, and as a table people can mend and import again. */
import { type Refusal, refuse } from '../result.ts';
import { cellText, type RowProblem, type Sheet } from './sheet.ts';

const LINE_END = '\r\n';
const BYTE_ORDER_MARK = '\uFEFF';
const NAMED_ROWS = 3;
const LISTED_ROWS = 20;

/** The refusal of an import because of its refused rows; null when there are none. `whose` says what people import instead, such as "these rows". */
export function rowsRefused(problems: readonly RowProblem[], whose: string): { readonly ok: false; readonly refusal: Refusal } | null {
  const rows = refusedRows(problems);
  if (rows.length === 0) return null;
  const named = rows.slice(0, NAMED_ROWS).map((row) => {
    const problem = problems.find((one) => one.row === row && one.severity === 'refused');
    return `Row ${row}: ${problem?.column ? `${problem.column}: ` : ''}${problem?.reason ?? ''}`;
  });
  const rest = rows.length > NAMED_ROWS ? ` And ${rows.length - NAMED_ROWS} more.` : '';
  const count = rows.length === 1 ? '1 row cannot be read' : `${rows.length} rows cannot be read`;
  const reason = `${count}. ${named.join(' ')}${rest} Nothing was imported. Mend the file, or import without ${whose}.`;
  return refuse(
    'rows-refused',
    reason,
    rows.slice(0, LISTED_ROWS).map((row) => `row ${row}`),
  );
}

/** The words for the rows an import went without; empty when it took all. */
export function rowsLeftOut(problems: readonly RowProblem[]): string {
  const rows = refusedRows(problems);
  if (rows.length === 0) return '';
  const more = rows.length > LISTED_ROWS ? ` and ${rows.length - LISTED_ROWS} more` : '';
  return `Left out: row ${rows.slice(0, LISTED_ROWS).join(', ')}${more}`;
}

function refusedRows(problems: readonly RowProblem[]): readonly number[] {
  return [...new Set(problems.flatMap(({ row, severity }) => (severity === 'refused' ? [row] : [])))];
}

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

/** Text as it is; with an apostrophe before it where a spreadsheet program would run it as a formula. */
export function noFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** One cell of a CSV file; text that a spreadsheet program would run as a formula is written as text. */
export function csvCell(text: string): string {
  const safe = noFormula(text);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
