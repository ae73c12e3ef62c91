/** The marks and words of gates, calls, criteria and conditions. */
import type { Call, Condition, CriterionStatus, Gate, GateOutcome } from '../../../shared/domain/gate/schema.ts';
import type { MarkState } from '../../ui/mark.tsx';

export interface MarkWords {
  readonly state: MarkState;
  readonly word: string;
}

export const decisionMarks: Readonly<Record<GateOutcome, MarkWords>> = {
  go: { state: 'go', word: 'Go' },
  'go with conditions': { state: 'conditions', word: 'Go with conditions' },
  'no-go': { state: 'no-go', word: 'No-go' },
  hold: { state: 'paused', word: 'On hold' },
};

/** `plannedAt` and `now` are UTC ms; an undecided gate past its planned time is late. */
export function gateMark({ decision }: Pick<Gate, 'decision'>, plannedAt: number | null, now: number): MarkWords {
  if (decision !== null) return decisionMarks[decision];
  return plannedAt !== null && plannedAt < now ? { state: 'late', word: 'Late, not decided' } : { state: 'not-ready', word: 'Not decided' };
}

export const callMarks: Readonly<Record<Call['call'], MarkWords>> = {
  go: { state: 'go', word: 'Go' },
  'go with conditions': { state: 'conditions', word: 'Go, conditions' },
  'no-go': { state: 'no-go', word: 'No-go' },
};
export const awaited: MarkWords = { state: 'awaited', word: 'Awaited' };

export const criterionMarks: Readonly<Record<CriterionStatus, MarkWords>> = {
  open: { state: 'not-ready', word: 'Open' },
  met: { state: 'go', word: 'Met' },
  failed: { state: 'failed', word: 'Failed' },
  waived: { state: 'waived', word: 'Waived' },
  'not applicable': { state: 'skipped', word: 'Not applicable' },
};

/** An open condition past its due time is late. */
export function conditionMark({ status, dueAt }: Pick<Condition, 'status' | 'dueAt'>, now: number): MarkWords {
  if (status === 'met') return { state: 'finished', word: 'Met' };
  if (status === 'missed') return { state: 'failed', word: 'Missed' };
  return dueAt < now ? { state: 'late', word: 'Overdue' } : { state: 'not-ready', word: 'Open' };
}
