/** The order of the nodes, and what is left out where they wait for each other in a circle. */
import type { Edges } from './edges.ts';
import type { Network } from './network.ts';
import { roles } from './nodes.ts';
import { type BySource, type ByTarget, bySource, byTarget } from './sorting.ts';

type Base = Pick<Network, 'tasks' | 'role' | 'count' | 'firstGate' | 'gates' | 'nodeOf'>;
type Sorted = Edges & ByTarget;

export interface OpenedCircles extends Pick<Network, 'order' | 'cycle'> {
  readonly edges: Sorted;
  readonly outward: BySource;
}

/**
 * Without a circle everything stays. A gate does not wait for tasks of its phase that wait for it; a circle that is left is opened at
 * the edge that closes it, when the nodes are followed back in their order and the edges into each in theirs.
 */
export function openCircles(base: Base, edges: Sorted): OpenedCircles {
  const all = { edges, ...orderOf(base, edges) };
  if (all.order.length === base.count) return { ...all, cycle: null };
  const withoutGates = leaveOut(edges, inflowOfGates(base, edges, all.outward), base.count);
  const second = { edges: withoutGates, ...orderOf(base, withoutGates) };
  if (second.order.length === base.count) return { ...second, cycle: null };
  const { closing, cycle } = closingEdges(base, withoutGates);
  const open = leaveOut(withoutGates, closing, base.count);
  return { edges: open, ...orderOf(base, open), cycle };
}

/** Nodes on a circle, and those behind it, are missing. */
function orderOf({ count }: Base, { from, to, inAt }: Sorted): { readonly order: Int32Array; readonly outward: BySource } {
  const outward = bySource({ from }, count);
  const { outAt, outEdge } = outward;
  const waiting = new Int32Array(count);
  const order = new Int32Array(count);
  let last = 0;
  for (let node = 0; node < count; node += 1) {
    waiting[node] = (inAt[node + 1] as number) - (inAt[node] as number);
    if (waiting[node] === 0) order[last++] = node;
  }
  for (let at = 0; at < last; at += 1) {
    const node = order[at] as number;
    for (let out = outAt[node] as number; out < (outAt[node + 1] as number); out += 1) {
      const target = to[outEdge[out] as number] as number;
      const left = (waiting[target] as number) - 1;
      waiting[target] = left;
      if (left === 0) order[last++] = target;
    }
  }
  return { order: last === count ? order : order.slice(0, last), outward };
}

/** The edges into every gate from what waits for that gate. */
function inflowOfGates({ count, firstGate, gates }: Base, { from, to, inAt }: Sorted, { outAt, outEdge }: BySource): ReadonlySet<number> {
  const inflow = new Set<number>();
  for (let gate = firstGate; gate < firstGate + gates.length; gate += 1) {
    const seen = new Uint8Array(count);
    const queue = [gate];
    for (let at = 0; at < queue.length; at += 1) {
      const node = queue[at] as number;
      for (let out = outAt[node] as number; out < (outAt[node + 1] as number); out += 1) {
        const target = to[outEdge[out] as number] as number;
        if (seen[target] === 1) continue;
        seen[target] = 1;
        queue.push(target);
      }
    }
    for (let edge = inAt[gate] as number; edge < (inAt[gate + 1] as number); edge += 1)
      if (seen[from[edge] as number] === 1) inflow.add(edge);
  }
  return inflow;
}

const states = { unseen: 0, open: 1, settled: 2 } as const;

/** Follows every node back along the edges into it; an edge from a node on the way closes a circle. */
function closingEdges(base: Base, { from, inAt }: Sorted): { readonly closing: ReadonlySet<number>; readonly cycle: readonly string[] } {
  const closing = new Set<number>();
  let cycle: readonly string[] = [];
  const state = new Uint8Array(base.count);
  const nextEdge = Int32Array.from(inAt);
  for (let root = 0; root < base.count; root += 1) {
    if (state[root] !== states.unseen) continue;
    const way = [root];
    state[root] = states.open;
    for (let node = root; way.length > 0; node = way[way.length - 1] as number) {
      const edge = nextEdge[node] as number;
      if (edge === inAt[node + 1]) {
        state[node] = states.settled;
        way.pop();
        continue;
      }
      nextEdge[node] = edge + 1;
      const source = from[edge] as number;
      if (state[source] === states.open) {
        closing.add(edge);
        if (cycle.length === 0) cycle = tasksOn(base, way.slice(way.indexOf(source)));
      } else if (state[source] === states.unseen) {
        state[source] = states.open;
        way.push(source);
      }
    }
  }
  return { closing, cycle };
}

/** The tasks of a circle that was followed back, each followed by its successor. A gate is passed over, a group told once. */
function tasksOn({ tasks, role, nodeOf }: Base, backwards: readonly number[]): readonly string[] {
  const groups = tasks.filter(({ kind }) => kind === 'group');
  const firstDoor = role.indexOf(roles.door);
  const [first, ...others] = backwards;
  const ids = [first as number, ...others.reverse()].flatMap((node) => {
    const task = role[node] === roles.door ? groups[node - firstDoor] : tasks[node];
    return task ? [task.id] : [];
  });
  return ids.filter((id, at) => nodeOf.has(id) && ids.indexOf(id) === at);
}

function leaveOut(edges: Sorted, left: ReadonlySet<number>, count: number): Sorted {
  const kept = [...edges.from.keys()].filter((edge) => !left.has(edge));
  const pick = <List extends Int32Array | Uint8Array | Float64Array>(list: List, into: List): List => {
    kept.forEach((edge, at) => {
      into[at] = list[edge] as number;
    });
    return into;
  };
  const size = kept.length;
  const picked = {
    from: pick(edges.from, new Int32Array(size)),
    to: pick(edges.to, new Int32Array(size)),
    kind: pick(edges.kind, new Uint8Array(size)),
    lag: pick(edges.lag, new Float64Array(size)),
  };
  return byTarget(picked, count);
}
