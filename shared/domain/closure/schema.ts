/** The rows of closure: metrics against thresholds, lessons, sign-offs and the actions of the cleanup decision. */
import { z } from 'zod';
import { catalogueIds, count, id, instant, line, optionalLine, reason, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';
import { cleanupOptions } from '../go-live/schema.ts';

/** How a measured value is held against its target. The last two compare with the baseline. */
export const metricOperators = ['=', '<', '<=', '>', '>=', 'no increase', 'within percent of baseline'] as const;
const figure = z.number().min(-1e12).max(1e12);

export const metric = table(
  'metric',
  z.strictObject({
    id,
    goLiveId: id,
    title: line,
    unit: optionalLine,
    position: count,
    operator: z.enum(metricOperators),
    /** The threshold; for "within percent of baseline" the percentage; unused for "no increase". */
    target: figure,
    baseline: figure.nullable(),
    /** What was measured; null until it is. */
    actual: figure.nullable(),
    comment: text,
    measuredBy: optionalLine,
    measuredAt: instant.nullable(),
    catalogueIds,
  }),
  { goLiveId: 'goLive' },
);
export type Metric = RowOf<typeof metric>;

export const lesson = table(
  'lesson',
  z.strictObject({
    id,
    goLiveId: id,
    category: line,
    /** What happened. */
    happened: reason,
    /** What to do next time. */
    learned: text,
    addedBy: line,
    addedAt: instant,
  }),
  { goLiveId: 'goLive' },
);
export type Lesson = RowOf<typeof lesson>;

export const signOffDecisions = ['accepted', 'refused'] as const;
export const signOff = table(
  'signOff',
  z.strictObject({
    id,
    goLiveId: id,
    /** What is signed, such as "Closure report". */
    subject: line,
    /** Who must sign, in words, such as "Business owner". */
    role: line,
    position: count,
    decision: z.enum(signOffDecisions).nullable(),
    signedBy: optionalLine,
    signedAt: instant.nullable(),
    note: text,
    catalogueIds,
  }),
  { goLiveId: 'goLive' },
);
export type SignOff = RowOf<typeof signOff>;

export const cleanupActionStatuses = ['open', 'finished', 'skipped'] as const;
export const cleanupAction = table(
  'cleanupAction',
  z.strictObject({
    id,
    goLiveId: id,
    option: z.enum(cleanupOptions),
    position: count,
    title: line,
    status: z.enum(cleanupActionStatuses),
    finishedBy: optionalLine,
    finishedAt: instant.nullable(),
    note: text,
    catalogueIds,
  }),
  { goLiveId: 'goLive' },
);
export type CleanupAction = RowOf<typeof cleanupAction>;
