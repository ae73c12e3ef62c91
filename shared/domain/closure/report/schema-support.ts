/** The parts of the closure report about incidents and tickets, and its headline figures. */
import { z } from 'zod';

const at = z.number().int();
const msOrNull = z.number().nullable();

/** A headline figure as it is printed. */
const figure = z.strictObject({
  label: z.string(),
  value: z.string(),
  note: z.string(),
  tone: z.enum(['plain', 'good', 'warn', 'stop']),
});
export const figures = z.array(figure);
export type Figure = z.infer<typeof figure>;

/** A mean over the incidents that have both instants. */
const mean = z.strictObject({
  name: z.string(),
  meanMs: msOrNull,
  /** Incidents it is taken over. */
  count: z.number(),
  definition: z.string(),
});
export type MeanTime = z.infer<typeof mean>;

const incident = z.strictObject({
  ref: z.string(),
  title: z.string(),
  severity: z.number(),
  status: z.string(),
  level: z.number(),
  commander: z.string(),
  impact: z.string(),
  cause: z.string(),
  resolution: z.string(),
  /** Reference of the task it held up; empty for none. */
  task: z.string(),
  /** What happened to it and when, in order. */
  milestones: z.array(z.strictObject({ name: z.string(), at })),
  detectMs: msOrNull,
  acknowledgeMs: msOrNull,
  restoreMs: msOrNull,
});
export const incidents = z.strictObject({
  count: z.number(),
  bySeverity: z.array(z.strictObject({ severity: z.number(), count: z.number(), open: z.number() })),
  times: z.array(mean),
  incidents: z.array(incident),
  leftOut: z.number(),
});
export type IncidentsPart = z.infer<typeof incidents>;

const tally = z.strictObject({ name: z.string(), count: z.number(), open: z.number() });
export const tickets = z.strictObject({
  count: z.number(),
  open: z.number(),
  byStatus: z.array(z.strictObject({ name: z.string(), count: z.number() })),
  byPriority: z.array(tally),
  /** Largest first; `leftOut` categories are not in it. */
  byCategory: z.array(tally),
  categoriesLeftOut: z.number(),
  /** Opened and closed per hour or per number of days; empty without tickets. */
  series: z.strictObject({
    /** Length of a step in words, such as `hour`, `day` or `7 days`. */
    step: z.string(),
    points: z.array(
      z.strictObject({
        from: at,
        opened: z.number(),
        closed: z.number(),
        /** Open at the end of the step. */
        open: z.number(),
      }),
    ),
  }),
  medianFirstReplyMs: msOrNull,
  medianResolveMs: msOrNull,
  oldestOpen: z.array(
    z.strictObject({ ref: z.string(), title: z.string(), priority: z.number(), status: z.string(), openedAt: at, ageMs: z.number() }),
  ),
});
export type TicketsPart = z.infer<typeof tickets>;
