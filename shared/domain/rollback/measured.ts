/** What rollbacks took against what they should have. */
import type { Rows } from '../tables.ts';
import type { Rollback } from './schema.ts';

export interface MeasuredRollback {
  readonly rollback: Rollback;
  /** From the decision to the end, ms. */
  readonly tookMs: number;
  /** What was forecast at the decision, ms. */
  readonly forecastMs: number;
  /** Null without a target, and for one that was given up: it never came to its end. */
  readonly isInTime: boolean | null;
  /** True when the prior state was back inside the change window as it was at the decision; null for one given up. */
  readonly isInWindow: boolean | null;
}

/** The rollbacks that are over, the last first. */
export function measuredRollbacks(rows: Pick<Rows, 'rollback'>): readonly MeasuredRollback[] {
  return [...rows.rollback.values()]
    .flatMap((rollback) => (rollback.endedAt === null ? [] : [measured(rollback, rollback.endedAt)]))
    .sort((a, b) => b.rollback.decidedAt - a.rollback.decidedAt);
}

function measured(rollback: Rollback, endedAt: number): MeasuredRollback {
  const tookMs = endedAt - rollback.decidedAt;
  const isBack = rollback.outcome === 'back in the prior state';
  return {
    rollback,
    tookMs,
    forecastMs: rollback.forecastEndAt - rollback.decidedAt,
    isInTime: isBack && rollback.targetMs !== null ? tookMs <= rollback.targetMs : null,
    isInWindow: isBack ? endedAt <= rollback.windowEnd : null,
  };
}
