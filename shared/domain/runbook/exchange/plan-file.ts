/** A sheet that was exported as a plan, taken apart: what it is an export of, which columns it has, and its rows by their ids. */
import { ok, type Result, refuse } from '../../../base/result.ts';
import { plainName } from '../../../base/sheet/columns.ts';
import { type Cell, cellText, type Sheet } from '../../../base/sheet/sheet.ts';
import { isZone } from '../../../base/time-words.ts';
import type { GoLive } from '../../go-live/schema.ts';
import { type ColumnKey, columnKeys, exchangeNames } from './columns.ts';
import { type ExportMark, readMark } from './mark.ts';
import { LAG_UNIT_MS } from './project/format.ts';
import { plainText, unescaped } from './texts.ts';

export interface FileRow {
  /** As a spreadsheet program numbers it. */
  readonly number: number;
  /** Empty for a row that somebody added. */
  readonly id: string;
  /** The task's id in the plan of another program; empty for none. */
  readonly sourceId: string;
  /** The reference, or the word an added row goes by; empty for none. */
  readonly ref: string;
  /** The cells by column, apostrophes against formulas taken off; a column the file has not is absent. */
  readonly cells: Readonly<Partial<Record<ColumnKey, Cell>>>;
}

export interface PlanFile {
  /** Null when the file does not say what it is an export of. */
  readonly mark: ExportMark | null;
  /** The zone of its clock times. */
  readonly zone: string;
  readonly columns: readonly ColumnKey[];
  /** Head of each column as the file has it. */
  readonly heads: Readonly<Partial<Record<ColumnKey, string>>>;
  readonly rows: readonly FileRow[];
  /** Lags of links are whole multiples of it, ms: what lies between them the file cannot say. */
  readonly lagStepMs: number;
  /** Heads of columns that are not those of an export. */
  readonly otherColumns: readonly string[];
}

export function planFile(sheet: Sheet, goLive: Pick<GoLive, 'ref' | 'zone'>): Result<PlanFile> {
  const at = columnsIn(sheet.columns);
  const idAt = at.get('id');
  if (idAt === undefined) {
    return refuse(
      'not-an-export',
      'The file has no column Gantry id, so it was not exported from a runbook. Nothing was changed. Bring it in with Import plan instead.',
    );
  }
  const read = readMark(sheet.columns[idAt] ?? '');
  if (read === 'other') {
    return refuse(
      'other-version',
      'The file was exported by another version of Gantry. Nothing was changed. Export the plan again from this one.',
    );
  }
  const mark = read === 'none' ? null : read.mark;
  if (mark && mark.goLive !== goLive.ref) {
    return refuse(
      'other-go-live',
      `The file was exported from ${mark.goLive}, and this is ${goLive.ref}. Nothing was changed. Open ${mark.goLive}, or copy its plan in the plan editor.`,
      [mark.goLive],
    );
  }
  const columns = columnKeys.filter((key) => at.has(key));
  const used = new Set(at.values());
  return ok({
    mark,
    zone: zoneIn(sheet.columns[at.get('clock') ?? -1]) ?? goLive.zone,
    columns,
    heads: Object.fromEntries(columns.map((key) => [key, key === 'id' ? 'Gantry id' : sheet.columns[at.get(key) as number]])),
    rows: sheet.rows.map(({ number, cells }) => fileRow(number, columns, (key) => cells[at.get(key) as number] ?? '')),
    lagStepMs: sheet.format === 'project' ? LAG_UNIT_MS : 1,
    otherColumns: sheet.columns.filter((_, column) => !used.has(column)),
  });
}

function fileRow(number: number, columns: readonly ColumnKey[], cellOf: (key: ColumnKey) => Cell): FileRow {
  const cells: Partial<Record<ColumnKey, Cell>> = {};
  for (const key of columns) {
    const cell = cellOf(key);
    cells[key] = typeof cell === 'string' ? plainText(unescaped(cell)) : cell;
  }
  const textIn = (key: ColumnKey) => cellText(cells[key]).trim();
  return { number, id: textIn('id').toLowerCase(), sourceId: textIn('sourceId'), ref: textIn('ref'), cells };
}

/** The first column of each name; a second one of the same name is none of ours. */
function columnsIn(heads: readonly string[]): ReadonlyMap<ColumnKey, number> {
  const byName = new Map(columnKeys.flatMap((key) => exchangeNames[key].map((name) => [name, key] as const)));
  const found = new Map<ColumnKey, number>();
  for (const [column, head] of heads.entries()) {
    const key = byName.get(plainName(head));
    if (key !== undefined && !found.has(key)) found.set(key, column);
  }
  return found;
}

function zoneIn(head: string | undefined): string | null {
  const zone = /\(([^()]{1,60})\)/.exec(head ?? '')?.[1]?.trim();
  return zone !== undefined && isZone(zone) ? zone : null;
}
