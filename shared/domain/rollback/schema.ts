/** The rows of rolling back: each rollback that was decided on, and each time the way back was tried. */
import { z } from 'zod';
import { duration, id, instant, line, optionalLine, reason, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';
import { rollbackKinds } from '../playbook/answers.ts';

export const rollbackOutcomes = ['back in the prior state', 'given up'] as const;

/** One rollback, from the decision to the prior state. Its tasks have its id in `rollbackId`. */
export const rollback = table(
  'rollback',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    kind: z.enum(rollbackKinds),
    reason,
    /** Why it goes past a point of no return; empty when it does not. */
    despite: text,
    decidedBy: line,
    decidedAt: instant,
    /** Longest time it may take; null where nobody said. */
    targetMs: duration.nullable(),
    /** When it was forecast to be over, at the decision. */
    forecastEndAt: instant,
    /** End of the change window as it was at the decision. */
    windowEnd: instant,
    /** When the prior state was back, or the rollback given up; null while it runs. */
    endedAt: instant.nullable(),
    outcome: z.enum(rollbackOutcomes).nullable(),
    /** What the end was judged by, such as the consistency check of the database; empty before. */
    outcomeNote: text,
    /** The task that says whether the data are whole, without which it cannot end; null where the kind wants none. */
    consistencyTaskId: id.nullable(),
  }),
  { goLiveId: 'goLive' },
);
export type Rollback = RowOf<typeof rollback>;

/** The way back was tried, in a rehearsal or elsewhere. */
export const rollbackTest = table(
  'rollbackTest',
  z.strictObject({
    id,
    goLiveId: id,
    /** When it was tried. */
    testedAt: instant,
    /** Where, such as a rehearsal's reference or "staging". */
    place: line,
    tookMs: duration,
    passed: z.boolean(),
    remark: text,
    recordedBy: optionalLine,
  }),
  { goLiveId: 'goLive' },
);
export type RollbackTest = RowOf<typeof rollbackTest>;
