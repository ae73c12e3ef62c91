/** The rows of a gate: the decision point, its criteria, each position's call, and the conditions of a go. */
import { z } from 'zod';
import { catalogueIds, count, duration, id, instant, key, line, offset, optionalLine, reason, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';
import { evidenceKinds } from '../readiness/schema.ts';
import { testResults } from '../readiness/test-schema.ts';

export const decisions = ['go', 'go with conditions', 'no-go', 'hold'] as const;
export type GateOutcome = (typeof decisions)[number];
export const calls = ['go', 'go with conditions', 'no-go'] as const;
export const criterionStatuses = ['open', 'met', 'failed', 'waived', 'not applicable'] as const;
export type CriterionStatus = (typeof criterionStatuses)[number];
export const approvalDecisions = ['approved', 'refused'] as const;
export const conditionStatuses = ['open', 'met', 'missed'] as const;

/** What was known at the instant of the decision, kept with it and never changed after. */
export const knownThen = z.strictObject({
  criteria: z.array(z.strictObject({ title: line, status: z.enum(criterionStatuses), reason: text })).max(500),
  /** Sign-offs wanted before a go, in their order. */
  approvals: z
    .array(z.strictObject({ title: line, role: line, decision: z.enum(approvalDecisions).nullable(), by: optionalLine, remark: text }))
    .max(40)
    .default([]),
  /** Tests of its phase with their last result; null for one that was not run. */
  tests: z
    .array(z.strictObject({ ref, title: line, result: z.enum(testResults).nullable(), measured: z.string().max(200), criticalOpen: count }))
    .max(500)
    .default([]),
  /** Evidence of the checks that prove its criteria: words and addresses as they are, files by their hash. */
  evidence: z
    .array(z.strictObject({ check: ref, kind: z.enum(evidenceKinds), content: z.string().max(8_000), sha256: z.string().max(64) }))
    .max(500)
    .default([]),
  calls: z.array(z.strictObject({ position: line, person: optionalLine, call: z.enum(calls).nullable(), reason: text })).max(100),
  /** Checks of the phase whose exit it is, by state; of all phases when it is the exit of none. */
  checks: z.strictObject({
    passed: count,
    waived: count,
    inWork: count,
    open: count,
    failed: count,
    notApplicable: count,
    toVerify: count.default(0),
  }),
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
    /** Least time the system must have been live before a go; null for none. */
    liveForMs: duration.nullable(),
    /** True when rolling back is no longer planned for after a go here. */
    isPointOfNoReturn: z.boolean(),
  }),
  { goLiveId: 'goLive' },
  { liveForMs: null, isPointOfNoReturn: false },
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
    /** What speaks for a go and for a no-go, in words; empty where the title says it all. */
    goWhen: text,
    noGoWhen: text,
    /** True when the gate cannot be passed before it is met and nobody may waive it. */
    neededToPass: z.boolean(),
    /** Tests whose last result must be passed for it to be met. */
    testIds: z.array(id).max(200),
  }),
  { goLiveId: 'goLive', gateId: 'gate', checkIds: 'check', testIds: 'test' },
  { goWhen: '', noGoWhen: '', neededToPass: false, testIds: [] as string[] },
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

/** A sign-off wanted before a go. They are given in the order of `position`. */
export const approval = table(
  'approval',
  z.strictObject({
    id,
    goLiveId: id,
    gateId: id,
    title: line,
    detail: text,
    position: count,
    /** Role that gives it. */
    role: key,
    decision: z.enum(approvalDecisions).nullable(),
    decidedBy: optionalLine,
    decidedById: id.nullable(),
    decidedAt: instant.nullable(),
    /** Why it was refused, or a remark. */
    remark: text,
    catalogueIds,
  }),
  { goLiveId: 'goLive', gateId: 'gate', decidedById: 'person' },
);
export type Approval = RowOf<typeof approval>;

/** A sealed poll: calls stay hidden until all positions are in or its time is up, then they are revealed together. */
export const poll = table(
  'poll',
  z.strictObject({
    id,
    goLiveId: id,
    gateId: id,
    /** Roles asked, as the gate asked for them when it was opened. */
    positions: z.array(key).max(40),
    openedBy: line,
    openedAt: instant,
    /** When it is revealed though calls are missing; null waits for all. */
    closesAt: instant.nullable(),
    revealedAt: instant.nullable(),
    /** True when it was taken back before the reveal; its calls were never read. */
    isWithdrawn: z.boolean(),
    /** What was known at the reveal; null before. */
    known: knownThen.nullable(),
    /** SHA-256 (hex) over the calls and what was known at the reveal; empty before. */
    seal: z.union([z.string().regex(/^[0-9a-f]{64}$/), z.literal('')]),
    /** The key that opens the sealed calls, published with the reveal so that anyone can prove them; empty before. */
    openedKey: z.string().max(100),
  }),
  { goLiveId: 'goLive', gateId: 'gate' },
);
export type Poll = RowOf<typeof poll>;

/** A call before the reveal: that it is in, and its content encrypted with the poll's key, which only the host has. */
export const sealedCall = table(
  'sealedCall',
  z.strictObject({
    id,
    goLiveId: id,
    pollId: id,
    position: key,
    personId: id,
    at: instant,
    /** AES-256-GCM in base64, always of one length, so that it tells nothing. */
    sealed: z.string().max(20_000),
  }),
  { goLiveId: 'goLive', pollId: 'poll', personId: 'person' },
);
export type SealedCall = RowOf<typeof sealedCall>;
