/** What each person has to do: open tasks, checks, tickets and incidents, counted or listed. */
import { isOpen as isOpenIncident, worstFirst } from '../incident/figures.ts';
import { isClosed } from '../runbook/task-state.ts';
import type { Row, Rows } from '../tables.ts';
import { isOpen as isOpenTicket } from '../ticket/ways.ts';

export interface Work {
  readonly tasks: readonly Row<'task'>[];
  readonly checks: readonly Row<'check'>[];
  readonly tickets: readonly Row<'ticket'>[];
  /** Incidents the person commands, writes down or speaks for. */
  readonly incidents: readonly Row<'incident'>[];
}

interface Gathering {
  readonly tasks: Row<'task'>[];
  readonly checks: Row<'check'>[];
  readonly tickets: Row<'ticket'>[];
  readonly incidents: Row<'incident'>[];
}

export const noWork: Work = { tasks: [], checks: [], tickets: [], incidents: [] };

/** Person id → what is open for them: tasks and checks in their order, tickets and incidents worst first. People with nothing open are absent. */
export function openWork(rows: Pick<Rows, 'task' | 'check' | 'ticket' | 'incident'>): ReadonlyMap<string, Work> {
  const found = new Map<string, Gathering>();
  const of = (personId: string) => {
    let work = found.get(personId);
    if (!work) {
      work = { tasks: [], checks: [], tickets: [], incidents: [] };
      found.set(personId, work);
    }
    return work;
  };
  for (const task of inPlace(rows.task)) if (!isClosed(task)) for (const id of new Set(task.ownerIds)) of(id).tasks.push(task);
  for (const check of inPlace(rows.check)) if (check.ownerId && isOpenCheck(check)) of(check.ownerId).checks.push(check);
  const tickets = [...rows.ticket.values()].sort((a, b) => a.priority - b.priority || a.openedAt - b.openedAt);
  for (const ticket of tickets) if (ticket.assigneeId && isOpenTicket(ticket)) of(ticket.assigneeId).tickets.push(ticket);
  for (const incident of [...rows.incident.values()].sort(worstFirst)) {
    if (!isOpenIncident(incident)) continue;
    for (const id of new Set([incident.commanderId, incident.scribeId, incident.liaisonId])) if (id) of(id).incidents.push(incident);
  }
  return found;
}

function inPlace<Placed extends { readonly position: number }>(table: ReadonlyMap<string, Placed>): readonly Placed[] {
  return [...table.values()].sort((a, b) => a.position - b.position);
}

function isOpenCheck({ status }: Row<'check'>): boolean {
  return status === 'open' || status === 'in work' || status === 'failed';
}
