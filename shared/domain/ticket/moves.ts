/** A ticket's way through its statuses. Every move adds a state to its history. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import type { MoveTicket } from './commands.ts';
import { ticketHistory } from './history.ts';
import { ticketState as states, type Ticket, type TicketStatus, ticket as tickets } from './schema.ts';
import { isOpen, isReopening, needsReason, waysFrom } from './ways.ts';

export function moveTicket(rows: Rows, command: z.infer<typeof MoveTicket>, act: Act): Verdict {
  const ticket = rows.ticket.get(command.ticketId);
  if (!ticket) return unknownTicket();
  const { status, reason } = command;
  const refusal = tooEarly(rows, ticket, act) ?? (status === ticket.status ? replyRefused(ticket, command) : wayRefused(ticket, command));
  if (refusal) return refusal;
  if (status === ticket.status) return decide('ticket.move', update(tickets, ticket, { repliedAt: act.occurredAt }), ticket.id, reason);
  const changes = [...update(tickets, ticket, fieldsAfter(ticket, command, act)), stateRow(ticket.id, status, act)];
  return decide('ticket.move', changes, ticket.id, reason);
}

/** What the move sets: leaving new counts as the first reply, an end is dated, taking it up again clears the end. */
function fieldsAfter(ticket: Ticket, { status, reason, replied }: z.infer<typeof MoveTicket>, act: Act): Partial<Ticket> {
  const isReply = ticket.repliedAt === null && (replied || ticket.status === 'new');
  const reply = isReply ? { repliedAt: act.occurredAt } : {};
  if (isReopening(ticket.status, status)) return { ...reply, status, resolution: '', resolvedAt: null, closedAt: null };
  if (status === 'closed') return { ...reply, status, closedAt: act.occurredAt };
  if (status === 'resolved') return { ...reply, status, resolution: reason, resolvedAt: act.occurredAt };
  if (status === 'cancelled') return { ...reply, status, resolution: reason, closedAt: act.occurredAt };
  return { ...reply, status, resolution: reason };
}

function tooEarly(rows: Rows, ticket: Ticket, act: Act): Verdict | null {
  const last = ticketHistory(rows, ticket.id).at(-1);
  if (act.occurredAt >= Math.max(ticket.openedAt, last?.occurredAt ?? 0)) return null;
  return refuse('before-last', `${ticket.ref} became ${last?.status ?? 'new'} after that time. It stays as it was. Give a later time.`, [
    ticket.ref,
  ]);
}

function replyRefused(ticket: Ticket, { replied }: z.infer<typeof MoveTicket>): Verdict | null {
  if (!replied) return refuse('nothing-changed', `${ticket.ref} already is ${ticket.status}.`, [ticket.ref]);
  if (ticket.repliedAt !== null) return refuse('nothing-changed', `${ticket.ref} already had its first reply.`, [ticket.ref]);
  return isOpen(ticket) ? null : refuse('wrong-status', `${ticket.ref} is ${ticket.status}. Reopen it before you reply.`, [ticket.ref]);
}

function wayRefused(ticket: Ticket, { status, reason }: z.infer<typeof MoveTicket>): Verdict | null {
  const ways = waysFrom(ticket.status);
  if (!ways.includes(status)) {
    return refuse('wrong-status', `${ticket.ref} is ${ticket.status}. From there it can become ${listed(ways)}. Nothing was changed.`, [
      ticket.ref,
    ]);
  }
  if (reason !== '' || !needsReason(ticket.status, status)) return null;
  const asks = isReopening(ticket.status, status) ? 'Say why it is taken up again' : reasonAsked[status as keyof typeof reasonAsked];
  return refuse('reason-needed', `${asks}. ${ticket.ref} stays ${ticket.status}.`, [ticket.ref]);
}

const reasonAsked = {
  waiting: 'Say what it waits for',
  resolved: 'Say how it was resolved',
  cancelled: 'Say why it is cancelled',
} as const;

/** The state a ticket has from now on, as a row of its history. */
export function stateRow(ticketId: string, status: TicketStatus, act: Act): Change {
  const { goLiveId, occurredAt, actor } = act;
  return insert(states, { id: act.newId(), goLiveId, ticketId, occurredAt, status, sourceState: '', by: actor.slice(0, 200) });
}

export function unknownTicket() {
  return refuse('unknown-ticket', 'There is no such ticket in this go-live. It may have been taken back. Reload the board.');
}

function listed(ways: readonly TicketStatus[]): string {
  return ways.length < 2 ? ways.join('') : `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}`;
}
