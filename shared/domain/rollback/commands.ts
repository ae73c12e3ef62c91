/** What people can ask of rolling back. */
import { z } from 'zod';
import { duration, id, line, optionalLine, reason, text } from '../../base/fields.ts';
import { rollbackKinds } from '../playbook/answers.ts';

export const StartRollback = z.strictObject({
  kind: z.enum(rollbackKinds),
  reason,
  /** Why it is done although a point of no return was passed; absent otherwise. */
  despite: reason.optional(),
  /** Longest time it may take; absent takes the go-live's, null sets none. */
  targetMs: duration.nullable().optional(),
});
/** The prior state is back. */
export const EndRollback = z.strictObject({
  rollbackId: id,
  /** What that was judged by, such as the consistency check. */
  outcomeNote: reason,
});
/** Fix forward instead. What was taken back until then stays so, and can be done again. */
export const GiveUpRollback = z.strictObject({ rollbackId: id, reason });
/** The time it was tried is the time the act happened. */
export const RecordRollbackTest = z.strictObject({
  /** Where, such as a rehearsal's reference or "staging". */
  place: line,
  tookMs: duration,
  passed: z.boolean(),
  remark: text.default(''),
});
/** Longest time a rollback may take; null for no target. */
export const SetRollbackTarget = z.strictObject({ targetMs: duration.nullable() });
/** How a task is taken back. */
export const SetWayBack = z.strictObject({
  taskId: id,
  undoTitle: optionalLine.default(''),
  undoDetail: text.default(''),
  /** How long it takes; null when there is nothing to take back. */
  undoMs: duration.nullable(),
});
