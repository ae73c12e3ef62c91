/** What people can ask of the timeline. */
import { z } from 'zod';
import { id, reason } from '../../base/fields.ts';
import { noteSubjects } from './schema.ts';

/** A note. When it happened comes with the act. Subject and its id go together; both null for the go-live as a whole. */
export const AddNote = z.strictObject({
  content: reason,
  subject: z.enum(noteSubjects).nullable().default(null),
  subjectId: id.nullable().default(null),
});
