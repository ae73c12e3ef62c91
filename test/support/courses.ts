/** Rows of holds and rollbacks for tests. */
import type { Rollback } from '../../shared/domain/rollback/schema.ts';
import type { Hold } from '../../shared/domain/runbook/schedule-schema.ts';
import { goLiveId, HOUR, idOf, T_ZERO } from './builders.ts';

/** One that was called at T-0 and runs. */
export function aHold(given: Partial<Hold> = {}): Hold {
  return {
    id: idOf(760),
    goLiveId,
    ref: 'H-1',
    reason: 'Network switch reboots',
    taskId: null,
    calledBy: 'L. Costa',
    startedAt: T_ZERO,
    expectedEndAt: null,
    endedAt: null,
    endedBy: '',
    tZeroAt: T_ZERO,
    ...given,
  };
}

/** One that was decided at T-0 and runs. */
export function aRollback(given: Partial<Rollback> = {}): Rollback {
  return {
    id: idOf(770),
    goLiveId,
    ref: 'RB-1',
    kind: 'manual',
    reason: 'Payslips wrong',
    despite: '',
    decidedBy: 'L. Costa',
    decidedAt: T_ZERO,
    targetMs: null,
    forecastEndAt: T_ZERO + HOUR,
    windowEnd: T_ZERO + 6 * HOUR,
    endedAt: null,
    outcome: null,
    outcomeNote: '',
    consistencyTaskId: null,
    ...given,
  };
}
