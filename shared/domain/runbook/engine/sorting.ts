/** Edges sorted by the node they lead to or come from, so that those of one node lie together. */
import type { Edges } from './edges.ts';

export interface ByTarget {
  /** Edges into node n are inAt[n] up to inAt[n + 1]. */
  readonly inAt: Int32Array;
}

export interface BySource {
  /** Edges out of node n are outEdge[outAt[n]] up to outEdge[outAt[n + 1]]. */
  readonly outAt: Int32Array;
  readonly outEdge: Int32Array;
}

/** The edges sorted by the node they lead to; those into one node keep their order. */
export function byTarget({ from, to, kind, lag }: Edges, count: number): Edges & ByTarget {
  const { at, place } = sorted(to, count);
  const size = to.length;
  const edges = { from: new Int32Array(size), to: new Int32Array(size), kind: new Uint8Array(size), lag: new Float64Array(size) };
  for (let edge = 0; edge < size; edge += 1) {
    const target = place[edge] as number;
    edges.from[target] = from[edge] as number;
    edges.to[target] = to[edge] as number;
    edges.kind[target] = kind[edge] as number;
    edges.lag[target] = lag[edge] as number;
  }
  return { ...edges, inAt: at };
}

export function bySource({ from }: Pick<Edges, 'from'>, count: number): BySource {
  const { at, place } = sorted(from, count);
  const outEdge = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge += 1) outEdge[place[edge] as number] = edge;
  return { outAt: at, outEdge };
}

/** A stable counting sort: where each key's entries begin, and the place of each entry. */
function sorted(keys: Int32Array, count: number): { readonly at: Int32Array; readonly place: Int32Array } {
  const at = new Int32Array(count + 1);
  for (let entry = 0; entry < keys.length; entry += 1) at[(keys[entry] as number) + 1] = (at[(keys[entry] as number) + 1] as number) + 1;
  for (let key = 0; key < count; key += 1) at[key + 1] = (at[key + 1] as number) + (at[key] as number);
  const free = at.slice();
  const place = new Int32Array(keys.length);
  for (let entry = 0; entry < keys.length; entry += 1) {
    const key = keys[entry] as number;
    place[entry] = free[key] as number;
    free[key] = (free[key] as number) + 1;
  }
  return { at, place };
}
