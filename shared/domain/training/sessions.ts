/** Where each session stands: its seats, and whether its attendance has been taken. */
import type { TrainingRows } from './coverage.ts';
import { coursesInOrder } from './coverage.ts';
import type { Course, Session } from './schema.ts';
import { holdsPlace, wantsPlace } from './seats.ts';

/** `attendance due`: it has begun and people booked on it are not marked yet. `after T-0`: too late for the first work on the new system; once T-0 has passed, such sessions are to come like any other. */
export const sessionStates = ['attendance due', 'to come', 'after T-0', 'held', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

export interface SessionLine {
  readonly session: Session;
  readonly course: Course;
  readonly state: SessionState;
  /** Booked or attended. */
  readonly taken: number;
  readonly attended: number;
  /** Never negative. */
  readonly free: number;
}

/** Every session, in the order of `sessionStates`, then by start. */
export function sessionLines(rows: TrainingRows, tZeroAt: number, now: number): readonly SessionLine[] {
  const counts = new Map<string, { taken: number; attended: number; booked: number }>();
  for (const seat of rows.seat.values()) {
    if (seat.sessionId === null || !holdsPlace(seat)) continue;
    const count = counts.get(seat.sessionId) ?? { taken: 0, attended: 0, booked: 0 };
    count.taken += 1;
    if (seat.status === 'attended') count.attended += 1;
    else count.booked += 1;
    counts.set(seat.sessionId, count);
  }
  const lines = [...rows.session.values()].flatMap((session) => {
    const course = rows.course.get(session.courseId);
    if (!course) return [];
    const { taken, attended, booked } = counts.get(session.id) ?? { taken: 0, attended: 0, booked: 0 };
    const state = stateOf(session, booked, tZeroAt, now);
    return [{ session, course, state, taken, attended, free: Math.max(0, session.capacity - taken) }];
  });
  return lines.sort(
    (a, b) =>
      sessionStates.indexOf(a.state) - sessionStates.indexOf(b.state) ||
      a.session.startsAt - b.session.startsAt ||
      (a.session.id < b.session.id ? -1 : 1),
  );
}

export interface UnservedCourse {
  readonly course: Course;
  /** People without a seat for whom no session to come has room. */
  readonly people: number;
}

/** Courses for which people without a seat find no room in a session to come (before T-0 while that lies ahead), most people first; required ones before others. */
export function unservedCourses(rows: TrainingRows, lines: readonly SessionLine[]): readonly UnservedCourse[] {
  const waiting = new Map<string, number>();
  for (const seat of rows.seat.values()) if (wantsPlace(seat)) waiting.set(seat.courseId, (waiting.get(seat.courseId) ?? 0) + 1);
  for (const { course, state, free } of lines) {
    if (state === 'to come') waiting.set(course.id, (waiting.get(course.id) ?? 0) - free);
  }
  return coursesInOrder(rows)
    .map((course) => ({ course, people: waiting.get(course.id) ?? 0 }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => Number(b.course.isRequired) - Number(a.course.isRequired) || b.people - a.people);
}

function stateOf(session: Session, booked: number, tZeroAt: number, now: number): SessionState {
  if (session.isCancelled) return 'cancelled';
  if (session.startsAt <= now) return booked > 0 ? 'attendance due' : 'held';
  return now < tZeroAt && session.startsAt >= tZeroAt ? 'after T-0' : 'to come';
}
