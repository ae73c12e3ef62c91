/** Ticket figures: how many by status, priority and category, how fast they were answered, and which have waited longest. */
import type { Rows } from '../../tables.ts';
import { type Ticket, ticketStatuses } from '../../ticket/schema.ts';
import { isOpen } from '../../ticket/ways.ts';
import type { ZonedWords } from '../../timeline/zoned-words.ts';
import type { TicketsPart } from './schema-support.ts';
import { ticketSeries } from './ticket-series.ts';

const CATEGORIES_SHOWN = 12;
const OLDEST_SHOWN = 10;

export function ticketsPart(rows: Rows, clock: ZonedWords, asOf: number): TicketsPart {
  const tickets = [...rows.ticket.values()];
  const open = tickets.filter(isOpen).sort((a, b) => a.openedAt - b.openedAt);
  const categories = tally(tickets, ({ category }) => category || 'No category').sort((a, b) => b.count - a.count);
  return {
    count: tickets.length,
    open: open.length,
    byStatus: ticketStatuses.map((name) => ({ name, count: tickets.filter(({ status }) => status === name).length })),
    byPriority: tally(tickets, ({ priority }) => `Priority ${priority}`).sort((a, b) => a.name.localeCompare(b.name)),
    byCategory: categories.slice(0, CATEGORIES_SHOWN),
    categoriesLeftOut: Math.max(0, categories.length - CATEGORIES_SHOWN),
    series: ticketSeries(tickets, rows, clock, asOf),
    medianFirstReplyMs: median(tickets.map(({ openedAt, repliedAt }) => between(openedAt, repliedAt))),
    medianResolveMs: median(tickets.map(({ openedAt, resolvedAt }) => between(openedAt, resolvedAt))),
    oldestOpen: open.slice(0, OLDEST_SHOWN).map(({ ref, title, priority, status, openedAt }) => ({
      ref,
      title,
      priority,
      status,
      openedAt,
      ageMs: Math.max(0, asOf - openedAt),
    })),
  };
}

function tally(tickets: readonly Ticket[], nameOf: (ticket: Ticket) => string): { name: string; count: number; open: number }[] {
  const found = new Map<string, { name: string; count: number; open: number }>();
  for (const ticket of tickets) {
    const name = nameOf(ticket);
    const counts = found.get(name) ?? { name, count: 0, open: 0 };
    counts.count += 1;
    if (isOpen(ticket)) counts.open += 1;
    found.set(name, counts);
  }
  return [...found.values()];
}

function between(from: number, to: number | null): number | null {
  return to === null || to < from ? null : to - from;
}

function median(lengths: readonly (number | null)[]): number | null {
  const known = lengths.filter((length) => length !== null).sort((a, b) => a - b);
  const upper = known[Math.floor(known.length / 2)];
  const lower = known[Math.floor((known.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((lower + upper) / 2);
}
