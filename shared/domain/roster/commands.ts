/** What people can ask of the roster. */
import { z } from 'zod';
import { id, key, line, optionalLine } from '../../base/fields.ts';

/** Most people that one act adds. */
export const MOST_PEOPLE = 5_000;

const personFields = { name: line, department: optionalLine, jobRole: optionalLine, contact: optionalLine, inTeam: z.boolean() };

/** A person becomes part of the team by being said to be, or by being given a role. */
export const AddPerson = z.strictObject({
  name: personFields.name,
  department: personFields.department.default(''),
  jobRole: personFields.jobRole.default(''),
  contact: personFields.contact.default(''),
  inTeam: personFields.inTeam.default(false),
});
export type NewPerson = z.infer<typeof AddPerson>;

export const AddPeople = z.strictObject({
  people: z.array(AddPerson).min(1, 'names nobody').max(MOST_PEOPLE, `names more than ${MOST_PEOPLE} people`),
  /** Courses that all of them need, those already in the roster too. */
  courseIds: z.array(id).max(60).default([]),
});
/** Fields that are absent stay as they are. */
export const EditPerson = z
  .strictObject({ personId: id, ...personFields })
  .partial()
  .required({ personId: true });
export const AssignRole = z.strictObject({
  role: key,
  personId: id,
  /** Who gives the role up in the same act; absent when nobody does. */
  insteadOf: id.optional(),
});
/** Four to twelve digits that only its person knows. */
export const pin = z.string().regex(/^\d{4,12}$/, 'is not a PIN: four to twelve digits');
export const SetPin = z.strictObject({
  personId: id,
  pin,
  /** Needed to change one that is there. */
  present: pin.optional(),
});
/** A manager takes a forgotten PIN away; the person then sets a new one. */
export const ClearPin = z.strictObject({ personId: id });
export const ReleaseRole = z.strictObject({ role: key, personId: id });
