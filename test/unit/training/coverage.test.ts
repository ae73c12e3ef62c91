import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockers, peopleShort } from '../../../shared/domain/training/blockers.ts';
import { coverage, groupTitle, peopleInCell, percentTrained, shortIn } from '../../../shared/domain/training/coverage.ts';
import { trainingProgress } from '../../../shared/domain/training/progress.ts';
import { type SeatStatus, seatStatuses } from '../../../shared/domain/training/schema.ts';
import { HOUR, idOf, T_ZERO } from '../../support/builders.ts';
import { course, factsOf, person, seat, session } from '../../support/people.ts';

const scan = course(31, { position: 1 });
const pay = course(32, { position: 0 });
const tips = course(33, { position: 2, isRequired: false });
const people = [
  person(11, { name: 'Ann', department: 'North' }),
  person(12, { name: 'Bob', department: 'North' }),
  person(13, { name: 'Cid', department: 'South', jobRole: '' }),
  person(14, { name: 'Dan', department: '' }),
];
const early = session(51, scan.id, { startsAt: T_ZERO - 48 * HOUR });
const late = session(52, scan.id, { startsAt: T_ZERO - 24 * HOUR });
let next = 100;
const has = (courseId: string, personNumber: number, status: SeatStatus, sessionId: string | null = null) => {
  next += 1;
  return seat(next, courseId, idOf(personNumber), { status, sessionId });
};
const rows = factsOf({
  person: people,
  course: [scan, pay, tips],
  session: [early, late],
  seat: [
    has(scan.id, 11, 'attended', early.id),
    has(scan.id, 12, 'absent', early.id),
    has(scan.id, 13, 'booked', late.id),
    has(scan.id, 14, 'excused'),
    has(pay.id, 11, 'needed'),
    has(pay.id, 12, 'needed'),
    has(tips.id, 13, 'needed'),
  ],
});

describe('coverage', () => {
  test('cells count people by state; whoever is excused does not need the course', () => {
    const { groups } = coverage(rows, 'department');
    const north = groups.find(({ name }) => name === 'North');
    expect(north?.people).toBe(2);
    expect(north?.cells.get(scan.id)).toEqual({ needed: 2, attended: 1, booked: 0, noSeat: 1, excused: 0 });
    const nowhere = groups.find(({ name }) => name === '');
    expect(nowhere?.cells.get(scan.id)).toEqual({ needed: 0, attended: 0, booked: 0, noSeat: 0, excused: 1 });
    expect(percentTrained(nowhere?.total ?? { needed: 1, attended: 1 })).toBeNull();
  });

  test('totals count required courses only', () => {
    const all = coverage(rows, 'department');
    expect(all.total).toEqual({ needed: 5, attended: 1, booked: 1, noSeat: 3, excused: 1 });
    expect(all.groups.find(({ name }) => name === 'South')?.total.needed).toBe(1);
    expect(all.byCourse.get(tips.id)?.needed).toBe(1);
  });

  test('groups with most short come first, courses in the order of the plan', () => {
    const { groups, courses } = coverage(rows, 'department');
    expect(groups.map(({ name }) => name)).toEqual(['North', 'South', '']);
    expect(courses.map(({ id }) => id)).toEqual([pay.id, scan.id, tips.id]);
    expect(coverage(rows, 'jobRole').groups.map(({ name }) => groupTitle(name, 'jobRole'))).toEqual(['clerk', 'No job role']);
  });

  test('100 percent means all of them', () => {
    expect(percentTrained({ attended: 199, needed: 200 })).toBe(99);
    expect(percentTrained({ attended: 200, needed: 200 })).toBe(100);
    expect(percentTrained({ attended: 0, needed: 0 })).toBeNull();
  });

  test('the people of a cell stand with those without a seat first', () => {
    expect(peopleInCell(rows, 'department', 'North', scan.id).map(({ person: { name }, session: held }) => [name, held?.id])).toEqual([
      ['Bob', early.id],
      ['Ann', early.id],
    ]);
    expect(peopleInCell(rows, 'department', null, pay.id).map(({ person: { name } }) => name)).toEqual(['Ann', 'Bob']);
  });

  test('every needed seat is attended, booked or without a seat, in cells, groups and all together', () => {
    const status = fc.constantFrom(...seatStatuses);
    const drawn = fc.array(fc.tuple(fc.nat(3), fc.nat(2), status), { maxLength: 30 });
    fc.assert(
      fc.property(drawn, (list) => {
        const seats = list.map(([who, what, state], at) =>
          seat(300 + at, [scan, pay, tips][what]?.id ?? '', people[who]?.id ?? '', { status: state }),
        );
        const facts = factsOf({ person: people, course: [scan, pay, tips], seat: seats });
        const { groups, byCourse, total } = coverage(facts, 'department');
        const tallies = [total, ...byCourse.values(), ...groups.flatMap(({ cells, total: sum }) => [sum, ...cells.values()])];
        for (const tally of tallies) expect(tally.attended + tally.booked + tally.noSeat).toBe(tally.needed);
        expect(groups.reduce((sum, group) => sum + group.total.needed, 0)).toBe(total.needed);
        expect(blockers(facts).reduce((sum, { tally }) => sum + shortIn(tally), 0)).toBe(shortIn(total));
      }),
    );
  });
});

describe('what holds readiness back', () => {
  test('departments and required courses with most short come first', () => {
    const list = blockers(rows).map(({ department, course: { id }, tally }) => [
      department,
      id.slice(-2),
      shortIn(tally),
      tally.booked,
      tally.noSeat,
    ]);
    expect(list).toEqual([
      ['North', '32', 2, 0, 2],
      ['North', '31', 1, 0, 1],
      ['South', '31', 1, 1, 0],
    ]);
  });

  test('people are counted once, and hold a seat only when they hold one for all they miss', () => {
    expect(peopleShort(rows)).toEqual({ people: 3, booked: 1, noSeat: 2 });
    expect(peopleShort(factsOf({}))).toEqual({ people: 0, booked: 0, noSeat: 0 });
  });
});

describe('coverage over time', () => {
  test('rises when a session that people attended ends', () => {
    const both = factsOf({
      person: people,
      course: [scan],
      session: [early, late],
      seat: [
        has(scan.id, 11, 'attended', late.id),
        has(scan.id, 12, 'attended', early.id),
        has(scan.id, 13, 'booked', late.id),
        has(scan.id, 14, 'needed'),
      ],
    });
    expect(trainingProgress(both)).toEqual({
      points: [
        { at: early.startsAt, percent: 0 },
        { at: early.endsAt, percent: 25 },
        { at: late.endsAt, percent: 50 },
      ],
      now: 50,
      booked: 75,
    });
  });

  test('is empty while nobody attended, and unknown while nobody needs a required course', () => {
    expect(trainingProgress(factsOf({ course: [scan], seat: [has(scan.id, 11, 'needed')] }))).toEqual({ points: [], now: 0, booked: 0 });
    expect(trainingProgress(factsOf({ course: [tips], seat: [has(tips.id, 11, 'attended', late.id)] })).now).toBeNull();
  });
});
