/** Streams as lanes on the clock: tasks that overlap in time lie in rows of their own below each other. */
import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import { goesForward, tallyOf } from '../../../../shared/domain/runbook/tally.ts';

export const LANE_ROW = 26;
const HEAD = 10;

export interface Block {
  readonly line: TaskLine;
  /** Px from the top of the first lane. */
  readonly y: number;
}

export interface Lane {
  readonly name: string;
  readonly tasks: number;
  readonly closed: number;
  readonly stopped: number;
  readonly late: number;
  readonly y: number;
  readonly height: number;
  /** In the order of start. */
  readonly blocks: readonly Block[];
}

/** In the order in which their first tasks start. A block is at least `leastMs` long for this, so that short ones do not cover each other. */
export function lanesOf(lines: readonly TaskLine[], leastMs: number): readonly Lane[] {
  const worked = lines
    .filter(({ task }) => task.kind !== 'group')
    .sort((a, b) => a.times.start - b.times.start || a.times.end - b.times.end);
  let y = 0;
  return [...Map.groupBy(worked, ({ task }) => task.stream)].map(([name, own]) => {
    const { rows, count } = packed(own, leastMs);
    const { all: tasks, closed, stopped, late } = tallyOf(own.filter(({ task }) => goesForward(task)));
    const lane = {
      name: name || 'No stream',
      tasks,
      closed,
      stopped,
      late,
      y,
      height: Math.max(2, count) * LANE_ROW + HEAD,
      blocks: own.map((line, at) => ({ line, y: y + HEAD / 2 + (rows[at] as number) * LANE_ROW })),
    };
    y += lane.height;
    return lane;
  });
}

/** For each line the first row that is free at its start. */
function packed(lines: readonly TaskLine[], leastMs: number): { readonly rows: readonly number[]; readonly count: number } {
  const freeFrom: number[] = [];
  const rows = lines.map(({ times }) => {
    const found = freeFrom.findIndex((at) => at <= times.start);
    const row = found === -1 ? freeFrom.length : found;
    freeFrom[row] = Math.max(times.end, times.start + leastMs);
    return row;
  });
  return { rows, count: freeFrom.length };
}
