/** What happens to courses and their sessions: add, edit, cancel. */
import type { z } from 'zod';
import { insert, update } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { refMaker } from '../refs.ts';
import type { Rows } from '../tables.ts';
import type { AddCourse, AddSession, CancelSession, EditCourse, EditSession } from './commands.ts';
import { course as courses, type Session, seat as seats, session as sessions } from './schema.ts';
import { takenPlaces } from './seats.ts';

export function addCourse(rows: Rows, command: z.infer<typeof AddCourse>, act: Act): Verdict {
  const same = [...rows.course.values()].find(({ title }) => title.toLowerCase() === command.title.toLowerCase());
  if (same)
    return refuse('already-there', `${same.ref} is called ${same.title} already. Nothing was added. Give another title.`, [same.ref]);
  const id = act.newId();
  const positions = [...rows.course.values()].map(({ position }) => position);
  const added = insert(courses, {
    ...command,
    id,
    goLiveId: act.goLiveId,
    ref: refMaker('course', rows.course.values())(),
    position: Math.max(-1, ...positions) + 1,
  });
  return decide('course.add', [added], id);
}

export function editCourse(rows: Rows, command: z.infer<typeof EditCourse>, _act: Act): Verdict {
  const { courseId, ...fields } = command;
  const course = rows.course.get(courseId);
  if (!course) return unknownCourse();
  const changes = update(courses, course, fields);
  if (changes.length === 0) return refuse('nothing-changed', `${course.ref} already is as you entered it.`, [course.ref]);
  return decide('course.edit', changes, course.id);
}

export function addSession(rows: Rows, command: z.infer<typeof AddSession>, act: Act): Verdict {
  if (!rows.course.has(command.courseId)) return unknownCourse();
  const wrong = wrongTimes(command);
  if (wrong) return wrong;
  const id = act.newId();
  return decide('session.add', [insert(sessions, { ...command, id, goLiveId: act.goLiveId, isCancelled: false })], id);
}

export function editSession(rows: Rows, command: z.infer<typeof EditSession>, _act: Act): Verdict {
  const { sessionId, ...fields } = command;
  const session = rows.session.get(sessionId);
  if (!session) return unknownSession();
  if (session.isCancelled) return cancelled('It cannot be edited. Add a new one.');
  const wrong = wrongTimes({ ...session, ...fields });
  if (wrong) return wrong;
  const taken = takenPlaces(rows, session.id);
  const capacity = fields.capacity ?? session.capacity;
  if (capacity < session.capacity && capacity < taken) {
    return refuse('too-small', `${taken} people hold a seat, so ${capacity} are too few. Nothing was changed. Unbook some first.`);
  }
  const changes = update(sessions, session, fields);
  if (changes.length === 0) return refuse('nothing-changed', 'The session already is as you entered it.');
  return decide('session.edit', changes, session.id);
}

/** People booked on it need a seat again; the note says how many. */
export function cancelSession(rows: Rows, command: z.infer<typeof CancelSession>, _act: Act): Verdict {
  const session = rows.session.get(command.sessionId);
  if (!session) return unknownSession();
  if (session.isCancelled) return cancelled('Nothing was changed.');
  const inIt = [...rows.seat.values()].filter((seat) => seat.sessionId === session.id);
  const attended = inIt.filter(({ status }) => status === 'attended').length;
  if (attended > 0) {
    const who = attended === 1 ? '1 person has' : `${attended} people have`;
    return refuse('took-place', `${who} attended this session, so it took place. It stays as it is.`);
  }
  const booked = inIt.filter(({ status }) => status === 'booked');
  const freed = booked.flatMap((seat) => update(seats, seat, { status: 'needed', sessionId: null }));
  const note =
    booked.length === 0
      ? 'Nobody was booked on it'
      : `${booked.length} booked ${booked.length === 1 ? 'person needs' : 'people need'} another seat`;
  return decide(
    'session.cancel',
    [...update(sessions, session, { isCancelled: true }), ...freed],
    session.id,
    `${command.reason}\n${note}`,
  );
}

export function unknownCourse() {
  return refuse('unknown-course', 'There is no such course in this go-live. Nothing was changed. Reload the board.');
}

export function unknownSession() {
  return refuse('unknown-session', 'There is no such session in this go-live. Nothing was changed. Reload the board.');
}

export function cancelled(next: string) {
  return refuse('cancelled', `This session was cancelled. ${next}`);
}

function wrongTimes({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): { readonly ok: false; readonly refusal: Refusal } | null {
  return endsAt > startsAt ? null : refuse('ends-before', 'The session would end before it starts. Nothing was changed. Give a later end.');
}
