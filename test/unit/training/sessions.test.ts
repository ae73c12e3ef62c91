import { describe, expect, test } from 'vitest';
import { addCourse, addSession, cancelSession, editCourse, editSession } from '../../../shared/domain/training/session-rules.ts';
import { sessionLines, unservedCourses } from '../../../shared/domain/training/sessions.ts';
import { anAct, HOUR, idOf, rowsAfter, T_ZERO } from '../../support/builders.ts';
import { codeOf, course, factsOf, person, seat, session } from '../../support/people.ts';

const scan = course(31, { title: 'Handheld scan' });
const morning = session(51, scan.id);
const people = [11, 12, 13].map((number) => person(number));
const booked = people.map(({ id }, at) => seat(41 + at, scan.id, id, { sessionId: morning.id, status: 'booked' }));
const words = { audience: '', format: '', detail: '', isRequired: true };
const times = { startsAt: T_ZERO, endsAt: T_ZERO + HOUR, place: '', trainer: '', capacity: 8 };

describe('courses', () => {
  test('a course gets the next reference and stands last', () => {
    const rows = factsOf({ course: [course(31, { ref: 'CRS-07', position: 4 })] });
    const added = [...rowsAfter(rows, addCourse(rows, { ...words, title: 'Payments' }, anAct())).course.values()].at(-1);
    expect(added).toMatchObject({ ref: 'CRS-08', title: 'Payments', position: 5, isRequired: true });
  });

  test('two courses cannot have one title', () => {
    expect(codeOf(addCourse(factsOf({ course: [scan] }), { ...words, title: 'HANDHELD scan' }, anAct()))).toBe('already-there');
  });

  test('editing sets what was said; nothing new and unknown courses are refused', () => {
    const rows = factsOf({ course: [scan] });
    const then = rowsAfter(rows, editCourse(rows, { courseId: scan.id, isRequired: false }, anAct()));
    expect(then.course.get(scan.id)).toEqual({ ...scan, isRequired: false });
    expect(codeOf(editCourse(rows, { courseId: scan.id, title: scan.title }, anAct()))).toBe('nothing-changed');
    expect(codeOf(editCourse(rows, { courseId: idOf(99), title: 'X' }, anAct()))).toBe('unknown-course');
  });
});

describe('sessions', () => {
  test('a session is added to its course', () => {
    const rows = factsOf({ course: [scan] });
    const then = rowsAfter(rows, addSession(rows, { ...times, courseId: scan.id }, anAct()));
    expect([...then.session.values()]).toMatchObject([{ ...times, courseId: scan.id, isCancelled: false }]);
  });

  test('a session must end after it starts and have a course', () => {
    const rows = factsOf({ course: [scan], session: [morning] });
    expect(codeOf(addSession(rows, { ...times, endsAt: T_ZERO, courseId: scan.id }, anAct()))).toBe('ends-before');
    expect(codeOf(addSession(rows, { ...times, courseId: idOf(99) }, anAct()))).toBe('unknown-course');
    expect(codeOf(editSession(rows, { sessionId: morning.id, startsAt: morning.endsAt }, anAct()))).toBe('ends-before');
  });

  test('a session cannot have fewer seats than are taken, but as many', () => {
    const rows = factsOf({ person: people, course: [scan], session: [morning], seat: booked });
    expect(codeOf(editSession(rows, { sessionId: morning.id, capacity: 2 }, anAct()))).toBe('too-small');
    expect(rowsAfter(rows, editSession(rows, { sessionId: morning.id, capacity: 3 }, anAct())).session.get(morning.id)?.capacity).toBe(3);
  });

  test('cancelling sends everybody booked back to needing a seat and says how many', () => {
    const rows = factsOf({ person: people, course: [scan], session: [morning], seat: booked });
    const verdict = cancelSession(rows, { sessionId: morning.id, reason: 'trainer is ill' }, anAct());
    const then = rowsAfter(rows, verdict);
    expect(then.session.get(morning.id)?.isCancelled).toBe(true);
    expect([...then.seat.values()].map(({ status, sessionId }) => [status, sessionId])).toEqual(people.map(() => ['needed', null]));
    expect(verdict.ok && verdict.value.note).toBe('trainer is ill\n3 booked people need another seat');
  });

  test('a session that somebody attended cannot be cancelled, nor one cancelled before', () => {
    const attended = [seat(41, scan.id, idOf(11), { sessionId: morning.id, status: 'attended' })];
    expect(codeOf(cancelSession(factsOf({ session: [morning], seat: attended }), { sessionId: morning.id, reason: 'x' }, anAct()))).toBe(
      'took-place',
    );
    const off = factsOf({ session: [{ ...morning, isCancelled: true }] });
    expect(codeOf(cancelSession(off, { sessionId: morning.id, reason: 'x' }, anAct()))).toBe('cancelled');
    expect(codeOf(editSession(off, { sessionId: morning.id, place: 'x' }, anAct()))).toBe('cancelled');
  });
});

describe('where sessions stand', () => {
  const now = T_ZERO - 12 * HOUR;
  const list = [
    session(51, scan.id, { startsAt: T_ZERO - 48 * HOUR }),
    session(52, scan.id, { startsAt: T_ZERO - 24 * HOUR }),
    session(53, scan.id, { startsAt: T_ZERO - 6 * HOUR, capacity: 2 }),
    session(54, scan.id, { startsAt: T_ZERO + HOUR }),
    session(55, scan.id, { startsAt: T_ZERO - 5 * HOUR, isCancelled: true }),
  ];
  const taken = [
    seat(41, scan.id, idOf(11), { sessionId: idOf(51), status: 'attended' }),
    seat(42, scan.id, idOf(12), { sessionId: idOf(52), status: 'booked' }),
    seat(43, scan.id, idOf(13), { sessionId: idOf(52), status: 'absent' }),
    seat(44, scan.id, idOf(14), { sessionId: idOf(53), status: 'booked' }),
  ];
  const rows = factsOf({ course: [scan], session: list, seat: taken });

  test('attendance that is due comes first, then what is to come before T-0, then the rest', () => {
    const lines = sessionLines(rows, T_ZERO, now);
    expect(lines.map(({ session: { id }, state, taken: count, free }) => [id.slice(-2), state, count, free])).toEqual([
      ['52', 'attendance due', 1, 9],
      ['53', 'to come', 1, 1],
      ['54', 'after T-0', 0, 10],
      ['51', 'held', 1, 9],
      ['55', 'cancelled', 0, 10],
    ]);
  });

  test('once T-0 has passed, sessions ahead are to come like any other', () => {
    const states = sessionLines(rows, T_ZERO, T_ZERO + HOUR / 2).map(({ session: { id }, state }) => [id.slice(-2), state]);
    expect(states).toContainEqual(['54', 'to come']);
  });

  test('a course is unserved when more wait for it than sessions before T-0 have room', () => {
    const waiting = [seat(45, scan.id, idOf(15)), seat(46, scan.id, idOf(16))];
    const all = factsOf({ course: [scan, course(32)], session: list, seat: [...taken, ...waiting, seat(47, idOf(32), idOf(15))] });
    const unserved = unservedCourses(all, sessionLines(all, T_ZERO, now));
    expect(unserved.map(({ course: { id }, people: count }) => [id.slice(-2), count])).toEqual([
      ['31', 2],
      ['32', 1],
    ]);
  });
});
