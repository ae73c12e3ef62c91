/** What happens when people write on the timeline. */
import type { z } from 'zod';
import { insert } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import type { AddNote } from './commands.ts';
import { note as notes } from './schema.ts';

export function addNote(rows: Rows, command: z.infer<typeof AddNote>, act: Act): Verdict {
  const { content, subject, subjectId } = command;
  if ((subject === null) !== (subjectId === null)) {
    return refuse('half-a-subject', 'The note names only half of what it is about. Nothing was written. Choose its subject again.');
  }
  if (subject !== null && subjectId !== null && !rows[subject].has(subjectId)) {
    return refuse('unknown-subject', `The ${subject} this note is about is not in this go-live. Nothing was written. Choose again.`);
  }
  const id = act.newId();
  const added = insert(notes, {
    id,
    goLiveId: act.goLiveId,
    content,
    occurredAt: act.occurredAt,
    writtenBy: act.actor,
    subject,
    subjectId,
  });
  return decide('note.add', [added], id);
}
