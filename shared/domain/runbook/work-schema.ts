/** The rows people make while they work tasks: steps to tick, remarks, who stood in for whom, and what one shift tells the next. */
import { z } from 'zod';
import { count, id, instant, key, line, optionalLine, reason, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

/** A point to tick inside a task. */
export const taskStep = table(
  'taskStep',
  z.strictObject({
    id,
    goLiveId: id,
    taskId: id,
    position: count,
    title: line,
    /** True when the task cannot be finished before it is ticked. */
    isRequired: z.boolean(),
    tickedBy: optionalLine,
    tickedAt: instant.nullable(),
  }),
  { goLiveId: 'goLive', taskId: 'task' },
);
export type TaskStep = RowOf<typeof taskStep>;

/** What somebody said about a task. */
export const remark = table(
  'remark',
  z.strictObject({
    id,
    goLiveId: id,
    taskId: id,
    content: reason,
    by: line,
    personId: id.nullable(),
    at: instant,
    /** People named with @. */
    mentionIds: z.array(id).max(40),
  }),
  { goLiveId: 'goLive', taskId: 'task', personId: 'person', mentionIds: 'person' },
);
export type Remark = RowOf<typeof remark>;

/** One person stands in for another. What was handed over is named, so that it can be given back. */
export const substitution = table(
  'substitution',
  z.strictObject({
    id,
    goLiveId: id,
    fromId: id,
    toId: id,
    reason,
    startedAt: instant,
    /** When everything was given back; null while it lasts. */
    endedAt: instant.nullable(),
    taskIds: z.array(id).max(20_000),
    checkIds: z.array(id).max(20_000),
    roles: z.array(key).max(60),
    /** Of those, what the substitute had already: giving back leaves it with both. */
    sharedTaskIds: z.array(id).max(20_000),
    sharedRoles: z.array(key).max(60),
  }),
  { goLiveId: 'goLive', fromId: 'person', toId: 'person', taskIds: 'task', checkIds: 'check', sharedTaskIds: 'task' },
);
export type Substitution = RowOf<typeof substitution>;

/** What one shift tells the next. */
export const shiftNote = table(
  'shiftNote',
  z.strictObject({
    id,
    goLiveId: id,
    writtenBy: line,
    fromId: id.nullable(),
    /** Who takes over; null for whoever comes. */
    toId: id.nullable(),
    content: text,
    /** What stood so at that moment, in words. */
    facts: text,
    at: instant,
    readBy: optionalLine,
    readAt: instant.nullable(),
  }),
  { goLiveId: 'goLive', fromId: 'person', toId: 'person' },
);
export type ShiftNote = RowOf<typeof shiftNote>;

/** A filter of the runbook that somebody saved for everybody. */
export const savedView = table(
  'savedView',
  z.strictObject({
    id,
    goLiveId: id,
    name: line,
    savedBy: line,
    /** The filter as the runbook writes it in its address. */
    query: z.string().max(4_000),
  }),
  { goLiveId: 'goLive' },
);

/** A group of tasks kept for other go-lives. Belongs to the library. */
export const taskTemplate = table(
  'taskTemplate',
  z.strictObject({
    id,
    /** Always `LIBRARY_ID`. */
    goLiveId: id,
    name: line,
    savedBy: line,
    savedAt: instant,
    /** Tasks, steps and links with keys of their own instead of ids. */
    content: z.json(),
    isRetired: z.boolean(),
  }),
);
export type TaskTemplate = RowOf<typeof taskTemplate>;
