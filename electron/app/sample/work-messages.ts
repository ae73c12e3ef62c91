/** The messages the team wrote for the communications of its own plan. */
import { addAnnouncement } from '../../../shared/domain/comms/rules.ts';
import { fittingTemplate, templates } from '../../../shared/domain/comms/templates.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import type { Scene } from './stage.ts';

const WRITTEN_AT = -75;
const MINUTE = 60_000;

/** One for each communication that has none yet, written before the night by the liaison. */
export function messageScenes(rows: Rows): readonly Scene[] {
  const told = new Set([...rows.announcement.values()].map(({ taskId }) => taskId));
  const silent = [...rows.task.values()].filter(({ id, kind }) => kind === 'communication' && !told.has(id));
  return silent.map(({ id: taskId, title, startOffset }, index) => {
    const template = fittingTemplate(title, startOffset === null ? null : startOffset / MINUTE);
    const { audience, content } = templates[template];
    const words = { taskId, template, audience, channel: 'mail' as const, subject: title, content };
    return { minute: WRITTEN_AT + index / 2, actor: 'H. Silva', play: (now, act) => addAnnouncement(now, words, act) };
  });
}
