/** The rows beside tasks that the schedule needs or makes: calendars, frozen baselines, holds, and forecasts as they were made. */
import { z } from 'zod';
import { count, duration, id, instant, line, optionalLine, reason, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

/** Minutes of a day, from its midnight. */
const minuteOfDay = z.number().int().min(0).max(1_440);
const shift = z.strictObject({ from: minuteOfDay, to: minuteOfDay });
export const MOST_PLANNED = 20_000;

/** When a stream works, in the zone of the go-live. A stream without one works around the clock. */
export const calendar = table(
  'calendar',
  z.strictObject({
    id,
    goLiveId: id,
    /** The stream it is for; unique. Empty is for tasks without a stream. */
    stream: optionalLine,
    /** The seven days from Monday, each with its shifts in order; a day without shifts is off. */
    week: z.array(z.array(shift).max(6)).length(7),
    /** Single days, as `2026-12-24`, that differ from the week. */
    days: z.array(z.strictObject({ date: z.iso.date(), shifts: z.array(shift).max(6) })).max(400),
  }),
  { goLiveId: 'goLive' },
);
export type Calendar = RowOf<typeof calendar>;

/** The plan as it was frozen. Times are instants, so a T-0 that moves later shows against it. */
export const baseline = table(
  'baseline',
  z.strictObject({
    id,
    goLiveId: id,
    name: line,
    note: text,
    frozenBy: line,
    frozenAt: instant,
    tZeroAt: instant,
    /** Planned end of the last task; null without tasks. */
    finishAt: instant.nullable(),
    /** Task id, planned start, planned end. */
    spans: z.array(z.tuple([id, instant, instant])).max(MOST_PLANNED),
  }),
  { goLiveId: 'goLive' },
);
export type Baseline = RowOf<typeof baseline>;

/** T-minus stands still from `startedAt` to `endedAt`; then T-0 moves by as much. */
export const hold = table(
  'hold',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    reason,
    /** The built-in hold of the plan it came from; null when it was called. */
    taskId: id.nullable(),
    calledBy: line,
    startedAt: instant,
    /** When the clock is expected to go on; null when nobody knows. */
    expectedEndAt: instant.nullable(),
    endedAt: instant.nullable(),
    endedBy: optionalLine,
    /** T-0 as it was when the hold began. */
    tZeroAt: instant,
  }),
  { goLiveId: 'goLive', taskId: 'task' },
);
export type Hold = RowOf<typeof hold>;

/** What the finish was forecast to be at one moment, kept so that forecasts can be compared with what came. */
export const forecast = table(
  'forecast',
  z.strictObject({
    id,
    goLiveId: id,
    at: instant,
    finishAt: instant,
    /** Finish that half, 80 % and 95 % of the simulated runs keep; null when odds were not computed. */
    p50At: instant.nullable(),
    p80At: instant.nullable(),
    p95At: instant.nullable(),
    /** Share of simulated runs that end inside the change window, 0 to 1; null when odds were not computed. */
    inWindow: z.number().min(0).max(1).nullable(),
    /** How long rolling back would have taken from there; null when nothing could be rolled back. */
    backMs: duration.nullable(),
    closed: count,
    all: count,
  }),
  { goLiveId: 'goLive' },
);
export type Forecast = RowOf<typeof forecast>;
