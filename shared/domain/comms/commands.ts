/** What people can ask of the communications plan. */
import { z } from 'zod';
import { id, line, optionalLine, reason, text } from '../../base/fields.ts';
import { channels } from './schema.ts';
import { templateKeys } from './templates.ts';

const fields = {
  audience: optionalLine,
  channel: z.enum(channels),
  subject: line,
  content: text,
};
const ofAnnouncement = { announcementId: id };

export const AddAnnouncement = z.strictObject({
  ...fields,
  audience: fields.audience.default(''),
  channel: fields.channel.default('mail'),
  /** The communication task it is for; null for one that was not planned. */
  taskId: id.nullable().default(null),
  /** What it announces; empty for nothing in particular. */
  template: z.union([z.enum(templateKeys), z.literal('')]).default(''),
});
/** Fields that are absent stay as they are. */
export const EditAnnouncement = z
  .strictObject({ ...ofAnnouncement, ...fields })
  .partial()
  .required({ announcementId: true });
export const RemoveAnnouncement = z.strictObject(ofAnnouncement);
export const SendAnnouncement = z.strictObject({
  ...ofAnnouncement,
  /** Why its task is finished although something holds it; absent otherwise. */
  despite: reason.optional(),
});
