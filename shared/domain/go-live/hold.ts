/**
 * What a hold is: the clock that stands still, and where T-0 comes to lie by it.
 *
 * A called hold stops T-minus. Nobody planned its time, so when it ends T-0 has moved by its whole length, and with T-0 everything
 * that is counted from it. T-minus goes on where it stood.
 *
 * A built-in hold is a task of kind `hold`. It begins when that task is started and ends when the task ends. Its planned length is in
 * the offsets of the plan already, so T-minus stands still while it runs and then takes up the time of the plan again: T-0 moves only
 * by what the hold ran over its planned length. One that is cut short moves nothing; the time it leaves is the plan's reserve.
 *
 * L-minus is clock time: how long until T-0 really comes. Built-in holds still to come are inside it, because they lie before T-0 in the
 * plan; a running hold adds what it is expected to move T-0 by. Outside of holds L-minus and T-minus are the same length.
 *
 * One hold runs at a time. Moving T-0 by hand waits until it is over. The change window never moves unless somebody asks.
 */
import type { Hold } from '../runbook/schedule-schema.ts';
import type { Rows } from '../tables.ts';
import type { GoLive } from './schema.ts';

type HoldRows = Pick<Rows, 'hold' | 'task'>;

/** The hold that runs; null while the clock runs. */
export function holdNow(rows: Pick<Rows, 'hold'>): Hold | null {
  for (const hold of rows.hold.values()) if (hold.endedAt === null) return hold;
  return null;
}

/** Why a task stays a hold: it is the built-in hold that runs. Null for every other task. */
export function staysHold(rows: Pick<Rows, 'hold'>, taskId: string): string | null {
  const hold = holdNow(rows);
  return hold?.taskId === taskId ? `Its hold ${hold.ref} runs, so it stays a hold. Resume the clock first.` : null;
}

/** Time counted from T-0 as the clock shows it, ms: negative before T-0, and standing still in a hold. */
export function tMinus(rows: Pick<Rows, 'hold'>, goLive: Pick<GoLive, 'tZeroAt'>, now: number): number {
  return (holdNow(rows)?.startedAt ?? now) - goLive.tZeroAt;
}

/** Clock time left until T-0 really comes, ms; negative once it is past. */
export function lMinus(rows: HoldRows, goLive: Pick<GoLive, 'tZeroAt'>, now: number): number {
  return tZeroExpected(rows, goLive, now) - now;
}

/** When T-0 comes if the running hold ends as expected, at the earliest now; without a hold T-0 as it is. */
export function tZeroExpected(rows: HoldRows, goLive: Pick<GoLive, 'tZeroAt'>, now: number): number {
  const hold = holdNow(rows);
  return hold ? tZeroAfter(rows, goLive, hold, Math.max(now, hold.expectedEndAt ?? now)) : goLive.tZeroAt;
}

/** T-0 as it will be when `hold` ends at `endedAt`. */
export function tZeroAfter(rows: HoldRows, goLive: Pick<GoLive, 'tZeroAt'>, hold: Hold, endedAt: number): number {
  return goLive.tZeroAt + Math.max(0, endedAt - hold.startedAt - plannedLeft(rows, hold));
}

/** How much of `hold` is in the plan already, ms: none of a called one; of a built-in one what it has not used since its task began. */
export function plannedLeft(rows: HoldRows, hold: Pick<Hold, 'id' | 'taskId'>): number {
  const task = hold.taskId === null ? undefined : rows.task.get(hold.taskId);
  if (!task) return 0;
  let used = 0;
  for (const { id, taskId, startedAt, endedAt } of rows.hold.values()) {
    const isEarlier = taskId === task.id && id !== hold.id && endedAt !== null;
    if (isEarlier && startedAt >= (task.actualStart ?? Number.POSITIVE_INFINITY)) used += endedAt - startedAt;
  }
  return Math.max(0, task.durationMs - used);
}
