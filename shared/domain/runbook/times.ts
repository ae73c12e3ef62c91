/** What a schedule tells: the times of tasks and gates, their floats, the finish and what leads to it. */
import type { GoLive } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';

/** Times of one task, UTC ms. */
export interface TaskTimes {
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  /** Actual once it has begun or ended, else the prediction. An unstarted task never starts in the past. */
  readonly start: number;
  readonly end: number;
  /**
   * How far the end lies after the planned end, ms; negative is early, 0 when it has no planned end. While a hold runs, what it is
   * expected to move the plan by counts for neither.
   */
  readonly slip: number;
  /**
   * How much the end can move before the finish of all does, or a fixed task misses its time, ms; of a rollback task, before the end of
   * rolling back does; of a group, the least of its tasks. Null when nothing is left to do: a failed task still has some.
   */
  readonly float: number | null;
  /** How much the end can move before any other task or gate does, ms; never more than `float`, null with it. */
  readonly freeFloat: number | null;
  /** Open and without float: when its end moves, the finish of all moves. */
  readonly isCritical: boolean;
  /** It is to start at exactly its planned time, and cannot or did not. */
  readonly missesTime: boolean;
}

/** Times of one gate, UTC ms. */
export interface GateTimes {
  /** Null when the plan gives it no time. */
  readonly plannedAt: number | null;
  /** When it decided go, else the earliest it may; never in the past while it is open. */
  readonly at: number;
}

export interface Schedule {
  readonly times: ReadonlyMap<string, TaskTimes>;
  /** When the last task ends, UTC ms; null without tasks. */
  readonly finish: number | null;
  readonly plannedFinish: number | null;
  readonly gates: ReadonlyMap<string, GateTimes>;
  /** Ids of the tasks of a circle, each followed by its successor; those are given times as if the closing link were absent. Null without one. */
  readonly cycle: readonly string[] | null;
}

/** Rows the schedule reads; tables that are left out count as empty. */
export type ScheduleRows = Pick<Rows, 'task' | 'link'> & Partial<Pick<Rows, 'gate' | 'hold' | 'calendar'>>;
/** What the schedule reads of the go-live: by default it is a real one in UTC. */
export type ScheduleFrame = Pick<GoLive, 'tZeroAt'> & Partial<Pick<GoLive, 'zone' | 'kind'>>;

/** Less float than this is none: differences below a minute are noise of the clock. */
export const CRITICAL_BELOW_MS = 60_000;
