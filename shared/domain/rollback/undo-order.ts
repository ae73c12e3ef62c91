/** The order in which tasks are taken back: a successor before its predecessor, whatever kind of link binds them. */
import { networkOf } from '../runbook/network.ts';
import type { Task } from '../runbook/schema.ts';
import type { Rows } from '../tables.ts';

/**
 * Every point of the network stands at its place in `order`: what is undone first comes first. A group is two points, its start and
 * its end, with its children between them. Links that close a circle are left out.
 */
export interface UndoOrder {
  /** Without rollback tasks. */
  readonly tasks: readonly Task[];
  /** Points, the first to be undone first. Point p is task p, or the end of group p − tasks.length. */
  readonly order: Int32Array;
  /** The points that are undone before point p: from `before[firstBefore[p]]` up to `before[firstBefore[p + 1]]`. */
  readonly before: Int32Array;
  readonly firstBefore: Int32Array;
}

type Facts = Pick<Rows, 'task' | 'link'>;
const known = new WeakMap<Facts['link'], UndoOrder>();

/** Linear in tasks and links; what an act on a task cannot change is computed once for each state of the links. */
export function undoOrder(rows: Facts): UndoOrder {
  const tasks: Task[] = [];
  for (const task of rows.task.values()) if (task.kind !== 'rollback') tasks.push(task);
  const last = known.get(rows.link);
  const found = last && hasSameShape(last.tasks, tasks) ? { ...last, tasks } : ordered(rows, tasks);
  if (found !== last) known.set(rows.link, found);
  return found;
}

function hasSameShape(a: readonly Task[], b: readonly Task[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) {
    const [one, other] = [a[at] as Task, b[at] as Task];
    if (one !== other && (one.id !== other.id || one.kind !== other.kind || one.parentId !== other.parentId)) return false;
  }
  return true;
}

function ordered(rows: Facts, tasks: readonly Task[]): UndoOrder {
  const after = pointsAfter(rows, tasks);
  const order = new Int32Array(after.length);
  let placed = 0;
  /** Links that close a circle: the point that comes later in the plan, by the one before it. */
  const closing = new Map<number, Set<number>>();
  // Depth first without recursion, because a chain may be as long as the plan. 0 unseen, 1 on the way, 2 placed.
  const state = new Uint8Array(after.length);
  const cursor = new Uint32Array(after.length);
  for (let root = 0; root < after.length; root += 1) {
    if (state[root] !== 0) continue;
    const way = [root];
    state[root] = 1;
    while (way.length > 0) {
      const point = way[way.length - 1] as number;
      const next = after[point]?.[cursor[point] as number];
      cursor[point] = (cursor[point] as number) + 1;
      if (next === undefined) {
        state[point] = 2;
        order[placed] = point;
        placed += 1;
        way.pop();
      } else if (state[next] === 1) {
        closing.set(point, (closing.get(point) ?? new Set()).add(next));
      } else if (state[next] === 0) {
        state[next] = 1;
        way.push(next);
      }
    }
  }
  return { tasks, order, ...flat(after, closing) };
}

function flat(after: readonly (readonly number[])[], closing: ReadonlyMap<number, ReadonlySet<number>>) {
  const firstBefore = new Int32Array(after.length + 1);
  const before: number[] = [];
  for (const [point, next] of after.entries()) {
    const left = closing.get(point);
    for (const each of next) if (!left?.has(each)) before.push(each);
    firstBefore[point + 1] = before.length;
  }
  return { before: Int32Array.from(before), firstBefore };
}

/** By point: the points that come after it in the plan. */
function pointsAfter(rows: Facts, tasks: readonly Task[]): readonly (readonly number[])[] {
  const { outOf } = networkOf(rows);
  const places = new Map(tasks.map(({ id }, at) => [id, at]));
  const after: number[][] = Array.from({ length: tasks.length * 2 }, () => []);
  for (const [at, task] of tasks.entries()) {
    for (const { toId } of outOf.get(task.id) ?? []) {
      const to = places.get(toId);
      if (to !== undefined) after[endOf(at)]?.push(to);
    }
    const group = task.parentId === null ? undefined : places.get(task.parentId);
    if (group !== undefined && tasks[group]?.kind === 'group') {
      after[group]?.push(at);
      after[endOf(at)]?.push(tasks.length + group);
    }
    if (task.kind === 'group') after[at]?.push(tasks.length + at);
  }
  return after;

  function endOf(at: number): number {
    return tasks[at]?.kind === 'group' ? tasks.length + at : at;
  }
}
