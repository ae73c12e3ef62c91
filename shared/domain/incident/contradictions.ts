/** What must hold inside incidents whichever way they came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';
import { milestoneFault } from './milestones.ts';

/** Incidents whose milestones cannot all be true, one for each. */
export function incidentContradictions(rows: Pick<Rows, 'incident'>): readonly Contradiction[] {
  return [...rows.incident.values()].flatMap((incident) => {
    const says = milestoneFault(incident);
    return says === null ? [] : [{ table: 'incident', id: incident.id, fields: ['status'], says }];
  });
}
