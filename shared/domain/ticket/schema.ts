/** The rows of hypercare tickets, and the history of states each went through. */
import { z } from 'zod';
import { extra, id, instant, line, optionalLine, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const ticketStatuses = ['new', 'triaged', 'in progress', 'waiting', 'resolved', 'closed', 'cancelled'] as const;
export type TicketStatus = (typeof ticketStatuses)[number];
/** 1 critical, 2 high, 3 moderate, 4 low. */
export const priority = z.number().int().min(1).max(4);

export const ticket = table(
  'ticket',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    title: line,
    detail: text,
    status: z.enum(ticketStatuses),
    priority,
    category: optionalLine,
    department: optionalLine,
    reporter: optionalLine,
    assigneeId: id.nullable(),
    openedAt: instant,
    /** First reply to the reporter; null until then. */
    repliedAt: instant.nullable(),
    resolvedAt: instant.nullable(),
    closedAt: instant.nullable(),
    /** Why it waits, how it was resolved, or why it was cancelled. */
    resolution: text,
    incidentId: id.nullable(),
    taskId: id.nullable(),
    /** Its number in the system it was imported from; empty when logged here. */
    sourceId: z.string().max(200),
    extra,
  }),
  { goLiveId: 'goLive', assigneeId: 'person', incidentId: 'incident', taskId: 'task' },
);
export type Ticket = RowOf<typeof ticket>;

export const ticketState = table(
  'ticketState',
  z.strictObject({
    id,
    goLiveId: id,
    ticketId: id,
    /** When the ticket was in this state from. */
    occurredAt: instant,
    status: z.enum(ticketStatuses),
    /** The state's name in the system it came from; empty for states reached in Gantry. */
    sourceState: optionalLine,
    by: optionalLine,
  }),
  { goLiveId: 'goLive', ticketId: 'ticket' },
);
export type TicketState = RowOf<typeof ticketState>;
