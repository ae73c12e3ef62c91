/** The parts of the closure report about the work itself: plan against actual, readiness, gates. */
import { z } from 'zod';

const at = z.number().int();
const atOrNull = at.nullable();
const ms = z.number();
const span = z.tuple([at, at]);

/** A phase or a stream. */
const group = z.strictObject({
  name: z.string(),
  tasks: z.number(),
  finished: z.number(),
  /** Of the finished ones, how many by workaround. */
  workaround: z.number(),
  skipped: z.number(),
  failed: z.number(),
  rolledBack: z.number(),
  /** Finished, also by workaround, or skipped. */
  closed: z.number(),
  /** Everything else that was not rolled back: planned, in progress, blocked, failed. */
  open: z.number(),
  plannedStart: atOrNull,
  plannedEnd: atOrNull,
  actualStart: atOrNull,
  /** End of its last task; null while a task is planned, in progress or blocked, or none was worked. */
  actualEnd: atOrNull,
  /** `actualEnd` against `plannedEnd`; positive is late; null where either is not known. */
  slipMs: ms.nullable(),
  /** When work was planned in it and when it was done, joined where they touch. */
  plannedSpans: z.array(span),
  actualSpans: z.array(span),
});
export type PlanGroup = z.infer<typeof group>;

const lateTask = z.strictObject({
  ref: z.string(),
  title: z.string(),
  stream: z.string(),
  owners: z.string(),
  status: z.string(),
  plannedEnd: at,
  /** Null while it is still open. */
  actualEnd: atOrNull,
  /** Of an open task its end as it is forecast at the closing or the report; null of one that has ended. */
  forecastEnd: atOrNull,
  /** Behind its planned end; of an open task by its forecast. */
  lateMs: ms,
});

const exception = z.strictObject({
  ref: z.string(),
  title: z.string(),
  stream: z.string(),
  status: z.string(),
  reason: z.string(),
  owners: z.string(),
});

/** Counted are the tasks of this run that go forward; those of rollbacks are told with the rollbacks. */
export const plan = z.strictObject({
  taskCount: z.number(),
  closedCount: z.number(),
  openCount: z.number(),
  byStatus: z.array(z.strictObject({ status: z.string(), count: z.number() })),
  plannedStart: atOrNull,
  plannedEnd: atOrNull,
  actualStart: atOrNull,
  actualEnd: atOrNull,
  slipMs: ms.nullable(),
  /** Open tasks that are late by their forecast. */
  lateCount: z.number(),
  /** Tasks that ended at least a minute late. */
  endedLateCount: z.number(),
  phases: z.array(group),
  streams: z.array(group),
  late: z.strictObject({ tasks: z.array(lateTask), leftOut: z.number() }),
  /** Failed, rolled back, skipped, and finished by workaround. */
  exceptions: z.strictObject({ tasks: z.array(exception), leftOut: z.number() }),
  moves: z.array(z.strictObject({ at, by: z.string(), from: at, to: at, note: z.string() })),
});
export type PlanPart = z.infer<typeof plan>;

export const readiness = z.strictObject({
  checkCount: z.number(),
  areas: z.array(
    z.strictObject({
      area: z.string(),
      passed: z.number(),
      waived: z.number(),
      failed: z.number(),
      open: z.number(),
      notApplicable: z.number(),
    }),
  ),
  /** Failed and waived checks with the reason given. */
  exceptions: z.strictObject({
    checks: z.array(
      z.strictObject({ ref: z.string(), title: z.string(), status: z.string(), reason: z.string(), by: z.string(), at: atOrNull }),
    ),
    leftOut: z.number(),
  }),
});
export type ReadinessPart = z.infer<typeof readiness>;

const decided = z.strictObject({ decision: z.string(), by: z.string(), at, reasons: z.string() });
/** One gate in a report. */
export const gatePart = z.strictObject({
  ref: z.string(),
  title: z.string(),
  question: z.string(),
  /** The role that decides, in words. */
  decider: z.string(),
  plannedAt: atOrNull,
  /** The decision that stands; null when none does. */
  decision: decided.nullable(),
  /** Decisions that were taken back or replaced, oldest first. */
  earlier: z.array(decided),
  /** As known at the decision; as they are now where none stands. */
  criteria: z.array(z.strictObject({ title: z.string(), status: z.string(), reason: z.string() })),
  calls: z.array(z.strictObject({ position: z.string(), person: z.string(), call: z.string().nullable(), reason: z.string() })),
  /** Sign-offs wanted before a go, in their order; as known at the decision. */
  approvals: z.array(
    z.strictObject({
      title: z.string(),
      role: z.string(),
      decision: z.string().nullable(),
      by: z.string(),
      /** Null where it is not given, or was given anew since the decision. */
      at: atOrNull,
      remark: z.string(),
    }),
  ),
  conditions: z.array(
    z.strictObject({ content: z.string(), owner: z.string(), dueAt: at, status: z.string(), settledAt: atOrNull, note: z.string() }),
  ),
  /** What else was known at the decision, in words; empty where none stands. */
  knownThen: z.array(z.string()),
});
export const gates = z.array(gatePart);
export type GatePart = z.infer<typeof gatePart>;
