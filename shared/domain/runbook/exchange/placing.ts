/** Where rows that a file adds come to stand in the plan: each behind the row before it in the file, in the group it names. */

import { insert } from '../../../base/change.ts';
import { applyChanges, type Rows } from '../../tables.ts';
import { HIGHEST, planOrder, positionsBetween } from '../plan/order.ts';
import { type Task, task as tasks } from '../schema.ts';

export interface Newcomer {
  /** Its position says nothing yet. */
  readonly task: Task;
  /** Id of the row before it in the file; null for the first. */
  readonly behindId: string | null;
}

/**
 * Positions by the id of the task: those of the newcomers and, where there is no room between the others, of all. A newcomer that stands
 * behind a row outside its group comes last in the group. `rows`: the plan as it will be without them.
 */
export function positionsOf(rows: Rows, newcomers: readonly Newcomer[]): Map<string, number> {
  if (newcomers.length === 0) return new Map();
  const order = planOrder(withNewcomers(rows, newcomers)).map(({ task }) => task.id);
  return betweenOthers(rows, order) ?? evenly(order);
}

/** The plan with the newcomers among their siblings: between a whole position and the next, in the order of the file. */
function withNewcomers(rows: Rows, newcomers: readonly Newcomer[]): Rows {
  const all = new Map(rows.task);
  for (const { task } of newcomers) all.set(task.id, task);
  const lasts = new Map<string | null, number>();
  for (const { parentId, position } of rows.task.values()) lasts.set(parentId, Math.max(lasts.get(parentId) ?? -1, position));
  const bases = new Map<string, number>();
  newcomers.forEach(({ task, behindId }) => {
    const sibling = siblingAt(all, behindId, task.parentId);
    const last = behindId === task.parentId ? -1 : (lasts.get(task.parentId) ?? -1);
    bases.set(task.id, sibling ? (bases.get(sibling.id) ?? sibling.position) : last);
  });
  const placed = newcomers.map(({ task }, at) => {
    return insert(tasks, { ...task, position: (bases.get(task.id) as number) + (at + 1) / (newcomers.length + 1) });
  });
  return applyChanges(rows, placed);
}

/** The task itself or the group around it that stands directly in `parentId`; null when it does not stand in there. */
function siblingAt(all: ReadonlyMap<string, Task>, id: string | null, parentId: string | null): Task | null {
  const seen = new Set<string>();
  for (let at = all.get(id ?? ''); at && !seen.has(at.id); at = all.get(at.parentId ?? '')) {
    if (at.parentId === parentId) return at;
    seen.add(at.id);
  }
  return null;
}

/** Null when somewhere the others stand too close, or not in the order of the plan. */
function betweenOthers(rows: Rows, order: readonly string[]): Map<string, number> | null {
  const positions = new Map<string, number>();
  let from = -1;
  let waiting: string[] = [];
  const place = (next: number) => {
    const found = waiting.length === 0 ? [] : positionsBetween(from, next, waiting.length);
    for (const [at, position] of (found ?? []).entries()) positions.set(waiting[at] as string, position);
    waiting = [];
    return found !== null;
  };
  for (const id of order) {
    const known = rows.task.get(id);
    if (!known) waiting.push(id);
    else {
      if (known.position < from || !place(known.position)) return null;
      from = known.position;
    }
  }
  return place(HIGHEST) ? positions : null;
}

function evenly(order: readonly string[]): Map<string, number> {
  const gap = Math.max(1, Math.min(1_000, Math.floor(HIGHEST / (order.length + 1))));
  return new Map(order.map((id, at) => [id, (at + 1) * gap]));
}
