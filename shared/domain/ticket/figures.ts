/** How the tickets of a go-live stand: how many are open, of what kind, and where. */
import type { Rows } from '../tables.ts';
import { isOverdue, ticketClocks } from './promise.ts';
import { type Ticket, type TicketStatus, ticketStatuses } from './schema.ts';
import { isOpen } from './ways.ts';

export interface Share {
  /** Empty for tickets that name none. */
  readonly name: string;
  readonly count: number;
}

export interface TicketFigures {
  readonly all: number;
  readonly open: number;
  /** Open tickets nobody is assigned to. */
  readonly unowned: number;
  /** Open tickets over a promise. */
  readonly overdue: number;
  readonly openByPriority: Readonly<Record<1 | 2 | 3 | 4, number>>;
  /** Open tickets by department, most first. */
  readonly openByDepartment: readonly Share[];
  /** All tickets by status. */
  readonly byStatus: Readonly<Record<TicketStatus, number>>;
}

export function ticketFigures(rows: Pick<Rows, 'ticket' | 'ticketState'>, now: number): TicketFigures {
  const all = [...rows.ticket.values()];
  const open = all.filter(isOpen);
  const ofPriority = (priority: number) => open.filter((ticket) => ticket.priority === priority).length;
  const byStatus = Object.fromEntries(ticketStatuses.map((status) => [status, 0])) as Record<TicketStatus, number>;
  for (const { status } of all) byStatus[status] += 1;
  return {
    all: all.length,
    open: open.length,
    unowned: open.filter(({ assigneeId }) => assigneeId === null).length,
    overdue: open.filter((ticket) => isOverdue(ticketClocks(rows, ticket, now))).length,
    openByPriority: { 1: ofPriority(1), 2: ofPriority(2), 3: ofPriority(3), 4: ofPriority(4) },
    openByDepartment: countedBy(open, ({ department }) => department),
    byStatus,
  };
}

function countedBy(tickets: readonly Ticket[], nameOf: (ticket: Ticket) => string): readonly Share[] {
  const counts = new Map<string, number>();
  for (const ticket of tickets) counts.set(nameOf(ticket), (counts.get(nameOf(ticket)) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
