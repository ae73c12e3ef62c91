/** Seats: finding a person's need of a course, making one, and how many places of a session are taken. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import type { Row, Rows } from '../tables.ts';
import { type Seat, type Session, seat as seats } from './schema.ts';

export function newSeat(act: Act, courseId: string, personId: string, sessionId: string | null = null): Change {
  const status = sessionId === null ? 'needed' : 'booked';
  return insert(seats, { id: act.newId(), goLiveId: act.goLiveId, courseId, personId, sessionId, status, note: '' });
}

/** Looks up a person's seat of a course; undefined when they do not need it. */
export function seatFinder(rows: Pick<Rows, 'seat'>): (courseId: string, personId: string) => Seat | undefined {
  const found = new Map([...rows.seat.values()].map((seat) => [`${seat.courseId} ${seat.personId}`, seat]));
  return (courseId, personId) => found.get(`${courseId} ${personId}`);
}

/** Places still free for booking; never negative. */
export function freePlaces(rows: Pick<Rows, 'seat'>, session: Session): number {
  return Math.max(0, session.capacity - takenPlaces(rows, session.id));
}

/** Seats booked on the session or attended in it. */
export function takenPlaces(rows: Pick<Rows, 'seat'>, sessionId: string): number {
  let taken = 0;
  for (const seat of rows.seat.values()) if (seat.sessionId === sessionId && holdsPlace(seat)) taken += 1;
  return taken;
}

export function holdsPlace(seat: Pick<Seat, 'status'>): boolean {
  return seat.status === 'booked' || seat.status === 'attended';
}

/** Needs the course and holds no place: never booked, or was absent. */
export function wantsPlace(seat: Pick<Seat, 'status'>): boolean {
  return seat.status === 'needed' || seat.status === 'absent';
}

/** People named by id, and all that match the department and job role where one is given. Ids nobody has are left out. */
export function peopleMeant(
  rows: Pick<Rows, 'person'>,
  whom: { readonly personIds: readonly string[]; readonly department?: string; readonly jobRole?: string },
): ReadonlyMap<string, Row<'person'>> {
  const meant = new Map<string, Row<'person'>>();
  for (const personId of whom.personIds) {
    const person = rows.person.get(personId);
    if (person) meant.set(personId, person);
  }
  if (whom.department === undefined && whom.jobRole === undefined) return meant;
  for (const person of rows.person.values()) {
    const isIn = whom.department === undefined || person.department === whom.department;
    if (isIn && (whom.jobRole === undefined || person.jobRole === whom.jobRole)) meant.set(person.id, person);
  }
  return meant;
}
