/** Lists of tickets as files that can be brought in. */
import { formatInstant } from '../../shared/base/time-words.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import { recogniseTickets, type TicketField, ticketFields } from '../../shared/domain/ticket/import/fields.ts';
import { importTickets, ticketEffect } from '../../shared/domain/ticket/import/import-tickets.ts';
import { readTickets } from '../../shared/domain/ticket/import/read-tickets.ts';
import type { TicketPreview } from '../../shared/domain/ticket/import/ticket-list.ts';
import { ticketLimits } from '../exchange/limits.ts';
import { type ImportKind, importRequests } from './import-file.ts';

const ticketKind: ImportKind<TicketField, TicketPreview> = {
  limits: ticketLimits,
  fields: ticketFields,
  recognise: recogniseTickets,
  read: (sheet, mapping, rows) => readTickets(sheet, mapping, { zone: zoneOf(rows) }),
  count: ({ tickets }) => tickets.length,
  shown: (read, rows, most) =>
    read.tickets.slice(0, most).map((ticket) => ({
      Row: String(ticket.row),
      Number: ticket.sourceId,
      Ticket: ticket.title,
      Status: ticket.states.at(-1)?.status ?? '',
      Priority: `P${ticket.priority}`,
      Opened: formatInstant(ticket.openedAt, zoneOf(rows)),
      Category: ticket.category,
      Department: ticket.department,
      Assignee: ticket.assignee,
      States: String(ticket.states.length),
    })),
  decide: (rows, read, skipRefused, _replaceOthers, act) => importTickets(rows, { preview: read, skipRefused }, act),
  effect: (_rows, _read, verdict) => {
    const { added, updated, statesAdded, newPeople } = ticketEffect(verdict.value.changes);
    const people = newPeople.length > 0 ? [`${newPeople.length} people join the roster.`] : [];
    return [
      `${added} tickets are added, ${updated} are updated.`,
      `${statesAdded} states go on the timeline at the times they happened.`,
      ...people,
    ];
  },
};

export const ticketFile = importRequests(ticketKind);

function zoneOf(rows: Rows): string {
  for (const { zone } of rows.goLive.values()) return zone;
  return 'UTC';
}
