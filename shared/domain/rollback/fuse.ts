/** The rollback fuse: the last instant at which rolling back still ends inside the change window, now and as the forecast goes on. */
import type { Gate } from '../gate/schema.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { RollbackKind } from '../playbook/answers.ts';
import { type Schedule, scheduleOf } from '../runbook/schedule.ts';
import type { Task } from '../runbook/schema.ts';
import { isGo, isInRun } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import { longestSurrounding } from './course.ts';
import { undoLength, wasDone } from './plan.ts';

const MINUTE = 60_000;
const LEAST_WARNING = 30 * MINUTE;

/**
 * `safe` while there is time to decide; `warning` when less than half an hour, or less than twice the time back, is left (whichever is
 * more); `burnt` when a rollback started now would overrun the change window.
 */
export type FuseState = 'safe' | 'warning' | 'burnt';

export interface Burn {
  /** The first instant at which starting the rollback would overrun, UTC ms. By time alone: the last at which it does not. */
  readonly at: number;
  /** The task whose start lengthens the way back beyond what is left; null when time alone runs out. */
  readonly task: Task | null;
  /** Time back to safety by then, ms. */
  readonly backMs: number;
}

export interface Fuse {
  /** The kind of rollback it reckons with: of those that may have to be done the one that takes longest. */
  readonly kind: RollbackKind;
  /** Time back to safety from the present state by that kind, with the steps of the playbook and the consistency check, ms. */
  readonly backMs: number;
  /** A rollback of that kind started at this instant ends exactly at the window's end, UTC ms. Lies in the past once it is burnt. */
  readonly lastSafeAt: number;
  /** Where the warning begins, UTC ms. */
  readonly warnsAt: number;
  readonly state: FuseState;
}

export interface ForecastFuse extends Fuse {
  /** When it burns through if work goes on as forecast; equals `lastSafeAt` when nothing more starts before. */
  readonly projected: Burn;
}

type Facts = Pick<Rows, 'task' | 'link' | 'playbookCopy'> & Parameters<typeof scheduleOf>[0];
type Forecast = Pick<Schedule, 'times'>;

/** The fuse with what the forecast makes of it. `forecast` is handed in where it is known already. Null as for `fuseAt`. */
export function rollbackFuse(rows: Facts, goLive: GoLive, now: number, forecast?: Forecast): ForecastFuse | null {
  const fuse = fuseAt(rows, goLive, now);
  return fuse && { ...fuse, projected: projectedBurn(rows, goLive, now, forecast) };
}

/** The fuse of the present state. Null when nothing that was done is to be taken back. */
export function fuseAt(
  rows: Pick<Rows, 'task' | 'link' | 'playbookCopy'>,
  { windowEnd }: Pick<GoLive, 'windowEnd'>,
  now: number,
): Fuse | null {
  const undoMs = undoLength(rows);
  if (undoMs === null) return null;
  const { kind, lengthMs } = longestSurrounding(rows);
  const backMs = undoMs + lengthMs;
  const lastSafeAt = windowEnd - backMs;
  const warnsAt = lastSafeAt - Math.max(LEAST_WARNING, 2 * backMs);
  return { kind, backMs, lastSafeAt, warnsAt, state: fuseState({ lastSafeAt, warnsAt }, now) };
}

/** How it stands at another instant while nothing is worked. */
export function fuseState({ lastSafeAt, warnsAt }: Pick<Fuse, 'lastSafeAt' | 'warnsAt'>, now: number): FuseState {
  if (now > lastSafeAt) return 'burnt';
  return now > warnsAt ? 'warning' : 'safe';
}

/** When the fuse burns through if tasks start as forecast. Linear but for the few looks of a search by halves. */
export function projectedBurn(rows: Facts, goLive: GoLive, now: number, forecast: Forecast = scheduleOf(rows, goLive, now)): Burn {
  const { windowEnd } = goLive;
  const { times } = forecast;
  const coming = [...rows.task.values()]
    .filter((task) => task.undoMs !== null && !wasDone(task) && isComing(task) && isInRun(task, goLive))
    .flatMap((task) => {
      const span = times.get(task.id);
      return span ? [{ task, at: Math.max(span.start, now) }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const started = new Map(coming.map(({ task }, place) => [task.id, place]));
  const { lengthMs } = longestSurrounding(rows);
  /** Time back once the first `count` of the coming tasks have started; none while nothing is to be taken back. */
  const backAfter = (count: number) => {
    const undoMs = undoLength(rows, (task) => wasDone(task) || (started.get(task.id) ?? count) < count);
    return undoMs === null ? 0 : undoMs + lengthMs;
  };

  // Start and time back both only grow, so the first start that overruns is found by halving.
  let none = 0;
  let all = coming.length + 1;
  while (all - none > 1) {
    const middle = (none + all) >> 1;
    if ((coming[middle - 1]?.at as number) + backAfter(middle) > windowEnd) all = middle;
    else none = middle;
  }
  const tipping = coming[all - 1];
  const before = backAfter(none);
  const byTime = windowEnd - before;
  if (!tipping || byTime < tipping.at) return { at: byTime, task: null, backMs: before };
  return { at: tipping.at, task: tipping.task, backMs: backAfter(all) };
}

/** Points of no return that were passed, the first first: a rollback now needs to say why all the same. */
export function passedNoReturn(rows: Pick<Rows, 'gate'>): readonly Gate[] {
  return noReturn(rows)
    .filter(isGo)
    .sort((a, b) => (a.decidedAt ?? 0) - (b.decidedAt ?? 0));
}

/** Points of no return still ahead, in the order of the gates. */
export function comingNoReturn(rows: Pick<Rows, 'gate'>): readonly Gate[] {
  return noReturn(rows)
    .filter((gate) => !isGo(gate))
    .sort((a, b) => a.position - b.position);
}

function noReturn(rows: Pick<Rows, 'gate'>): Gate[] {
  return [...rows.gate.values()].filter(({ isPointOfNoReturn }) => isPointOfNoReturn);
}

/** Work on it is still expected. */
function isComing({ kind, status }: Task): boolean {
  return kind !== 'rollback' && kind !== 'group' && (status === 'planned' || status === 'blocked' || status === 'failed');
}
