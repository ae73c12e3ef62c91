/** Rollbacks with what they took against target and forecast, and each time the way back was tried. */
import { z } from 'zod';
import { tasksOfRollback } from '../../rollback/running.ts';
import { taskStatuses } from '../../runbook/schema.ts';
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
      /** How its tasks stand; statuses that none has are left out. */
      tasks: z.array(z.strictObject({ status: z.string(), count: z.number() })),
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
      .map(
        ({ id, ref, kind, reason, despite, decidedBy, decidedAt, endedAt, outcome, outcomeNote, forecastEndAt, targetMs, windowEnd }) => ({
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
          tasks: tasksTold(rows, id),
        }),
      ),
    tests: [...rows.rollbackTest.values()]
      .sort((a, b) => a.testedAt - b.testedAt)
      .map(({ place, testedAt, tookMs, passed, remark, recordedBy }) => ({ place, testedAt, tookMs, passed, remark, recordedBy })),
  };
}

function tasksTold(rows: Rows, rollbackId: string): { status: string; count: number }[] {
  const own = tasksOfRollback(rows, { id: rollbackId });
  return taskStatuses
    .map((status) => ({ status, count: own.filter((task) => task.status === status).length }))
    .filter(({ count }) => count > 0);
}
