/** The rows of training: courses, their sessions, and who needs, booked, attended or passed each. */
import { z } from 'zod';
import { count, id, instant, line, optionalLine, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const seatStatuses = ['needed', 'booked', 'attended', 'absent', 'excused'] as const;
export type SeatStatus = (typeof seatStatuses)[number];

export const course = table(
  'course',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    title: line,
    audience: optionalLine,
    format: optionalLine,
    detail: text,
    position: count,
    /** True when people may not work on the new system without it. */
    isRequired: z.boolean(),
  }),
  { goLiveId: 'goLive' },
);
export type Course = RowOf<typeof course>;

/** A session is an appointment: it does not move when T-0 moves. */
export const session = table(
  'session',
  z.strictObject({
    id,
    goLiveId: id,
    courseId: id,
    startsAt: instant,
    endsAt: instant,
    place: optionalLine,
    trainer: optionalLine,
    capacity: count,
    isCancelled: z.boolean(),
  }),
  { goLiveId: 'goLive', courseId: 'course' },
);
export type Session = RowOf<typeof session>;

/** One person's need of one course. */
export const seat = table(
  'seat',
  z.strictObject({
    id,
    goLiveId: id,
    courseId: id,
    personId: id,
    sessionId: id.nullable(),
    status: z.enum(seatStatuses),
    note: text,
  }),
  { goLiveId: 'goLive', courseId: 'course', personId: 'person', sessionId: 'session' },
);
export type Seat = RowOf<typeof seat>;
