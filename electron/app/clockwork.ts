/**
 * What becomes due by time alone: polls to reveal, waivers that end, tasks that start by themselves, forecasts to keep, the trouble of
 * drills. Each is an act of Gantry itself, in the journal like any other, by the clock of its go-live.
 */
import type { Act } from '../../shared/base/rule.ts';
import { isRevealDue } from '../../shared/domain/gate/sealed-poll.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import { dueWaivers, expireWaivers } from '../../shared/domain/readiness/waivers.ts';
import type { Record } from '../record/record.ts';
import { keepDueForecast } from './due-forecast.ts';
import { nowOf } from './go-live-clock.ts';
import { revealDuePoll } from './sealed-poll.ts';
import { startByThemselves } from './self-starts.ts';
import { runTrouble } from './trouble.ts';

/** Who acts when nobody did. */
const CLOCK = 'Gantry';

/**
 * Does all that is due at the real instant `realNow`, in go-lives that are not over; in `only` that one when it is given. What cannot be
 * done in one, such as a drill, keeps no other from what is due there; it is thrown after all had their turn.
 */
export function runDueActs(record: Record, realNow: number, newId: () => string, only?: string): void {
  const errors: unknown[] = [];
  for (const goLive of record.goLives()) {
    if (goLive.stage === 'closed' || goLive.stage === 'scrubbed' || (only !== undefined && goLive.id !== only)) continue;
    try {
      runDueActsOf(record, goLive, realNow, newId);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}

function runDueActsOf(record: Record, goLive: GoLive, realNow: number, newId: () => string): void {
  const now = nowOf(record, goLive, realNow);
  const act: Act = { goLiveId: goLive.id, now, occurredAt: now, actor: CLOCK, personId: null, newId };
  for (const poll of record.rows(goLive.id).poll.values()) {
    if (isRevealDue(record.rows(goLive.id), poll, now)) revealDuePoll(record, poll, act);
  }
  if (dueWaivers(record.rows(goLive.id), now).length > 0) expire(record, act);
  startByThemselves(record, act);
  if (goLive.kind === 'drill') runTrouble(record, act);
  keepDueForecast(record, act);
}

function expire(record: Record, act: Act): void {
  const verdict = expireWaivers(record.rows(act.goLiveId), act);
  if (!verdict.ok) return;
  const { action, changes, note } = verdict.value;
  record.commit({ goLiveId: act.goLiveId, at: act.now, occurredAt: act.now, actor: CLOCK, action, note, undoes: null, changes });
}
