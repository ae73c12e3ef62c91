/** Rollbacks with what they took against target and forecast, and each time the way back was tried. */
import { z } from 'zod';
import type { Rows } from '../../tables.ts';

const at = z.number().int();

export const rollbacks = z.strictObject({
  /** In the order they were decided. */
  rollbacks: z.array(
    z.strictObject({
      ref: z.string(),
      kind: z.string(),
      reason: z.string(),
      /** Why it went past a point of no return; empty when it did not. */
      despite: z.string(),
      decidedBy: z.string(),
      decidedAt: at,
      endedAt: at.nullable(),
      /** Null while it runs. */
      outcome: z.string().nullable(),
      outcomeNote: z.string(),
      tookMs: z.number().nullable(),
      forecastMs: z.number(),
      targetMs: z.number().nullable(),
      windowEnd: at,
    }),
  ),
  tests: z.array(
    z.strictObject({
      place: z.string(),
      testedAt: at,
      tookMs: z.number(),
      passed: z.boolean(),
      remark: z.string(),
      recordedBy: z.string(),
    }),
  ),
});
export type RollbacksPart = z.infer<typeof rollbacks>;

export function rollbacksPart(rows: Rows): RollbacksPart {
  return {
    rollbacks: [...rows.rollback.values()]
      .sort((a, b) => a.decidedAt - b.decidedAt)
      .map(({ ref, kind, reason, despite, decidedBy, decidedAt, endedAt, outcome, outcomeNote, forecastEndAt, targetMs, windowEnd }) => ({
        ref,
        kind,
        reason,
        despite,
        decidedBy,
        decidedAt,
        endedAt,
        outcome,
        outcomeNote,
        tookMs: endedAt === null ? null : endedAt - decidedAt,
        forecastMs: forecastEndAt - decidedAt,
        targetMs,
        windowEnd,
      })),
    tests: [...rows.rollbackTest.values()]
      .sort((a, b) => a.testedAt - b.testedAt)
      .map(({ place, testedAt, tookMs, passed, remark, recordedBy }) => ({ place, testedAt, tookMs, passed, remark, recordedBy })),
  };
}
