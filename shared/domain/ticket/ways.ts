/** Which status of a ticket may follow which, and what a move needs. */
import type { Ticket, TicketStatus } from './schema.ts';

const ways: Readonly<Record<TicketStatus, readonly TicketStatus[]>> = {
  new: ['triaged', 'in progress', 'waiting', 'resolved', 'cancelled'],
  triaged: ['in progress', 'waiting', 'resolved', 'cancelled'],
  'in progress': ['triaged', 'waiting', 'resolved', 'cancelled'],
  waiting: ['in progress', 'triaged', 'resolved', 'cancelled'],
  resolved: ['closed', 'in progress'],
  closed: ['in progress'],
  cancelled: ['in progress'],
};

/** Where a ticket may go from `status`, the usual next one first. */
export function waysFrom(status: TicketStatus): readonly TicketStatus[] {
  return ways[status];
}

/** Work is still expected on it. */
export function isOpen(ticket: Pick<Ticket, 'status'>): boolean {
  return isOpenStatus(ticket.status);
}

export function isOpenStatus(status: TicketStatus): boolean {
  return status !== 'resolved' && status !== 'closed' && status !== 'cancelled';
}

/** Whether the move must say why: waiting, resolved, cancelled, and taking up again what had ended. */
export function needsReason(from: TicketStatus, to: TicketStatus): boolean {
  return to === 'waiting' || to === 'resolved' || to === 'cancelled' || isReopening(from, to);
}

export function isReopening(from: TicketStatus, to: TicketStatus): boolean {
  return !isOpenStatus(from) && isOpenStatus(to);
}
