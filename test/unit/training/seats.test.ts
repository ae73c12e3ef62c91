import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookSeat, markSeat, needCourse, unbookSeat } from '../../../shared/domain/training/seat-rules.ts';
import { takenPlaces } from '../../../shared/domain/training/seats.ts';
import { undoEntry } from '../../../shared/domain/undo.ts';
import { anAct, HOUR, idOf, rowsAfter, T_ZERO } from '../../support/builders.ts';
import { codeOf, course, entryOf, factsOf, person, seat, session } from '../../support/people.ts';

const scan = course(31, { title: 'Handheld scan' });
const pay = course(32, { title: 'Payments' });
const north = [11, 12, 13].map((number) => person(number, { name: `North ${number}`, department: 'North' }));
const [ann, bob, cid] = north as [ReturnType<typeof person>, ReturnType<typeof person>, ReturnType<typeof person>];
const dan = person(14, { name: 'South 14', department: 'South', jobRole: 'driver' });
const small = session(51, scan.id, { capacity: 2 });
const nobody = { personIds: [] };
const needs = [ann, bob, cid].map(({ id }, at) => seat(41 + at, scan.id, id));
const base = { person: [...north, dan], course: [scan, pay], session: [small] };
const statuses = (rows: ReturnType<typeof factsOf>) =>
  Object.fromEntries([...rows.seat.values()].map((each) => [each.personId.slice(-2), each.status]));

describe('needing a course', () => {
  test('a whole department needs it, those who did already are left out and counted', () => {
    const rows = factsOf({ ...base, seat: [seat(41, scan.id, ann.id)] });
    const verdict = needCourse(rows, { courseId: scan.id, ...nobody, department: 'North' }, anAct());
    expect(statuses(rowsAfter(rows, verdict))).toEqual({ 11: 'needed', 12: 'needed', 13: 'needed' });
    expect(verdict.ok && verdict.value.note).toBe('1 of 3 needed it already');
  });

  test('department and job role together mean people of both; ids come on top', () => {
    const rows = factsOf(base);
    const verdict = needCourse(rows, { courseId: scan.id, personIds: [dan.id], department: 'North', jobRole: 'driver' }, anAct());
    expect(statuses(rowsAfter(rows, verdict))).toEqual({ 14: 'needed' });
  });

  test('somebody named who was excused needs it again; a department leaves them excused', () => {
    const rows = factsOf({ ...base, seat: [seat(41, scan.id, ann.id, { status: 'excused', note: 'on leave' })] });
    expect(statuses(rowsAfter(rows, needCourse(rows, { courseId: scan.id, personIds: [ann.id] }, anAct())))).toEqual({ 11: 'needed' });
    const all = rowsAfter(rows, needCourse(rows, { courseId: scan.id, ...nobody, department: 'North' }, anAct()));
    expect(statuses(all)).toEqual({ 11: 'excused', 12: 'needed', 13: 'needed' });
  });

  test('nobody, an unknown person, an unknown course and nothing new are refused', () => {
    const rows = factsOf({ ...base, seat: needs });
    expect(codeOf(needCourse(rows, { courseId: scan.id, ...nobody }, anAct()))).toBe('nobody');
    expect(codeOf(needCourse(rows, { courseId: scan.id, ...nobody, department: 'Moon' }, anAct()))).toBe('nobody');
    expect(codeOf(needCourse(rows, { courseId: scan.id, personIds: [idOf(99)] }, anAct()))).toBe('unknown-person');
    expect(codeOf(needCourse(rows, { courseId: idOf(99), personIds: [ann.id] }, anAct()))).toBe('unknown-course');
    expect(codeOf(needCourse(rows, { courseId: scan.id, ...nobody, department: 'North' }, anAct()))).toBe('nothing-changed');
  });
});

