/** Which node holds which: links first, then groups, then the phases that gates close and guard. */
import type { Gate } from '../../gate/schema.ts';
import type { Link, Task } from '../schema.ts';
import { type Nodes, roles } from './nodes.ts';

/**
 * The four links; `child`: the task stands in the group whose span it stretches; `awaits`: the task is of the phase that the gate closes,
 * which holds the gate as FS does where `isAwaited`.
 */
export const edgeKinds = { FS: 0, SS: 1, FF: 2, SF: 3, child: 4, awaits: 5 } as const;

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
  { doorOf, startOf, firstGate, role }: Nodes,
): Edges {
  const closing = gatesByPhase(gates, firstGate);
  const room = links.size + (doorOf.size > 0 ? 2 * tasks.length + doorOf.size : 0) + roomForGates(tasks, gates, closing);
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
  if (gates.length > 0) gateEdges(tasks, gates, { startOf, firstGate }, closing, add);
  return { from: from.subarray(0, size), to: to.subarray(0, size), kind: kind.subarray(0, size), lag: lag.subarray(0, size) };
}

/** The nodes of the gates that close a phase. */
function gatesByPhase(gates: readonly Gate[], firstGate: number): ReadonlyMap<string, readonly number[]> {
  const closing = new Map<string, number[]>();
  gates.forEach(({ phase }, index) => {
    if (phase !== '') closing.set(phase, [...(closing.get(phase) ?? []), firstGate + index]);
  });
  return closing;
}

/** The most edges that gates can make. */
function roomForGates(tasks: readonly Task[], gates: readonly Gate[], closing: ReadonlyMap<string, readonly number[]>): number {
  if (gates.length === 0) return 0;
  const guarded = gates.reduce((sum, { guards }) => sum + guards.length, 0);
  return tasks.reduce((sum, { phase }) => sum + 1 + (closing.get(phase)?.length ?? 0), guarded);
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
  { startOf, firstGate }: Pick<Nodes, 'startOf' | 'firstGate'>,
  closing: ReadonlyMap<string, readonly number[]>,
  add: Add,
): void {
  tasks.forEach(({ phase, kind }, node) => {
    if (kind === 'group' || kind === 'rollback') return;
    const start = startOf.get(phase);
    if (start !== undefined) add(start, node, edgeKinds.FS);
    for (const gate of closing.get(phase) ?? []) add(node, gate, edgeKinds.awaits);
  });
  gates.forEach(({ guards }, index) => {
    for (const guarded of guards) add(firstGate + index, startOf.get(guarded) as number, edgeKinds.FS);
  });
}
