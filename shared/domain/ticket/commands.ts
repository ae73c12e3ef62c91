/** What people can ask of hypercare tickets. */
import { z } from 'zod';
import { id, line, optionalLine, text } from '../../base/fields.ts';
import { priority, ticketStatuses } from './schema.ts';

const ofTicket = { ticketId: id };
const fields = {
  title: line,
  detail: text,
  department: optionalLine,
  category: optionalLine,
  priority,
  reporter: optionalLine,
  incidentId: id.nullable(),
  taskId: id.nullable(),
};

export const LogTicket = z.strictObject({
  title: fields.title,
  detail: fields.detail.default(''),
  department: fields.department.default(''),
  category: fields.category.default(''),
  priority: fields.priority.default(3),
  reporter: fields.reporter.default(''),
  assigneeId: id.nullable().default(null),
  incidentId: fields.incidentId.default(null),
  taskId: fields.taskId.default(null),
});
/** Fields that are absent stay as they are. */
export const EditTicket = z
  .strictObject({ ...ofTicket, ...fields })
  .partial()
  .required({ ticketId: true });
export const AssignTicket = z.strictObject({
  ...ofTicket,
  /** Null takes it from whoever has it. */
  personId: id.nullable(),
});
export const MoveTicket = z.strictObject({
  ...ofTicket,
  status: z.enum(ticketStatuses),
  /** Why it waits, how it was resolved, why it is cancelled or reopened; the other moves need none. */
  reason: text.default(''),
  /** True when the reporter has had a first reply; with the status it already has, only that is noted. */
  replied: z.boolean().default(false),
});
