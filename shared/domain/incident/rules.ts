/** What happens to an incident besides its milestones: declare, edit, escalate. */
import type { z } from 'zod';
import { insert, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { refMaker } from '../refs.ts';
import type { Rows } from '../tables.ts';
import type { DeclareIncident, EditIncident, EscalateIncident } from './commands.ts';
import { unknownIncident } from './milestones.ts';
import { stepsOf } from './procedure.ts';
import { incident as incidents } from './schema.ts';

export function declareIncident(rows: Rows, command: z.infer<typeof DeclareIncident>, act: Act): Verdict {
  const { procedure, ...fields } = command;
  const missing = missingRow(rows, fields);
  if (missing) return refuse('unknown-row', `The ${missing} is not in this go-live. The incident was not declared. Choose again.`);
  if (isImpactLate(fields.impactAt, act.occurredAt)) {
    return refuse(
      'impact-after-detection',
      'Impact cannot begin after the incident was detected. It was not declared. Give an earlier time.',
    );
  }
  const id = act.newId();
  const steps = procedure === undefined ? null : stepsOf(rows, procedure, id, act);
  if (steps && !steps.ok) return steps;
  const declared = insert(incidents, {
    ...fields,
    id,
    goLiveId: act.goLiveId,
    ref: refMaker('incident', rows.incident.values())(),
    status: 'open',
    level: 1,
    cause: '',
    resolution: '',
    detectedAt: act.occurredAt,
    acknowledgedAt: null,
    mitigatedAt: null,
    resolvedAt: null,
    closedAt: null,
    scribeId: null,
    liaisonId: null,
    procedure: procedure ?? '',
  });
  return decide('incident.declare', [declared, ...(steps ? steps.value : [])], id);
}

export function editIncident(rows: Rows, command: z.infer<typeof EditIncident>, _act: Act): Verdict {
  const { incidentId, ...fields } = command;
  const incident = rows.incident.get(incidentId);
  if (!incident) return unknownIncident();
  const missing = missingRow(rows, fields);
  if (missing) return refuse('unknown-row', `The ${missing} is not in this go-live. Nothing was changed. Choose again.`, [incident.ref]);
  if (isImpactLate(fields.impactAt, incident.detectedAt)) {
    return refuse('impact-after-detection', `${incident.ref} was detected before that time. Nothing was changed. Give an earlier time.`, [
      incident.ref,
    ]);
  }
  if (fields.resolution === '' && incident.resolvedAt !== null) {
    return refuse('resolution-needed', `${incident.ref} is ${incident.status} and must say how it was resolved. Nothing was changed.`, [
      incident.ref,
    ]);
  }
  const changes = update(incidents, incident, fields);
  if (changes.length === 0) return refuse('nothing-changed', `${incident.ref} already is as you entered it.`, [incident.ref]);
  return decide('incident.edit', changes, incident.id);
}

/** Only upwards: who asked for help stays told. */
export function escalateIncident(rows: Rows, { incidentId, level, reason }: z.infer<typeof EscalateIncident>, act: Act): Verdict {
  const incident = rows.incident.get(incidentId);
  if (!incident) return unknownIncident();
  if (incident.status === 'resolved' || incident.status === 'closed') {
    return refuse('wrong-status', `${incident.ref} is ${incident.status}. Reopen it before it is escalated.`, [incident.ref]);
  }
  if (level <= incident.level) {
    return refuse('not-higher', `${incident.ref} is at level ${incident.level} already. Choose a higher level.`, [incident.ref]);
  }
  if (act.occurredAt < incident.detectedAt) {
    return refuse('before-milestone', `${incident.ref} was detected after that time. It stays as it was. Give a later time.`, [
      incident.ref,
    ]);
  }
  return decide('incident.escalate', update(incidents, incident, { level }), incident.id, reason);
}

type Pointers = Partial<Record<'commanderId' | 'scribeId' | 'liaisonId' | 'taskId', string | null>>;

function missingRow(rows: Rows, { commanderId, scribeId, liaisonId, taskId }: Pointers): string | null {
  const people = { commander: commanderId, scribe: scribeId, liaison: liaisonId };
  const missing = Object.entries(people).find(([, id]) => id && !rows.person.has(id));
  if (missing) return missing[0];
  return taskId && !rows.task.has(taskId) ? 'task' : null;
}

function isImpactLate(impactAt: number | null | undefined, detectedAt: number): boolean {
  return typeof impactAt === 'number' && impactAt > detectedAt;
}
