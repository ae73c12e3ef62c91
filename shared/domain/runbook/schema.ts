/** The rows of the runbook: tasks and the links between them. Planned times are offsets from T-0, so they follow it. */
import { z } from 'zod';
import { catalogueIds, count, duration, extra, id, instant, key, line, offset, optionalLine, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

/** What is stored. Whether a planned task is ready is derived (`taskState`). */
export const taskStatuses = [
  'planned',
  'in progress',
  'blocked',
  'finished',
  'finished by workaround',
  'failed',
  'skipped',
  'rolled back',
] as const;
export type TaskStatus = (typeof taskStatuses)[number];
/** Kinds a playbook or a person plans. A hold is a pause that is built into the plan. */
export const plannedKinds = ['task', 'milestone', 'communication', 'health check', 'hold'] as const;
/** A group is a heading over other tasks and is never worked itself; a rollback task takes another one back. */
export const taskKinds = [...plannedKinds, 'group', 'rollback'] as const;
/**
 * What the planned start means for the forecast: the task starts no earlier; it starts at exactly that time; or it starts as soon as
 * its predecessors let it, and the planned start is only what the plan expected.
 */
export const timings = ['not before', 'fixed', 'after predecessors'] as const;
/** Where a task exists: in every run, only in a rehearsal or drill, or only in the real cutover. */
export const runsIn = ['always', 'mock only', 'live only'] as const;
export const linkKinds = ['FS', 'SS', 'FF', 'SF'] as const;

export const task = table(
  'task',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    title: line,
    detail: text,
    kind: z.enum(taskKinds),
    /** Key of a playbook phase, or the phase's name as an imported plan gives it; empty for none. */
    phase: optionalLine,
    stream: optionalLine,
    position: count,
    /** Everyone who works on it; empty when nobody is named yet. */
    ownerIds: z.array(id).max(40),
    /** Planned start, counted from T-0; null when the plan only orders it. */
    startOffset: offset.nullable(),
    durationMs: duration,
    status: z.enum(taskStatuses),
    actualStart: instant.nullable(),
    actualEnd: instant.nullable(),
    /** Why it is blocked, failed or skipped; empty otherwise. */
    reason: text,
    blockedAt: instant.nullable(),
    comments: text,
    /** The task's own id in the plan it was imported from; empty when made here. */
    sourceId: z.string().max(200),
    extra,
    catalogueIds,
    /** Key of the playbook's step it was made from; empty for none. */
    source: z.union([key, z.literal('')]),
    /** The condition of the playbook under which it applies, in words; empty for always. */
    condition: optionalLine,
    /** The group it stands in; null for none. */
    parentId: id.nullable(),
    timing: z.enum(timings),
    /** Shortest and longest time it may take, around `durationMs` as the most likely; null where nobody said. */
    shortestMs: duration.nullable(),
    longestMs: duration.nullable(),
    /** Least number of people it needs; 0 where nobody said. */
    peopleNeeded: z.number().int().min(0).max(40),
    /** Who started it and works on it; null for nobody, or not said. */
    workerId: id.nullable(),
    /** While blocked: when it is expected to go on; null where nobody said. */
    clearsAt: instant.nullable(),
    /** A command to copy; empty for none. */
    command: text,
    /** An address to open, such as of a runbook page; empty for none. */
    address: z.string().trim().max(2_000),
    runIn: z.enum(runsIn),
    /** True when it starts by itself as soon as it may; a milestone then also finishes by itself. */
    startsItself: z.boolean(),
    /** How to take it back: what, in which steps, and how long that takes. `undoMs` is null when there is nothing to take back. */
    undoTitle: optionalLine,
    undoDetail: text,
    undoMs: duration.nullable(),
    /** Of a rollback task: the rollback it belongs to, and the task it takes back; null otherwise. */
    rollbackId: id.nullable(),
    rollbackOf: id.nullable(),
    /** The id of the same task in the go-live its plan was copied from; empty for none. */
    planTaskId: z.union([id, z.literal('')]),
  }),
  { goLiveId: 'goLive', ownerIds: 'person', parentId: 'task', workerId: 'person', rollbackId: 'rollback', rollbackOf: 'task' },
  {
    source: '',
    condition: '',
    parentId: null,
    timing: 'not before',
    shortestMs: null,
    longestMs: null,
    peopleNeeded: 0,
    workerId: null,
    clearsAt: null,
    command: '',
    address: '',
    runIn: 'always',
    startsItself: false,
    undoTitle: '',
    undoDetail: '',
    undoMs: null,
    rollbackId: null,
    rollbackOf: null,
    planTaskId: '',
  },
);
export type Task = RowOf<typeof task>;

export const link = table(
  'link',
  z.strictObject({
    id,
    goLiveId: id,
    /** The predecessor. */
    fromId: id,
    /** The successor. */
    toId: id,
    kind: z.enum(linkKinds),
    /** Lag in ms; negative is a lead. */
    lagMs: offset,
  }),
  { goLiveId: 'goLive', fromId: 'task', toId: 'task' },
);
export type Link = RowOf<typeof link>;
