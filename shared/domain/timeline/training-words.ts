/** The words for acts on courses, their sessions and the people who need them. */
import { fieldsOf, textOf } from './subject.ts';
import { changedFields, counted, nameOfPerson, refOf, type Teller, type Told, withTail } from './told.ts';

export const trainingWords: Readonly<Record<string, Teller>> = {
  'course.add': ({ main, ref, title }) => (main.length > 1 ? `${counted(main.length, 'course')} added` : withTail(`${ref} added`, title)),
  'course.edit': ({ ref, set }) => withTail(`${ref} edited`, changedFields(set)),
  'session.add': (told) => `${told.ref} session added${appointment(told.row, told)}`,
  'session.edit': ({ ref, set }) => withTail(`${ref} session edited`, changedFields(set)),
  'session.cancel': (told) => `${told.ref} session cancelled${appointment(told.row, told)}`,
  'seat.need': (told) => `${people(told)} ${distinct(told.main, told.rows, 'personId') > 1 ? 'need' : 'needs'} ${course(told)}`,
  'seat.book': (told) => {
    const session = typeof told.row.sessionId === 'string' ? told.rows.session.get(told.row.sessionId) : undefined;
    return `${people(told)} booked on ${course(told)}${session ? appointment(session, told) : ''}`;
  },
  'seat.unbook': (told) => `${people(told)} taken off a session of ${course(told)}`,
  'seat.mark': marked,
};

const marks: Readonly<Record<string, string>> = {
  needed: 'back to needing',
  booked: 'booked on',
  attended: 'attended',
  absent: 'absent from',
  excused: 'excused from',
};

/** An attendance list says how many of each; one mark says who. */
function marked(told: Told): string {
  const statuses = told.main.map((change) => textOf(fieldsOf(change, told.rows).status) || 'marked');
  const counts = [...new Set(statuses)].map((status) => `${statuses.filter((each) => each === status).length} ${status}`);
  if (counts.length > 1) return withTail(`Attendance of ${course(told)}`, counts.join(', '));
  return `${people(told)} ${marks[String(told.row.status)] ?? 'marked for'} ${course(told)}`;
}

function people({ main, row, rows }: Told): string {
  const count = distinct(main, rows, 'personId');
  return count > 1 ? `${count} people` : nameOfPerson(row.personId, rows) || 'Somebody';
}

function course({ main, row, rows }: Told): string {
  const count = distinct(main, rows, 'courseId');
  return count > 1 ? `${count} courses` : refOf('course', row.courseId, rows) || 'a course';
}

/** How many different people or courses the seats of the act are of. */
function distinct(main: Told['main'], rows: Told['rows'], field: 'personId' | 'courseId'): number {
  return new Set(main.map((change) => fieldsOf(change, rows)[field])).size;
}

function appointment(session: { readonly startsAt?: unknown; readonly place?: unknown }, { clock }: Told): string {
  const at = Number(session.startsAt);
  if (!Number.isFinite(at)) return '';
  return `, ${clock.short(at)} ${clock.zoneName(at)}${session.place ? `, ${session.place}` : ''}`;
}
