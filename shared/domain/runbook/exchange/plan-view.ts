/** The tasks of a go-live as the cells of a file: for each field the cell that stands for it, and how a changed cell is read back. */
import type { DayOrder } from '../../../base/sheet/moments.ts';
import { type Cell, cellText } from '../../../base/sheet/sheet.ts';
import { phaseTitle } from '../../playbook/of-go-live.ts';
import type { Rows } from '../../tables.ts';
import { phaseKeys } from '../import/plan-phases.ts';
import { networkOf } from '../network.ts';
import { type Task, task as tasks } from '../schema.ts';
import type { ColumnKey } from './columns.ts';
import { linksText } from './link-texts.ts';
import { type NamedPerson, peopleTexts } from './people-texts.ts';
import * as texts from './texts.ts';
import { type CellRead, took, unread } from './texts.ts';
import { kindsInFile, runsInFile, timingsInFile } from './words.ts';

/** What a file needs to know to write or read times: T-0 when it was exported, and the zone over its clock times. */
export interface FileClock {
  readonly tZeroAt: number;
  readonly zone: string;
  readonly order: DayOrder;
}

export interface PlanView {
  /** What the file says of the task in that column, before escaping. */
  readonly cell: (task: Task, column: ColumnKey) => string | number;
  /** What a changed cell means. `find`: what a reference stands for; see `FileRow`. */
  /** A start as the column writes it. */
  readonly start: (column: ColumnKey, startOffset: number | null) => string;
  readonly read: (column: FieldColumn, cell: Cell, find: (ref: string) => string | undefined) => CellRead<unknown>;
}

export type FieldColumn = Exclude<
  ColumnKey,
  'id' | 'ref' | 'predecessors' | 'status' | 'reason' | 'actualStart' | 'actualEnd' | 'sourceId'
>;

