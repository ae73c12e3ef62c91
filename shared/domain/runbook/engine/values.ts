/** What the passes compute of each node, and which nodes are to be looked at again. */
import type { Inputs } from './inputs.ts';
import type { Network } from './network.ts';
import type { WorkClock } from './work-clock.ts';

/** Whether the start can still move (`open`), only the end (`begun`), or neither (`closed`). */
export const modes = { open: 0, begun: 1, closed: 2 } as const;

/** By node, UTC ms. Plan: NaN where nothing gives a time. Limits: infinite where nothing limits. */
export interface Values {
  readonly plannedStart: Float64Array;
  readonly plannedEnd: Float64Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly mode: Uint8Array;
  /** The latest start and end that do not move the finish, or a fixed task from its time. */
  readonly lateStart: Float64Array;
  readonly lateEnd: Float64Array;
  /** The latest start and end that move no other task or gate; used for groups and points, `freeEnd` for all. */
  readonly freeStart: Float64Array;
  readonly freeEnd: Float64Array;
}

/** The circumstances of one computation. */
export interface Frame {
  readonly tZeroAt: number;
  /** T-0 as a running hold is expected to move it: what the forecast counts from. */
  readonly tZeroComes: number;
  /** No forecast lies before. */
  readonly now: number;
  /** No unstarted task is forecast to start before; `now` when no hold runs. */
  readonly holdUntil: number;
  /** By the network's `clockOf`; null, as the first always is, works around the clock. */
  readonly clocks: readonly (WorkClock | null)[];
}

/** Nodes to compute, by pass, and the nodes whose values differ since the result was last told. */
export interface Marks {
  readonly plan: Uint8Array;
  readonly forecast: Uint8Array;
  readonly float: Uint8Array;
  readonly changed: Uint8Array;
}

export function emptyValues(count: number): Values {
  const instants = () => new Float64Array(count).fill(Number.NaN);
  return {
    plannedStart: instants(),
    plannedEnd: instants(),
    start: instants(),
    end: instants(),
    mode: new Uint8Array(count),
    lateStart: instants(),
    lateEnd: instants(),
    freeStart: instants(),
    freeEnd: instants(),
  };
}

export function allMarks(count: number): Marks {
  const all = () => new Uint8Array(count).fill(1);
  return { plan: all(), forecast: all(), float: all(), changed: all() };
}

/** The plan as it stands: what a result is told from, and a simulation goes on from. */
export interface Standing {
  readonly network: Network;
  readonly inputs: Inputs;
  readonly values: Values;
  readonly frame: Frame;
}
