/** What is promised to the reporter of a ticket, and how its clocks stand. They run round the clock and rest while a ticket waits. */
import type { Rows } from '../tables.ts';
import { ticketHistory } from './history.ts';
import type { Ticket } from './schema.ts';
import { isOpen } from './ways.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Gantry's plain default: longest time to first reply and to resolution by priority, in ms from when the ticket was opened. */
export const defaultPromises = {
  1: { replyMs: 15 * MINUTE, resolveMs: 4 * HOUR },
  2: { replyMs: 30 * MINUTE, resolveMs: 8 * HOUR },
  3: { replyMs: 2 * HOUR, resolveMs: 24 * HOUR },
  4: { replyMs: 8 * HOUR, resolveMs: 72 * HOUR },
} as const;

/** A clock this close to its end is shown first. */
export const DUE_SOON_MS = 30 * MINUTE;

export interface PromiseClock {
  readonly promiseMs: number;
  /** What of the promise is left, in ms; negative when over. For a met clock what was left then. */
  readonly leftMs: number;
  /** Running; met (or broken) and stopped; resting while the ticket waits; void when it ended without. */
  readonly state: 'running' | 'met' | 'resting' | 'void';
}

export interface TicketClocks {
  readonly reply: PromiseClock;
  readonly resolve: PromiseClock;
}

export function ticketClocks(rows: Pick<Rows, 'ticketState'>, ticket: Ticket, now: number): TicketClocks {
  const { replyMs, resolveMs } = defaultPromises[ticket.priority as keyof typeof defaultPromises];
  const open = isOpen(ticket);
  const resting = ticket.status === 'waiting';
  const end = ticket.resolvedAt ?? (open ? now : (ticket.closedAt ?? now));
  const replyState = ticket.repliedAt !== null ? 'met' : open ? 'running' : 'void';
  const resolveState = ticket.resolvedAt !== null ? 'met' : !open ? 'void' : resting ? 'resting' : 'running';
  return {
    reply: { promiseMs: replyMs, leftMs: ticket.openedAt + replyMs - (ticket.repliedAt ?? end), state: replyState },
    resolve: { promiseMs: resolveMs, leftMs: ticket.openedAt + resolveMs + waitedMs(rows, ticket, end) - end, state: resolveState },
  };
}

/** What is left on the clock that runs out first, in ms; negative when over, null when no clock runs. */
export function worstLeft({ reply, resolve }: TicketClocks): number | null {
  const running = [reply, resolve].filter(({ state }) => state === 'running').map(({ leftMs }) => leftMs);
  return running.length === 0 ? null : Math.min(...running);
}

/** A promise is broken, or will be within half an hour unless somebody acts. */
export function isDueSoon(clocks: TicketClocks): boolean {
  const left = worstLeft(clocks);
  return left !== null && left < DUE_SOON_MS;
}

/** A running clock is over its promise. */
export function isOverdue(clocks: TicketClocks): boolean {
  const left = worstLeft(clocks);
  return left !== null && left < 0;
}

function waitedMs(rows: Pick<Rows, 'ticketState'>, ticket: Ticket, until: number): number {
  const states = ticketHistory(rows, ticket.id);
  return states.reduce((sum, { status, occurredAt }, index) => {
    if (status !== 'waiting') return sum;
    const left = Math.min(states[index + 1]?.occurredAt ?? until, until);
    return sum + Math.max(0, left - occurredAt);
  }, 0);
}
