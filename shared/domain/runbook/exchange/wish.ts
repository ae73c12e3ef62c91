/** What a file wants of the plan, row by row: the fields it sets, the tasks it adds, and each task's links. Before it is decided. */
import { dayOrder } from '../../../base/sheet/moments.ts';
import { type Cell, cellText, type RowProblem } from '../../../base/sheet/sheet.ts';
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import { type ColumnKey, type FileField, planColumns } from './columns.ts';
import { type NamedLink, readLinks } from './link-texts.ts';
import type { FileRow, PlanFile } from './plan-file.ts';
import { type FieldColumn, type PlanView, planView } from './plan-view.ts';

/** Values by field: ids of people and of the group are still names, see `NamedPerson` and `keyOfRow`. */
export type WishedFields = Partial<Record<FileField, unknown>>;

export interface RowWish {
  readonly row: FileRow;
  /** The task as it was when the file was exported; null for a row that adds one. */
  readonly was: Task | null;
  /** Fields that the file sets to something else than they were then; of an added row all that it names. */
  readonly fields: WishedFields;
  /** The text of each such field in the file. */
  readonly texts: Readonly<Partial<Record<FileField, string>>>;
  /** The column that says it: the start can be told by two. */
  readonly columns: Readonly<Partial<Record<FileField, ColumnKey>>>;
  /** The predecessors the file gives it; null when the file says nothing new of them. */
  readonly links: readonly NamedLink[] | null;
}

export interface FileWishes {
  readonly wishes: readonly RowWish[];
  readonly problems: readonly RowProblem[];
  /** How the plan stood when the file was exported. */
  readonly view: PlanView;
}

const fieldColumns = planColumns('UTC').flatMap(({ key, field }) => (field === null ? [] : [{ key: key as FieldColumn, field }]));
const information = ['ref', 'status', 'reason', 'actualStart', 'actualEnd'] as const satisfies readonly ColumnKey[];

/** `base`: the plan when the file was exported. `rows`: those to look at, with the task each one is about. */
export function fileWishes(
  base: Rows,
  file: PlanFile,
  tZeroAt: number,
  rows: readonly { readonly row: FileRow; readonly was: Task | null }[],
  find: (ref: string) => string | undefined,
): FileWishes {
  const { order } = dayOrder(
    file.rows.flatMap(({ cells }) => cells.clock ?? []),
    file.zone,
  );
  const view = planView(base, { tZeroAt, zone: file.zone, order });
  const problems: RowProblem[] = [];
  const wishes = rows.map(({ row, was }) => oneWish(row, was, view, file, find, problems));
  return { wishes, problems, view };
}

function oneWish(
  row: FileRow,
  was: Task | null,
  view: PlanView,
  file: PlanFile,
  find: (ref: string) => string | undefined,
  problems: RowProblem[],
): RowWish {
  const tell = (key: ColumnKey, reason: string, severity: RowProblem['severity']) =>
    problems.push({ row: row.number, column: file.heads[key] ?? key, value: cellText(row.cells[key]).slice(0, 200), reason, severity });
  const fields: WishedFields = {};
  const texts: Partial<Record<FileField, string>> = {};
  const columns: Partial<Record<FileField, ColumnKey>> = {};
  for (const { key, field } of fieldColumns) {
    const cell = row.cells[key];
    if (cell === undefined || isAsItWas(cell, key, was, view)) continue;
    const read = view.read(key, cell, find);
    if (!read.ok) {
      tell(key, read.reason, 'refused');
      continue;
    }
    if (field === 'startOffset' && fields.startOffset !== undefined && fields.startOffset !== read.value) {
      tell(
        key,
        `The clock time and the T offset ${texts.startOffset || '(empty)'} say different starts. Change only one of them.`,
        'refused',
      );
      continue;
    }
    if (read.note !== '') tell(key, read.note, 'warning');
    fields[field] = read.value;
    texts[field] ??= shownAs(key, field, read.value, cell, view);
    columns[field] ??= key;
  }
  const cell = row.cells.predecessors;
  let links: readonly NamedLink[] | null = null;
  if (cell !== undefined && !isAsItWas(cell, 'predecessors', was, view)) {
    const read = readLinks(cell, find);
    if (read.ok) links = read.value;
    else tell('predecessors', read.reason, 'refused');
  }
  if (was === null && fields.title === undefined && !problems.some((each) => each.row === row.number)) {
    tell('title', 'A row that adds a task needs a title.', 'refused');
  }
  if (was !== null) {
    for (const key of information) {
      const info = row.cells[key];
      if (info === undefined || isAsItWas(info, key, was, view) || (key === 'ref' && row.sourceId !== '')) continue;
      const why = key === 'ref' ? 'The reference of a task does not change' : 'Work is recorded in the runbook, not in the file';
      tell(key, `${why}; this cell is not taken over.`, 'warning');
    }
  }
  return { row, was, fields, texts, columns, links };
}

/** A time as the plan would write it, whatever the spreadsheet holds; anything else as it stands in the cell. */
function shownAs(key: FieldColumn, field: FileField, value: unknown, cell: Cell, view: PlanView): string {
  return field === 'startOffset' ? view.start(key, value as number | null) : cellText(cell);
}

function isAsItWas(cell: Cell, key: ColumnKey, was: Task | null, view: PlanView): boolean {
  const text = cellText(cell);
  return was === null ? text === '' : text === String(view.cell(was, key));
}
