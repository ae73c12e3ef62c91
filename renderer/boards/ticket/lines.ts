/** Which tickets the board shows under which head, worst clock first. */

import type { Rows } from '../../../shared/domain/tables.ts';
import { isDueSoon, ticketClocks, worstLeft } from '../../../shared/domain/ticket/promise.ts';
import type { Ticket, TicketStatus } from '../../../shared/domain/ticket/schema.ts';
import { isOpen } from '../../../shared/domain/ticket/ways.ts';

export const filters = ['open', 'mine', 'unowned', 'due', 'closed'] as const;
export type Filter = (typeof filters)[number];

export interface Head {
  readonly key: 'due' | TicketStatus;
  readonly title: string;
  readonly rows: readonly Ticket[];
}

export interface Shown {
  readonly heads: readonly Head[];
  readonly counts: Readonly<Record<Filter, number>>;
}

type Facts = Pick<Rows, 'ticket' | 'ticketState'>;

const titles: Readonly<Record<Head['key'], string>> = {
  due: 'Clock over or under 30 min',
  new: 'New',
  triaged: 'Triaged',
  'in progress': 'In progress',
  waiting: 'Waiting',
  resolved: 'Resolved',
  closed: 'Closed',
  cancelled: 'Cancelled',
};
const openHeads = ['due', 'new', 'triaged', 'in progress', 'waiting'] as const;
const endedHeads = ['resolved', 'closed', 'cancelled'] as const;

/** `me` is the person before this screen; null leaves "mine" empty. */
export function shownTickets(rows: Facts, filter: Filter, me: string | null, now: number): Shown {
  const all = [...rows.ticket.values()];
  const open = all.filter(isOpen);
  const clocks = new Map(open.map((ticket) => [ticket.id, ticketClocks(rows, ticket, now)]));
  const due = new Set([...clocks].filter(([, of]) => isDueSoon(of)).map(([id]) => id));
  const left = ({ id }: Ticket) => {
    const running = clocks.get(id);
    return (running && worstLeft(running)) ?? Number.POSITIVE_INFINITY;
  };
  const of: Readonly<Record<Filter, readonly Ticket[]>> = {
    open,
    mine: me === null ? [] : open.filter(({ assigneeId }) => assigneeId === me),
    unowned: open.filter(({ assigneeId }) => assigneeId === null),
    due: open.filter(({ id }) => due.has(id)),
    closed: all.filter((ticket) => !isOpen(ticket)),
  };
  const worst = (a: Ticket, b: Ticket) => compared(left(a), left(b)) || compared(a.ref, b.ref);
  const keys = filter === 'closed' ? endedHeads : openHeads;
  const heads = keys.map((key) => {
    const rowsOf = of[filter].filter((ticket) => key === (due.has(ticket.id) ? 'due' : ticket.status));
    return { key, title: titles[key], rows: rowsOf.sort(filter === 'closed' ? newestEnd : worst) };
  });
  const counts = Object.fromEntries(filters.map((name) => [name, of[name].length])) as Record<Filter, number>;
  return { heads: heads.filter((head) => head.rows.length > 0), counts };
}

/** Not a difference: that of two endless clocks is no number. */
function compared(a: string | number, b: string | number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function newestEnd(a: Ticket, b: Ticket): number {
  return (b.closedAt ?? b.resolvedAt ?? 0) - (a.closedAt ?? a.resolvedAt ?? 0);
}
