/** How the board shows a message: its marks, its channels, its words as they would go out now. */
import { fieldValues, filledMessage, reasonFor } from '../../../shared/domain/comms/fields.ts';
import type { MessageState } from '../../../shared/domain/comms/plan.ts';
import { type Announcement, channels } from '../../../shared/domain/comms/schema.ts';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import type { Schedule } from '../../../shared/domain/runbook/schedule.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import type { MarkState } from '../../ui/mark.tsx';

export const stateMarks: Readonly<Record<MessageState, { readonly state: MarkState; readonly word: string }>> = {
  sent: { state: 'finished', word: 'Sent' },
  told: { state: 'finished', word: 'Finished' },
  late: { state: 'late', word: 'Late' },
  due: { state: 'ready', word: 'Due now' },
  waiting: { state: 'not-ready', word: 'Waiting' },
  'left open': { state: 'at-risk', word: 'Not marked' },
  'not needed': { state: 'skipped', word: 'Not needed' },
  'any time': { state: 'note', word: 'Any time' },
};

/** Nothing is to be sent any more. */
export function isOver(state: MessageState): boolean {
  return state === 'sent' || state === 'told' || state === 'not needed';
}

type Channel = Announcement['channel'];
export const channelOptions = channels.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }));
export function channelLabel(channel: Channel): string {
  return channelOptions.find(({ value }) => value === channel)?.label ?? channel;
}

export interface Preview {
  readonly subject: string;
  readonly content: string;
  /** Names in braces that cannot be filled, with why. */
  readonly open: readonly { readonly name: string; readonly why: string }[];
}

/** Gives the words of announcements as they went out, or as they would at `now`. */
export function previewing(rows: Rows, goLive: GoLive, now: number, schedule: Schedule): (announcement: Announcement) => Preview {
  const common = fieldValues(rows, goLive, now, '', schedule);
  return (announcement) => {
    const { sentAt, template } = announcement;
    if (sentAt !== null) return { subject: announcement.subject, content: announcement.content, open: [] };
    const values = { ...common, reason: reasonFor(rows, goLive, template) };
    const { subject: head, content: body } = filledMessage(announcement, values, goLive);
    const unknown = [...new Set([...head.unknown, ...body.unknown])].map((name) => ({ name, why: 'is no field' }));
    const empty = [...new Set([...head.empty, ...body.empty])].map((name) => ({ name, why: 'has nothing to say yet' }));
    return { subject: head.text, content: body.text, open: [...unknown, ...empty] };
  };
}
