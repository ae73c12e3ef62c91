/** One row of a list of tickets: its texts as they are, its times as instants. */
import { LAST_INSTANT } from '../../../base/fields.ts';
import { type DayOrder, readMoment } from '../../../base/sheet/moments.ts';
import { type Cell, cellText, type RowProblem, type SheetRow } from '../../../base/sheet/sheet.ts';
import { fitted } from '../../../base/zoned-time.ts';
import type { TicketField, TicketMapping } from './fields.ts';
import { isUnknown } from './words.ts';

export type TimeField = 'openedAt' | 'updatedAt' | 'resolvedAt' | 'closedAt' | 'repliedAt';
export const timeFields: readonly TimeField[] = ['openedAt', 'updatedAt', 'resolvedAt', 'closedAt', 'repliedAt'];

export interface LogRow {
  readonly number: number;
  /** Text of a field; empty when unknown. */
  readonly text: (field: TicketField) => string;
  /** UTC ms; null when empty, unknown or not readable. */
  readonly time: (field: TimeField) => number | null;
  readonly cells: readonly Cell[];
}

/** What all rows of a list are read with. */
export interface LogReading {
  readonly columns: readonly string[];
  readonly mapping: TicketMapping;
  /** Each row is an update and must say when it was written. */
  readonly isLog: boolean;
  readonly instantOf: (cell: Cell) => number | null;
}

const LONGEST_ID = 200;

export function readLogRow(row: SheetRow, reading: LogReading): { readonly row: LogRow; readonly problems: readonly RowProblem[] } {
  const { mapping, columns } = reading;
  const cell = (field: TicketField): Cell => row.cells[mapping[field] ?? -1] ?? '';
  const text = (field: TicketField) => {
    const written = cellText(cell(field)).trim();
    return isUnknown(written) ? '' : written;
  };
  const problems: RowProblem[] = [];
  const refuse = (field: TicketField, reason: string) =>
    problems.push({
      row: row.number,
      column: columns[mapping[field] ?? -1] ?? '',
      value: cellText(cell(field)).slice(0, 200),
      reason,
      severity: 'refused',
    });

  if (mapping.sourceId !== undefined && text('sourceId') === '') refuse('sourceId', 'The ticket has no number.');
  if (text('sourceId').length > LONGEST_ID) refuse('sourceId', `The number is longer than ${LONGEST_ID} characters.`);
  if (reading.isLog && text('updatedAt') === '') refuse('updatedAt', 'The row does not say when it was written.');
  const times = new Map<TimeField, number>();
  for (const field of timeFields) {
    if (text(field) === '') continue;
    const instant = reading.instantOf(cell(field));
    if (instant === null) refuse(field, 'Not a date and time. Write it as 2026-03-28 22:30 or 28-3-2026 22:30.');
    else times.set(field, instant);
  }
  return { row: { number: row.number, text, time: (field) => times.get(field) ?? null, cells: row.cells }, problems };
}

/** Reads cells as instants, a day without a time as its start. Null when the cell is no date, or one outside 1970 to 2199. */
export function instantReader(zone: string, order: DayOrder): LogReading['instantOf'] {
  // An event log repeats the dates of a ticket in every row.
  const known = new Map<Cell, number | null>();
  return (cell) => {
    let instant = known.get(cell);
    if (instant === undefined) {
      instant = instantOf(cell, zone, order);
      known.set(cell, instant);
    }
    return instant;
  };
}

function instantOf(cell: Cell, zone: string, order: DayOrder): number | null {
  const said = readMoment(cell, order);
  if (!said) return null;
  if ('instant' in said) return inRange(said.instant);
  return said.date && inRange(fitted({ ...said.date, ...(said.time ?? { hour: 0, minute: 0, second: 0 }) }, zone).instant);
}

function inRange(instant: number): number | null {
  return instant >= 0 && instant < LAST_INSTANT ? instant : null;
}
