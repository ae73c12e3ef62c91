/** The columns of the tickets. Cells read the store themselves, so that a clock that ticks draws one cell. */
import { isOpen } from '../../../shared/domain/incident/figures.ts';
import type { Ticket } from '../../../shared/domain/ticket/schema.ts';
import { useTable } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table.tsx';
import { hoursAndMinutes, ReplyClock, ResolveClock } from './clock-cells.tsx';
import styles from './ticket.module.css';

export const ticketColumns: readonly Column<Ticket>[] = [
  { key: 'ref', head: 'Ref', width: 82, cell: ({ ref }) => ref, className: 'f', compare: (a, b) => (a.ref < b.ref ? -1 : 1) },
  {
    key: 'priority',
    head: 'Prio',
    hiddenHead: 'Priority',
    width: 56,
    cell: ({ priority }) => <Priority of={priority} />,
    compare: (a, b) => a.priority - b.priority,
  },
  { key: 'title', head: 'Ticket', width: '1fr', min: 150, cell: (ticket) => <Title ticket={ticket} />, title: ({ title }) => title },
  {
    key: 'department',
    head: 'Department',
    width: 98,
    cell: ({ department }) => department,
    title: ({ department }) => department,
    className: 'q2',
  },
  { key: 'owner', head: 'Owner', width: 88, cell: ({ assigneeId }) => <Owner id={assigneeId} />, className: 'q2' },
  {
    key: 'age',
    head: 'Age',
    width: 52,
    align: 'number',
    cell: (ticket) => <Age ticket={ticket} />,
    compare: (a, b) => b.openedAt - a.openedAt,
  },
  { key: 'reply', head: 'First reply', width: 116, cell: (ticket) => <ReplyClock ticket={ticket} /> },
  { key: 'resolve', head: 'Resolve', width: 128, cell: (ticket) => <ResolveClock ticket={ticket} /> },
];

/** `P1`, with bars that rise with urgency and no colour. */
export function Priority({ of }: { readonly of: number }) {
  return (
    <Mark state={`sev${of}` as MarkState} as="priority">
      P{of}
    </Mark>
  );
}

export function Owner({ id }: { readonly id: string | null }) {
  const people = useTable('person');
  const name = id === null ? undefined : people.get(id)?.name;
  return name === undefined ? <span className="q">nobody</span> : <span title={name}>{name}</span>;
}

function Title({ ticket: { title, incidentId } }: { readonly ticket: Ticket }) {
  const incidents = useTable('incident');
  const incident = incidentId === null ? undefined : incidents.get(incidentId);
  return (
    <span className={styles.titled}>
      <span className="cut">{title}</span>
      {incident && <span className={isOpen(incident) ? 'f stop' : 'f q'}>{incident.ref}</span>}
    </span>
  );
}

/** How long it has been open, or was. */
function Age({ ticket: { openedAt, resolvedAt, closedAt } }: { readonly ticket: Ticket }) {
  const now = useNow(60_000);
  return hoursAndMinutes(Math.max(0, (resolvedAt ?? closedAt ?? now) - openedAt));
}
