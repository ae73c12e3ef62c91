/** What may be asked of the timeline: write a note, and read all that happened to one thing. */
import { z } from 'zod';
import type { Change } from '../../shared/base/change.ts';
import { id, instant } from '../../shared/base/fields.ts';
import { isAbout } from '../../shared/domain/timeline/about.ts';
import { AddNote } from '../../shared/domain/timeline/commands.ts';
import { lineOf, type TimelineLine } from '../../shared/domain/timeline/list.ts';
import { addNote } from '../../shared/domain/timeline/rules.ts';
import { areas } from '../../shared/domain/timeline/subject.ts';
import { changeSchema } from './live.ts';
import { act, ask, goLiveIdOf, goLiveRef, router } from './trpc.ts';

const MOST = 500;
/** An incident with its task and the steps of its procedures. */
const MOST_ROWS = 60;

/** An entry in words, with only those of its changes that touch what was asked about. */
const told: z.ZodType<TimelineLine & { readonly changes: readonly Change[]; readonly undoes: number | null }> = z.object({
  id,
  seq: z.number().int().nullable(),
  occurredAt: instant,
  writtenAt: instant.nullable(),
  kind: z.enum(['act', 'note', 'machine', 'gate', 'incident', 'undo']),
  area: z.enum(areas),
  action: z.string(),
  actor: z.string(),
  text: z.string(),
  note: z.string(),
  subject: z.object({ table: z.string(), id: z.string(), ref: z.string() }).nullable(),
  changes: z.array(changeSchema),
  undoes: z.number().int().nullable(),
});

export const timeline = router({
  addNote: act(AddNote, addNote),
  /** What happened to the rows `ids` and what points at them, newest first; empty for a go-live that is not there. */
  about: ask(
    z.strictObject({ goLiveId: goLiveRef, ids: z.array(id).min(1).max(MOST_ROWS), limit: z.number().int().min(1).max(MOST).default(200) }),
    z.array(told),
    ({ goLiveId, ids, limit }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      if (!found.ok) return [];
      const rows = ctx.record.rows(found.value);
      return ctx.record.journal.naming(found.value, ids, limit).map((entry) => {
        const changes = entry.changes.filter((change) => isAbout(change, ids));
        return { ...lineOf(entry, rows), changes, undoes: entry.undoes };
      });
    },
  ),
});
