/** The plan: what has an offset from T-0 starts there, what has none where its predecessors are planned to let it. */
import { edgeKinds } from './edges.ts';
import type { Inputs } from './inputs.ts';
import type { Network } from './network.ts';
import { roles } from './nodes.ts';
import type { Frame, Marks, Values } from './values.ts';
import type { WorkClock } from './work-clock.ts';

const NEVER = Number.NEGATIVE_INFINITY;

/** Computes the marked nodes and those behind them whose values come out otherwise. */
export function planPass(network: Network, inputs: Inputs, values: Values, frame: Frame, marks: Marks): void {
  const { order, role, inAt, from, kind, lag, outAt, outEdge, to, clockOf } = network;
  const { plannedStart, plannedEnd } = values;
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at] as number;
    if (marks.plan[node] === 0) continue;
    marks.plan[node] = 0;
    let startBound = NEVER;
    let endBound = NEVER;
    let firstStart = Number.POSITIVE_INFINITY;
    let lastEnd = NEVER;
    for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) {
      const source = from[edge] as number;
      const start = plannedStart[source] as number;
      const end = plannedEnd[source] as number;
      const lagMs = lag[edge] as number;
      // A source without a planned time is NaN, which no comparison takes.
      switch (kind[edge]) {
        case edgeKinds.FS:
        case edgeKinds.awaits:
          // Without a planned time of its own a gate awaits them all.
          if (end + lagMs > startBound) startBound = end + lagMs;
          break;
        case edgeKinds.SS:
          if (start + lagMs > startBound) startBound = start + lagMs;
          break;
        case edgeKinds.FF:
          if (end + lagMs > endBound) endBound = end + lagMs;
          break;
        case edgeKinds.SF:
          if (start + lagMs > endBound) endBound = start + lagMs;
          break;
        default:
          if (start < firstStart) firstStart = start;
          if (end > lastEnd) lastEnd = end;
      }
    }
    const own = frame.tZeroAt + (inputs.offset[node] as number);
    const clock = frame.clocks[clockOf[node] as number] as WorkClock | null;
    const duration = inputs.duration[node] as number;
    let start = Number.NaN;
    let end = Number.NaN;
    if (role[node] === roles.task) {
      if (!Number.isNaN(own)) start = own;
      else if (startBound > NEVER || endBound > NEVER) {
        start = endBound > NEVER ? Math.max(startBound, clock ? clock.before(endBound, duration) : endBound - duration) : startBound;
        if (clock && duration > 0) start = clock.next(start);
      }
      if (!Number.isNaN(start)) end = clock ? clock.after(start, duration) : start + duration;
      if (Number.isNaN(own) && endBound > end) end = endBound;
    } else if (role[node] === roles.span) {
      if (lastEnd > NEVER) {
        start = firstStart;
        end = Math.max(lastEnd, endBound);
      }
    } else {
      if (role[node] === roles.gate && !Number.isNaN(own)) start = own;
      else if (startBound > NEVER || endBound > NEVER) start = Math.max(startBound, endBound);
      end = start;
    }
    if (Object.is(start, plannedStart[node]) && Object.is(end, plannedEnd[node])) continue;
    plannedStart[node] = start;
    plannedEnd[node] = end;
    marks.changed[node] = 1;
    marks.forecast[node] = 1;
    for (let out = outAt[node] as number; out < (outAt[node + 1] as number); out += 1) marks.plan[to[outEdge[out] as number] as number] = 1;
  }
}
