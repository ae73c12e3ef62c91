/** The note one shift leaves for the next: people's own words beside the facts of its moment. */
import type { z } from 'zod';
import { insert, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import type { Rows } from '../../tables.ts';
import { shiftNote as notes } from '../work-schema.ts';
import type { ReadShiftNote, WriteShiftNote } from './commands.ts';
import { shiftFacts, shiftFactsText } from './shift-facts.ts';

export function writeShiftNote(rows: Rows, { toId, content }: z.infer<typeof WriteShiftNote>, act: Act): Verdict {
  if (toId !== null && !rows.person.has(toId)) {
    return refuse('unknown-person', 'Who takes over is not in the roster of this go-live. Nothing was written. Choose again.');
  }
  if (toId !== null && toId === act.personId) {
    return refuse(
      'same-person',
      'A note to yourself tells nobody. Nothing was written. Choose who takes over, or leave it to whoever comes.',
    );
  }
  const added = insert(notes, {
    id: act.newId(),
    goLiveId: act.goLiveId,
    writtenBy: act.actor,
    fromId: act.personId,
    toId,
    content,
    facts: shiftFactsText(shiftFacts(rows, act.now)),
    at: act.now,
    readBy: '',
    readAt: null,
  });
  return decide('shift.write', [added], added.id);
}

export function readShiftNote(rows: Rows, { shiftNoteId }: z.infer<typeof ReadShiftNote>, act: Act): Verdict {
  const note = rows.shiftNote.get(shiftNoteId);
  if (!note) return refuse('unknown-note', 'There is no such shift note in this go-live. Reload the board.');
  if (note.readAt !== null) return refuse('read', `${note.readBy} has read this note already.`);
  if (note.toId !== null && act.personId !== note.toId) {
    const name = rows.person.get(note.toId)?.name ?? 'somebody else';
    return refuse('not-for-you', `This note is for ${name}. It stays unread. Say who sits before this screen, or leave it to them.`, [
      name,
    ]);
  }
  return decide('shift.read', update(notes, note, { readBy: act.actor, readAt: act.now }), note.id);
}
