/** What a rollback from here would be: what was done and can be taken back, in which order, and how long that takes. */
import type { Task } from '../runbook/schema.ts';
import type { Rows } from '../tables.ts';
import { undoOrder } from './undo-order.ts';

/** One task of a rollback that is not made yet. */
export interface UndoStep {
  /** The task it takes back; of a checkpoint the task whose successors are all undone by then. */
  readonly task: Task;
  /** True for a point that only gathers: where very many steps come before very many others. It takes no time. */
  readonly isCheckpoint: boolean;
  /** Place of each step in the list that must be over before it. */
  readonly after: readonly number[];
  readonly lengthMs: number;
  /** Start and end, ms counted from the start of the rollback. */
  readonly start: number;
  readonly end: number;
  /** True when it decides how long the way back is. */
  readonly isCritical: boolean;
}

export interface RollbackPlan {
  /** In an order in which everything a step waits for comes before it; empty when nothing is to be taken back. */
  readonly steps: readonly UndoStep[];
  /** How long that takes, ms, with everything that can be done at the same time done so; 0 without steps. */
  readonly backMs: number;
  /** What was done and has nothing that says how it is taken back, in the order of the plan. */
  readonly withoutWayBack: readonly Task[];
}

type Facts = Pick<Rows, 'task' | 'link'>;

/** Work was done on it that stands: a rollback has to think of it. Skipped, planned and rolled back tasks leave nothing behind. */
export function wasDone({ kind, status, actualStart }: Pick<Task, 'kind' | 'status' | 'actualStart'>): boolean {
  if (kind === 'rollback' || kind === 'group') return false;
  if (status === 'finished' || status === 'finished by workaround' || status === 'in progress') return true;
  return (status === 'failed' || status === 'blocked') && actualStart !== null;
}

/**
 * How long taking back takes, ms, of what `isDone` says; `null` where nothing of that says how it is taken back. Linear in tasks and links.
 */
export function undoLength(rows: Facts, isDone: (task: Task) => boolean = wasDone): number | null {
  const { tasks, order, before, firstBefore } = undoOrder(rows);
  const ends = new Float64Array(order.length);
  let longest: number | null = null;
  for (const point of order) {
    let end = 0;
    const over = firstBefore[point + 1] as number;
    for (let at = firstBefore[point] as number; at < over; at += 1) {
      const earlier = ends[before[at] as number] as number;
      if (earlier > end) end = earlier;
    }
    const task = tasks[point];
    if (task && task.undoMs !== null && isDone(task)) {
      end += task.undoMs;
      if (longest === null || end > longest) longest = end;
    }
    ends[point] = end;
  }
  return longest;
}

/** Most steps another one waits for one by one; where it would be more, they are gathered in a checkpoint. */
const MOST_BEFORE = 24;

/** The rollback from the present state. Follows links through tasks with nothing to take back. */
export function rollbackPlan(rows: Facts): RollbackPlan {
  const { tasks, order, before, firstBefore } = undoOrder(rows);
  const steps: { task: Task; isCheckpoint: boolean; after: readonly number[]; lengthMs: number; start: number; end: number }[] = [];
  /** By point: the steps that whatever comes next in the rollback waits for. */
  const nearest: (readonly number[])[] = Array.from(order, () => []);
  for (const point of order) {
    const task = tasks[point];
    const after = gathered(before.subarray(firstBefore[point], firstBefore[point + 1]), nearest);
    const isStep = task !== undefined && wasDone(task) && task.undoMs !== null;
    const isCheckpoint = !isStep && after.length > MOST_BEFORE;
    if (!isStep && !isCheckpoint) {
      nearest[point] = after;
      continue;
    }
    const lengthMs = isStep ? (task.undoMs ?? 0) : 0;
    const start = after.reduce((latest, at) => Math.max(latest, steps[at]?.end ?? 0), 0);
    const of = task ?? (tasks[point - tasks.length] as Task);
    nearest[point] = [steps.push({ task: of, isCheckpoint, after, lengthMs, start, end: start + lengthMs }) - 1];
  }
  const kept = withoutIdleCheckpoints(steps);
  const backMs = kept.reduce((latest, { end }) => Math.max(latest, end), 0);
  const critical = criticalAmong(kept, backMs);
  const withoutWayBack = [...rows.task.values()].filter((task) => wasDone(task) && task.undoMs === null);
  return {
    steps: kept.map((step, at) => ({ ...step, isCritical: critical.has(at) })),
    backMs,
    withoutWayBack: withoutWayBack.sort((a, b) => a.position - b.position),
  };
}

type Step = Omit<UndoStep, 'isCritical'>;

function gathered(points: Int32Array, nearest: readonly (readonly number[])[]): readonly number[] {
  if (points.length === 1) return nearest[points[0] as number] ?? [];
  const all = new Set<number>();
  for (const point of points) for (const at of nearest[point] ?? []) all.add(at);
  return [...all];
}

/** A checkpoint nothing waits for gathers nothing. */
function withoutIdleCheckpoints(steps: readonly Step[]): readonly Step[] {
  const wanted = new Uint8Array(steps.length);
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at] as Step;
    if (!step.isCheckpoint) wanted[at] = 1;
    if (wanted[at] === 1) for (const earlier of step.after) wanted[earlier] = 1;
  }
  if (wanted.every((each) => each === 1)) return steps;
  const places = new Map<number, number>();
  const kept = steps.filter((_, at) => wanted[at] === 1 && places.set(at, places.size));
  return kept.map((step) => ({ ...step, after: step.after.map((at) => places.get(at) as number) }));
}

/** Places of the steps on a longest way through. */
function criticalAmong(steps: readonly Step[], backMs: number): ReadonlySet<number> {
  const latest = new Float64Array(steps.length).fill(backMs);
  const critical = new Set<number>();
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const step = steps[at] as Step;
    const end = latest[at] as number;
    if (end === step.end) critical.add(at);
    for (const earlier of step.after) latest[earlier] = Math.min(latest[earlier] as number, end - step.lengthMs);
  }
  return critical;
}
