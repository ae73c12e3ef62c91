/** Whether a changed plan still has the network it had. */

import { sameValue } from '../../../base/change.ts';
import type { Gate } from '../../gate/schema.ts';
import type { Task } from '../schema.ts';
import type { Network } from './network.ts';

/** The tasks that differ, with their nodes; null when the network must be made anew. */
export function sameShape(
  { nodeOf, tasks }: Pick<Network, 'nodeOf' | 'tasks'>,
  before: ReadonlyMap<string, Task>,
  now: ReadonlyMap<string, Task>,
): readonly (readonly [number, Task])[] | null {
  if (before === now) return [];
  if (before.size !== now.size) return null;
  const changed: (readonly [number, Task])[] = [];
  const old = before.values();
  for (const task of now.values()) {
    const was = old.next().value;
    if (was === task) continue;
    if (!was || !sameTask(was, task)) return null;
    const node = nodeOf.get(task.id);
    if (node !== undefined && tasks[node] === was) changed.push([node, task]);
  }
  return changed;
}

function sameTask(a: Task, b: Task): boolean {
  return (
    a.id === b.id && a.kind === b.kind && a.runIn === b.runIn && a.parentId === b.parentId && a.phase === b.phase && a.stream === b.stream
  );
}

/** A gate that is decided or given another time keeps its place in the network. */
export function sameGates(before: ReadonlyMap<string, Gate> | undefined, now: ReadonlyMap<string, Gate> | undefined): boolean {
  if (before === now) return true;
  if (before?.size !== now?.size) return false;
  const old = before?.values();
  for (const gate of now?.values() ?? []) {
    const was = old?.next().value;
    if (was === gate) continue;
    if (was?.id !== gate.id || was.phase !== gate.phase || !sameValue(was.guards, gate.guards)) return false;
  }
  return true;
}
