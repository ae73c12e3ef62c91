/** The facts every view over the clock shows: zones, window, gates at their forecast, holds. */
import { useMemo } from 'react';
import { withNow } from '../../../../shared/domain/runbook/drawing/scale.ts';
import { isGo } from '../../../../shared/domain/runbook/task-state.ts';
import { useGoLive, useTable } from '../../../store/live.ts';
import { useSchedule } from '../../../store/task-lines.ts';
import type { ClockFacts } from './clock-shapes.ts';

const HOUR = 3_600_000;

export function useClockFacts(now: number): ClockFacts {
  const { zone, secondZone, tZeroAt, windowStart, windowEnd } = useGoLive();
  const gates = useTable('gate');
  const holds = useTable('hold');
  const schedule = useSchedule();
  return useMemo(
    () => ({
      zone,
      secondZone: secondZone === zone ? '' : secondZone,
      tZeroAt,
      now,
      window: { from: windowStart, to: windowEnd },
      gates: [...gates.values()].flatMap((gate) => {
        const at = schedule.gates.get(gate.id)?.at;
        if (at === undefined) return [];
        const word = `${gate.ref}${isGo(gate) ? ' go' : gate.decision === null ? '' : ` ${gate.decision}`}`;
        const tone = gate.decision === 'no-go' ? ('stop' as const) : isGo(gate) ? ('good' as const) : ('ink' as const);
        return [{ at, word, tone }];
      }),
      holds: [...holds.values()].map(({ ref, startedAt, endedAt, expectedEndAt }) => ({
        from: startedAt,
        to: endedAt ?? Math.max(now, expectedEndAt ?? now),
        word: `${ref} hold`,
      })),
    }),
    [zone, secondZone, tZeroAt, windowStart, windowEnd, gates, holds, schedule, now],
  );
}

/** From the earliest to the latest of what is drawn, and now where it is near, at least an hour, with a little room. */
export function clockSpan(
  lines: readonly {
    readonly times: {
      readonly start: number;
      readonly end: number;
      readonly plannedStart: number | null;
      readonly plannedEnd: number | null;
    };
  }[],
  { now, window, tZeroAt }: ClockFacts,
) {
  let from = tZeroAt;
  let to = tZeroAt;
  for (const { times } of lines) {
    from = Math.min(from, times.start, times.plannedStart ?? times.start);
    to = Math.max(to, times.end, times.plannedEnd ?? times.end);
  }
  if (window.to > from && window.to < to + (to - from)) to = Math.max(to, window.to);
  const span = withNow({ from, to }, now);
  const room = Math.max(HOUR / 4, (span.to - span.from) * 0.04);
  return { from: span.from - room, to: Math.max(span.to, span.from + HOUR) + room };
}
