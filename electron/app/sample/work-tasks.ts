/** How the night went task by task: most near their plan, some slow, one blocked. */
import type { Act, Verdict } from '../../../shared/base/rule.ts';
import { sendAnnouncement } from '../../../shared/domain/comms/rules.ts';
import { inOrder, networkOf } from '../../../shared/domain/runbook/network.ts';
import { blockTask, finishTask, startTask } from '../../../shared/domain/runbook/rules.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import type { Scene } from './stage.ts';

const MINUTE = 60_000;
/** Tasks that took another share of their planned length than the rest. */
const pace: Readonly<Record<string, number>> = { D3: 1.9, D9: 1.5, A8: 1.5, A9: 1.3, P11: 1.6, A6: 1.4, V5: 1.3, A12: 1.7, C4: 2, V2: 1.2 };
/** The task that is blocked, how long after its start, and why. */
const blocked = { sourceId: 'A10', after: 8, reason: 'The bank refuses our production certificate' };

/** Every start, finish and block, also those to come. */
export function taskScenes(rows: Rows): readonly Scene[] {
  const { into } = networkOf(rows);
  const ends = new Map<string, number>();
  return inOrder(rows).flatMap((task, index) => {
    const before = (into.get(task.id) ?? []).map(({ fromId }) => ends.get(fromId) ?? 0);
    const planned = (task.startOffset ?? 0) / MINUTE;
    const start = Math.max(planned, ...before) + (task.startOffset === null ? 0 : (index % 3) * 0.5);
    // A milestone takes a moment too, so that it is started before it is finished.
    const length = Math.max(0.05, (task.durationMs / MINUTE) * (pace[task.sourceId] ?? 0.9 + (index % 4) * 0.06));
    const isBlocked = task.sourceId === blocked.sourceId;
    ends.set(task.id, isBlocked ? Number.POSITIVE_INFINITY : start + length);
    if (!Number.isFinite(start)) return [];
    return scenesOf(task, ownerOf(rows, task), start, length, isBlocked);
  });
}

function scenesOf(task: Task, actor: string, start: number, length: number, isBlocked: boolean): readonly Scene[] {
  const taskId = task.id;
  const begin: Scene = { minute: start, actor, play: (rows, act) => startTask(rows, { taskId }, act) };
  if (isBlocked) {
    return [begin, { minute: start + blocked.after, actor, play: (rows, act) => blockTask(rows, { taskId, reason: blocked.reason }, act) }];
  }
  return [begin, { minute: start + length, actor, play: (rows, act) => finished(rows, task, act) }];
}

/** A communication is finished by sending its message. */
function finished(rows: Rows, { id: taskId, sourceId }: Task, act: Act): Verdict {
  const message = [...rows.announcement.values()].find((each) => each.taskId === taskId && each.sentAt === null);
  if (message) return sendAnnouncement(rows, { announcementId: message.id }, act);
  return finishTask(rows, { taskId, byWorkaround: sourceId === 'P11' }, act);
}

function ownerOf(rows: Rows, task: Task): string {
  return rows.person.get(task.ownerIds[0] ?? '')?.name ?? 'M. Okoro';
}
