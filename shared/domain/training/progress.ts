/** Coverage of required courses over time, from when the sessions people attended ended. */
import { counted, noTally, percentTrained, type TrainingRows } from './coverage.ts';

export interface ProgressPoint {
  /** UTC ms. */
  readonly at: number;
  /** Share of needed required seats attended by then, in percent, not rounded. */
  readonly percent: number;
}

export interface Progress {
  /** Steps in time: each holds until the next. The first is 0 percent at the first session's start; empty when nobody attended yet. */
  readonly points: readonly ProgressPoint[];
  /** Percent now, cut to whole numbers; null when nobody needs a required course. */
  readonly now: number | null;
  /** Percent when everybody who is booked will have attended, cut to whole numbers. */
  readonly booked: number | null;
}

export function trainingProgress(rows: TrainingRows): Progress {
  const attendedAt = new Map<number, number>();
  let tally = noTally;
  let firstStart = Number.POSITIVE_INFINITY;
  for (const seat of rows.seat.values()) {
    if (!rows.course.get(seat.courseId)?.isRequired) continue;
    tally = counted(tally, seat);
    const session = seat.status === 'attended' && seat.sessionId !== null ? rows.session.get(seat.sessionId) : undefined;
    if (!session) continue;
    firstStart = Math.min(firstStart, session.startsAt);
    attendedAt.set(session.endsAt, (attendedAt.get(session.endsAt) ?? 0) + 1);
  }
  const steps: ProgressPoint[] = [];
  let attended = 0;
  for (const [at, people] of [...attendedAt].sort(([a], [b]) => a - b)) {
    attended += people;
    steps.push({ at, percent: (attended * 100) / tally.needed });
  }
  return {
    points: steps.length === 0 ? [] : [{ at: firstStart, percent: 0 }, ...steps],
    now: percentTrained(tally),
    booked: percentTrained({ attended: tally.attended + tally.booked, needed: tally.needed }),
  };
}
