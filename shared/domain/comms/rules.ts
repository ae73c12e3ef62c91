/** What happens to announcements: written, changed, dropped, and marked as sent. Gantry itself sends nothing. */
import type { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { ok, type Refusal, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { finishTask } from '../runbook/rules.ts';
import { isClosed } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import type { AddAnnouncement, EditAnnouncement, RemoveAnnouncement, SendAnnouncement } from './commands.ts';
import { fieldValues, filledMessage } from './fields.ts';
import { type Announcement, announcement as announcements } from './schema.ts';

type Refused = { readonly ok: false; readonly refusal: Refusal };

export function addAnnouncement(rows: Rows, command: z.infer<typeof AddAnnouncement>, act: Act): Verdict {
  const wrong = wrongTask(rows, command.taskId);
  if (wrong) return wrong;
  const row = { ...command, id: act.newId(), goLiveId: act.goLiveId, sentBy: '', sentAt: null };
  return decide('announcement.add', [insert(announcements, row)], row.id);
}

export function editAnnouncement(rows: Rows, { announcementId, ...fields }: z.infer<typeof EditAnnouncement>): Verdict {
  const found = unsent(rows, announcementId);
  if (!found.ok) return found;
  const changes = update(announcements, found.value, fields);
  if (changes.length === 0) return refuse('nothing-changed', 'The message is as you wrote it already. Nothing was changed.');
  return decide('announcement.edit', changes, announcementId);
}

export function removeAnnouncement(rows: Rows, { announcementId }: z.infer<typeof RemoveAnnouncement>): Verdict {
  const found = unsent(rows, announcementId);
  return found.ok ? decide('announcement.remove', [remove(announcements, found.value)], announcementId) : found;
}

/**
 * Keeps the words as they went out, and who sent them when. The last message of a task finishes it in the same act, so what holds the
 * task holds this too.
 */
export function sendAnnouncement(rows: Rows, { announcementId, despite }: z.infer<typeof SendAnnouncement>, act: Act): Verdict {
  const found = unsent(rows, announcementId);
  if (!found.ok) return found;
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive) return refuse('unknown-go-live', 'There is no such go-live in this record. Choose it again.');
  const row = found.value;
  const values = fieldValues(rows, goLive, act.occurredAt, row.template);
  const { subject, content } = filledMessage(row, values, goLive);
  const open = [...new Set([...subject.unknown, ...subject.empty, ...content.unknown, ...content.empty])];
  if (open.length > 0) {
    const says = `“${row.subject}” still has ${open.map((name) => `{${name}}`).join(', ')} to be filled.`;
    return refuse('unfilled', `${says} It is not marked as sent. Write in its place what was said.`);
  }
  const sent = update(announcements, row, {
    subject: subject.text.slice(0, 200),
    content: content.text.slice(0, 8_000),
    sentBy: act.actor,
    sentAt: act.occurredAt,
  });
  const finished = finishedTask(rows, row, despite, act);
  if (!finished.ok) return finished;
  return decide('announcement.send', [...sent, ...finished.value], row.id, despite);
}

function finishedTask(rows: Rows, row: Announcement, despite: string | undefined, act: Act) {
  const task = row.taskId === null ? undefined : rows.task.get(row.taskId);
  const others = [...rows.announcement.values()].some(
    ({ id, taskId, sentAt }) => taskId === row.taskId && id !== row.id && sentAt === null,
  );
  if (!task || others || isClosed(task)) return ok([]);
  const verdict = finishTask(rows, { taskId: task.id, byWorkaround: false, takeOver: true, despite }, act);
  return verdict.ok ? ok(verdict.value.changes) : verdict;
}

function unsent(rows: Rows, announcementId: string): Result<Announcement> {
  const row = rows.announcement.get(announcementId);
  if (!row) return refuse('unknown-announcement', 'There is no such message in this go-live. It may have been removed. Reload the board.');
  if (row.sentAt !== null)
    return refuse('already-sent', `“${row.subject}” was sent by ${row.sentBy}. It stays as it went out. Write another message instead.`);
  return ok(row);
}

function wrongTask(rows: Rows, taskId: string | null): Refused | null {
  if (taskId === null) return null;
  const task = rows.task.get(taskId);
  if (!task) return refuse('unknown-task', 'There is no such task in this go-live. It may have been taken back. Reload the board.');
  if (task.kind === 'communication' || task.kind === 'rollback') return null;
  return refuse('wrong-kind', `${task.ref} is a ${task.kind}, not a communication. Nothing was written.`, [task.ref]);
}
