/** The forecast: what has happened stays, what has not comes no earlier than now, its predecessors, its gates and its time let it. */
import { edgeKinds } from './edges.ts';
import { type Inputs, isAwaited, states, timing } from './inputs.ts';
import type { Network } from './network.ts';
import { roles } from './nodes.ts';
import { type Frame, type Marks, modes, type Values } from './values.ts';
import type { WorkClock } from './work-clock.ts';

const NEVER = Number.NEGATIVE_INFINITY;

/** Computes the marked nodes and those behind them whose values come out otherwise; marks what the float pass must look at. */
export function forecastPass(network: Network, inputs: Inputs, values: Values, frame: Frame, marks: Marks): void {
  const { order, role, inAt, from, kind, lag, outAt, outEdge, to } = network;
  const { start: starts, end: ends, mode: moves } = values;
  const bounds = { start: NEVER, end: NEVER, first: Number.POSITIVE_INFINITY, last: NEVER };
  const found = { start: 0, end: 0, mode: modes.open as number };
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at] as number;
    if (marks.forecast[node] === 0) continue;
    marks.forecast[node] = 0;
    let startBound = NEVER;
    let endBound = NEVER;
    let firstStart = Number.POSITIVE_INFINITY;
    let lastEnd = NEVER;
    for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) {
      const source = from[edge] as number;
      switch (kind[edge]) {
        case edgeKinds.awaits:
          if (isAwaited(inputs, source, node) && (ends[source] as number) > startBound) startBound = ends[source] as number;
          break;
        case edgeKinds.FS: {
          const bound = (ends[source] as number) + (lag[edge] as number);
          if (bound > startBound) startBound = bound;
          break;
        }
        case edgeKinds.SS: {
          const bound = (starts[source] as number) + (lag[edge] as number);
          if (bound > startBound) startBound = bound;
          break;
        }
        case edgeKinds.FF: {
          const bound = (ends[source] as number) + (lag[edge] as number);
          if (bound > endBound) endBound = bound;
          break;
        }
        case edgeKinds.SF: {
          const bound = (starts[source] as number) + (lag[edge] as number);
          if (bound > endBound) endBound = bound;
          break;
        }
        default:
          if ((starts[source] as number) < firstStart) firstStart = starts[source] as number;
          if ((ends[source] as number) > lastEnd) lastEnd = ends[source] as number;
      }
    }
    bounds.start = startBound;
    bounds.end = endBound;
    bounds.first = firstStart;
    bounds.last = lastEnd;
    if (role[node] === roles.task) ofTask(network, inputs, values, frame, node, bounds, found);
    else ofOther(network, inputs, frame, node, bounds, found);
    if (found.start === starts[node] && found.end === ends[node] && found.mode === moves[node]) continue;
    starts[node] = found.start;
    ends[node] = found.end;
    moves[node] = found.mode;
    marks.changed[node] = 1;
    marks.float[node] = 1;
    for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) marks.float[from[edge] as number] = 1;
    for (let out = outAt[node] as number; out < (outAt[node + 1] as number); out += 1) {
      marks.forecast[to[outEdge[out] as number] as number] = 1;
    }
  }
}

interface Bounds {
  start: number;
  end: number;
  first: number;
  last: number;
}
interface Found {
  start: number;
  end: number;
  mode: number;
}

function ofTask(network: Network, inputs: Inputs, values: Values, frame: Frame, node: number, bounds: Bounds, found: Found): void {
  const clock = frame.clocks[network.clockOf[node] as number] as WorkClock | null;
  const duration = inputs.duration[node] as number;
  const state = inputs.state[node] as number;
  const actualStart = inputs.actualStart[node] as number;
  if (state === states.unstarted || state === states.held) {
    ofUnstarted(inputs, frame, node, bounds, clock, found);
    return;
  }
  if (state === states.closed) {
    const planned = known(values.plannedStart[node] as number, frame.now);
    const end = known(inputs.actualEnd[node] as number, known(actualStart, planned));
    found.end = end;
    found.start = actualStart < end ? actualStart : end;
    found.mode = modes.closed;
    return;
  }
  const began = known(actualStart, frame.now);
  let end = frame.now;
  if (state === states.running) end = Math.max(end, worked(clock, began, duration));
  else if (state === states.failed) end = worked(clock, frame.now, duration);
  else {
    const blockedAt = known(inputs.blockedAt[node] as number, frame.now);
    const before = clock ? clock.between(began, blockedAt) : Math.max(0, blockedAt - began);
    const clears = inputs.clearsAt[node] as number;
    end = worked(clock, clears > frame.now ? clears : frame.now, Math.max(0, duration - before));
  }
  found.start = began;
  found.end = Math.max(end, bounds.end);
  found.mode = modes.begun;
}

function ofUnstarted(inputs: Inputs, frame: Frame, node: number, bounds: Bounds, clock: WorkClock | null, found: Found): void {
  const duration = inputs.duration[node] as number;
  const own = frame.tZeroComes + (inputs.offset[node] as number);
  const how = inputs.timing[node] as number;
  let start = Math.max(frame.now, frame.holdUntil, bounds.start);
  if (inputs.state[node] === states.held && (inputs.clearsAt[node] as number) > start) start = inputs.clearsAt[node] as number;
  const isLed = how === timing.afterPredecessors && (bounds.start > NEVER || bounds.end > NEVER);
  if (!isLed && own > start) start = own;
  const isFixed = how === timing.fixed && !Number.isNaN(own);
  if (!isFixed && bounds.end > NEVER) {
    const latest = clock ? clock.before(bounds.end, duration) : bounds.end - duration;
    if (latest > start) start = latest;
  }
  if (clock && duration > 0 && !(isFixed && start === own)) start = clock.next(start);
  found.start = start;
  found.end = Math.max(worked(clock, start, duration), bounds.end);
  found.mode = modes.open;
}

function ofOther({ role }: Network, inputs: Inputs, frame: Frame, node: number, bounds: Bounds, found: Found): void {
  found.mode = modes.open;
  if (role[node] === roles.span) {
    found.start = bounds.first;
    found.end = Math.max(bounds.last, bounds.end);
    return;
  }
  found.start = bounds.start;
  if (role[node] === roles.emptySpan) found.start = Math.max(frame.now, bounds.start, bounds.end);
  else if (role[node] === roles.gate) {
    const own = frame.tZeroComes + (inputs.offset[node] as number);
    const isPassed = inputs.state[node] === states.closed;
    found.start = isPassed ? (inputs.actualEnd[node] as number) : Math.max(frame.now, bounds.start, Number.isNaN(own) ? NEVER : own);
    if (isPassed) found.mode = modes.closed;
  }
  found.end = found.start;
}

function worked(clock: WorkClock | null, at: number, work: number): number {
  return clock ? clock.after(at, work) : at + work;
}

function known(instant: number, otherwise: number): number {
  return Number.isNaN(instant) ? otherwise : instant;
}
