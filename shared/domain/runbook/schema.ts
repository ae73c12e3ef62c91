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
export const taskKinds = ['task', 'milestone', 'communication', 'health check'] as const;
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
  }),
  { goLiveId: 'goLive', ownerIds: 'person' },
  { source: '', condition: '' },
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
