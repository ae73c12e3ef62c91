/** The columns of the list of incidents. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import { isOpen, openFor } from '../../../shared/domain/incident/figures.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table.tsx';
import styles from './incident.module.css';

export const incidentColumns: readonly Column<Incident>[] = [
  { key: 'severity', head: 'Sev', hiddenHead: 'Severity', width: 82, cell: (incident) => <Severity incident={incident} /> },
  {
    key: 'title',
    head: 'Incident',
    width: '1fr',
    min: 140,
    cell: (incident) => <Title incident={incident} />,
    title: ({ title }) => title,
  },
];

function Title({ incident }: { readonly incident: Incident }) {
  const { ref, title, status } = incident;
  return (
    <span className={styles.line}>
      <span className={isOpen(incident) ? 'name cut' : 'q2 cut'}>{title}</span>
      <span className="q small cut">
        <span className="f">{ref}</span> {status}, {isOpen(incident) ? 'for' : 'was open'} <OpenFor incident={incident} />
      </span>
    </span>
  );
}

/** Severity keeps its colour only while the incident is open. */
export function Severity({ incident }: { readonly incident: Incident }) {
  return (
    <Mark state={`sev${incident.severity}` as MarkState} as={isOpen(incident) ? 'status' : 'priority'}>
      SEV{incident.severity}
    </Mark>
  );
}

export function OpenFor({ incident }: { readonly incident: Incident }) {
  const now = useNow(15_000);
  return <span className="f">{formatSpan(openFor(incident, now))}</span>;
}
