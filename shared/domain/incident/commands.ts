/** What people can ask of incidents. */
import { z } from 'zod';
import { id, instant, key, line, reason, text } from '../../base/fields.ts';
import { escalationLevel, severity } from './schema.ts';

const ofIncident = { incidentId: id };
const fields = {
  title: line,
  severity,
  impact: text,
  impactAt: instant.nullable(),
  commanderId: id.nullable(),
  taskId: id.nullable(),
};

export const DeclareIncident = z.strictObject({
  title: fields.title,
  severity: fields.severity,
  impact: fields.impact.default(''),
  /** When harm began; null when not known. It was detected when the act happened. */
  impactAt: fields.impactAt.default(null),
  commanderId: fields.commanderId.default(null),
  taskId: fields.taskId.default(null),
  /** Emergency procedure of the playbook to work at once; absent for none. */
  procedure: key.optional(),
});
/** Fields that are absent stay as they are. */
export const EditIncident = z
  .strictObject({ ...ofIncident, ...fields, cause: text, resolution: text, scribeId: id.nullable(), liaisonId: id.nullable() })
  .partial()
  .required({ incidentId: true });
export const AcknowledgeIncident = z.strictObject(ofIncident);
export const MitigateIncident = z.strictObject(ofIncident);
export const ResolveIncident = z.strictObject({ ...ofIncident, resolution: reason });
export const CloseIncident = z.strictObject(ofIncident);
export const ReopenIncident = z.strictObject({ ...ofIncident, reason });
export const EscalateIncident = z.strictObject({ ...ofIncident, level: escalationLevel, reason });
export const StartProcedure = z.strictObject({ ...ofIncident, procedure: key });
export const SettleStep = z.strictObject({
  stepId: id,
  status: z.enum(['finished', 'skipped']),
  /** What came of it, or why it is skipped: a skip must say. */
  comment: text.default(''),
  /** Why it is settled before an earlier step; absent otherwise. */
  despite: reason.optional(),
});
