/** What happens to a ticket when people work: log, edit, assign. */
import type { z } from 'zod';
import { insert, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { refMaker } from '../refs.ts';
import type { Rows } from '../tables.ts';
import type { AssignTicket, EditTicket, LogTicket } from './commands.ts';
import { stateRow, unknownTicket } from './moves.ts';
import { ticket as tickets } from './schema.ts';
import { isOpen } from './ways.ts';

export function logTicket(rows: Rows, command: z.infer<typeof LogTicket>, act: Act): Verdict {
  const missing = missingRow(rows, command);
  if (missing) return refuse('unknown-row', `The ${missing} is not in this go-live. The ticket was not logged. Choose again.`);
  const id = act.newId();
  const logged = insert(tickets, {
    ...command,
    id,
    goLiveId: act.goLiveId,
    ref: refMaker('ticket', rows.ticket.values())(),
    status: 'new',
    openedAt: act.occurredAt,
    repliedAt: null,
    resolvedAt: null,
    closedAt: null,
    resolution: '',
    sourceId: '',
    extra: {},
  });
  return decide('ticket.log', [logged, stateRow(id, 'new', act)], id);
}

export function editTicket(rows: Rows, command: z.infer<typeof EditTicket>, _act: Act): Verdict {
  const { ticketId, ...fields } = command;
  const ticket = rows.ticket.get(ticketId);
  if (!ticket) return unknownTicket();
  const missing = missingRow(rows, fields);
  if (missing) return refuse('unknown-row', `The ${missing} is not in this go-live. Nothing was changed. Choose again.`, [ticket.ref]);
  const changes = update(tickets, ticket, fields);
  if (changes.length === 0) return refuse('nothing-changed', `${ticket.ref} already is as you entered it.`, [ticket.ref]);
  return decide('ticket.edit', changes, ticket.id);
}

export function assignTicket(rows: Rows, { ticketId, personId }: z.infer<typeof AssignTicket>, _act: Act): Verdict {
  const ticket = rows.ticket.get(ticketId);
  if (!ticket) return unknownTicket();
  if (!isOpen(ticket)) return refuse('wrong-status', `${ticket.ref} is ${ticket.status}. Reopen it before it is assigned.`, [ticket.ref]);
  const person = personId === null ? null : rows.person.get(personId);
  if (person === undefined) {
    return refuse('unknown-person', `That person is not in the roster of this go-live. ${ticket.ref} stays as it was. Choose again.`, [
      ticket.ref,
    ]);
  }
  const changes = update(tickets, ticket, { assigneeId: personId });
  if (changes.length === 0)
    return refuse('nothing-changed', `${ticket.ref} already belongs to ${person ? person.name : 'nobody'}.`, [ticket.ref]);
  return decide('ticket.assign', changes, ticket.id);
}

type Pointers = Partial<Record<'assigneeId' | 'incidentId' | 'taskId', string | null>>;

function missingRow(rows: Rows, { assigneeId, incidentId, taskId }: Pointers): string | null {
  if (assigneeId && !rows.person.has(assigneeId)) return 'person it is assigned to';
  if (incidentId && !rows.incident.has(incidentId)) return 'incident';
  return taskId && !rows.task.has(taskId) ? 'task' : null;
}
