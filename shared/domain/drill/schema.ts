/** The rows of a drill: the trouble that is put into it, and when it struck. */
import { z } from 'zod';
import { duration, id, instant, optionalLine, reason } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const injectionKinds = ['failure', 'delay', 'absence', 'lost connection'] as const;

export const injection = table(
  'injection',
  z.strictObject({
    id,
    goLiveId: id,
    kind: z.enum(injectionKinds),
    /** When it strikes, by the clock of the drill; a task that is not running then is struck when it starts. */
    dueAt: instant,
    /** The task it strikes; null for an absence or a lost connection. */
    taskId: id.nullable(),
    /** Who is away or cut off; null for a failure or delay. */
    personId: id.nullable(),
    /** How long it lasts by the clock of the drill; 0 until people mend it. */
    lengthMs: duration,
    /** What the team is told. */
    says: reason,
    struckAt: instant.nullable(),
    endedAt: instant.nullable(),
    /** Who put it in; hidden from the team until it strikes. */
    setBy: optionalLine,
  }),
  { goLiveId: 'goLive', taskId: 'task', personId: 'person' },
);
export type Injection = RowOf<typeof injection>;
