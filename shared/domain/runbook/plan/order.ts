/** The order of a plan: siblings by their position, groups before what stands in them, and places between. */
import { update } from '../../../base/change.ts';
import { ok, type Refusal, type Result, refuse } from '../../../base/result.ts';
import { decide, type Verdict } from '../../../base/rule.ts';
import { applyChanges, type Rows } from '../../tables.ts';
import { type Task, task as tasks } from '../schema.ts';

export interface PlanRow {
  readonly task: Task;
  /** How many groups it stands in. */
  readonly depth: number;
}

/** No position is higher. */
export const HIGHEST = 1_000_000;
const WIDEST = 1_000;

/** The tasks of the plan without those that take others back. Tasks in a circle of groups are told last, as if they stood in none. */
export function planOrder(rows: Pick<Rows, 'task'>): readonly PlanRow[] {
  const children = childrenOf(rows);
  const order: PlanRow[] = [];
  const seen = new Set<string>();
  const walk = (roots: readonly Task[]) => {
    const open = roots.toReversed().map((task) => ({ task, depth: 0 }));
    for (let next = open.pop(); next; next = open.pop()) {
      if (seen.has(next.task.id)) continue;
      seen.add(next.task.id);
      order.push(next);
      for (const task of (children.get(next.task.id) ?? []).toReversed()) open.push({ task, depth: next.depth + 1 });
    }
  };
  walk(children.get(null) ?? []);
  if (seen.size < rows.task.size) walk([...rows.task.values()].filter((task) => task.kind !== 'rollback' && !seen.has(task.id)));
  return order;
}

const known = new WeakMap<Rows['task'], ReadonlyMap<string | null, readonly Task[]>>();

/** What stands directly in each group, in order; under null what stands in none. */
export function childrenOf(rows: Pick<Rows, 'task'>): ReadonlyMap<string | null, readonly Task[]> {
  let children = known.get(rows.task);
  if (!children) {
    const planned = [...rows.task.values()].filter(({ kind }) => kind !== 'rollback').sort((a, b) => a.position - b.position);
    children = Map.groupBy(planned, ({ parentId }) => (parentId !== null && rows.task.has(parentId) ? parentId : null));
    known.set(rows.task, children);
  }
  return children;
}

/** `taskIds` with all that stands in them, groups first, each once. */
export function withInside(rows: Pick<Rows, 'task'>, taskIds: Iterable<string>): readonly Task[] {
  const children = childrenOf(rows);
  const found = new Map<string, Task>();
  const open = [...taskIds].flatMap((id) => rows.task.get(id) ?? []);
  for (let at = 0; at < open.length; at += 1) {
    const task = open[at] as Task;
    if (found.has(task.id)) continue;
    found.set(task.id, task);
    open.push(...(children.get(task.id) ?? []));
  }
  return [...found.values()];
}

export interface Place {
  readonly parentId: string | null;
  /** Null for before all that stand there. */
  readonly behindId: string | null;
}

/** `count` positions in order for new tasks at a place; a refusal `no-room` when the tasks around it stand too close, see `withRoom`. */
export function positionsAt(rows: Pick<Rows, 'task'>, { parentId, behindId }: Place, count: number): Result<readonly number[]> {
  const siblings = childrenOf(rows).get(parentId) ?? [];
  const at = behindId === null ? -1 : siblings.findIndex(({ id }) => id === behindId);
  const next = siblings[at + 1]?.position ?? nextBeyond(rows, parentId, siblings);
  const before = behindId === null ? (rows.task.get(parentId ?? '')?.position ?? -1) : lastInside(rows, behindId);
  const least = behindId === null ? -1 : (siblings[at]?.position ?? -1);
  const from = before < next ? before : Math.min(least, next - 1);
  const positions = positionsBetween(from, next, count);
  return positions ? ok(positions) : refuse('no-room', NO_ROOM, [String(from), String(count)]);
}

/** `count` whole numbers in order between two others, next to neither where there is room; null when there are not as many. */
export function positionsBetween(from: number, next: number, count: number): readonly number[] | null {
  const step = Math.min(WIDEST, (next - from) / (count + 1));
  return step < 1 ? null : Array.from({ length: count }, (_, index) => Math.floor(from + step * (index + 1)));
}

const NO_ROOM = 'There is no room left in the plan for that many tasks. Nothing was changed. Add fewer at once.';

/** Runs a rule; where it finds no room, it is run on the plan moved apart. `room` are the changes that move it apart; null when not needed. */
export function withRoom(rows: Rows, rule: (rows: Rows) => Verdict): { readonly room: Verdict | null; readonly verdict: Verdict } {
  const verdict = rule(rows);
  if (verdict.ok || verdict.refusal.code !== 'no-room') return { room: null, verdict };
  const room = moveApart(rows, verdict.refusal);
  return room.ok ? { room, verdict: rule(applyChanges(rows, room.value.changes)) } : { room: null, verdict: room };
}

/** Makes the room that a refusal `no-room` asks for: all tasks in the order they have, further apart, with room for what was asked at the place it was asked for. */
export function moveApart(rows: Rows, { about: [at, wanted] }: Refusal): Verdict {
  const [from, count] = [Number(at), Number(wanted)];
  const all = [...rows.task.values()].sort((a, b) => a.position - b.position);
  const gap = Math.min(WIDEST, Math.floor((HIGHEST - count - 1) / (all.length + 2)));
  if (gap < 2) return refuse('plan-full', NO_ROOM);
  let position = from < 0 ? count : 0;
  const changes = all.flatMap((task, index) => {
    position += gap;
    const changed = update(tasks, task, { position });
    const next = all[index + 1];
    if (task.position <= from && (!next || next.position > from)) position += count;
    return changed;
  });
  return decide('plan.space', changes, null);
}

/** The position of what comes behind a group without anything in it yet, or behind the last of it. */
function nextBeyond(rows: Pick<Rows, 'task'>, parentId: string | null, siblings: readonly Task[]): number {
  const last = siblings.at(-1);
  const from = last ? lastInside(rows, last.id) : (rows.task.get(parentId ?? '')?.position ?? -1);
  if (parentId === null) return HIGHEST;
  let next = HIGHEST;
  for (const { position } of rows.task.values()) if (position > from && position < next) next = position;
  return next;
}

function lastInside(rows: Pick<Rows, 'task'>, id: string): number {
  return withInside(rows, [id]).reduce((last, { position }) => Math.max(last, position), -1);
}