export function planView(rows: Rows, { tZeroAt, zone, order }: FileClock): PlanView {
  const people = peopleTexts(rows);
  const keyOf = phaseKeys(rows);
  const network = networkOf(rows);
  const refOf = (id: string | null) => (id === null ? '' : (rows.task.get(id)?.ref ?? ''));
  const phaseText = (phase: string) => {
    const title = phaseTitle(rows, phase);
    return keyOf(title) === phase ? title : phase;
  };
  const start = (column: ColumnKey, startOffset: number | null) =>
    column !== 'clock' ? texts.offsetText(startOffset) : texts.clockText(startOffset === null ? null : tZeroAt + startOffset, zone);
  const write: Readonly<Record<ColumnKey, (task: Task) => string | number>> = {
    id: ({ id }) => id,
    ref: ({ ref }) => ref,
    title: ({ title }) => texts.plainText(title),
    detail: ({ detail }) => texts.plainText(detail),
    kind: ({ kind }) => kind,
    group: ({ parentId }) => refOf(parentId),
    phase: ({ phase }) => texts.plainText(phaseText(phase)),
    stream: ({ stream }) => texts.plainText(stream),
    owners: ({ ownerIds }) => people.write(ownerIds),
    offset: ({ startOffset }) => texts.offsetText(startOffset),
    clock: ({ startOffset }) => start('clock', startOffset),
    duration: ({ durationMs }) => texts.durationText(durationMs),
    shortest: ({ shortestMs }) => texts.durationText(shortestMs),
    longest: ({ longestMs }) => texts.durationText(longestMs),
    timing: ({ timing }) => timing,
    predecessors: ({ id }) => linksText(network.into.get(id) ?? [], refOf),
    runIn: ({ runIn }) => runIn,
    people: ({ peopleNeeded }) => peopleNeeded,
    command: ({ command }) => texts.plainText(command),
    address: ({ address }) => texts.plainText(address),
    startsItself: ({ startsItself }) => texts.yesText(startsItself),
    undoTitle: ({ undoTitle }) => texts.plainText(undoTitle),
    undoDetail: ({ undoDetail }) => texts.plainText(undoDetail),
    undo: ({ undoMs }) => texts.durationText(undoMs),
    comments: ({ comments }) => texts.plainText(comments),
    status: ({ status }) => status,
    reason: ({ reason }) => texts.plainText(reason),
    actualStart: ({ actualStart }) => texts.clockText(actualStart, zone),
    actualEnd: ({ actualEnd }) => texts.clockText(actualEnd, zone),
    sourceId: ({ sourceId }) => sourceId,
  };
  const startOf = (read: CellRead<number>, from: number): CellRead<unknown> =>
    read.ok ? checked('startOffset', took(read.value - from, read.note)) : read;
  const read: Readonly<Record<FieldColumn, (cell: Cell, find: (ref: string) => string | undefined) => CellRead<unknown>>> = {
    title: text('title'),
    detail: text('detail'),
    kind: (cell) => texts.readWord(isBlank(cell) ? 'task' : cell, kindsInFile),
    group: (cell, find) => {
      const ref = cellText(cell).trim();
      const found = ref === '' ? null : find(ref);
      return found === undefined ? unread(`There is no group ${ref.slice(0, 60)}.`) : took(found);
    },
    phase: (cell) => checked('phase', took(keyOf(cellText(cell).trim()))),
    stream: text('stream'),
    owners: (cell): CellRead<readonly NamedPerson[]> => people.read(cell),
    offset: (cell) => {
      if (isBlank(cell)) return took(null);
      return holdsDate(cell) ? startOf(texts.readClock(cell, zone, order), tZeroAt) : startOf(texts.readOffset(cell), 0);
    },
    clock: (cell) => (isBlank(cell) ? took(null) : startOf(texts.readClock(cell, zone, order), tZeroAt)),
    duration: (cell) => (isBlank(cell) ? took(0) : checked('durationMs', texts.readLength(cell))),
    shortest: optionalLength('shortestMs'),
    longest: optionalLength('longestMs'),
    timing: (cell) => texts.readWord(isBlank(cell) ? 'not before' : cell, timingsInFile),
    runIn: (cell) => texts.readWord(isBlank(cell) ? 'always' : cell, runsInFile),
    people: (cell) => (isBlank(cell) ? took(0) : checked('peopleNeeded', took(Number(cellText(cell).trim())))),
    command: text('command'),
    address: text('address'),
    startsItself: texts.readYes,
    undoTitle: text('undoTitle'),
    undoDetail: text('undoDetail'),
    undo: optionalLength('undoMs'),
    comments: text('comments'),
  };
  return { cell: (task, column) => write[column](task), start, read: (column, cell, find) => read[column](cell, find) };
}

type Checked = 'title' | 'detail' | 'phase' | 'stream' | 'command' | 'address' | 'undoTitle' | 'undoDetail' | 'comments' | Numeric;
type Numeric = 'startOffset' | 'durationMs' | 'shortestMs' | 'longestMs' | 'undoMs' | 'peopleNeeded';

const numberFaults: Partial<Readonly<Record<Checked, string>>> = {
  startOffset: 'The start lies more than ten years from T-0.',
  peopleNeeded: 'Write a whole number from 0 to 40.',
};

/** The value if the field may hold it. */
function checked(field: Checked, read: CellRead<unknown>): CellRead<unknown> {
  if (!read.ok) return read;
  const parsed = tasks.row.shape[field].safeParse(read.value);
  if (parsed.success) return took(parsed.data, read.note);
  return unread(numberFaults[field] ?? `It ${parsed.error.issues[0]?.message ?? 'cannot be kept'}.`);
}

function text(field: Checked) {
  return (cell: Cell) => checked(field, took(cellText(cell)));
}

function optionalLength(field: Checked) {
  return (cell: Cell) => (isBlank(cell) ? took(null) : checked(field, texts.readLength(cell)));
}

/** A day counted from 1900, as spreadsheets keep dates, also where the cell does not say that it is one. */
const SERIAL_DAYS = { first: 20_000, last: 109_500 };

function holdsDate(cell: Cell): boolean {
  if (typeof cell === 'object') return 'date' in cell;
  const days = Number(typeof cell === 'string' ? cell.trim().replace(',', '.') : cell);
  return days >= SERIAL_DAYS.first && days <= SERIAL_DAYS.last;
}

function isBlank(cell: Cell): boolean {
  return cellText(cell).trim() === '';
}
