/** Announcements as they are made: from a step of a playbook, or from a template. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import type { Step } from '../playbook/phase.ts';
import { type Announcement, announcement } from './schema.ts';
import { fittingTemplate, type TemplateKey, templates } from './templates.ts';

type Spoken = Pick<Step, 'title' | 'audience' | 'channel' | 'message'> & { readonly task: NonNullable<Step['task']> };

/** The announcement of a communication step for its task; nothing for any other step. A step without words takes those of a template. */
export function announcementOf(step: Spoken, taskId: string, act: Act): readonly Change[] {
  if (step.task.kind !== 'communication') return [];
  const template = fittingTemplate(step.title, step.task.startMinutes);
  const row = {
    id: act.newId(),
    goLiveId: act.goLiveId,
    taskId,
    template,
    audience: step.audience || templates[template].audience,
    channel: step.channel,
    ...wordsOf(step, template),
    sentBy: '',
    sentAt: null,
  };
  return [insert(announcement, row)];
}

/** A first line of a step's message with an empty line after it is the subject. */
function wordsOf({ title, message }: Spoken, template: TemplateKey): Pick<Announcement, 'subject' | 'content'> {
  const [, first = '', rest = ''] = /^([^\n]{1,200})\n[ \t]*\n([\s\S]+)$/.exec(message) ?? [];
  if (first) return { subject: first.trim(), content: rest.trim() };
  return { subject: title, content: message || templates[template].content };
}

/** The announcement `template` offers, for a task that tells it. */
export function announcementFrom(template: TemplateKey, taskId: string | null, act: Act): Change {
  const { audience, subject, content } = templates[template];
  const row = { id: act.newId(), goLiveId: act.goLiveId, taskId, template, audience, subject, content };
  return insert(announcement, { ...row, channel: 'mail', sentBy: '', sentAt: null });
}
