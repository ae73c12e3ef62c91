/** The communications plan in the order of the clock: every announcement with when it is due and how it stands. */
import { formatSpan } from '../../base/time-words.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { Schedule } from '../runbook/schedule.ts';
import type { Task } from '../runbook/schema.ts';
import { isClosed, isInRun } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import type { Announcement } from './schema.ts';

/**
 * `sent` as it went out; `told` its task is closed without words here; `late` not sent after its task should have ended; `due` its time has come; `waiting` it has not; `left open`
 * its task is closed but nobody marked it as sent; `not needed` its task was skipped; `any time` it was not planned.
 */
export type MessageState = 'sent' | 'told' | 'late' | 'due' | 'waiting' | 'left open' | 'not needed' | 'any time';

export interface MessageLine {
  /** Id of the announcement, or of the task where nobody has written one. */
  readonly id: string;
  /** Null for a communication task without words. */
  readonly announcement: Announcement | null;
  /** Null for one that was not planned. */
  readonly task: Task | null;
  /** When the plan sends it, UTC ms; null where it gives no time. */
  readonly plannedAt: number | null;
  /** When it is forecast to go out, or went; null where nothing says. */
  readonly at: number | null;
  readonly state: MessageState;
  /** How long after its planned time it is, ms, as people count it who read that time; 0 unless it is late. */
  readonly lateMs: number;
}

/** Planned messages first, in the order they are due; what was not planned stands where it was sent, else last. */
export function messageLines(rows: Rows, goLive: GoLive, schedule: Schedule, now: number): readonly MessageLine[] {
  const byTask = Map.groupBy(rows.announcement.values(), ({ taskId }) => taskId);
  const lines: MessageLine[] = [];
  for (const [taskId, announcements] of byTask) {
    const task = taskId === null ? null : (rows.task.get(taskId) ?? null);
    if (task && !isInRun(task, goLive)) continue;
    for (const announcement of announcements) lines.push(lineOf(announcement, task, schedule, now));
  }
  for (const task of rows.task.values()) {
    const isSilent = task.kind === 'communication' && !byTask.has(task.id) && isInRun(task, goLive);
    if (isSilent) lines.push(lineOf(null, task, schedule, now));
  }
  return lines.sort((a, b) => placeOf(a) - placeOf(b) || (a.task?.position ?? 0) - (b.task?.position ?? 0) || a.id.localeCompare(b.id));
}

/** The messages that should have gone out: late, or left open by their task. */
export function overdueMessages(lines: readonly MessageLine[]): readonly MessageLine[] {
  return lines.filter(({ state }) => state === 'late' || state === 'left open');
}

/** How far a message is behind, in words; empty when it is not. */
export function lateWords({ state, lateMs }: MessageLine): string {
  return state === 'late' ? `${formatSpan(lateMs)} late` : '';
}

function lineOf(announcement: Announcement | null, task: Task | null, schedule: Schedule, now: number): MessageLine {
  const times = task && schedule.times.get(task.id);
  const plannedAt = times?.plannedStart ?? null;
  const sentAt = announcement?.sentAt ?? null;
  const state = stateOf();
  return {
    id: announcement?.id ?? task?.id ?? '',
    announcement,
    task,
    plannedAt,
    at: sentAt ?? times?.start ?? null,
    state,
    lateMs: state === 'late' && plannedAt !== null ? now - plannedAt : 0,
  };

  function stateOf(): MessageState {
    if (sentAt !== null) return 'sent';
    if (!task) return 'any time';
    if (task.status === 'skipped' || task.status === 'rolled back') return 'not needed';
    if (isClosed(task)) return announcement ? 'left open' : 'told';
    if (plannedAt === null || plannedAt > now) return 'waiting';
    return (times?.plannedEnd ?? plannedAt) < now ? 'late' : 'due';
  }
}

function placeOf({ plannedAt, at }: MessageLine): number {
  return plannedAt ?? at ?? Number.MAX_SAFE_INTEGER;
}
