/** The times of a task as they really were, said later. The record keeps what was written first. */
import type { z } from 'zod';
import { update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import type { Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import { unknownTask } from '../rules.ts';
import { type Task, task as tasks } from '../schema.ts';
import { clock, endedAfter } from '../start-stops.ts';
import { isClosed } from '../task-state.ts';
import type { CorrectTimes } from './commands.ts';

/**
 * Start before end, neither in the future, no start before a finished predecessor ended and no end after a successor began. What already
 * stood so, because a task went ahead despite a predecessor, may stay so.
 */
export function correctTimes(rows: Rows, command: z.infer<typeof CorrectTimes>, act: Act): Verdict {
  const task = rows.task.get(command.taskId);
  if (!task) return unknownTask();
  if (task.actualStart === null && !isClosed(task)) return no('not-begun', `${task.ref} has not begun.`, 'Start it first.', task);
  if (command.actualStart !== undefined && task.actualStart === null)
    return no('not-begun', `${task.ref} was ${task.status} without having begun.`, 'Correct its end only.', task);
  if (command.actualEnd !== undefined && !isClosed(task))
    return no('not-closed', `${task.ref} is ${task.status}.`, 'Finish it first.', task);
  const start = command.actualStart ?? task.actualStart;
  const end = command.actualEnd ?? task.actualEnd;
  const latest = Math.max(start ?? 0, end ?? 0);
  if (latest > act.now) return no('in-the-future', 'That time lies in the future.', 'Give a time up to now.', task);
  if (start !== null && end !== null && end < start)
    return no('before-start', `${task.ref} would end before it began.`, 'Give both times.', task);
  if (start !== null && task.blockedAt !== null && task.blockedAt < start)
    return no(
      'after-block',
      `${task.ref} was blocked at ${clock(rows, task.blockedAt)}, before that start.`,
      'Give an earlier start.',
      task,
    );
  const neighbour = outOfOrder(rows, task, start, end);
  if (neighbour) return neighbour;
  const changes = update(tasks, task, { actualStart: start, actualEnd: end });
  if (changes.length === 0) return refuse('nothing-changed', `${task.ref} has these times already.`, [task.ref]);
  return decide('task.correct', changes, task.id, command.reason);
}

function outOfOrder(rows: Rows, task: Task, start: number | null, end: number | null) {
  if (start !== null && task.actualStart !== null && start < task.actualStart) {
    const already = new Set(endedAfter(rows, task, task.actualStart));
    const before = endedAfter(rows, task, start).find((each) => !already.has(each));
    const says = `${before?.ref} ended at ${clock(rows, before?.actualEnd ?? null)}, after that start.`;
    if (before) return no('before-predecessor', says, `Correct ${before.ref} first.`, task, before.ref);
  }
  if (end !== null && task.actualEnd !== null && end > task.actualEnd) {
    const was = task.actualEnd;
    const after = begunBetween(rows, task, was, end)[0];
    const says = `${after?.ref} began at ${clock(rows, after?.actualStart ?? null)}, before that end.`;
    if (after) return no('after-successor', says, `Correct ${after.ref} first.`, task, after.ref);
  }
  return null;
}

/** Successors by links finish to start that began at or after `from` and before `to`. */
function begunBetween(rows: Rows, task: Task, from: number, to: number): readonly Task[] {
  return (networkOf(rows).outOf.get(task.id) ?? []).flatMap((link) => {
    const after = link.kind === 'FS' && link.lagMs >= 0 ? rows.task.get(link.toId) : undefined;
    return after?.actualStart != null && after.actualStart >= from && after.actualStart < to ? [after] : [];
  });
}

function no(code: string, what: string, next: string, { ref }: Task, other?: string) {
  return refuse(code, `${what} The times stay as they were. ${next}`, other === undefined ? [ref] : [other, ref]);
}
