/** What becomes due by time alone: polls to reveal and waivers that end. Each is an act of Gantry itself, in the journal like any other. */
import type { Act } from '../../shared/base/rule.ts';
import { isRevealDue } from '../../shared/domain/gate/sealed-poll.ts';
import { dueWaivers, expireWaivers } from '../../shared/domain/readiness/waivers.ts';
import type { Record } from '../record/record.ts';
import { revealDuePoll } from './sealed-poll.ts';

/** Who acts when nobody did. */
const CLOCK = 'Gantry';

/** Does all that is due at `now`, in go-lives that are not over. */
export function runDueActs(record: Record, now: number, newId: () => string): void {
  for (const goLive of record.goLives()) {
    if (goLive.stage === 'closed' || goLive.stage === 'scrubbed') continue;
    const act: Act = { goLiveId: goLive.id, now, occurredAt: now, actor: CLOCK, personId: null, newId };
    for (const poll of record.rows(goLive.id).poll.values()) {
      if (isRevealDue(record.rows(goLive.id), poll, now)) revealDuePoll(record, poll, act);
    }
    if (dueWaivers(record.rows(goLive.id), now).length > 0) expire(record, act);
  }
}

function expire(record: Record, act: Act): void {
  const verdict = expireWaivers(record.rows(act.goLiveId), act);
  if (!verdict.ok) return;
  const { action, changes, note } = verdict.value;
  record.commit({ goLiveId: act.goLiveId, at: act.now, occurredAt: act.now, actor: CLOCK, action, note, undoes: null, changes });
}
