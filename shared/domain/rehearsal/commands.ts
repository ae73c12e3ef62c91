/** What people can ask of rehearsals: make one, learn from them, record the way back that was tried in one. */
import { z } from 'zod';
import { id, instant, line } from '../../base/fields.ts';

export const CreateRehearsal = z.strictObject({
  kind: z.enum(['rehearsal', 'drill']),
  /** T-0 of the run; the plan follows it. */
  tZeroAt: instant,
  /** Absent moves the real window with T-0. */
  windowStart: instant.optional(),
  windowEnd: instant.optional(),
  /** What the clock of a drill shows first; absent is shortly before its first task. */
  startsAt: instant.optional(),
  /** Absent names it after the real one, such as "Rehearsal 2 of GL-001". */
  name: line.optional(),
});
export const LearnDurations = z.strictObject({
  /** The run to learn from, or all of them. */
  from: z.union([id, z.literal('all')]),
});
export const RecordRehearsedRollback = z.strictObject({
  /** The run in which it was tried. */
  runId: id,
  rollbackId: id,
});
