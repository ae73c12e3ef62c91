/** The nodes of the plan that are no tasks: doors of groups, gates, and the starts of phases that gates guard. */
import type { Gate } from '../../gate/schema.ts';
import type { Task } from '../schema.ts';

/**
 * What a node is. A span reaches over a group's tasks; a door lets them start; the rest are points in time. A group without tasks is a
 * point too.
 */
export const roles = { task: 0, span: 1, door: 2, gate: 3, phaseStart: 4, emptySpan: 5 } as const;

/** Where the nodes lie that are no tasks. */
export interface Nodes {
  readonly role: Uint8Array;
  readonly firstGate: number;
  /** By the node of its group. */
  readonly doorOf: ReadonlyMap<number, number>;
  /** By guarded phase. */
  readonly startOf: ReadonlyMap<string, number>;
}

export function nodesOf(tasks: readonly Task[], gates: readonly Gate[]): Nodes {
  let count = tasks.length;
  const doorOf = new Map<number, number>();
  tasks.forEach((task, node) => {
    if (task.kind === 'group') doorOf.set(node, count++);
  });
  const firstGate = count;
  count += gates.length;
  const startOf = new Map<string, number>();
  for (const { guards } of gates) for (const guarded of guards) if (!startOf.has(guarded)) startOf.set(guarded, count++);
  const role = new Uint8Array(count);
  const filled = new Set(doorOf.size === 0 ? [] : tasks.map(({ parentId }) => parentId));
  for (const [span, door] of doorOf) {
    role[span] = filled.has((tasks[span] as Task).id) ? roles.span : roles.emptySpan;
    role[door] = roles.door;
  }
  role.fill(roles.gate, firstGate, firstGate + gates.length);
  for (const node of startOf.values()) role[node] = roles.phaseStart;
  return { role, firstGate, doorOf, startOf };
}
