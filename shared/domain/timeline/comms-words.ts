/** The words for acts on the communications plan. */
import { textOf } from './subject.ts';
import { changedFields, type Teller, withTail } from './told.ts';

export const commsWords: Readonly<Record<string, Teller>> = {
  'announcement.add': ({ row }) => withTail('Message written', row.subject),
  'announcement.edit': ({ row, set }) => withTail(`Message${textOf(row.subject) && ` “${row.subject}”`} edited`, changedFields(set)),
  'announcement.remove': ({ row }) => withTail('Message removed', row.subject),
  'announcement.send': ({ row }) => withTail(textOf(row.audience) ? `Message sent to ${row.audience}` : 'Message sent', row.subject),
};
