/** What people can ask of training. */
import { z } from 'zod';
import { count, id, instant, line, optionalLine, reason, text } from '../../base/fields.ts';

/** Most seats that one act touches. */
export const MOST_SEATS = 5_000;

const courseFields = { title: line, audience: optionalLine, format: optionalLine, detail: text, isRequired: z.boolean() };
const sessionFields = { startsAt: instant, endsAt: instant, place: optionalLine, trainer: optionalLine, capacity: count };

/** Whom an act is for: people by id, and everybody of a department or with a job role (of both, when both are given). */
const whom = {
  personIds: z.array(id).max(MOST_SEATS).default([]),
  department: line.optional(),
  jobRole: line.optional(),
};

export const AddCourse = z.strictObject({
  title: courseFields.title,
  audience: courseFields.audience.default(''),
  format: courseFields.format.default(''),
  detail: courseFields.detail.default(''),
  isRequired: courseFields.isRequired.default(true),
});
/** Fields that are absent stay as they are. */
export const EditCourse = z
  .strictObject({ courseId: id, ...courseFields })
  .partial()
  .required({ courseId: true });
export const AddSession = z.strictObject({
  courseId: id,
  startsAt: sessionFields.startsAt,
  endsAt: sessionFields.endsAt,
  place: sessionFields.place.default(''),
  trainer: sessionFields.trainer.default(''),
  capacity: sessionFields.capacity,
});
/** Fields that are absent stay as they are. */
export const EditSession = z
  .strictObject({ sessionId: id, ...sessionFields })
  .partial()
  .required({ sessionId: true });
export const CancelSession = z.strictObject({ sessionId: id, reason });
export const NeedCourse = z.strictObject({ courseId: id, ...whom });
export const BookSeat = z.strictObject({
  sessionId: id,
  ...whom,
  /** True for all who need the course and have no seat. */
  everyone: z.boolean().default(false),
});
export const UnbookSeat = z.strictObject({ seatIds: z.array(id).min(1, 'names no seat').max(MOST_SEATS) });
export const MarkSeat = z.strictObject({
  /** The session they came to although they were not booked on it; absent for the session of each seat. */
  sessionId: id.optional(),
  marks: z
    .array(
      z.strictObject({
        seatId: id,
        status: z.enum(['attended', 'absent', 'excused']),
        /** Why; must be given for excused. */
        note: text.default(''),
      }),
    )
    .min(1, 'marks nobody')
    .max(MOST_SEATS),
});