describe('booking seats', () => {
  const book = (rows: ReturnType<typeof factsOf>, whom: object) =>
    bookSeat(rows, { sessionId: small.id, personIds: [], everyone: false, ...whom }, anAct());

  test('a person is booked, needing the course from then on if they did not', () => {
    const rows = factsOf({ ...base, seat: needs });
    const then = rowsAfter(rows, book(rows, { personIds: [ann.id, dan.id] }));
    expect(statuses(then)).toEqual({ 11: 'booked', 12: 'needed', 13: 'needed', 14: 'booked' });
    expect(takenPlaces(then, small.id)).toBe(2);
  });

  test('people named are booked all or none', () => {
    const rows = factsOf({ ...base, seat: needs });
    expect(codeOf(book(rows, { personIds: [ann.id, bob.id, cid.id] }))).toBe('full');
    const full = rowsAfter(rows, book(rows, { personIds: [ann.id, bob.id] }));
    expect(codeOf(book(full, { personIds: [cid.id] }))).toBe('full');
  });

  test('of a department as many are booked as there are places, by name, and the note says who is left', () => {
    const rows = factsOf({ ...base, seat: [...needs].reverse() });
    const verdict = book(rows, { department: 'North' });
    expect(statuses(rowsAfter(rows, verdict))).toEqual({ 11: 'booked', 12: 'booked', 13: 'needed' });
    expect(verdict.ok && verdict.value.note).toBe('1 still without a seat: the session is full');
  });

  test('everyone means all who have no seat, whoever was absent too, and nobody who has attended or is excused', () => {
    const states = [
      seat(41, scan.id, ann.id, { status: 'absent', sessionId: idOf(59) }),
      seat(42, scan.id, bob.id, { status: 'excused', note: 'x' }),
      seat(43, scan.id, cid.id, { status: 'attended', sessionId: idOf(59) }),
      seat(44, pay.id, dan.id),
    ];
    const rows = factsOf({ ...base, seat: states });
    expect(statuses(rowsAfter(rows, book(rows, { everyone: true })))).toEqual({
      11: 'booked',
      12: 'excused',
      13: 'attended',
      14: 'needed',
    });
  });

  test('a person moves from one session to another', () => {
    const rows = factsOf({
      ...base,
      session: [small, session(52, scan.id)],
      seat: [seat(41, scan.id, ann.id, { sessionId: idOf(52), status: 'booked' })],
    });
    expect(rowsAfter(rows, book(rows, { personIds: [ann.id] })).seat.get(idOf(41))).toMatchObject({
      sessionId: small.id,
      status: 'booked',
    });
  });

  test('a cancelled session, somebody who attended, somebody booked on it and nobody at all are refused', () => {
    const off = factsOf({ ...base, session: [{ ...small, isCancelled: true }], seat: needs });
    expect(codeOf(book(off, { personIds: [ann.id] }))).toBe('cancelled');
    const rows = factsOf({
      ...base,
      seat: [
        seat(41, scan.id, ann.id, { status: 'attended', sessionId: small.id }),
        seat(42, scan.id, bob.id, { status: 'booked', sessionId: small.id }),
      ],
    });
    expect(codeOf(book(rows, { personIds: [ann.id] }))).toBe('has-attended');
    expect(codeOf(book(rows, { personIds: [bob.id] }))).toBe('already-booked');
    expect(codeOf(book(rows, { personIds: [idOf(99)] }))).toBe('unknown-person');
    expect(codeOf(book(rows, {}))).toBe('nobody');
    expect(codeOf(book(rows, { department: 'North' }))).toBe('nobody');
    expect(codeOf(bookSeat(rows, { sessionId: idOf(99), personIds: [ann.id], everyone: false }, anAct()))).toBe('unknown-session');
  });

  test('a session never holds more people than it has seats, whatever is booked and unbooked', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('book' as const), personIds: fc.subarray(north.map(({ id }) => id)) }),
      fc.record({ kind: fc.constant('department' as const) }),
      fc.record({ kind: fc.constant('unbook' as const), at: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.nat(3), (acts, capacity) => {
        let rows = factsOf({ ...base, session: [{ ...small, capacity }], seat: needs });
        for (const step of acts) {
          const verdict =
            step.kind === 'unbook'
              ? unbookSeat(rows, { seatIds: [idOf(41 + step.at)] }, anAct())
              : book(rows, step.kind === 'book' ? { personIds: step.personIds } : { department: 'North' });
          if (verdict.ok) rows = rowsAfter(rows, verdict);
          expect(takenPlaces(rows, small.id)).toBeLessThanOrEqual(capacity);
          for (const each of rows.seat.values()) expect(each.status === 'booked').toBe(each.sessionId !== null);
        }
      }),
    );
  });

  test('unbooking frees the seat; only who is booked can be unbooked', () => {
    const rows = factsOf({
      ...base,
      seat: [seat(41, scan.id, ann.id, { status: 'booked', sessionId: small.id }), seat(42, scan.id, bob.id)],
    });
    const then = rowsAfter(rows, unbookSeat(rows, { seatIds: [idOf(41)] }, anAct()));
    expect(then.seat.get(idOf(41))).toMatchObject({ status: 'needed', sessionId: null });
    expect(codeOf(unbookSeat(rows, { seatIds: [idOf(41), idOf(42)] }, anAct()))).toBe('not-booked');
    expect(codeOf(unbookSeat(rows, { seatIds: [idOf(99)] }, anAct()))).toBe('unknown-seat');
  });

  test('taking an act back may not overfill a session', () => {
    const rows = factsOf({
      ...base,
      session: [{ ...small, capacity: 1 }],
      seat: needs.map((each, at) => (at === 0 ? { ...each, status: 'booked' as const, sessionId: small.id } : each)),
    });
    const freed = unbookSeat(rows, { seatIds: [idOf(41)] }, anAct());
    const free = rowsAfter(rows, freed);
    expect(codeOf(undoEntry(free, entryOf(freed), []))).toBe('ok');
    const full = rowsAfter(free, book(free, { personIds: [bob.id] }));
    expect(codeOf(undoEntry(full, entryOf(freed), []))).toBe('depends');
    const off = factsOf({ ...base, session: [{ ...small, isCancelled: true }], seat: [...free.seat.values()] });
    expect(codeOf(undoEntry(off, entryOf(freed), []))).toBe('depends');
  });
});

