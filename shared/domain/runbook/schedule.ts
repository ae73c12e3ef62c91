/** Plan, forecast and actual of every task: a forward pass for the forecast, a backward pass for float (critical path method, Kelley and Walker 1959). */
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import { inOrder, networkOf } from './network.ts';
import type { Link, Task } from './schema.ts';
import { isClosed } from './task-state.ts';

/** Times of one task, UTC ms. */
export interface TaskTimes {
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  /** Actual once it has begun or ended, else the prediction. An unstarted task never starts in the past. */
  readonly start: number;
  readonly end: number;
  /** How far the end lies after the planned end, ms; negative is early, 0 when it has no planned end. */
  readonly slip: number;
  /** How much the end can move before the finish of all does, ms; null once closed. */
  readonly float: number | null;
}

export interface Schedule {
  readonly times: ReadonlyMap<string, TaskTimes>;
  /** When the last task ends, UTC ms; null without tasks. */
  readonly finish: number | null;
  readonly plannedFinish: number | null;
}

/** Computes the whole schedule; tasks on a cycle are left out. Linear in tasks and links. */
export function scheduleOf(rows: Pick<Rows, 'task' | 'link'>, goLive: Pick<GoLive, 'tZeroAt'>, now: number): Schedule {
  const order = inOrder(rows);
  const { into, outOf } = networkOf(rows);
  const early = new Map<string, { start: number; end: number }>();
  let finish: number | null = null;
  let plannedFinish: number | null = null;
  for (const task of order) {
    const span = predicted(task, goLive.tZeroAt, now, into.get(task.id) ?? [], early);
    early.set(task.id, span);
    if (task.status !== 'skipped') finish = Math.max(finish ?? span.end, span.end);
    const { plannedEnd } = plannedSpan(task, goLive.tZeroAt);
    if (plannedEnd !== null) plannedFinish = Math.max(plannedFinish ?? plannedEnd, plannedEnd);
  }
  const lateEnd = latestEnds(order, outOf, early, finish ?? now);
  const times = new Map<string, TaskTimes>();
  for (const task of order) {
    const { start, end } = early.get(task.id) as { start: number; end: number };
    const planned = plannedSpan(task, goLive.tZeroAt);
    const slip = planned.plannedEnd === null || task.status === 'skipped' ? 0 : end - planned.plannedEnd;
    const float = isClosed(task) ? null : (lateEnd.get(task.id) as number) - end;
    times.set(task.id, { ...planned, start, end, slip, float });
  }
  return { times, finish, plannedFinish };
}

/** Planned start and end, UTC ms; null when the plan gives no time. */
export function plannedSpan(task: Pick<Task, 'startOffset' | 'durationMs'>, tZeroAt: number) {
  if (task.startOffset === null) return { plannedStart: null, plannedEnd: null };
  const plannedStart = tZeroAt + task.startOffset;
  return { plannedStart, plannedEnd: plannedStart + task.durationMs };
}

type Spans = ReadonlyMap<string, { readonly start: number; readonly end: number }>;

function predicted(task: Task, tZeroAt: number, now: number, links: readonly Link[], spans: Spans): { start: number; end: number } {
  const { plannedStart } = plannedSpan(task, tZeroAt);
  if (isClosed(task)) {
    const end = task.actualEnd ?? task.actualStart ?? plannedStart ?? now;
    return { start: Math.min(task.actualStart ?? end, end), end };
  }
  const bounds = links.map((link) => bound(link, task.durationMs, spans.get(link.fromId)));
  const earliestEnd = Math.max(now, ...bounds.map(({ end }) => end));
  if (task.actualStart !== null) return { start: task.actualStart, end: Math.max(earliestEnd, task.actualStart + task.durationMs) };
  const start = Math.max(now, plannedStart ?? now, ...bounds.map(({ start: at }) => at));
  return { start, end: Math.max(start + task.durationMs, earliestEnd) };
}

/** The earliest start and end that one link allows. */
function bound(link: Link, durationMs: number, before: { start: number; end: number } | undefined): { start: number; end: number } {
  const never = Number.NEGATIVE_INFINITY;
  if (!before) return { start: never, end: never };
  if (link.kind === 'FS') return { start: before.end + link.lagMs, end: never };
  if (link.kind === 'SS') return { start: before.start + link.lagMs, end: never };
  if (link.kind === 'FF') return { start: before.end + link.lagMs - durationMs, end: before.end + link.lagMs };
  return { start: before.start + link.lagMs - durationMs, end: before.start + link.lagMs };
}

function latestEnds(
  order: readonly Task[],
  outOf: ReadonlyMap<string, readonly Link[]>,
  spans: Spans,
  finish: number,
): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const task = order[at] as Task;
    const own = spans.get(task.id) as { start: number; end: number };
    let end = finish;
    for (const link of outOf.get(task.id) ?? []) {
      const after = spans.get(link.toId);
      const afterLatest = latest.get(link.toId);
      if (!after || afterLatest === undefined) continue;
      const latestStart = afterLatest - (after.end - after.start);
      const length = own.end - own.start;
      if (link.kind === 'FS') end = Math.min(end, latestStart - link.lagMs);
      if (link.kind === 'SS') end = Math.min(end, latestStart - link.lagMs + length);
      if (link.kind === 'FF') end = Math.min(end, afterLatest - link.lagMs);
      if (link.kind === 'SF') end = Math.min(end, afterLatest - link.lagMs + length);
    }
    latest.set(task.id, end);
  }
  return latest;
}
