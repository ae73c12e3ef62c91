/** Runs of one plan side by side, task by task: planned, each rehearsal, live. */
import type { Entry } from '../../base/entry.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { Task, TaskStatus } from '../runbook/schema.ts';
import { isInRun } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import { type BlockedTimes, blockedBetween } from './blocked.ts';

/** One go-live as it takes part in the comparison. */
export interface Run {
  readonly goLive: GoLive;
  readonly rows: Pick<Rows, 'task'>;
  /** How often each of its tasks failed, by the id of the task. */
  readonly failures: ReadonlyMap<string, number>;
  readonly blocked: BlockedTimes;
}

/** What one run made of one task. */
export interface Worked {
  readonly status: TaskStatus;
  /** Length the plan of that run gave it, ms. */
  readonly plannedMs: number;
  /** How long it was really worked, ms; null while it is not over, and when it was finished with one press and never timed. */
  readonly tookMs: number | null;
  /** How long it stood blocked between its start and its end, ms; not in `tookMs`. */
  readonly blockedMs: number;
  /** How far after its planned start it began, ms; null when it did not begin or the plan gives no time. */
  readonly lateMs: number | null;
  readonly failures: number;
}

export interface Compared {
  /** The task in the real go-live. */
  readonly taskId: string;
  readonly ref: string;
  readonly title: string;
  readonly stream: string;
  readonly plannedMs: number;
  /** In the order of the runs; null where the run has no such task. */
  readonly worked: readonly (Worked | null)[];
  /** The farthest a run was from the plan, ms; 0 when nothing was timed. */
  readonly differenceMs: number;
}

export interface StreamTotal {
  readonly stream: string;
  readonly plannedMs: number;
  /** In the order of the runs: time taken by the tasks that were timed, the plan of the same tasks, tasks over, failures. */
  readonly runs: readonly { readonly tookMs: number; readonly plannedMs: number; readonly timed: number; readonly failures: number }[];
}

/** The largest difference first. Groups and tasks of rollbacks are left out. */
export function comparedRuns(real: Pick<Rows, 'task'>, runs: readonly Run[]): readonly Compared[] {
  const byPlan = runs.map(({ rows, goLive, failures, blocked }) => {
    const own = new Map<string, Worked>();
    for (const task of rows.task.values())
      if (isInRun(task, goLive)) own.set(goLive.kind === 'live' ? task.id : task.planTaskId, workedOf(task, goLive, failures, blocked));
    return own;
  });
  const lines: Compared[] = [];
  for (const task of real.task.values()) {
    if (!isWork(task)) continue;
    const worked = byPlan.map((own) => own.get(task.id) ?? null);
    const differenceMs = worked.reduce(
      (most, each) => (each?.tookMs == null ? most : Math.max(most, Math.abs(each.tookMs - task.durationMs))),
      0,
    );
    lines.push({
      taskId: task.id,
      ref: task.ref,
      title: task.title,
      stream: task.stream,
      plannedMs: task.durationMs,
      worked,
      differenceMs,
    });
  }
  return lines.sort((a, b) => b.differenceMs - a.differenceMs);
}

/** In the order of the alphabet; tasks without a stream under an empty one. */
export function streamTotals(lines: readonly Compared[]): readonly StreamTotal[] {
  const byStream = Map.groupBy(lines, ({ stream }) => stream);
  return [...byStream]
    .map(([stream, own]) => ({
      stream,
      plannedMs: own.reduce((sum, { plannedMs }) => sum + plannedMs, 0),
      runs: (own[0]?.worked ?? []).map((_, at) => totalOf(own, at)),
    }))
    .sort((a, b) => a.stream.localeCompare(b.stream));
}

function totalOf(lines: readonly Compared[], at: number): StreamTotal['runs'][number] {
  let [tookMs, plannedMs, timed, failures] = [0, 0, 0, 0];
  for (const line of lines) {
    const worked = line.worked[at];
    if (!worked) continue;
    failures += worked.failures;
    if (worked.tookMs === null) continue;
    tookMs += worked.tookMs;
    plannedMs += line.plannedMs;
    timed += 1;
  }
  return { tookMs, plannedMs, timed, failures };
}

/** How often each task failed, by the entries of its go-live. */
export function failuresIn(entries: Iterable<Pick<Entry, 'changes'>>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { changes } of entries)
    for (const { table, id, set } of changes) if (table === 'task' && set?.status === 'failed') counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function workedOf(task: Task, { tZeroAt }: GoLive, failures: ReadonlyMap<string, number>, blocked: BlockedTimes): Worked {
  const { id, status, durationMs: plannedMs, startOffset, actualStart, actualEnd } = task;
  const lateMs = startOffset === null || actualStart === null ? null : actualStart - tZeroAt - startOffset;
  const blockedMs = actualStart === null || actualEnd === null ? 0 : blockedBetween(blocked, id, actualStart, actualEnd);
  return { status, plannedMs, tookMs: tookMs(task, blocked), blockedMs, lateMs, failures: failures.get(id) ?? 0 };
}

/** How long a task that is finished was worked, without the time it stood blocked, ms; null when it is not finished or was never timed. */
export function tookMs({ id, status, actualStart, actualEnd }: Timed, blocked: BlockedTimes): number | null {
  if (status !== 'finished' && status !== 'finished by workaround') return null;
  if (actualStart === null || actualEnd === null) return null;
  const worked = actualEnd - actualStart - blockedBetween(blocked, id, actualStart, actualEnd);
  return worked <= 0 ? null : worked;
}

type Timed = Pick<Task, 'id' | 'status' | 'actualStart' | 'actualEnd'>;

export function isWork({ kind }: Pick<Task, 'kind'>): boolean {
  return kind !== 'group' && kind !== 'rollback' && kind !== 'milestone';
}
