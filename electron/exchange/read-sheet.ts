/** Reads the bytes of a file people call a spreadsheet as one table. Trusts neither its name nor its size. */
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { cellText, type Sheet } from '../../shared/base/sheet/sheet.ts';
import { fileKind, notATable } from './file-kind.ts';
import { type Table, tableIn } from './header-row.ts';
import { type Limits, planLimits } from './limits.ts';
import type { RawRow } from './raw-row.ts';
import { readProject } from './read-project.ts';
import { readText } from './read-text.ts';
import { readWorkbook, type WorkbookRead, type WorkbookSheet } from './read-workbook.ts';

const MEGABYTE = 1024 * 1024;

/** Never throws and never rejects: whatever is wrong with the bytes is a refusal. `name` is only used in words. */
export async function readSheet(bytes: Uint8Array, name: string, limits: Limits = planLimits): Promise<Result<Sheet>> {
  const shown = name.trim().slice(0, 120) || 'The file';
  if (bytes.length > limits.bytes) {
    const size = Math.ceil(bytes.length / MEGABYTE).toLocaleString('en-GB');
    return refuse(
      'file-too-large',
      `${shown} has ${size} MB; at most ${limits.bytes / MEGABYTE} MB is read. Nothing was imported. Export only the rows you need.`,
    );
  }
  const kind = fileKind(bytes);
  if (limits.expected === 'exchange' && (kind === 'xml' || (kind === 'text' && isProject(bytes)))) return readProject(bytes, shown);
  if (kind !== 'text' && kind !== 'zip') return notATable(shown, kind);
  if (kind === 'zip') {
    const workbook = await readWorkbook(bytes, shown, limits);
    return workbook.ok ? fromWorkbook(workbook.value, shown, limits) : workbook;
  }
  const text = readText(bytes, shown, limits);
  if (!text.ok) return text;
  const { rows, encoding, warnings } = text.value;
  const table = tableIn(rows, limits.expected);
  return tooWide(rows, shown, limits) ?? sheetOf(table, shown, { format: 'csv', encoding, sheetName: '' }, warnings, limits);
}

/** XML without its first line is still a project file. */
function isProject(bytes: Uint8Array): boolean {
  return /^\s*<Project[\s>]/.test(Buffer.from(bytes.subarray(0, 200)).toString('utf8').replace('\uFEFF', ''));
}

/** Takes the sheet most of whose columns are expected; among equals the one with most rows. */
function fromWorkbook({ sheets, warnings }: WorkbookRead, name: string, limits: Limits): Result<Sheet> {
  const tables = sheets.map((sheet) => ({ sheet, table: tableIn(sheet.rows, limits.expected) }));
  const [best] = tables.toSorted((a, b) => (b.table?.named ?? 0) - (a.table?.named ?? 0) || b.sheet.rows.length - a.sheet.rows.length);
  if (!best) return notATable(name, 'empty');
  const others = sheets.filter((sheet) => sheet !== best.sheet && sheet.rows.length > 0).map((sheet) => sheet.name);
  const said = [
    ...warnings,
    ...(others.length > 0 ? [`Read is the sheet ${best.sheet.name}; not read: ${others.join(', ').slice(0, 300)}.`] : []),
    ...unsolved(best.sheet),
  ];
  return (
    tooWide(best.sheet.rows, name, limits) ??
    sheetOf(best.table, name, { format: 'xlsx', encoding: '', sheetName: best.sheet.name }, said, limits)
  );
}

function sheetOf(
  table: Table | null,
  name: string,
  read: Pick<Sheet, 'format' | 'encoding' | 'sheetName'>,
  warnings: readonly string[],
  limits: Limits,
): Result<Sheet> {
  if (!table) return notATable(name, 'empty');
  const { headerRow, columns, rows } = table;
  if (rows.length === 0) {
    return refuse(
      'no-rows',
      `${name} has no rows below row ${headerRow}, which names the columns. Nothing was imported. Export it again with its rows.`,
    );
  }
  if (rows.length > limits.rows) {
    const most = limits.rows.toLocaleString('en-GB');
    return refuse('too-many-rows', `${name} has more than ${most} rows. Nothing was imported. Export only the rows you need.`);
  }
  return ok({ ...read, headerRow, columns, rows, warnings: [...warnings, ...table.warnings] });
}

function tooWide(rows: readonly RawRow[], name: string, { columns }: Limits): Result<never> | null {
  const wide = rows.find(({ cells }) => cells.slice(columns).some((cell) => cellText(cell) !== ''));
  if (!wide) return null;
  return refuse(
    'too-many-columns',
    `Row ${wide.number} of ${name} has more than ${columns} columns. Nothing was imported. Export only the columns you need.`,
  );
}

function unsolved({ unsolved: count }: WorkbookSheet): readonly string[] {
  if (count === 0) return [];
  return [
    `${count} ${count === 1 ? 'cell holds a formula' : 'cells hold formulas'} without a result and ${count === 1 ? 'is' : 'are'} read as empty. Open the file in Excel, save it and import it again.`,
  ];
}
