/** What happens to people's seats: who needs a course, who is booked on which session, who came. */
import type { z } from 'zod';
import { type Change, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { byName } from '../roster/order.ts';
import type { Rows } from '../tables.ts';
import type { BookSeat, MarkSeat, NeedCourse, UnbookSeat } from './commands.ts';
import { type Seat, type Session, seat as seats } from './schema.ts';
import { freePlaces, newSeat, peopleMeant, seatFinder, wantsPlace } from './seats.ts';
import { cancelled, unknownCourse, unknownSession } from './session-rules.ts';

/** People who need it already are left out. Somebody named who was excused needs it again. */
export function needCourse(rows: Rows, command: z.infer<typeof NeedCourse>, act: Act): Verdict {
  const course = rows.course.get(command.courseId);
  if (!course) return unknownCourse();
  if (command.personIds.some((personId) => !rows.person.has(personId))) return unknownPerson();
  const people = peopleMeant(rows, command);
  if (people.size === 0) return nobodyMeant();
  const named = new Set(command.personIds);
  const seatOf = seatFinder(rows);
  const changes = [...people.keys()].flatMap((personId) => {
    const seat = seatOf(course.id, personId);
    if (!seat) return [newSeat(act, course.id, personId)];
    if (seat.status !== 'excused' || !named.has(personId)) return [];
    return update(seats, seat, { status: 'needed', sessionId: null, note: '' });
  });
  if (changes.length === 0)
    return refuse('nothing-changed', `All of them need ${course.title} already. Nothing was changed.`, [course.ref]);
  const left = people.size - changes.length;
  return decide(
    'seat.need',
    changes,
    people.size === 1 ? (changes[0]?.id ?? null) : null,
    left === 0 ? '' : `${left} of ${people.size} needed it already`,
  );
}

/** People named by id are booked all or none. Of a department, a job role or everyone, as many as there are free places, by name. */
export function bookSeat(rows: Rows, command: z.infer<typeof BookSeat>, act: Act): Verdict {
  const session = rows.session.get(command.sessionId);
  if (!session) return unknownSession();
  if (session.isCancelled) return cancelled('Nobody was booked. Choose another session.');
  if (command.personIds.some((personId) => !rows.person.has(personId))) return unknownPerson();
  const seatOf = seatFinder(rows);
  const free = freePlaces(rows, session);
  const named = [...new Set(command.personIds)];
  for (const personId of named) {
    const seat = seatOf(session.courseId, personId);
    const name = rows.person.get(personId)?.name ?? '';
    if (seat?.status === 'attended') return refuse('has-attended', `${name} has attended this course. Nobody was booked.`, [name]);
    if (seat?.status === 'booked' && seat.sessionId === session.id)
      return refuse('already-booked', `${name} is booked on this session already.`, [name]);
  }
  if (named.length > free) return tooFew(free, named.length);
  const others = waiting(rows, session, command).filter((seat) => !named.includes(seat.personId));
  if (named.length + others.length === 0) return nobodyMeant();
  const booked = others.slice(0, free - named.length);
  if (named.length + booked.length === 0) return tooFew(free, others.length);
  const changes: Change[] = named.flatMap((personId) => {
    const seat = seatOf(session.courseId, personId);
    return seat ? bookedOn(seat, session) : [newSeat(act, session.courseId, personId, session.id)];
  });
  changes.push(...booked.flatMap((seat) => bookedOn(seat, session)));
  const left = others.length - booked.length;
  return decide(
    'seat.book',
    changes,
    changes.length === 1 ? (changes[0]?.id ?? null) : null,
    left === 0 ? '' : `${left} still without a seat: the session is full`,
  );
}

/** Takes people off their session; they need a seat again. */
export function unbookSeat(rows: Rows, command: z.infer<typeof UnbookSeat>, _act: Act): Verdict {
  const changes: Change[] = [];
  for (const seatId of new Set(command.seatIds)) {
    const seat = rows.seat.get(seatId);
    if (!seat) return unknownSeat();
    if (seat.status !== 'booked')
      return refuse('not-booked', `${nameOf(rows, seat)} is not booked but ${seat.status}. Nothing was changed.`);
    changes.push(...update(seats, seat, { status: 'needed', sessionId: null }));
  }
  return decide('seat.unbook', changes, changes.length === 1 ? (changes[0]?.id ?? null) : null);
}

/** Attendance. Who attended or was absent has a session that has begun; who is excused needs a reason and no session. */
export function markSeat(rows: Rows, command: z.infer<typeof MarkSeat>, act: Act): Verdict {
  const cameTo = command.sessionId === undefined ? null : rows.session.get(command.sessionId);
  if (cameTo === undefined) return unknownSession();
  if (cameTo?.isCancelled) return cancelled('Nobody can have attended it. Choose another session.');
  const changes: Change[] = [];
  const marked = new Set<string>();
  for (const { seatId, status, note } of command.marks) {
    const seat = rows.seat.get(seatId);
    if (!seat || marked.has(seatId)) return unknownSeat();
    marked.add(seatId);
    const name = nameOf(rows, seat);
    if (status === 'excused') {
      if (note === '') return refuse('reason-needed', `Say why ${name} is excused from the course. Nothing was changed.`, [name]);
      changes.push(...update(seats, seat, { status, note, sessionId: null }));
      continue;
    }
    const session = cameTo ?? (seat.sessionId === null ? undefined : rows.session.get(seat.sessionId));
    if (!session) return refuse('no-session', `${name} is booked on no session. Nothing was changed. Say which session it was.`, [name]);
    if (session.courseId !== seat.courseId)
      return refuse('other-course', `That session is of another course than the seat of ${name}. Nothing was changed.`, [name]);
    if (session.startsAt > act.now)
      return refuse('not-begun', 'The session has not begun, so nobody can have attended or missed it. Nothing was changed.');
    changes.push(...update(seats, seat, { status, note, sessionId: session.id }));
  }
  if (changes.length === 0) return refuse('nothing-changed', 'They are marked so already. Nothing was changed.');
  return decide('seat.mark', changes, marked.size === 1 ? (changes[0]?.id ?? null) : null);
}

/** Seats of the session's course without a place whose people the command means, by name. */
function waiting(rows: Rows, session: Session, command: z.infer<typeof BookSeat>): readonly Seat[] {
  const { department, jobRole, everyone } = command;
  if (!everyone && department === undefined && jobRole === undefined) return [];
  const meant = everyone ? rows.person : peopleMeant(rows, { personIds: [], department, jobRole });
  return [...rows.seat.values()]
    .filter((seat) => seat.courseId === session.courseId && wantsPlace(seat) && meant.has(seat.personId))
    .map((seat) => ({ seat, person: meant.get(seat.personId) }))
    .sort((a, b) => (a.person && b.person ? byName(a.person, b.person) : 0))
    .map(({ seat }) => seat);
}

function bookedOn(seat: Seat, session: Session): readonly Change[] {
  return update(seats, seat, { status: 'booked', sessionId: session.id, note: '' });
}

function tooFew(free: number, wanted: number) {
  const places = free === 0 ? 'The session is full' : `The session has ${free} free ${free === 1 ? 'seat' : 'seats'} for ${wanted} people`;
  return refuse('full', `${places}. Nobody was booked. Choose another session or give this one more seats.`);
}

function nobodyMeant() {
  return refuse('nobody', 'Nobody matches, or all of them have a seat already. Nothing was changed. Say which people or which department.');
}

function unknownPerson() {
  return refuse('unknown-person', 'Somebody is not in the roster of this go-live. Nothing was changed. Reload the board and choose again.');
}

function unknownSeat() {
  return refuse('unknown-seat', 'A seat is named twice or is not in this go-live. Nothing was changed. Reload the board.');
}

function nameOf(rows: Rows, seat: Seat): string {
  return rows.person.get(seat.personId)?.name ?? 'Somebody';
}
