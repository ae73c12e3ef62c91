/** Incidents with their milestones, and the mean times to detect, acknowledge and restore. */
import { incidentFigures, isOpen, type TimeTo, timeTo, timeWords } from '../../incident/figures.ts';
import type { Incident } from '../../incident/schema.ts';
import type { Rows } from '../../tables.ts';
import { nameOfPerson, refOf } from '../../timeline/told.ts';
import type { IncidentsPart, MeanTime } from './schema-support.ts';

const INCIDENTS_SHOWN = 60;

export function incidentsPart(rows: Rows): IncidentsPart {
  const incidents = [...rows.incident.values()].sort((a, b) => a.severity - b.severity || a.detectedAt - b.detectedAt);
  return {
    count: incidents.length,
    bySeverity: [1, 2, 3, 4].map((severity) => {
      const of = incidents.filter((incident) => incident.severity === severity);
      return { severity, count: of.length, open: of.filter(isOpen).length };
    }),
    times: (['detect', 'acknowledge', 'restore'] as const).map((what) => meanTime(rows, what)),
    incidents: incidents.slice(0, INCIDENTS_SHOWN).map((incident) => incidentPart(incident, rows)),
    leftOut: Math.max(0, incidents.length - INCIDENTS_SHOWN),
  };
}

function incidentPart(incident: Incident, rows: Rows): IncidentsPart['incidents'][number] {
  const { ref, title, severity, status, level, impact, cause, resolution } = incident;
  return {
    ref,
    title,
    severity,
    status,
    level,
    commander: nameOfPerson(incident.commanderId, rows),
    impact,
    cause,
    resolution,
    task: refOf('task', incident.taskId, rows),
    milestones: milestonesOf(incident),
    detectMs: timeTo(incident, 'detect'),
    acknowledgeMs: timeTo(incident, 'acknowledge'),
    restoreMs: timeTo(incident, 'restore'),
  };
}

function milestonesOf(incident: Incident): { name: string; at: number }[] {
  const known: readonly [string, number | null][] = [
    ['Harm began', incident.impactAt],
    ['Detected', incident.detectedAt],
    ['Acknowledged', incident.acknowledgedAt],
    ['Mitigated', incident.mitigatedAt],
    ['Resolved', incident.resolvedAt],
    ['Closed', incident.closedAt],
  ];
  return known.flatMap(([name, at]) => (at === null ? [] : [{ name, at }]));
}

const meanNames = { detect: 'Mean time to detect', acknowledge: 'Mean time to acknowledge', restore: 'Mean time to restore' } as const;

function meanTime(rows: Rows, what: TimeTo): MeanTime {
  const { meanMs, of } = incidentFigures(rows).times[what];
  const { short, words } = timeWords[what];
  return { name: short, meanMs: meanMs === null ? null : Math.round(meanMs), count: of, definition: `${meanNames[what]}: ${words}` };
}
