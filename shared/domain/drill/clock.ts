/** The clock a go-live lives by: the real one, or in a drill a simulated one that never goes back. */
import type { GoLive } from '../go-live/schema.ts';

type OnClock = Pick<GoLive, 'clock'>;

/** What the clock of `goLive` shows at the real instant `realNow`, UTC ms. A real clock that is set back does not turn a drill back. */
export function shownNow({ clock }: OnClock, realNow: number): number {
  if (clock === null) return realNow;
  return Math.round(clock.shownAt + Math.max(0, realNow - clock.realAt) * clock.speed);
}

/**
 * The real instant at which the clock showed or will show `shownAt`, UTC ms, reckoned from its last change; what it showed before that
 * is told as the instant of the change. Infinity for what it will never show while it stands still.
 */
export function realWhen({ clock }: OnClock, shownAt: number): number {
  if (clock === null) return shownAt;
  if (shownAt <= clock.shownAt) return clock.realAt;
  return clock.speed === 0 ? Number.POSITIVE_INFINITY : clock.realAt + (shownAt - clock.shownAt) / clock.speed;
}
