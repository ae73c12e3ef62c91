/** What is left of the network to finish the cutover, as plain arrays that can be handed to another thread. */
import { edgeKinds } from '../engine/edges.ts';
import { counts, isAwaited, states, timing } from '../engine/inputs.ts';
import { roles } from '../engine/nodes.ts';
import { modes, type Standing } from '../engine/values.ts';
import type { WorkClock } from '../engine/work-clock.ts';
import type { Calendar } from '../schedule-schema.ts';
import type { Task } from '../schema.ts';
import { shapeOf, spreadOf } from './pert.ts';

/** How a node gets its times: a task that has not begun, one that starts at its fixed time, one that has begun, a group, a point. */
export const kinds = { open: 0, fixed: 1, begun: 2, span: 3, point: 4 } as const;

/** Nodes are numbered so that each comes after those it waits for. Instants UTC ms, lengths ms; minus infinite where nothing bounds. */
export interface Remaining {
  readonly count: number;
  readonly kind: Uint8Array;
  /** Earliest start and end by what is sure: now, the plan, holds, and all that is closed. */
  readonly startBase: Float64Array;
  readonly endBase: Float64Array;
  /**
   * Of a task that waits only for its predecessors: its planned start, which counts when none is left. Of a fixed one: its time. Of a
   * group: the earliest start of its closed tasks. Minus infinite otherwise.
   */
  readonly ownStart: Float64Array;
  /** From where the sampled length counts, for a task that has begun, and how much of it is over. */
  readonly workFrom: Float64Array;
  readonly worked: Float64Array;
  readonly shortest: Float64Array;
  readonly spread: Float64Array;
  readonly shape: Uint8Array;
  readonly clock: Int16Array;
  /** 1 for a task whose end counts for the finish. */
  readonly isCounted: Uint8Array;
  readonly inAt: Int32Array;
  readonly from: Int32Array;
  readonly how: Uint8Array;
  readonly lag: Float64Array;
  /** Ids of the tasks by node; empty for others. */
  readonly ids: readonly string[];
  readonly calendars: readonly Calendar[];
  readonly zone: string;
  readonly now: number;
  readonly windowEnd: number;
  /** End of the last closed task that counts; minus infinite without one. */
  readonly closedFinish: number;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** Counts the tasks of the change window: all but rollback tasks, skipped ones, and those the plan starts at its end or later. */
export function remainingOf(standing: Standing, windowEnd: number, zone: string): Remaining {
  const { network, inputs, values, frame } = standing;
  const isNeeded = new Uint8Array(network.count);
  const isCounted = new Uint8Array(network.count);
  let closedFinish = NEVER;
  for (let node = 0; node < network.tasks.length; node += 1) {
    if (inputs.counts[node] !== counts.forward || (values.plannedStart[node] as number) >= windowEnd) continue;
    if (values.mode[node] === modes.closed) closedFinish = Math.max(closedFinish, values.end[node] as number);
    else {
      isCounted[node] = 1;
      isNeeded[node] = 1;
    }
  }
  let edges = 0;
  let count = 0;
  for (let at = network.order.length - 1; at >= 0; at -= 1) {
    const node = network.order[at] as number;
    if (isNeeded[node] === 0) continue;
    count += 1;
    for (let edge = network.inAt[node] as number; edge < (network.inAt[node + 1] as number); edge += 1) {
      const source = network.from[edge] as number;
      if (values.mode[source] === modes.closed || isIdle(standing, edge)) continue;
      isNeeded[source] = 1;
      edges += 1;
    }
  }
  const made = {
    kind: new Uint8Array(count),
    startBase: new Float64Array(count),
    endBase: new Float64Array(count),
    ownStart: new Float64Array(count).fill(NEVER),
    workFrom: new Float64Array(count),
    worked: new Float64Array(count),
    shortest: new Float64Array(count),
    spread: new Float64Array(count),
    shape: new Uint8Array(count),
    clock: new Int16Array(count).fill(-1),
    isCounted: new Uint8Array(count),
    inAt: new Int32Array(count + 1),
    from: new Int32Array(edges),
    how: new Uint8Array(edges),
    lag: new Float64Array(edges),
  };
  const ids: string[] = new Array(count).fill('');
  const numbers = new Int32Array(network.count).fill(-1);
  let [next, nextEdge] = [0, 0];
  for (const node of network.order) {
    if (isNeeded[node] === 0) continue;
    const index = next;
    next += 1;
    numbers[node] = index;
    made.isCounted[index] = isCounted[node] as number;
    let [startBase, endBase] = [NEVER, NEVER];
    for (let edge = network.inAt[node] as number; edge < (network.inAt[node + 1] as number); edge += 1) {
      const source = network.from[edge] as number;
      if (isIdle(standing, edge)) continue;
      const how = network.kind[edge] === edgeKinds.awaits ? edgeKinds.FS : (network.kind[edge] as number);
      const lag = network.lag[edge] as number;
      if (values.mode[source] === modes.closed) {
        const at = ((how === edgeKinds.FS || how === edgeKinds.FF ? values.end[source] : values.start[source]) as number) + lag;
        if (how === edgeKinds.FS || how === edgeKinds.SS) startBase = Math.max(startBase, at);
        else if (how !== edgeKinds.child) endBase = Math.max(endBase, at);
        else {
          made.ownStart[index] = made.ownStart[index] === NEVER ? at : Math.min(made.ownStart[index] as number, at);
          endBase = Math.max(endBase, values.end[source] as number);
        }
        continue;
      }
      made.from[nextEdge] = numbers[source] as number;
      made.how[nextEdge] = how;
      made.lag[nextEdge] = lag;
      nextEdge += 1;
    }
    made.inAt[index + 1] = nextEdge;
    made.startBase[index] = startBase;
    made.endBase[index] = endBase;
    if (network.role[node] === roles.task) {
      ids[index] = (network.tasks[node] as Task).id;
      setTask(standing, node, made, index);
    } else setPoint(standing, node, made, index);
  }
  return { ...made, count, ids, calendars: network.calendars, zone, now: frame.now, windowEnd, closedFinish };
}

/** An edge that holds nothing: from a task that its gate does not wait for. */
function isIdle({ network: { kind, from, to }, inputs }: Standing, edge: number): boolean {
  return kind[edge] === edgeKinds.awaits && !isAwaited(inputs, from[edge] as number, to[edge] as number);
}

type Made = Pick<
  Remaining,
  'kind' | 'startBase' | 'endBase' | 'ownStart' | 'workFrom' | 'worked' | 'shortest' | 'spread' | 'shape' | 'clock'
>;

function setTask({ network, inputs, frame }: Standing, node: number, made: Made, index: number): void {
  const spread = spreadOf(network.tasks[node] as Task);
  made.shortest[index] = spread.shortest;
  made.spread[index] = spread.longest - spread.shortest;
  made.shape[index] = shapeOf(spread);
  made.clock[index] = network.clockOf[node] as number;
  const state = inputs.state[node];
  const clock = frame.clocks[network.clockOf[node] as number] as WorkClock | null;
  const [began, blockedAt, clears] = [
    inputs.actualStart[node] as number,
    inputs.blockedAt[node] as number,
    inputs.clearsAt[node] as number,
  ];
  if (state === states.unstarted || state === states.held) {
    const own = frame.tZeroComes + (inputs.offset[node] as number);
    const isLed = inputs.timing[node] === timing.afterPredecessors;
    const isFixed = inputs.timing[node] === timing.fixed && !Number.isNaN(own);
    const hasBound = (made.startBase[index] as number) > NEVER || (made.endBase[index] as number) > NEVER;
    made.kind[index] = isFixed ? kinds.fixed : kinds.open;
    if (isFixed || (isLed && !hasBound && own > NEVER)) made.ownStart[index] = own;
    made.startBase[index] = Math.max(
      made.startBase[index] as number,
      frame.holdUntil,
      !isLed && own > NEVER ? own : NEVER,
      state === states.held && clears > NEVER ? clears : NEVER,
    );
    return;
  }
  made.kind[index] = kinds.begun;
  made.endBase[index] = Math.max(made.endBase[index] as number, frame.now);
  made.startBase[index] = began > NEVER ? began : frame.now;
  made.workFrom[index] = frame.now;
  if (state === states.running) {
    made.workFrom[index] = made.startBase[index] as number;
  } else if (state === states.blocked) {
    const until = blockedAt > NEVER ? blockedAt : frame.now;
    made.workFrom[index] = clears > frame.now ? clears : frame.now;
    made.worked[index] = clock ? clock.between(began, until) : Math.max(0, until - began);
  }
}

function setPoint({ network, inputs, frame }: Standing, node: number, made: Made, index: number): void {
  made.kind[index] = network.role[node] === roles.span ? kinds.span : kinds.point;
  if (network.role[node] === roles.emptySpan) made.startBase[index] = Math.max(made.startBase[index] as number, frame.now);
  if (network.role[node] !== roles.gate) return;
  const own = frame.tZeroComes + (inputs.offset[node] as number);
  made.startBase[index] = Math.max(made.startBase[index] as number, frame.now, own > NEVER ? own : NEVER);
}
