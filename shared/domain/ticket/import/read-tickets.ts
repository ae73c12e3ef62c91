/** Reads a sheet as tickets: one row for each, or an event log in which several rows tell one ticket's history. Drops nothing silently. */
import { type DecidedOrder, dayOrder, fitsBothOrders } from '../../../base/sheet/moments.ts';
import { type Cell, cellText, type RowProblem, type Sheet, type SheetRow } from '../../../base/sheet/sheet.ts';
import { type TicketMapping, ticketFields } from './fields.ts';
import { instantReader, readLogRow, timeFields } from './log-row.ts';
import type { ReadTicket, TicketContext, TicketPreview } from './ticket-list.ts';
import { ticketOf } from './ticket-of.ts';
import { isUnknown, statusOfState } from './words.ts';

const NAMED_STATES = 5;

export function readTickets(sheet: Sheet, mapping: TicketMapping, context: TicketContext): TicketPreview {
  const fields = ticketFields.filter((field) => mapping[field] !== undefined);
  const otherColumns = sheet.columns.filter((_, at) => !Object.values(mapping).includes(at));
  if (mapping.sourceId === undefined && mapping.title === undefined) {
    const reason = 'No column is known to hold the numbers or the titles of the tickets. Say which one does.';
    const problem: RowProblem = {
      row: sheet.headerRow,
      column: '',
      value: sheet.columns.join(', ').slice(0, 200),
      reason,
      severity: 'refused',
    };
    return { shape: 'one row per ticket', tickets: [], problems: [problem], notes: [], fields, otherColumns };
  }
  const problems: RowProblem[] = [];
  const dates = new Set(timeFields.flatMap((field) => columnCells(sheet, mapping[field])));
  const decided = dayOrder(dates, context.zone);
  const instantOf = instantReader(context.zone, decided.order);
  const groups = grouped(sheet, mapping);
  const isLog = mapping.updatedAt !== undefined && groups.some((rows) => rows.length > 1);
  const tickets: ReadTicket[] = [];
  for (const group of groups) {
    const [kept, repeated] = isLog ? [group, []] : [group.slice(0, 1), group.slice(1)];
    for (const row of repeated) problems.push(repeatedRow(row, group[0] as SheetRow, sheet, mapping));
    const read = kept.map((row) => readLogRow(row, { columns: sheet.columns, mapping, isLog, instantOf }));
    const found = read.flatMap((one) => one.problems);
    const ticket = ticketOf(
      read.map(({ row }) => row),
      { columns: sheet.columns, mapping, isLog },
    );
    const refusals = [...found, ...ticket.problems];
    problems.push(...refusals);
    if (ticket.value && !refusals.some(({ severity }) => severity === 'refused')) tickets.push(ticket.value);
  }
  return {
    shape: isLog ? 'event log' : 'one row per ticket',
    tickets,
    problems: problems.sort((a, b) => a.row - b.row),
    notes: [...dateNotes(dates, decided, context.zone), ...stateNotes(sheet, mapping), ...priorityNotes(mapping)],
    fields,
    otherColumns,
  };
}

/** Rows of one ticket together, in the order of the file; a row without a number stands alone. */
function grouped(sheet: Sheet, mapping: TicketMapping): readonly (readonly SheetRow[])[] {
  const groups = new Map<string, SheetRow[]>();
  for (const row of sheet.rows) {
    const id = mapping.sourceId === undefined ? '' : cellText(row.cells[mapping.sourceId]);
    const key = id === '' ? `row ${row.number}` : `id ${id.toLowerCase()}`;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function repeatedRow(row: SheetRow, first: SheetRow, sheet: Sheet, mapping: TicketMapping): RowProblem {
  const at = mapping.sourceId ?? -1;
  const reason = `Row ${first.number} already has this number. Several rows for one ticket need a column that says when each was written.`;
  return { row: row.number, column: sheet.columns[at] ?? '', value: cellText(row.cells[at]), reason, severity: 'refused' };
}

function dateNotes(dates: ReadonlySet<Cell>, { order, by }: DecidedOrder, zone: string): readonly string[] {
  if (by === 'contradiction')
    return [`Some dates only fit with the day first, others only with the month first. Dates that fit both are read ${order}.`];
  if (by !== 'custom' || ![...dates].some(fitsBothOrders)) return [];
  return [`The dates fit both day first and month first. They are read ${order}, as is usual in ${zone}.`];
}

function stateNotes(sheet: Sheet, mapping: TicketMapping): readonly string[] {
  const written = columnCells(sheet, mapping.state).map(cellText);
  const unknown = written.filter(isUnknown).length;
  const strange = [...new Set(written.filter((state) => !isUnknown(state) && statusOfState(state) === null))];
  const more = strange.length > NAMED_STATES ? ` and ${strange.length - NAMED_STATES} more` : '';
  return [
    ...(unknown > 0 && mapping.state !== undefined
      ? [`${unknown} ${unknown === 1 ? 'row does' : 'rows do'} not say the state. The state before goes on.`]
      : []),
    ...(strange.length > 0
      ? [`Not known as states and taken as in progress: ${strange.slice(0, NAMED_STATES).join(', ').slice(0, 300)}${more}.`]
      : []),
  ];
}

function priorityNotes(mapping: TicketMapping): readonly string[] {
  return mapping.priority === undefined && mapping.impact === undefined
    ? ['No column holds the priority. Every ticket gets 3, moderate.']
    : [];
}

function columnCells(sheet: Sheet, at: number | undefined): readonly Cell[] {
  return at === undefined ? [] : sheet.rows.map(({ cells }) => cells[at] ?? '');
}
