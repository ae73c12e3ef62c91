/** The columns of the list of incidents. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import { isOpen, openFor } from '../../../shared/domain/incident/figures.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import type { Column } from '../../ui/table.tsx';

export const incidentColumns: readonly Column<Incident>[] = [
  { key: 'severity', head: 'Sev', hiddenHead: 'Severity', width: 78, cell: (incident) => <Severity incident={incident} /> },
  { key: 'ref', head: 'Ref', width: 70, cell: ({ ref }) => ref, className: 'f' },
  { key: 'title', head: 'Incident', width: '1fr', min: 120, cell: ({ title }) => title, title: ({ title }) => title, className: nameIfOpen },
  { key: 'open', head: 'Open for', width: 84, align: 'number', cell: (incident) => <OpenFor incident={incident} /> },
];

/** Severity keeps its colour only while the incident is open. */
export function Severity({ incident }: { readonly incident: Incident }) {
  return (
    <Mark state={`sev${incident.severity}` as MarkState} as={isOpen(incident) ? 'status' : 'none'}>
      SEV{incident.severity}
    </Mark>
  );
}

export function OpenFor({ incident }: { readonly incident: Incident }) {
  const now = useNow(15_000);
  return <span className={isOpen(incident) ? undefined : 'q'}>{formatSpan(openFor(incident, now))}</span>;
}

function nameIfOpen(incident: Incident): string {
  return isOpen(incident) ? 'name' : 'q2';
}
