/** An incident's way from detected to closed. Each milestone happens when the act did, never before the one that precedes it. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { ok, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import type { AcknowledgeIncident, CloseIncident, MitigateIncident, ReopenIncident, ResolveIncident } from './commands.ts';
import { type Incident, incident as incidents } from './schema.ts';

type Command<Schema extends z.ZodType> = z.infer<Schema>;

export function acknowledgeIncident(rows: Rows, { incidentId }: Command<typeof AcknowledgeIncident>, act: Act): Verdict {
  const found = incidentAt(rows, incidentId, ['open'], 'acknowledged', act);
  if (!found.ok) return found;
  if (found.value.acknowledgedAt !== null) return refuse('acknowledged', `${found.value.ref} is already acknowledged.`, [found.value.ref]);
  return decide('incident.acknowledge', update(incidents, found.value, { acknowledgedAt: act.occurredAt }), incidentId);
}

/** Who mitigates or resolves an incident that nobody acknowledged has acknowledged it by that. */
export function mitigateIncident(rows: Rows, { incidentId }: Command<typeof MitigateIncident>, act: Act): Verdict {
  const found = incidentAt(rows, incidentId, ['open'], 'mitigated', act);
  if (!found.ok) return found;
  const acknowledgedAt = found.value.acknowledgedAt ?? act.occurredAt;
  return decide(
    'incident.mitigate',
    update(incidents, found.value, { status: 'mitigated', acknowledgedAt, mitigatedAt: act.occurredAt }),
    incidentId,
  );
}

export function resolveIncident(rows: Rows, { incidentId, resolution }: Command<typeof ResolveIncident>, act: Act): Verdict {
  const found = incidentAt(rows, incidentId, ['open', 'mitigated'], 'resolved', act);
  if (!found.ok) return found;
  const acknowledgedAt = found.value.acknowledgedAt ?? act.occurredAt;
  const changes = update(incidents, found.value, { status: 'resolved', acknowledgedAt, resolvedAt: act.occurredAt, resolution });
  return decide('incident.resolve', changes, incidentId);
}

export function closeIncident(rows: Rows, { incidentId }: Command<typeof CloseIncident>, act: Act): Verdict {
  const found = incidentAt(rows, incidentId, ['resolved'], 'closed', act);
  if (!found.ok) return found;
  return decide('incident.close', update(incidents, found.value, { status: 'closed', closedAt: act.occurredAt }), incidentId);
}

/** The harm is back: what mitigated and resolved it did not hold, so both milestones are open again. The journal keeps what they were. */
export function reopenIncident(rows: Rows, { incidentId, reason }: Command<typeof ReopenIncident>, act: Act): Verdict {
  const found = incidentAt(rows, incidentId, ['resolved', 'closed'], 'reopened', act);
  if (!found.ok) return found;
  const changes = update(incidents, found.value, { status: 'open', mitigatedAt: null, resolvedAt: null, closedAt: null, resolution: '' });
  return decide('incident.reopen', changes, incidentId, reason);
}

const milestones = [
  ['detectedAt', 'detected'],
  ['acknowledgedAt', 'acknowledged'],
  ['mitigatedAt', 'mitigated'],
  ['resolvedAt', 'resolved'],
  ['closedAt', 'closed'],
] as const;

/** What in the milestones cannot be true together, in words; null when they are in order. */
export function milestoneFault(incident: Incident): string | null {
  let last: (typeof milestones)[number] = milestones[0];
  for (const milestone of milestones) {
    const [field, word] = milestone;
    const at = incident[field];
    if (at === null) continue;
    if (at < (incident[last[0]] ?? 0)) return `${incident.ref} was ${word} before it was ${last[1]}`;
    last = milestone;
  }
  const unacknowledged = incident.acknowledgedAt === null && last[0] !== 'detectedAt';
  return unacknowledged ? `${incident.ref} was ${last[1]} and never acknowledged` : null;
}

/** The incident when it is in one of the statuses `from` and the act does not lie before its last milestone. */
export function incidentAt(rows: Rows, id: string, from: readonly Incident['status'][], verb: string, act: Act): Result<Incident> {
  const incident = rows.incident.get(id);
  if (!incident) return unknownIncident();
  if (!from.includes(incident.status)) {
    return refuse('wrong-status', `${incident.ref} is ${incident.status} and cannot be ${verb} now. Nothing was changed.`, [incident.ref]);
  }
  const last = milestones.findLast(([field]) => incident[field] !== null);
  if (last && act.occurredAt < (incident[last[0]] ?? 0)) {
    return refuse('before-milestone', `${incident.ref} was ${last[1]} after that time. It stays as it was. Give a later time.`, [
      incident.ref,
    ]);
  }
  return ok(incident);
}

export function unknownIncident() {
  return refuse('unknown-incident', 'There is no such incident in this go-live. It may have been taken back. Reload the board.');
}
