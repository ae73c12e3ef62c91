/** Notes people put on the timeline: what happened, when, and what it was about. */
import { z } from 'zod';
import { id, instant, line, reason } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const noteSubjects = ['task', 'check', 'gate', 'incident', 'ticket'] as const;

export const note = table(
  'note',
  z.strictObject({
    id,
    goLiveId: id,
    content: reason,
    /** When it happened; may lie before it was written down. */
    occurredAt: instant,
    writtenBy: line,
    /** What the note is about; null for the go-live as a whole. */
    subject: z.enum(noteSubjects).nullable(),
    subjectId: id.nullable(),
  }),
  { goLiveId: 'goLive' },
);
export type Note = RowOf<typeof note>;
