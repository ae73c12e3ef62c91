/**
 * What happens when tickets are imported: all of them with their histories at once, or nothing.
 * A ticket whose number is known already gets the states it lacks, and the file's fields unless something newer happened to it here.
 */
import { type Change, insert, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { rowsLeftOut, rowsRefused } from '../../../base/sheet/refused-rows.ts';
import { refMaker } from '../../refs.ts';
import { type NamedPeople, namedPeople } from '../../roster/named-people.ts';
import type { Rows } from '../../tables.ts';
import { ticketHistory } from '../history.ts';
import { ticketState as stateTable, type Ticket, type TicketState, ticket as tickets } from '../schema.ts';
import type { ReadState, ReadTicket, TicketPreview } from './ticket-list.ts';

export interface ImportTickets {
  readonly preview: TicketPreview;
  /** Import without the tickets that cannot be read. Otherwise one such row refuses the import. */
  readonly skipRefused: boolean;
}

/** The import, counted. */
export interface TicketEffect {
  readonly added: number;
  readonly updated: number;
  readonly statesAdded: number;
  /** Names of people who would be new in the roster. */
  readonly newPeople: readonly string[];
}

export function importTickets(rows: Rows, { preview, skipRefused }: ImportTickets, act: Act): Verdict {
  const refusal = skipRefused ? null : rowsRefused(preview.problems, 'these tickets');
  if (refusal) return refusal;
  if (preview.tickets.length === 0) {
    return refuse(
      'no-tickets',
      'The file has no row that can be read as a ticket. Nothing was imported. Check which columns hold the numbers and dates.',
    );
  }
  const known = new Map(
    [...rows.ticket.values()].flatMap((ticket) => (ticket.sourceId === '' ? [] : [[ticket.sourceId.toLowerCase(), ticket]])),
  );
  const people = namedPeople(rows, act, false);
  const nextRef = refMaker('ticket', rows.ticket.values());
  const changes = preview.tickets.flatMap((from) => {
    const before = from.sourceId === '' ? undefined : known.get(from.sourceId.toLowerCase());
    return before ? updated(rows, before, from, preview, people, act) : added(from, nextRef(), people, act);
  });
  const all = [...people.added(), ...changes];
  if (all.length === 0) return refuse('nothing-changed', 'Every ticket of the file already is as the file says. Nothing was imported.');
  return decide('ticket.import', all, null, rowsLeftOut(preview.problems));
}

/** What the changes of an import come to. */
export function ticketEffect(changes: readonly Change[]): TicketEffect {
  const count = (table: string, isNew: boolean) =>
    changes.filter((change) => change.table === table && (change.was === null) === isNew).length;
  return {
    added: count('ticket', true),
    updated: count('ticket', false),
    statesAdded: count('ticketState', true),
    newPeople: changes.flatMap(({ table, set }) => (table === 'person' ? [String(set?.name)] : [])),
  };
}

function added(from: ReadTicket, ref: string, people: NamedPeople, act: Act): readonly Change[] {
  const id = act.newId();
  const {
    title,
    detail,
    priority,
    category,
    department,
    reporter,
    openedAt,
    repliedAt,
    resolvedAt,
    closedAt,
    resolution,
    sourceId,
    extra,
  } = from;
  const row: Ticket = {
    ...{
      id,
      goLiveId: act.goLiveId,
      ref,
      title,
      detail,
      status: from.states.at(-1)?.status ?? 'new',
      priority,
      category,
      department,
      reporter,
    },
    ...{ assigneeId: from.assignee === '' ? null : people.idOf(from.assignee), openedAt, repliedAt, resolvedAt, closedAt, resolution },
    ...{ incidentId: null, taskId: null, sourceId, extra: { ...extra } },
  };
  return [insert(tickets, row), ...from.states.map((state) => stateRow(id, state, act))];
}

function updated(
  rows: Rows,
  before: Ticket,
  from: ReadTicket,
  { fields }: TicketPreview,
  people: NamedPeople,
  act: Act,
): readonly Change[] {
  const history = ticketHistory(rows, before.id);
  const missing = from.states.filter((state) => !history.some((known) => isSame(known, state)));
  const states = missing.map((state) => stateRow(before.id, state, act));
  const isNewerHere = (history.at(-1)?.occurredAt ?? 0) > from.knownAt;
  if (isNewerHere) return states;
  const has = (name: TicketPreview['fields'][number]) => fields.includes(name);
  const changes = update(tickets, before, {
    status: from.states.at(-1)?.status ?? before.status,
    resolvedAt: from.resolvedAt,
    closedAt: from.closedAt,
    extra: { ...from.extra },
    ...(has('title') && { title: from.title }),
    ...(has('detail') && { detail: from.detail }),
    ...((has('priority') || has('impact')) && { priority: from.priority }),
    ...(has('category') && { category: from.category }),
    ...(has('department') && { department: from.department }),
    ...(has('reporter') && { reporter: from.reporter }),
    ...(has('assignee') && { assigneeId: from.assignee === '' ? null : people.idOf(from.assignee) }),
    ...(has('openedAt') && { openedAt: from.openedAt }),
    ...(has('repliedAt') && from.repliedAt !== null && { repliedAt: from.repliedAt }),
    ...(has('resolution') && { resolution: from.resolution }),
  });
  return [...changes, ...states];
}

function isSame(known: TicketState, read: ReadState): boolean {
  return known.occurredAt === read.occurredAt && known.status === read.status && known.sourceState === read.sourceState;
}

function stateRow(ticketId: string, state: ReadState, act: Act): Change {
  return insert(stateTable, { id: act.newId(), goLiveId: act.goLiveId, ticketId, ...state });
}
