/** The rows of the communications plan: what is told to whom, through which channel, and when it was really sent. */
import { z } from 'zod';
import { id, instant, line, optionalLine, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const channels = ['mail', 'chat', 'phone', 'status page', 'meeting', 'other'] as const;

/** A message of the go-live. When it is due is the business of its task. */
export const announcement = table(
  'announcement',
  z.strictObject({
    id,
    goLiveId: id,
    /** The communication task it belongs to; null for one that was not planned. */
    taskId: id.nullable(),
    /** Key of the template it was made from; empty for none. */
    template: z.string().max(80),
    audience: optionalLine,
    channel: z.enum(channels),
    subject: line,
    /** With fields in braces, such as {system}, until it is sent; then as it went out. */
    content: text,
    sentBy: optionalLine,
    sentAt: instant.nullable(),
  }),
  { goLiveId: 'goLive', taskId: 'task' },
);
export type Announcement = RowOf<typeof announcement>;
