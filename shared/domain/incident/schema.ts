/** The rows of incidents: what went wrong, and the ordered steps of the emergency procedure that answers it. */
import { z } from 'zod';
import { catalogueIds, count, id, instant, key, line, optionalLine, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const incidentStatuses = ['open', 'mitigated', 'resolved', 'closed'] as const;
export const procedureStepStatuses = ['open', 'finished', 'skipped'] as const;

/** 1 is the worst. */
export const severity = z.number().int().min(1).max(4);
/** 1 automated, 2 development team, 3 cross-functional, 4 executive. */
export const escalationLevel = z.number().int().min(1).max(4);

export const incident = table(
  'incident',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    title: line,
    severity,
    status: z.enum(incidentStatuses),
    level: escalationLevel,
    impact: text,
    cause: text,
    resolution: text,
    /** When harm began; null when not known. */
    impactAt: instant.nullable(),
    detectedAt: instant,
    acknowledgedAt: instant.nullable(),
    mitigatedAt: instant.nullable(),
    resolvedAt: instant.nullable(),
    closedAt: instant.nullable(),
    commanderId: id.nullable(),
    scribeId: id.nullable(),
    liaisonId: id.nullable(),
    /** The task it holds up; null for none. */
    taskId: id.nullable(),
    /** Emergency procedure of the playbook that is being worked; empty for none. */
    procedure: z.union([key, z.literal('')]),
  }),
  { goLiveId: 'goLive', commanderId: 'person', scribeId: 'person', liaisonId: 'person', taskId: 'task' },
);
export type Incident = RowOf<typeof incident>;

export const procedureStep = table(
  'procedureStep',
  z.strictObject({
    id,
    goLiveId: id,
    incidentId: id,
    position: count,
    title: line,
    status: z.enum(procedureStepStatuses),
    finishedBy: optionalLine,
    finishedAt: instant.nullable(),
    note: text,
    catalogueIds,
  }),
  { goLiveId: 'goLive', incidentId: 'incident' },
);
export type ProcedureStep = RowOf<typeof procedureStep>;
