/** What time it is in a go-live. */
import { shownNow } from '../../shared/domain/drill/clock.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import type { Record } from '../record/record.ts';

/** By its own clock, UTC ms. A drill's never lies before its newest entry, also when somebody set the computer's clock back. */
export function nowOf(record: Pick<Record, 'journal'>, goLive: Pick<GoLive, 'id' | 'clock'>, realNow: number): number {
  return notBehind(record, goLive, shownNow(goLive, realNow));
}

/** `shown` by the clock of the go-live; in a drill no earlier than its newest entry. */
export function notBehind(record: Pick<Record, 'journal'>, goLive: Pick<GoLive, 'id' | 'clock'>, shown: number): number {
  if (goLive.clock === null) return shown;
  return Math.max(shown, record.journal.before(goLive.id, Number.MAX_SAFE_INTEGER, 1)[0]?.at ?? shown);
}
