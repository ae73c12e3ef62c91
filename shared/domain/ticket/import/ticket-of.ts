/** One ticket from its rows: the history they tell, and what the last of them says of everything else. */
import { cellText, type RowProblem } from '../../../base/sheet/sheet.ts';
import type { TicketField, TicketMapping } from './fields.ts';
import type { LogRow } from './log-row.ts';
import type { ReadState, ReadTicket } from './ticket-list.ts';
import { priorityOf, readPriority, statusOfState } from './words.ts';

export interface TicketReading {
  readonly columns: readonly string[];
  readonly mapping: TicketMapping;
  /** Each row is an update with its own time. */
  readonly isLog: boolean;
}

const LINE = 200;
const TEXT = 8_000;
const MODERATE = 3;
/** Fields a ticket has no place of its own for, so their cells stay on it as they are. */
const saysLess: readonly TicketField[] = ['subcategory', 'impact', 'urgency'];

/** `rows` are all rows of one ticket, in the order of the file. `value` is null when they do not say enough to make one. */
export function ticketOf(
  rows: readonly LogRow[],
  reading: TicketReading,
): { readonly value: ReadTicket | null; readonly problems: readonly RowProblem[] } {
  // Sorting is stable: rows of the same minute keep their order.
  const log = reading.isLog ? rows.toSorted((a, b) => (a.time('updatedAt') ?? 0) - (b.time('updatedAt') ?? 0)) : rows;
  const first = log[0] as LogRow;
  const last = log.at(-1) as LogRow;
  const field = (name: TicketField) => log.findLast((row) => row.text(name) !== '')?.text(name) ?? '';
  const openedAt = last.time('openedAt') ?? first.time('openedAt') ?? first.time('updatedAt');
  if (openedAt === null) return { value: null, problems: [undated(first, reading)] };
  const states = reading.isLog ? loggedStates(log) : datedStates(first, openedAt);
  const status = states.at(-1)?.status ?? 'new';
  const isOver = status === 'resolved' || status === 'closed' || status === 'cancelled';
  const cut: RowProblem[] = [];
  const line = (name: TicketField) => clipped(oneLine(field(name)), LINE, name);
  const value: ReadTicket = {
    row: first.number,
    sourceId: last.text('sourceId'),
    title: clipped(titleOf(field), LINE, 'title'),
    detail: clipped(field('detail'), TEXT, 'detail'),
    states,
    priority: priorityIn(field),
    category: line('category'),
    department: line('department'),
    reporter: line('reporter'),
    assignee: clipped(oneLine(last.text('assignee')), LINE, 'assignee'),
    openedAt,
    repliedAt: last.time('repliedAt'),
    resolvedAt: isOver ? (last.time('resolvedAt') ?? enteredAt(states, 'resolved')) : null,
    closedAt: status === 'closed' || status === 'cancelled' ? (last.time('closedAt') ?? enteredAt(states, status)) : null,
    resolution: clipped(field('resolution'), TEXT, 'resolution'),
    knownAt: Math.max(last.time('updatedAt') ?? 0, states.at(-1)?.occurredAt ?? openedAt),
    extra: otherCells(log, reading),
  };
  return { value, problems: cut };

  function clipped(text: string, length: number, name: TicketField): string {
    if (text.length > length) {
      const reason = `Longer than ${length === LINE ? '200' : '8,000'} characters; cut.`;
      cut.push({ row: last.number, column: columnOf(reading, name), value: text.slice(0, LINE), reason, severity: 'warning' });
    }
    return text.slice(0, length).trim();
  }
}

/** The states of an event log: a row that does not say its state goes on with the one before, and the same state twice is one. */
function loggedStates(log: readonly LogRow[]): readonly ReadState[] {
  const states: ReadState[] = [];
  for (const row of log) {
    const sourceState = oneLine(row.text('state')).slice(0, LINE);
    const isFirst = states.length === 0;
    if (!isFirst && (sourceState === '' || states.at(-1)?.sourceState === sourceState)) continue;
    const by = oneLine(row.text('updatedBy')).slice(0, LINE);
    states.push({ occurredAt: row.time('updatedAt') ?? 0, status: statusIn(sourceState), sourceState, by });
  }
  return states;
}

/** The states a single row tells by its dates: opened, resolved, closed, and the one it is in now. */
function datedStates(row: LogRow, openedAt: number): readonly ReadState[] {
  const sourceState = oneLine(row.text('state')).slice(0, LINE);
  const [resolvedAt, closedAt] = [row.time('resolvedAt'), row.time('closedAt')];
  const byDates = closedAt !== null ? 'closed' : resolvedAt !== null ? 'resolved' : 'new';
  const status = sourceState === '' ? byDates : statusIn(sourceState);
  const dated = { new: openedAt, resolved: resolvedAt, closed: closedAt, cancelled: closedAt } as const;
  const now = (status in dated ? dated[status as keyof typeof dated] : null) ?? row.time('updatedAt') ?? openedAt;
  const isOver = status === 'closed' || status === 'cancelled';
  const states: ReadState[] = [];
  const enter = (at: number, entered: ReadState['status'], name: string, by: string) =>
    states.push({ occurredAt: Math.max(at, states.at(-1)?.occurredAt ?? 0), status: entered, sourceState: name, by });
  if (status !== 'new') enter(openedAt, 'new', '', '');
  if (isOver && resolvedAt !== null) enter(resolvedAt, 'resolved', '', '');
  enter(now, status, sourceState, oneLine(row.text('updatedBy')).slice(0, LINE));
  return states;
}

/** A state nobody knows is work of some kind; no state at all is new. */
function statusIn(sourceState: string): ReadState['status'] {
  return sourceState === '' ? 'new' : (statusOfState(sourceState) ?? 'in progress');
}

function enteredAt(states: readonly ReadState[], status: ReadState['status']): number | null {
  return states.findLast((state) => state.status === status)?.occurredAt ?? null;
}

/** The title, else made from what there is: `INC0000045 Category 55, Subcategory 170`. */
function titleOf(field: (name: TicketField) => string): string {
  const title = oneLine(field('title'));
  if (title !== '') return title;
  const about = [field('category'), field('subcategory')].filter((text) => text !== '').join(', ') || oneLine(field('detail'));
  return oneLine([field('sourceId'), about].filter((text) => text !== '').join(' ')) || 'Ticket without a title';
}

function priorityIn(field: (name: TicketField) => string): number {
  return readPriority(field('priority')) ?? priorityOf(readPriority(field('impact')), readPriority(field('urgency'))) ?? MODERATE;
}

/** Every column that is in no field, or in one the ticket has no place for, with the last text it had. */
function otherCells(log: readonly LogRow[], { columns, mapping }: TicketReading): Readonly<Record<string, string>> {
  const told = new Set(Object.entries(mapping).flatMap(([name, at]) => (saysLess.includes(name as TicketField) ? [] : [at])));
  const kept = columns.flatMap((name, at) => {
    const text = told.has(at)
      ? ''
      : cellText(log.findLast((row) => cellText(row.cells[at]) !== '')?.cells[at])
          .slice(0, TEXT)
          .trim();
    return text === '' ? [] : [[name, text] as const];
  });
  return Object.fromEntries(kept);
}

function undated(row: LogRow, reading: TicketReading): RowProblem {
  const reason = 'The ticket does not say when it was opened.';
  return { row: row.number, column: columnOf(reading, 'openedAt'), value: row.text('openedAt'), reason, severity: 'refused' };
}

function columnOf({ columns, mapping }: TicketReading, field: TicketField): string {
  return columns[mapping[field] ?? -1] ?? '';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
