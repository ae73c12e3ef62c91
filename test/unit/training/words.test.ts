import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/base/rule.ts';
import { addPeople } from '../../../shared/domain/roster/rules.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { bookSeat, markSeat, needCourse, unbookSeat } from '../../../shared/domain/training/seat-rules.ts';
import { anAct, idOf, rowsAfter, T_ZERO } from '../../support/builders.ts';
import { course, entryOf, factsOf, person, seat, session } from '../../support/people.ts';

const scan = course(31, { ref: 'CRS-01' });
const pay = course(32, { ref: 'CRS-02' });
const people = [person(11, { name: 'Ann' }), person(12, { name: 'Bob' })];
const held = session(51, scan.id);
const base = { person: people, course: [scan, pay], session: [held] };
const booked = people.map(({ id }, at) => seat(41 + at, scan.id, id, { status: 'booked', sessionId: held.id }));
const told = (rows: Rows, verdict: Verdict) => sentence(entryOf(verdict), rowsAfter(rows, verdict));

describe('training in the words of the timeline', () => {
  test('an attendance list says how many of each, one mark says who', () => {
    const rows = factsOf({ ...base, seat: booked });
    const mark = (statuses: readonly ('attended' | 'absent')[]) =>
      told(rows, markSeat(rows, { marks: statuses.map((status, at) => ({ seatId: idOf(41 + at), status, note: '' })) }, anAct()));
    expect(mark(['attended', 'absent'])).toBe('Attendance of CRS-01: 1 attended, 1 absent');
    expect(mark(['attended', 'attended'])).toBe('2 people attended CRS-01');
    expect(mark(['absent'])).toBe('Ann absent from CRS-01');
  });

  test('people and courses are counted once each', () => {
    const rows = factsOf(base);
    const known = people.map(({ name, department, jobRole, contact, inTeam }) => ({ name, department, jobRole, contact, inTeam }));
    expect(told(rows, addPeople(rows, { people: known, courseIds: [scan.id, pay.id] }, anAct()))).toBe('2 people need 2 courses');
    expect(told(rows, needCourse(rows, { courseId: scan.id, personIds: [idOf(11)] }, anAct()))).toBe('Ann needs CRS-01');
  });

  test('booking says the session, unbooking the course', () => {
    const rows = factsOf({ ...base, seat: booked });
    expect(told(rows, unbookSeat(rows, { seatIds: [idOf(42)] }, anAct()))).toBe('Bob taken off a session of CRS-01');
    const free = factsOf(base);
    const verdict = bookSeat(free, { sessionId: held.id, personIds: [idOf(11)], everyone: false }, anAct({ now: T_ZERO }));
    expect(told(free, verdict)).toBe('Ann booked on CRS-01, 20 Nov 22:00 CET, Room 1');
  });
});
