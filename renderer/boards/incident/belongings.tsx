/** What hangs on an incident: the task it holds up with what follows on that, and the tickets people logged about it. */
import { useMemo } from 'react';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { networkOf } from '../../../shared/domain/runbook/network.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { isClosed, type TaskState, taskState } from '../../../shared/domain/runbook/task-state.ts';
import { useRows, useTable } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './incident.module.css';

const MOST_LISTED = 6;

export function HoldsUp({ incident }: { readonly incident: Incident }) {
  const rows = useRows();
  const task = incident.taskId === null ? undefined : rows.task.get(incident.taskId);
  const after = useMemo(() => {
    if (!task) return [];
    const links = networkOf(rows).outOf.get(task.id) ?? [];
    return links.map(({ toId }) => rows.task.get(toId)).filter((next): next is Task => next !== undefined && !isClosed(next));
  }, [rows, task]);
  if (!task) return null;
  return (
    <Panel title="Holds up" quiet={after.length > 0 ? 'the task and what follows' : undefined} className="above" pad>
      <ul className={styles.rows}>
        {[task, ...after.slice(0, MOST_LISTED)].map((each) => (
          <li key={each.id}>
            <Mark state={taskMarks[taskState(rows, each)]} bare />
            <Row board="runbook" of={each} />
          </li>
        ))}
      </ul>
      {after.length > MOST_LISTED && <p className="q small">and {after.length - MOST_LISTED} more</p>}
    </Panel>
  );
}

export function LinkedTickets({ incident }: { readonly incident: Incident }) {
  const tickets = useTable('ticket');
  const linked = useMemo(() => [...tickets.values()].filter(({ incidentId }) => incidentId === incident.id), [tickets, incident.id]);
  return (
    <Panel title="Tickets" quiet={linked.length > 0 ? <span className="f">{linked.length}</span> : undefined} className="above" pad>
      {linked.length === 0 && <p className="q">None linked. G on a ticket links it here.</p>}
      <ul className={styles.rows}>
        {linked.slice(0, MOST_LISTED).map((ticket) => (
          <li key={ticket.id}>
            <Row board="ticket" of={ticket} />
            <span className={`q small ${styles.end}`}>{ticket.status}</span>
          </li>
        ))}
      </ul>
      {linked.length > MOST_LISTED && <p className="q small">and {linked.length - MOST_LISTED} more</p>}
    </Panel>
  );
}

function Row({ board, of: { ref, title } }: { readonly board: string; readonly of: { readonly ref: string; readonly title: string } }) {
  return (
    <>
      <button type="button" className="link f nw" onClick={() => go(board, ref)}>
        {ref}
      </button>
      <span className="cut" title={title}>
        {title}
      </span>
    </>
  );
}

const taskMarks: Readonly<Record<TaskState, MarkState>> = {
  'not ready': 'not-ready',
  ready: 'ready',
  'in progress': 'in-progress',
  blocked: 'blocked',
  finished: 'finished',
  'finished by workaround': 'workaround',
  failed: 'failed',
  skipped: 'skipped',
  'rolled back': 'rolled-back',
};
