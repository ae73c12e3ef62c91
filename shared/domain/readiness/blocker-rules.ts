/** What happens to blockers of a check: added, cleared by a person, taken away. */
import type { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { blockerLine, blockerName } from './blockers.ts';
import type { AddBlocker, ClearBlocker, RemoveBlocker } from './commands.ts';
import { unknownCheck } from './rules.ts';
import { type Blocker, blocker as blockers } from './schema.ts';

const nothing = { taskId: null, ticketId: null, incidentId: null, courseId: null } as const;

/** Kind → the field that points, and the table it points into. Kinds that are only words are absent. */
const pointers = {
  task: ['taskId', 'task'],
  ticket: ['ticketId', 'ticket'],
  incident: ['incidentId', 'incident'],
  training: ['courseId', 'course'],
} as const satisfies Partial<Record<Blocker['kind'], readonly [keyof typeof nothing, keyof Rows]>>;

export function addBlocker(rows: Rows, { checkId, kind, blockedById, content }: z.infer<typeof AddBlocker>, act: Act): Verdict {
  const check = rows.check.get(checkId);
  if (!check) return unknownCheck();
  if (check.status === 'passed' || check.status === 'not applicable') {
    return refuse('decided', `${check.ref} is ${check.status}. It stays so. Reopen it before something blocks it.`, [check.ref]);
  }
  const pointing = kind === 'risk' || kind === 'other' ? null : pointers[kind];
  if (pointing && !(blockedById && rows[pointing[1]].has(blockedById))) {
    return refuse('unknown-blocker', `There is no such ${pointing[1]} in this go-live. Nothing was changed. Choose again.`);
  }
  if (!pointing && content === '') {
    return refuse('words-needed', `Nothing was added to ${check.ref}. Say in words what blocks it.`, [check.ref]);
  }
  const points = pointing ? { ...nothing, [pointing[0]]: blockedById } : nothing;
  const fields = { checkId, kind, ...points, content };
  const same = [...rows.blocker.values()].find(
    (each) => each.checkId === checkId && each.kind === kind && each.clearedAt === null && isSame(each, fields),
  );
  if (same) {
    return refuse('same-blocker', `${check.ref} is already held by ${blockerName(blockerLine(rows, same))}. Nothing was added.`, [
      check.ref,
    ]);
  }
  const id = act.newId();
  const row = { ...fields, id, goLiveId: act.goLiveId, addedBy: act.actor, addedAt: act.occurredAt, clearedAt: null, clearedBy: '' };
  return decide('blocker.add', [insert(blockers, row)], id);
}

/** Only of what is in words: the others clear with what they point at. */
export function clearBlocker(rows: Rows, { blockerId }: z.infer<typeof ClearBlocker>, act: Act): Verdict {
  const blocker = rows.blocker.get(blockerId);
  if (!blocker) return unknownBlocker();
  const line = blockerLine(rows, blocker);
  if (line.isCleared) return refuse('nothing-changed', `${blockerName(line)} does not block any more. Nothing was changed.`);
  if (line.ref !== '') {
    const reason = `${line.ref} is ${line.standing}; it clears by itself. Nothing was changed. Remove it if it does not block the check.`;
    return refuse('clears-itself', reason, [line.ref]);
  }
  return decide('blocker.clear', update(blockers, blocker, { clearedAt: act.occurredAt, clearedBy: act.actor }), blocker.id);
}

/** For one that was wrong: it leaves the check, its history stays in the journal. */
export function removeBlocker(rows: Rows, { blockerId }: z.infer<typeof RemoveBlocker>, _act: Act): Verdict {
  const blocker = rows.blocker.get(blockerId);
  return blocker ? decide('blocker.remove', [remove(blockers, blocker)], blocker.id) : unknownBlocker();
}

function isSame(row: Blocker, asked: Pick<Blocker, 'taskId' | 'ticketId' | 'incidentId' | 'courseId' | 'content'>): boolean {
  const { taskId, ticketId, incidentId, courseId } = asked;
  if (row.taskId !== taskId || row.ticketId !== ticketId || row.incidentId !== incidentId || row.courseId !== courseId) return false;
  return [taskId, ticketId, incidentId, courseId].some((id) => id !== null) || row.content === asked.content;
}

function unknownBlocker(): { ok: false; refusal: Refusal } {
  return refuse('unknown-blocker', 'That blocker is not in this go-live any more. Reload the board.');
}
