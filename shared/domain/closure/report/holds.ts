/** Holds: why the clock stood, how long, and who let it go on. */
import { z } from 'zod';
import type { Rows } from '../../tables.ts';

const at = z.number().int();

/** In the order they began. */
export const holds = z.array(
  z.strictObject({
    ref: z.string(),
    reason: z.string(),
    /** True for one that was built into the plan. */
    isPlanned: z.boolean(),
    calledBy: z.string(),
    startedAt: at,
    /** Null while it runs. */
    endedAt: at.nullable(),
    endedBy: z.string(),
    /** Null while it runs. */
    lengthMs: z.number().nullable(),
  }),
);
export type HoldsPart = z.infer<typeof holds>;

export function holdsPart(rows: Pick<Rows, 'hold'>): HoldsPart {
  return [...rows.hold.values()]
    .sort((a, b) => a.startedAt - b.startedAt)
    .map(({ ref, reason, taskId, calledBy, startedAt, endedAt, endedBy }) => ({
      ref,
      reason,
      isPlanned: taskId !== null,
      calledBy,
      startedAt,
      endedAt,
      endedBy,
      lengthMs: endedAt === null ? null : endedAt - startedAt,
    }));
}
