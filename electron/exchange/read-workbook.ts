/** A workbook as rows. Bounds what is unpacked before hucre sees it. */
import { type CellValue, readXlsx, type Sheet as Worksheet } from 'hucre/xlsx';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Cell } from '../../shared/base/sheet/sheet.ts';
import type { Limits } from './limits.ts';
import type { RawRow } from './raw-row.ts';
import { type ZipPart, zipDirectory } from './zip-directory.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly RawRow[];
  /** Cells whose formula the file holds no result for. */
  readonly unsolved: number;
}

export interface WorkbookRead {
  readonly sheets: readonly WorkbookSheet[];
  readonly warnings: readonly string[];
}

const MEGABYTE = 1024 * 1024;
const DAY_MS = 86_400_000;
/** Day 0 of spreadsheet dates as hucre turns them into instants: a time or a length of time lies just behind it. */
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Longest length of time: beyond it a cell is a date. */
const LONGEST_SPAN_DAYS = 366;
/** Up to here serial numbers are one day off, because spreadsheets believe in 29 February 1900. */
const LOTUS_DAY = 60;
/** Title lines and the header, which are not counted as rows of the table. */
const HEAD_ROWS = 60;

export async function readWorkbook(bytes: Uint8Array, name: string, limits: Limits): Promise<Result<WorkbookRead>> {
  const parts = zipDirectory(bytes);
  if (!parts) return damaged(name, 'its directory cannot be read');
  const other = otherZip(parts);
  if (other !== null)
    return refuse('not-a-workbook', `${name} is ${other}. Nothing was imported. Save the table as .xlsx or CSV, then import that file.`);
  const unpacked = parts.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > limits.unpackedBytes) {
    const [would, most] = [Math.ceil(unpacked / MEGABYTE), limits.unpackedBytes / MEGABYTE].map((size) => size.toLocaleString('en-GB'));
    return refuse(
      'too-large-unpacked',
      `${name} would unpack to ${would} MB; at most ${most} MB is read. Nothing was imported. Export only the sheet you need.`,
    );
  }
  const area = { range: `A1:${letters(limits.columns)}${limits.rows + HEAD_ROWS}`, maxRows: limits.rows + HEAD_ROWS };
  try {
    return ok(await readSheets(bytes, area));
  } catch (error) {
    return damaged(name, (error as Error).message);
  }
}

/** Hidden sheets are only read when there is no other. A sheet hucre cannot read, such as a chart, does not spoil the rest. */
async function readSheets(bytes: Uint8Array, area: { readonly range: string; readonly maxRows: number }): Promise<WorkbookRead> {
  const names: { readonly name: string; readonly isHidden: boolean }[] = [];
  const { dateSystem } = await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      names.push({ name, isHidden: hidden === true || veryHidden === true });
      return false;
    },
  });
  const shown = names.filter(({ isHidden }) => !isHidden);
  const wanted = (shown.length > 0 ? shown : names).map(({ name }) => name);
  const epoch = dateSystem === '1904' ? EPOCH_1904 : EPOCH_1900;
  try {
    const { sheets } = await readXlsx(bytes, { sheets: wanted, ...area });
    return { sheets: sheets.map((sheet) => plainSheet(sheet, epoch)), warnings: [] };
  } catch (error) {
    if (wanted.length < 2) throw error;
  }
  const sheets: WorkbookSheet[] = [];
  const unread: string[] = [];
  let reason: unknown = null;
  for (const name of wanted) {
    try {
      const read = await readXlsx(bytes, { sheets: [name], ...area });
      sheets.push(...read.sheets.map((sheet) => plainSheet(sheet, epoch)));
    } catch (error) {
      reason = error;
      unread.push(name);
    }
  }
  if (sheets.length === 0) throw reason;
  return { sheets, warnings: [`Not read, because they hold no table or are damaged: the sheets ${unread.join(', ')}.`] };
}

function plainSheet(sheet: Worksheet, epoch: number): WorkbookSheet {
  const grid = sheet.rows.map((row) => row.map((value) => plainCell(value, epoch)));
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const value = grid[startRow]?.[startCol];
    // A cell merged over rows speaks for all of them; one merged over columns is a title.
    if (startCol !== endCol || value === undefined || value === '') continue;
    for (const row of grid.slice(startRow + 1, endRow + 1)) if (startCol < row.length) row[startCol] = value;
  }
  const formulas = [...(sheet.cells?.values() ?? [])];
  return {
    name: sheet.name,
    rows: grid.flatMap((cells, at) => (cells.every((cell) => cell === '') ? [] : [{ number: at + 1, cells }])),
    unsolved: formulas.filter(({ formula, value }) => formula !== undefined && (value === null || value === '')).length,
  };
}

function plainCell(value: CellValue, epoch: number): Cell {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return Number.isFinite(value) ? value : '';
  return Number.isNaN(value.getTime()) ? '' : dateOrSpan(value, epoch);
}

/** hucre gives times and lengths of time as instants near day 0; anything later is a date. */
function dateOrSpan(value: Date, epoch: number): Cell {
  const spanMs = value.getTime() - epoch;
  if (spanMs >= 0 && spanMs < LONGEST_SPAN_DAYS * DAY_MS) {
    const isPastLotusDay = epoch === EPOCH_1900 && spanMs >= LOTUS_DAY * DAY_MS;
    return { spanMs: Math.round(spanMs / 1000) * 1000 + (isPastLotusDay ? DAY_MS : 0) };
  }
  const shown = new Date(Math.round(value.getTime() / 1000) * 1000);
  return {
    date: {
      year: shown.getUTCFullYear(),
      month: shown.getUTCMonth() + 1,
      day: shown.getUTCDate(),
      hour: shown.getUTCHours(),
      minute: shown.getUTCMinutes(),
      second: shown.getUTCSeconds(),
    },
  };
}

/** What the zip is when it is no .xlsx, in words; null when it is one. */
function otherZip(parts: readonly ZipPart[]): string | null {
  const has = (path: RegExp) => parts.some((part) => path.test(part.path));
  if (has(/^\/?xl\/workbook\.bin$/i)) return 'a binary Excel workbook (.xlsb)';
  if (has(/^\[Content_Types\]\.xml$/i) && has(/\.xml$/i) && has(/sheet/i)) return null;
  if (has(/^word\//)) return 'a Word document';
  if (has(/^ppt\//)) return 'a presentation';
  if (has(/^mimetype$/) && has(/^content\.xml$/)) return 'an OpenDocument file (.ods)';
  if (has(/^Index\/|\.iwa$|^Index\.zip$/)) return 'a Numbers document';
  return 'a zip archive, not a workbook';
}

function damaged(name: string, how: string) {
  return refuse(
    'damaged-workbook',
    `${name} is a damaged workbook: ${how.slice(0, 200)}. Nothing was imported. Open it in Excel or LibreOffice, save it again and import that.`,
  );
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
