/** The states each ticket went through, oldest first. */
import type { Rows } from '../tables.ts';
import type { TicketState } from './schema.ts';

const known = new WeakMap<ReadonlyMap<string, TicketState>, ReadonlyMap<string, readonly TicketState[]>>();

/** States of one ticket, oldest first; empty when none were kept. Computed once for each state of the table. */
export function ticketHistory(rows: Pick<Rows, 'ticketState'>, ticketId: string): readonly TicketState[] {
  let histories = known.get(rows.ticketState);
  if (!histories) {
    histories = historiesIn(rows.ticketState);
    known.set(rows.ticketState, histories);
  }
  return histories.get(ticketId) ?? [];
}

function historiesIn(states: ReadonlyMap<string, TicketState>): ReadonlyMap<string, readonly TicketState[]> {
  const byTicket = new Map<string, TicketState[]>();
  for (const state of states.values()) {
    const list = byTicket.get(state.ticketId);
    if (list) list.push(state);
    else byTicket.set(state.ticketId, [state]);
  }
  // Sorting is stable and rows are in the order they were made, so states of one instant keep their order.
  for (const list of byTicket.values()) list.sort((a, b) => a.occurredAt - b.occurredAt);
  return byTicket;
}
