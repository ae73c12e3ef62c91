/** The rows of a gate: the decision point, its criteria, each position's call, and the conditions of a go. */
import { z } from 'zod';
import { catalogueIds, count, id, instant, key, line, offset, optionalLine, reason, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const decisions = ['go', 'go with conditions', 'no-go', 'hold'] as const;
export type GateOutcome = (typeof decisions)[number];
export const calls = ['go', 'go with conditions', 'no-go'] as const;
export const criterionStatuses = ['open', 'met', 'failed', 'waived', 'not applicable'] as const;
export type CriterionStatus = (typeof criterionStatuses)[number];
export const conditionStatuses = ['open', 'met', 'missed'] as const;

/** What was known at the instant of the decision, kept with it and never changed after. */
export const knownThen = z.strictObject({
  criteria: z.array(z.strictObject({ title: line, status: z.enum(criterionStatuses), reason: text })).max(500),
  calls: z.array(z.strictObject({ position: line, person: optionalLine, call: z.enum(calls).nullable(), reason: text })).max(100),
  /** Checks of the phase whose exit it is, by state; of all phases when it is the exit of none. */
  checks: z.strictObject({ passed: count, waived: count, inWork: count, open: count, failed: count, notApplicable: count }),
  openIncidents: z.array(z.strictObject({ ref, title: line, severity: z.number().int().min(1).max(4) })).max(500),
  lateTasks: count,
  blockedTasks: count,
  /** `seq` of the last entry that was known. */
  lastSeq: z.number().int().min(0),
});
export type KnownThen = Readonly<z.infer<typeof knownThen>>;

export const gate = table(
  'gate',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    title: line,
    question: text,
    position: count,
    /** Phase of the playbook whose exit this gate is; empty for none. */
    phase: z.union([key, z.literal('')]),
    /** Phases whose tasks may not start before a go. */
    guards: z.array(key).max(40),
    /** Role that decides. */
    deciderRole: key,
    /** Roles asked for their call. */
    positions: z.array(key).max(40),
    plannedOffset: offset.nullable(),
    decision: z.enum(decisions).nullable(),
    decidedBy: optionalLine,
    decidedAt: instant.nullable(),
    reasons: text,
    known: knownThen.nullable(),
    catalogueIds,
  }),
  { goLiveId: 'goLive' },
);
export type Gate = RowOf<typeof gate>;

export const criterion = table(
  'criterion',
  z.strictObject({
    id,
    goLiveId: id,
    gateId: id,
    title: line,
    position: count,
    /** Checks that must all be passed, waived or not applicable for it to be met; empty when a person judges it. */
    checkIds: z.array(id).max(500),
    /** What a person said of it; `open` leaves it to the checks. */
    status: z.enum(criterionStatuses),
    reason: text,
    judgedBy: optionalLine,
    judgedAt: instant.nullable(),
    /** True when nobody may waive it: without it the cutover cannot even start. */
    neededToStart: z.boolean(),
    catalogueIds,
  }),
  { goLiveId: 'goLive', gateId: 'gate', checkIds: 'check' },
);
export type Criterion = RowOf<typeof criterion>;

export const call = table(
  'call',
  z.strictObject({ id, goLiveId: id, gateId: id, position: key, personId: id.nullable(), call: z.enum(calls), reason: text, at: instant }),
  { goLiveId: 'goLive', gateId: 'gate', personId: 'person' },
);
export type Call = RowOf<typeof call>;

export const condition = table(
  'condition',
  z.strictObject({
    id,
    goLiveId: id,
    gateId: id,
    content: reason,
    ownerId: id.nullable(),
    dueAt: instant,
    status: z.enum(conditionStatuses),
    settledAt: instant.nullable(),
    note: text,
  }),
  { goLiveId: 'goLive', gateId: 'gate', ownerId: 'person' },
);
export type Condition = RowOf<typeof condition>;
