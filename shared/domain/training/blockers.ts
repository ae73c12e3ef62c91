/** What holds back readiness: people short of a required course, by department and course. */
import { byWords } from '../roster/order.ts';
import { counted, noTally, shortIn, type Tally, type TrainingRows } from './coverage.ts';
import type { Course } from './schema.ts';

export interface Blocker {
  /** Empty for people without a department. */
  readonly department: string;
  readonly course: Course;
  readonly tally: Tally;
}

/** Department and course with somebody short, most short first; empty when everybody is trained. */
export function blockers(rows: TrainingRows): readonly Blocker[] {
  const found = new Map<string, Blocker>();
  for (const seat of rows.seat.values()) {
    const person = rows.person.get(seat.personId);
    const course = rows.course.get(seat.courseId);
    if (!person || !course?.isRequired) continue;
    const key = `${course.id} ${person.department}`;
    const tally = found.get(key)?.tally ?? noTally;
    found.set(key, { department: person.department, course, tally: counted(tally, seat) });
  }
  return [...found.values()]
    .filter(({ tally }) => shortIn(tally) > 0)
    .sort(
      (a, b) =>
        shortIn(b.tally) - shortIn(a.tally) ||
        b.tally.noSeat - a.tally.noSeat ||
        byWords(a.department, b.department) ||
        a.course.position - b.course.position,
    );
}

export interface PeopleShort {
  /** People short of at least one required course. */
  readonly people: number;
  /** Of them, those who hold a seat for every course they are short of. */
  readonly booked: number;
  /** Of them, those without a seat for at least one. */
  readonly noSeat: number;
}

/** Each person once, however many courses they are short of. */
export function peopleShort(rows: TrainingRows): PeopleShort {
  const short = new Set<string>();
  const noSeat = new Set<string>();
  for (const seat of rows.seat.values()) {
    if (!rows.course.get(seat.courseId)?.isRequired || seat.status === 'attended' || seat.status === 'excused') continue;
    short.add(seat.personId);
    if (seat.status !== 'booked') noSeat.add(seat.personId);
  }
  return { people: short.size, booked: short.size - noSeat.size, noSeat: noSeat.size };
}
