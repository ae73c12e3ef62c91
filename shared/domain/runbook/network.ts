/** The plan as a network: which tasks come before and after which. */
import type { Rows } from '../tables.ts';
import type { Link, Task } from './schema.ts';

export interface Network {
  /** Links into a task, by the id of the successor; absent when it has none. */
  readonly into: ReadonlyMap<string, readonly Link[]>;
  /** Links out of a task, by the id of the predecessor. */
  readonly outOf: ReadonlyMap<string, readonly Link[]>;
}

const known = new WeakMap<ReadonlyMap<string, Link>, Network>();

/** The network of `rows`; computed once for each state of the links. */
export function networkOf(rows: Pick<Rows, 'link'>): Network {
  let network = known.get(rows.link);
  if (!network) {
    const into = new Map<string, Link[]>();
    const outOf = new Map<string, Link[]>();
    for (const link of rows.link.values()) {
      push(into, link.toId, link);
      push(outOf, link.fromId, link);
    }
    network = { into, outOf };
    known.set(rows.link, network);
  }
  return network;
}

/** The tasks in an order in which every predecessor comes first. Tasks on a cycle are left out; see `cycleIn`. */
export function inOrder(rows: Pick<Rows, 'task' | 'link'>): readonly Task[] {
  const { into, outOf } = networkOf(rows);
  const waiting = new Map([...rows.task.keys()].map((id) => [id, into.get(id)?.length ?? 0]));
  const order: Task[] = [];
  const free = [...rows.task.values()].filter((task) => waiting.get(task.id) === 0);
  for (let at = 0; at < free.length; at += 1) {
    const task = free[at] as Task;
    order.push(task);
    for (const { toId } of outOf.get(task.id) ?? []) {
      const left = (waiting.get(toId) as number) - 1;
      waiting.set(toId, left);
      const successor = rows.task.get(toId);
      if (left === 0 && successor) free.push(successor);
    }
  }
  return order;
}

/** A path from `from` to `to` along the links, as tasks; null when there is none. A new link to→from would close it to a cycle. */
export function pathBetween(rows: Pick<Rows, 'task' | 'link'>, from: string, to: string): readonly Task[] | null {
  const { outOf } = networkOf(rows);
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let at = 0; at < queue.length; at += 1) {
    const id = queue[at] as string;
    if (id === to) return trace(rows, cameFrom, to);
    for (const { toId } of outOf.get(id) ?? []) {
      if (cameFrom.has(toId)) continue;
      cameFrom.set(toId, id);
      queue.push(toId);
    }
  }
  return null;
}

function trace(rows: Pick<Rows, 'task'>, cameFrom: ReadonlyMap<string, string | null>, end: string): readonly Task[] {
  const path: Task[] = [];
  for (let id: string | null = end; id !== null; id = cameFrom.get(id) ?? null) {
    const task = rows.task.get(id);
    if (task) path.unshift(task);
  }
  return path;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
