/** How a trainer drives the clock of a drill: faster, slower, still, or ahead to what comes next. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { LAST_INSTANT } from '../../base/fields.ts';
import { ok, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { type GoLive, goLive as goLives } from '../go-live/schema.ts';
import { scheduleOf } from '../runbook/schedule.ts';
import type { Rows } from '../tables.ts';
import { shownNow } from './clock.ts';
import type { SetSpeed } from './commands.ts';

/** `realNow` is the host's clock, UTC ms; `act.now` is what the drill shows. */
export function setSpeed(rows: Rows, { speed }: z.infer<typeof SetSpeed>, act: Act, realNow: number): Verdict {
  const found = drillOf(rows, act.goLiveId);
  if (!found.ok) return found;
  if (found.value.clock?.speed === speed) return refuse('nothing-changed', 'The clock runs at that speed already. Nothing was changed.');
  const clock = { realAt: realNow, shownAt: shownTo(found.value, act, realNow), speed };
  return decide('drill.speed', update(goLives, found.value, { clock }), found.value.id);
}

/** Only ever ahead. `to` is UTC ms by the clock of the drill. */
export function jumpAhead(rows: Rows, to: number, act: Act, realNow: number): Verdict {
  const found = drillOf(rows, act.goLiveId);
  if (!found.ok) return found;
  if (to <= shownTo(found.value, act, realNow))
    return refuse('backward', 'That time has passed in this drill, and its clock never goes back. Give a later one.');
  if (to > LAST_INSTANT) return refuse('too-far', 'That time lies after the year 2199. The clock stays where it is.');
  const clock = { realAt: realNow, shownAt: to, speed: found.value.clock?.speed ?? 1 };
  return decide('drill.jump', update(goLives, found.value, { clock }), found.value.id);
}

/** What the drill has shown already: also when the computer's clock was set back since. */
function shownTo(goLive: GoLive, { now }: Pick<Act, 'now'>, realNow: number): number {
  return Math.max(now, shownNow(goLive, realNow));
}

/** The drill, when it is one and is not over. */
export function drillOf(rows: Pick<Rows, 'goLive'>, goLiveId: string): Result<GoLive> {
  const goLive = rows.goLive.get(goLiveId);
  if (goLive?.kind !== 'drill')
    return refuse('no-drill', 'This is no drill. Its clock is the real one, and nothing is put in. Make a drill on the Rehearsals board.');
  if (goLive.stage === 'closed' || goLive.stage === 'scrubbed')
    return refuse('over', `${goLive.ref} is over. Its clock stays.`, [goLive.ref]);
  return ok(goLive);
}

/**
 * The next instant after `now` at which something is forecast to start or end, a hold or block to be over, a poll to be revealed, or one
 * of `due`; null when nothing is ahead.
 */
export function nextEvent(rows: Rows, goLive: GoLive, now: number, due: readonly number[] = []): number | null {
  let next = Number.POSITIVE_INFINITY;
  const look = (at: number | null) => {
    if (at !== null && at > now && at < next) next = at;
  };
  for (const at of due) look(at);
  const { times, gates } = scheduleOf(rows, goLive, now);
  for (const task of rows.task.values()) {
    const span = times.get(task.id);
    if (!span || span.end <= now) continue;
    look(span.start);
    look(span.end);
    if (task.status === 'blocked') look(task.clearsAt);
  }
  for (const { at } of gates.values()) look(at);
  for (const { endedAt, expectedEndAt } of rows.hold.values()) if (endedAt === null) look(expectedEndAt);
  for (const { revealedAt, closesAt, isWithdrawn } of rows.poll.values()) if (revealedAt === null && !isWithdrawn) look(closesAt);
  for (const { struckAt, endedAt, lengthMs } of rows.injection.values())
    if (struckAt !== null && endedAt === null && lengthMs > 0) look(struckAt + lengthMs);
  return Number.isFinite(next) ? Math.ceil(next) : null;
}
