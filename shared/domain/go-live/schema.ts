/** The rows of a go-live: one deployment of one release, from planning to closure. */
import { z } from 'zod';
import { duration, id, instant, line, optionalLine, reason, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

/** Where a go-live stands. Cutover starts with the first work of the night, hypercare when the system is declared live. */
export const stages = ['planning', 'cutover', 'hypercare', 'closed', 'scrubbed'] as const;
export const outcomes = ['successful', 'successful with issues', 'rolled back', 'scrubbed'] as const;
/** A rehearsal is worked as the real one; a drill is a rehearsal on a simulated clock, with trouble put in. */
export const runKinds = ['live', 'rehearsal', 'drill'] as const;
export const cleanupOptions = ['milestone', 'completion', 'continue'] as const;

/** An IANA zone this computer knows, such as `Europe/Prague`. */
export const zone = z
  .string()
  .max(60)
  .refine((name) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  }, 'is not a time zone such as Europe/Prague');

export const goLive = table(
  'goLive',
  z.strictObject({
    id,
    /** A go-live is its own go-live, so that every row has the field. */
    goLiveId: id,
    ref,
    name: line,
    system: line,
    release: optionalLine,
    description: text,
    stage: z.enum(stages),
    outcome: z.enum(outcomes).nullable(),
    outcomeNote: text,
    /** The playbook's variation; empty for none. */
    variation: z.string().max(80),
    /** The instant the plan counts from. */
    tZeroAt: instant,
    /** What T-0 marks, in words, such as "old system read-only". */
    tZeroMeans: line,
    zone,
    windowStart: instant,
    windowEnd: instant,
    startedAt: instant.nullable(),
    liveAt: instant.nullable(),
    closedAt: instant.nullable(),
    /** Share of required training, in percent, that must be reached. */
    trainingTarget: z.number().int().min(0).max(100),
    cleanup: z.enum(cleanupOptions).nullable(),
    cleanupReason: z.union([reason, z.literal('')]),
    isSample: z.boolean(),
    kind: z.enum(runKinds),
    /** The go-live that is rehearsed; empty for a real one. */
    rehearsalOf: z.union([id, z.literal('')]),
    /** A second zone times are shown in; empty for none. */
    secondZone: z.union([zone, z.literal('')]),
    /** Longest time a rollback may take; null where nobody said. */
    rollbackTargetMs: duration.nullable(),
    /**
     * The simulated clock of a drill: at real time `realAt` it showed `shownAt`, and it runs `speed` times as fast (0 stands still).
     * Null for the real clock.
     */
    clock: z.strictObject({ realAt: instant, shownAt: instant, speed: z.number().min(0).max(60) }).nullable(),
  }),
  {},
  { kind: 'live', rehearsalOf: '', secondZone: '', rollbackTargetMs: null, clock: null },
);
export type GoLive = RowOf<typeof goLive>;
