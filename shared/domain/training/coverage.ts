/**
 * How many of the people who need a course have had it, by department or job role. Whoever is excused counts as not needing
 * the course. Totals over several courses count required courses only.
 */
import { byWords } from '../roster/order.ts';
import type { Row, Rows } from '../tables.ts';
import type { Course, Seat } from './schema.ts';

export type Grouping = 'department' | 'jobRole';
export type TrainingRows = Pick<Rows, 'person' | 'course' | 'session' | 'seat'>;

/** Counts of seats. */
export interface Tally {
  /** Needed and not excused: `attended + booked + noSeat`. */
  readonly needed: number;
  readonly attended: number;
  readonly booked: number;
  /** Never booked, or absent. */
  readonly noSeat: number;
  readonly excused: number;
}

export interface CoverageGroup {
  /** Department or job role; empty for people without one. */
  readonly name: string;
  /** People in it, whether or not they need a course. */
  readonly people: number;
  /** By course id; courses nobody in it needs are absent. */
  readonly cells: ReadonlyMap<string, Tally>;
  /** Over required courses. */
  readonly total: Tally;
}

export interface Coverage {
  /** In the order of the plan; courses nobody needs are there too. */
  readonly courses: readonly Course[];
  /** Groups in which somebody needs a course; those with most short in required courses first. */
  readonly groups: readonly CoverageGroup[];
  readonly byCourse: ReadonlyMap<string, Tally>;
  /** Over required courses. */
  readonly total: Tally;
}

export const noTally: Tally = { needed: 0, attended: 0, booked: 0, noSeat: 0, excused: 0 };

export function coverage(rows: TrainingRows, by: Grouping): Coverage {
  const courses = coursesInOrder(rows);
  const groups = new Map<string, Gathering>();
  for (const person of rows.person.values()) groupOf(groups, person[by]).people += 1;
  const byCourse = new Map<string, Tally>();
  let total = noTally;
  for (const seat of rows.seat.values()) {
    const person = rows.person.get(seat.personId);
    const course = rows.course.get(seat.courseId);
    if (!person || !course) continue;
    const group = groupOf(groups, person[by]);
    group.cells.set(course.id, counted(group.cells.get(course.id), seat));
    byCourse.set(course.id, counted(byCourse.get(course.id), seat));
    if (!course.isRequired) continue;
    group.total = counted(group.total, seat);
    total = counted(total, seat);
  }
  const lines = [...groups]
    .filter(([, { cells }]) => cells.size > 0)
    .map(([name, group]) => ({ name, ...group }))
    .sort((a, b) => shortIn(b.total) - shortIn(a.total) || b.total.noSeat - a.total.noSeat || byWords(a.name, b.name));
  return { courses, groups: lines, byCourse, total };
}

/** People who need it and have not attended yet. */
export function shortIn(tally: Tally): number {
  return tally.needed - tally.attended;
}

/** Percent of the needed that attended, cut to whole numbers so that 100 means all; null when nobody needs it. */
export function percentTrained({ attended, needed }: Pick<Tally, 'attended' | 'needed'>): number | null {
  return needed === 0 ? null : Math.floor((attended * 100) / needed);
}

export function coursesInOrder(rows: Pick<Rows, 'course'>): readonly Course[] {
  return [...rows.course.values()].sort((a, b) => a.position - b.position || byWords(a.ref, b.ref));
}

/** What stands in for the name of a group of people without one. */
export function groupTitle(name: string, by: Grouping): string {
  if (name !== '') return name;
  return by === 'department' ? 'No department' : 'No job role';
}

export function counted(tally: Tally | undefined, seat: Pick<Seat, 'status'>): Tally {
  const before = tally ?? noTally;
  if (seat.status === 'excused') return { ...before, excused: before.excused + 1 };
  const needed = before.needed + 1;
  if (seat.status === 'attended') return { ...before, needed, attended: before.attended + 1 };
  if (seat.status === 'booked') return { ...before, needed, booked: before.booked + 1 };
  return { ...before, needed, noSeat: before.noSeat + 1 };
}

/** A person in a cell of the coverage, with their seat and its session. */
export interface CellPerson {
  readonly person: Row<'person'>;
  readonly seat: Seat;
  /** Null when the seat has none. */
  readonly session: Row<'session'> | null;
}

const worstFirst: readonly Seat['status'][] = ['absent', 'needed', 'booked', 'attended', 'excused'];

/** The people of a group who need the course or are excused from it; those without a seat first. Any course for null, any group for null. */
export function peopleInCell(rows: TrainingRows, by: Grouping, group: string | null, courseId: string | null): readonly CellPerson[] {
  const found: CellPerson[] = [];
  for (const seat of rows.seat.values()) {
    if (courseId !== null && seat.courseId !== courseId) continue;
    const person = rows.person.get(seat.personId);
    if (!person || (group !== null && person[by] !== group)) continue;
    found.push({ person, seat, session: (seat.sessionId !== null && rows.session.get(seat.sessionId)) || null });
  }
  return found.sort(
    (a, b) =>
      worstFirst.indexOf(a.seat.status) - worstFirst.indexOf(b.seat.status) ||
      byWords(a.person.name, b.person.name) ||
      byWords(a.seat.id, b.seat.id),
  );
}

interface Gathering {
  people: number;
  readonly cells: Map<string, Tally>;
  total: Tally;
}

function groupOf(groups: Map<string, Gathering>, name: string): Gathering {
  const known = groups.get(name);
  if (known) return known;
  const fresh = { people: 0, cells: new Map<string, Tally>(), total: noTally };
  groups.set(name, fresh);
  return fresh;
}