describe('attendance', () => {
  const held = session(52, scan.id, { startsAt: T_ZERO - 3 * HOUR });
  const onHeld = (number: number, personId: string) => seat(number, scan.id, personId, { sessionId: held.id, status: 'booked' });
  const rows = factsOf({ ...base, session: [small, held], seat: [onHeld(41, ann.id), onHeld(42, bob.id), seat(43, scan.id, cid.id)] });
  const mark = (marks: readonly object[], sessionId?: string, now = T_ZERO) => {
    const whole = marks.map((each) => ({ seatId: idOf(41), status: 'attended' as const, note: '', ...each }));
    return markSeat(rows, { marks: whole, ...(sessionId ? { sessionId } : {}) }, anAct({ now }));
  };

  test('a whole list is marked in one act', () => {
    const then = rowsAfter(rows, mark([{}, { seatId: idOf(42), status: 'absent', note: 'shift changed' }]));
    expect(then.seat.get(idOf(41))).toMatchObject({ status: 'attended', sessionId: held.id });
    expect(then.seat.get(idOf(42))).toMatchObject({ status: 'absent', sessionId: held.id, note: 'shift changed' });
  });

  test('who came without being booked is marked on the session said', () => {
    expect(codeOf(mark([{ seatId: idOf(43) }]))).toBe('no-session');
    expect(rowsAfter(rows, mark([{ seatId: idOf(43) }], held.id)).seat.get(idOf(43))).toMatchObject({
      status: 'attended',
      sessionId: held.id,
    });
  });

  test('excused needs a reason and frees the seat', () => {
    expect(codeOf(mark([{ status: 'excused' }]))).toBe('reason-needed');
    const then = rowsAfter(rows, mark([{ status: 'excused', note: 'trained last year' }]));
    expect(then.seat.get(idOf(41))).toMatchObject({ status: 'excused', sessionId: null, note: 'trained last year' });
  });

  test('nobody attends before the session begins, in a cancelled one, or in one of another course', () => {
    expect(codeOf(mark([{}], undefined, held.startsAt - 1))).toBe('not-begun');
    expect(codeOf(mark([{}], undefined, held.startsAt))).toBe('ok');
    const other = factsOf({ ...base, session: [session(53, pay.id), { ...held, isCancelled: true }], seat: [seat(41, scan.id, ann.id)] });
    const came = (sessionId: string) =>
      markSeat(other, { sessionId, marks: [{ seatId: idOf(41), status: 'attended', note: '' }] }, anAct());
    expect(codeOf(came(idOf(53)))).toBe('other-course');
    expect(codeOf(came(held.id))).toBe('cancelled');
    expect(codeOf(came(idOf(99)))).toBe('unknown-session');
  });

  test('one wrong seat refuses the whole list, and so does one named twice', () => {
    expect(codeOf(mark([{}, { seatId: idOf(99) }]))).toBe('unknown-seat');
    expect(codeOf(mark([{}, {}]))).toBe('unknown-seat');
  });

  test('marking again as it is changes nothing; otherwise a mark can be corrected', () => {
    const marked = rowsAfter(rows, mark([{}]));
    const again = (status: 'attended' | 'absent') => markSeat(marked, { marks: [{ seatId: idOf(41), status, note: '' }] }, anAct());
    expect(codeOf(again('attended'))).toBe('nothing-changed');
    expect(rowsAfter(marked, again('absent')).seat.get(idOf(41))?.status).toBe('absent');
  });
});
