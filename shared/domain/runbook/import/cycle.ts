/** Whether links between tasks run in a circle, and along which tasks. */

export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** The tasks of one cycle in order, the first repeated at the end (A, B, A); null when there is none. */
export function findCycle(edges: readonly Edge[]): readonly string[] | null {
  const successors = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = successors.get(from);
    if (known) known.push(to);
    else successors.set(from, [to]);
  }
  const left = new Set<string>();
  for (const start of successors.keys()) {
    const cycle = left.has(start) ? null : cycleFrom(start, successors, left);
    if (cycle) return cycle;
  }
  return null;
}

/** Walks depth first without recursion, so that a chain of any length fits. Adds every task it is finished with to `left`. */
function cycleFrom(start: string, successors: ReadonlyMap<string, readonly string[]>, left: Set<string>): readonly string[] | null {
  const path: string[] = [start];
  const onPath = new Set(path);
  const next: number[] = [0];
  while (path.length > 0) {
    const here = path[path.length - 1] as string;
    const at = next[next.length - 1] as number;
    const to = successors.get(here)?.[at];
    next[next.length - 1] = at + 1;
    if (to === undefined) {
      left.add(here);
      onPath.delete(here);
      path.pop();
      next.pop();
    } else if (onPath.has(to)) {
      return [...path.slice(path.indexOf(to)), to];
    } else if (!left.has(to)) {
      path.push(to);
      onPath.add(to);
      next.push(0);
    }
  }
  return null;
}
