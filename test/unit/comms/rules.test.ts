import { describe, expect, test } from 'vitest';
import { addAnnouncement, editAnnouncement, removeAnnouncement, sendAnnouncement } from '../../../shared/domain/comms/rules.ts';
import type { Announcement } from '../../../shared/domain/comms/schema.ts';
import { aGoLive, anAct, aTask, changesOf, goLiveId, HOUR, idOf, refusalOf, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';

const message = (given: Partial<Announcement> = {}): Announcement => ({
  id: idOf(10),
  goLiveId,
  taskId: idOf(200),
  template: 'go-live',
  audience: 'Everybody',
  channel: 'mail',
  subject: '{system} is live',
  content: '{name} is live.',
  sentBy: '',
  sentAt: null,
  ...given,
});
const task = aTask({ kind: 'communication' });
const night = (...announcement: readonly Announcement[]) =>
  rowsWith({ goLive: [aGoLive({ stage: 'cutover' })], task: [task], announcement });
const act = () => anAct({ now: T_ZERO + HOUR });
const send = (rows: ReturnType<typeof night>, announcementId = idOf(10), despite?: string) =>
  sendAnnouncement(rows, { announcementId, despite }, act());

describe('a message marked as sent', () => {
  test('stays as it went out, with who sent it when, and finishes its task', () => {
    const rows = rowsAfter(night(message()), send(night(message())));
    const sent = { subject: 'ERPNext is live', content: 'ERPNext v16, wave 1 is live.', sentBy: 'M. Okoro', sentAt: T_ZERO + HOUR };
    expect(rows.announcement.get(idOf(10))).toMatchObject(sent);
    expect(rows.task.get(task.id)).toMatchObject({ status: 'finished', actualEnd: T_ZERO + HOUR });
    expect(refusalOf(send(rows))).toBe('already-sent');
    expect(refusalOf(editAnnouncement(rows, { announcementId: idOf(10), content: 'No' }))).toBe('already-sent');
    expect(refusalOf(removeAnnouncement(rows, { announcementId: idOf(10) }))).toBe('already-sent');
  });

  test('leaves its task open while another message of it waits', () => {
    const rows = night(message(), message({ id: idOf(11), audience: 'Partners' }));
    const once = rowsAfter(rows, send(rows));
    expect(once.task.get(task.id)?.status).toBe('planned');
    expect(rowsAfter(once, send(once, idOf(11))).task.get(task.id)?.status).toBe('finished');
  });

  test('is held by what holds its task, unless a reason is given', () => {
    const link = { id: idOf(30), goLiveId, fromId: idOf(201), toId: task.id, kind: 'FS' as const, lagMs: 0 };
    const rows = { ...night(message()), link: new Map([[link.id, link]]) };
    const held = { ...rows, task: new Map([...rows.task, [idOf(201), aTask({ id: idOf(201), ref: 'T-001' })]]) };
    expect(refusalOf(send(held))).toBe('held');
    expect(changesOf(send(held, idOf(10), 'They asked'))).toHaveLength(2);
  });

  test('touches no task that is closed, and needs none', () => {
    const closed = { ...night(message()), task: new Map([[task.id, { ...task, status: 'finished' as const, actualEnd: T_ZERO }]]) };
    expect(changesOf(send(closed)).map(({ table }) => table)).toEqual(['announcement']);
    const free = night(message({ taskId: null }), message({ id: idOf(11), taskId: null }));
    expect(changesOf(send(free)).map(({ table }) => table)).toEqual(['announcement']);
  });

  test('is refused while a field is not filled, which is named', () => {
    const rows = night(message({ subject: 'In {hall}', content: 'Why: {reason}' }));
    expect(send(rows)).toMatchObject({ ok: false, refusal: { code: 'unfilled', reason: expect.stringContaining('{hall}, {reason}') } });
    expect(refusalOf(send(night()))).toBe('unknown-announcement');
  });
});

test('a message that was not planned is written, changed and removed', () => {
  const words = {
    taskId: null,
    template: 'late' as const,
    audience: 'Stakeholders',
    channel: 'chat' as const,
    subject: 'It takes longer',
    content: 'An hour.',
  };
  const rows = rowsAfter(night(), addAnnouncement(night(), words, act()));
  const [row] = rows.announcement.values();
  expect(row).toMatchObject({ ...words, sentAt: null });
  const announcementId = row?.id ?? '';
  const edited = rowsAfter(rows, editAnnouncement(rows, { announcementId, content: 'Two hours.' }));
  expect(edited.announcement.get(announcementId)?.content).toBe('Two hours.');
  expect(refusalOf(editAnnouncement(edited, { announcementId, content: 'Two hours.' }))).toBe('nothing-changed');
  expect(rowsAfter(edited, removeAnnouncement(edited, { announcementId })).announcement.size).toBe(0);
});

test('a message belongs to a communication or to a way back, never to other work', () => {
  const rows = { ...night(), task: new Map([[idOf(1), aTask({ id: idOf(1) })]]) };
  const words = { template: '' as const, audience: '', channel: 'mail' as const, subject: 'S', content: '' };
  expect(refusalOf(addAnnouncement(rows, { ...words, taskId: idOf(1) }, act()))).toBe('wrong-kind');
  expect(refusalOf(addAnnouncement(rows, { ...words, taskId: idOf(99) }, act()))).toBe('unknown-task');
});
