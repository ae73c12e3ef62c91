/** What may be asked of the schedule: baselines, calendars, and the odds of the finish. */
import { z } from 'zod';
import { id, instant } from '../../shared/base/fields.ts';
import { FreezeBaseline, freezeBaseline, RemoveBaseline, removeBaseline } from '../../shared/domain/runbook/baseline.ts';
import { RemoveCalendar, removeCalendar, SetCalendar, setCalendar } from '../../shared/domain/runbook/calendar.ts';
import { oddsOf } from './odds.ts';
import { act, ask, goLiveIdOf, goLiveRef, nowIn, refused, router } from './trpc.ts';

const share = z.number().min(0).max(1);
const odds = z.object({
  runs: z.number().int(),
  p50At: instant,
  p80At: instant,
  p95At: instant,
  inWindow: share,
  fan: z.array(instant).readonly(),
  drivers: z.array(z.tuple([id, share]).readonly()).readonly(),
});
const known = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Newest entry the odds know of. */
    seq: z.number().int(),
    /** When they were simulated, UTC ms. */
    at: instant,
    /** Null when no open task counts for the finish. */
    odds: odds.nullable(),
  }),
  refused,
]);

export const schedule = router({
  freezeBaseline: act(FreezeBaseline, freezeBaseline, 'manager'),
  removeBaseline: act(RemoveBaseline, removeBaseline, 'manager'),
  setCalendar: act(SetCalendar, setCalendar),
  removeCalendar: act(RemoveCalendar, removeCalendar),
  /** With every act until now; an answer takes as long as the simulation does. */
  odds: ask(z.strictObject({ goLiveId: goLiveRef }), known, async ({ goLiveId }, ctx) => {
    const found = goLiveIdOf(ctx, goLiveId);
    if (!found.ok) return found;
    return { ok: true as const, ...(await oddsOf(ctx.record).current(found.value, nowIn(ctx, found.value))) };
  }),
});
