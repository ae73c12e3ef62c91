/** Which node holds which: links first, then groups, then the phases that gates close and guard. */
import type { Gate } from '../../gate/schema.ts';
import type { Link, Task } from '../schema.ts';
import { type Nodes, roles } from './nodes.ts';

/** The four links, and `child`: the task stands in the group whose span it stretches. */
export const edgeKinds = { FS: 0, SS: 1, FF: 2, SF: 3, child: 4 } as const;

export interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  /** Milliseconds; negative is a lead. */
  readonly lag: Float64Array;
}

/** A link to a group holds the start of all that stands in it (FS, SS) or its end (FF, SF); a link from a group follows its span. */
export function collectEdges(
  tasks: readonly Task[],
  links: ReadonlyMap<string, Link>,
  gates: readonly Gate[],
  nodeOf: ReadonlyMap<string, number>,
  { doorOf, endOf, startOf, firstGate, role }: Nodes,
): Edges {
  const room = links.size + (doorOf.size > 0 ? 2 * tasks.length + doorOf.size : 0) + (gates.length > 0 ? roomForGates(tasks, gates) : 0);
  const from = new Int32Array(room);
  const to = new Int32Array(room);
  const kind = new Uint8Array(room);
  const lag = new Float64Array(room);
  let size = 0;
  const add = (source: number, target: number, how: number) => {
    from[size] = source;
    to[size] = target;
    kind[size] = how;
    size += 1;
  };
  for (const link of links.values()) {
    const source = nodeOf.get(link.fromId);
    const target = nodeOf.get(link.toId);
    if (source === undefined || target === undefined) continue;
    const how = edgeKinds[link.kind];
    const holdsStart = how === edgeKinds.FS || how === edgeKinds.SS;
    lag[size] = link.lagMs;
    add(source, (holdsStart && doorOf.size > 0 ? doorOf.get(target) : undefined) ?? target, how);
  }
  if (doorOf.size > 0) groupEdges(tasks, nodeOf, doorOf, role, add);
  if (gates.length > 0) gateEdges(tasks, gates, { endOf, startOf, firstGate }, add);
  return { from: from.subarray(0, size), to: to.subarray(0, size), kind: kind.subarray(0, size), lag: lag.subarray(0, size) };
}

/** The most edges that gates can make. */
function roomForGates(tasks: readonly Task[], gates: readonly Gate[]): number {
  return 2 * tasks.length + gates.reduce((sum, { guards }) => sum + 1 + guards.length, 0);
}

type Add = (source: number, target: number, how: number) => void;

function groupEdges(
  tasks: readonly Task[],
  nodeOf: ReadonlyMap<string, number>,
  doorOf: ReadonlyMap<number, number>,
  role: Uint8Array,
  add: Add,
): void {
  tasks.forEach((task, node) => {
    const group = task.parentId === null ? undefined : nodeOf.get(task.parentId);
    const door = group === undefined ? undefined : doorOf.get(group);
    if (group === undefined || door === undefined) return;
    add(door, doorOf.get(node) ?? node, edgeKinds.FS);
    add(node, group, edgeKinds.child);
  });
  for (const [group, door] of doorOf) if (role[group] === roles.emptySpan) add(door, group, edgeKinds.FS);
}

function gateEdges(
  tasks: readonly Task[],
  gates: readonly Gate[],
  { endOf, startOf, firstGate }: Pick<Nodes, 'endOf' | 'startOf' | 'firstGate'>,
  add: Add,
): void {
  tasks.forEach(({ phase, kind }, node) => {
    if (kind === 'group' || kind === 'rollback') return;
    const end = endOf.get(phase);
    const start = startOf.get(phase);
    if (end !== undefined) add(node, end, edgeKinds.FS);
    if (start !== undefined) add(start, node, edgeKinds.FS);
  });
  gates.forEach(({ phase, guards }, index) => {
    const gate = firstGate + index;
    const end = endOf.get(phase);
    if (end !== undefined) add(end, gate, edgeKinds.FS);
    for (const guarded of guards) add(gate, startOf.get(guarded) as number, edgeKinds.FS);
  });
}
