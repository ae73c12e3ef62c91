/** What people can ask of the clock: hold it, say how long, let it go on, take it back to an earlier task. */
import { z } from 'zod';
import { id, instant, reason } from '../../base/fields.ts';

/** How an act that moves T-0 treats the change window. */
const moves = {
  /** True moves the change window by as much. */
  moveWindow: z.boolean().default(false),
  /** Why T-0 may come to lie outside the change window; absent otherwise. */
  despite: reason.optional(),
};
/** When the clock is expected to go on; null where nobody knows. */
const expectedEndAt = instant.nullable();

export const CallHold = z.strictObject({ reason, expectedEndAt: expectedEndAt.default(null) });
export const ExpectHold = z.strictObject({ expectedEndAt });
export const ResumeHold = z.strictObject(moves);
export const Recycle = z.strictObject({
  /** The task that is begun again. */
  taskId: id,
  reason,
  /** When it is planned to begin again; absent for now. */
  at: instant.optional(),
  /** True also takes up what the plan starts later without a link to it. */
  withLater: z.boolean().default(false),
  ...moves,
});
