/** The way back from the finish: how late each node may come without moving the finish, and without moving any other. */
import { edgeKinds } from './edges.ts';
import { counts, type Inputs, isAwaited, timing } from './inputs.ts';
import type { Network } from './network.ts';
import { roles } from './nodes.ts';
import { type Frame, type Marks, modes, type Values } from './values.ts';
import type { WorkClock } from './work-clock.ts';

const ALWAYS = Number.POSITIVE_INFINITY;

/** The instants floats are counted to: the end of the go-live's tasks, and of those that roll back. */
export interface Finishes {
  readonly forward: number;
  readonly back: number;
}

/** Computes the marked nodes and those before them whose values come out otherwise. */
export function floatPass(network: Network, inputs: Inputs, values: Values, frame: Frame, finishes: Finishes, marks: Marks): void {
  const { order, role, inAt, from, kind, lag, outAt, outEdge, to } = network;
  const { start, end, mode, lateStart, lateEnd, freeStart, freeEnd } = values;
  const limits: Limits = { lateStart: ALWAYS, lateEnd: ALWAYS, freeStart: ALWAYS, freeEnd: ALWAYS };
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] as number;
    if (marks.float[node] === 0) continue;
    marks.float[node] = 0;
    let lateS = ALWAYS;
    let lateE = ALWAYS;
    let freeS = ALWAYS;
    let freeE = ALWAYS;
    for (let out = outAt[node] as number; out < (outAt[node + 1] as number); out += 1) {
      const edge = outEdge[out] as number;
      const target = to[edge] as number;
      const how = kind[edge] as number;
      if (how === edgeKinds.child) {
        lateE = Math.min(lateE, lateEnd[target] as number);
        freeE = Math.min(freeE, freeEnd[target] as number);
        if (start[node] !== start[target]) continue; // it does not make the group's start
        lateS = Math.min(lateS, lateStart[target] as number);
        freeS = Math.min(freeS, freeStart[target] as number);
        continue;
      }
      if (how === edgeKinds.awaits && !isAwaited(inputs, node, target)) continue;
      const intoStart = how === edgeKinds.FS || how === edgeKinds.SS || how === edgeKinds.awaits;
      const moves = mode[target] as number;
      if (moves === modes.closed || (intoStart && moves === modes.begun)) continue;
      const isFixedPlace = role[target] === roles.task || role[target] === roles.gate;
      const lagMs = lag[edge] as number;
      const late = ((intoStart ? lateStart[target] : lateEnd[target]) as number) - lagMs;
      const free = isFixedPlace ? (intoStart ? start[target] : end[target]) : intoStart ? freeStart[target] : freeEnd[target];
      if (how === edgeKinds.FS || how === edgeKinds.FF || how === edgeKinds.awaits) {
        lateE = Math.min(lateE, late);
        freeE = Math.min(freeE, (free as number) - lagMs);
      } else {
        lateS = Math.min(lateS, late);
        freeS = Math.min(freeS, (free as number) - lagMs);
      }
    }
    limits.lateStart = lateS;
    limits.lateEnd = lateE;
    limits.freeStart = freeS;
    limits.freeEnd = freeE;
    if (role[node] === roles.task) limitTask(network, inputs, values, frame, finishes, node, limits);
    else if (role[node] !== roles.span) joinLimits(limits);
    if (
      limits.lateStart === lateStart[node] &&
      limits.lateEnd === lateEnd[node] &&
      limits.freeStart === freeStart[node] &&
      limits.freeEnd === freeEnd[node]
    )
      continue;
    lateStart[node] = limits.lateStart;
    lateEnd[node] = limits.lateEnd;
    freeStart[node] = limits.freeStart;
    freeEnd[node] = limits.freeEnd;
    marks.changed[node] = 1;
    for (let edge = inAt[node] as number; edge < (inAt[node + 1] as number); edge += 1) marks.float[from[edge] as number] = 1;
  }
}

interface Limits {
  lateStart: number;
  lateEnd: number;
  freeStart: number;
  freeEnd: number;
}

/** From the limits its successors set to those of the task itself. */
function limitTask(network: Network, inputs: Inputs, values: Values, frame: Frame, finishes: Finishes, node: number, limits: Limits): void {
  const start = values.start[node] as number;
  const end = values.end[node] as number;
  const mode = values.mode[node];
  if (mode !== modes.open) {
    const finish = inputs.counts[node] === counts.back ? finishes.back : finishes.forward;
    limits.lateStart = start;
    limits.lateEnd = mode === modes.closed ? end : Math.min(Math.max(finish, end), limits.lateEnd);
    limits.freeStart = start;
    if (mode === modes.closed) limits.freeEnd = end;
    return;
  }
  const clock = frame.clocks[network.clockOf[node] as number] as WorkClock | null;
  const duration = inputs.duration[node] as number;
  const finish = inputs.counts[node] === counts.back ? finishes.back : finishes.forward;
  let lateEnd = Math.min(Math.max(finish, end), limits.lateEnd);
  if (limits.lateStart < ALWAYS) lateEnd = Math.min(lateEnd, endFrom(limits.lateStart, clock, duration, end));
  limits.lateEnd = lateEnd;
  limits.lateStart = Math.min(limits.lateStart, clock ? clock.before(lateEnd, duration) : lateEnd - duration);
  if (limits.freeStart < ALWAYS) limits.freeEnd = Math.min(limits.freeEnd, endFrom(limits.freeStart, clock, duration, end));
  limits.freeStart = start;
  const keepsItsTime = inputs.timing[node] === timing.fixed && start === frame.tZeroComes + (inputs.offset[node] as number);
  if (keepsItsTime) limits.lateStart = Math.min(limits.lateStart, start);
}

/** The latest end of a task that starts at `latest` at the latest. */
function endFrom(latest: number, clock: WorkClock | null, duration: number, end: number): number {
  return Math.max(clock ? clock.after(latest, duration) : latest + duration, end);
}

/** A point has one time, so what limits its start limits its end. */
function joinLimits(limits: Limits): void {
  limits.lateStart = Math.min(limits.lateStart, limits.lateEnd);
  limits.lateEnd = limits.lateStart;
  limits.freeStart = Math.min(limits.freeStart, limits.freeEnd);
  limits.freeEnd = limits.freeStart;
}
