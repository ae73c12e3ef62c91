import { describe, expect, test } from 'vitest';
import { makeDeployGoLive, rowOf } from '../support/deploy-go-live.ts';
import { eachHost } from '../support/hosts.ts';

eachHost((at) => {
  const rowsOf = (goLiveId: string) => at().host.record.rows(goLiveId);
  const made = () => makeDeployGoLive(at().join());
  const announcedBy = (goLiveId: string, source: string) => {
    const rows = rowsOf(goLiveId);
    const task = [...rows.task.values()].find((each) => each.source === source);
    const announcement = [...rows.announcement.values()].find(({ taskId }) => taskId === task?.id);
    if (!task || !announcement) throw new Error(`nothing is announced by ${source}`);
    return { task, announcement };
  };

  describe('the communications plan', () => {
    test('comes with the playbook: every communication has its message', async () => {
      const goLiveId = await made();
      const { task, announcement } = rowsOf(goLiveId);
      const telling = [...task.values()].filter(({ kind }) => kind === 'communication');
      expect(telling.length).toBeGreaterThan(1);
      for (const { id } of telling) expect([...announcement.values()].filter(({ taskId }) => taskId === id)).toHaveLength(1);
    });

    test('marks a message as sent and finishes its task in one act, which undo takes back whole', async () => {
      const goLiveId = await made();
      const { task, announcement } = announcedBy(goLiveId, 'plan-user-communication');
      const { comms, journal } = at().join();
      const plain = await comms.sendAnnouncement.mutate({ goLiveId, announcementId: announcement.id });
      expect(plain).toMatchObject({ ok: false, refusal: { code: 'held' } });
      const sent = await comms.sendAnnouncement.mutate({ goLiveId, announcementId: announcement.id, despite: 'They asked' });
      if (!sent.ok) throw new Error(sent.refusal.reason);
      const row = rowsOf(goLiveId).announcement.get(announcement.id);
      expect(row).toMatchObject({ sentBy: 'Go-live desk' });
      expect(row?.content).toContain('ERPNext v16, wave 1 takes place between');
      expect(row?.content).not.toContain('{');
      expect(rowsOf(goLiveId).task.get(task.id)?.status).toBe('finished');
      const again = await comms.sendAnnouncement.mutate({ goLiveId, announcementId: announcement.id });
      expect(again).toMatchObject({ ok: false, refusal: { code: 'already-sent' } });
      expect(await journal.undo.mutate({ goLiveId, seq: sent.seq })).toMatchObject({ ok: true });
      expect(rowsOf(goLiveId).announcement.get(announcement.id)).toEqual(announcement);
      expect(rowsOf(goLiveId).task.get(task.id)?.status).toBe('planned');
    });

    test('takes messages that were not planned, from a member and never from who only looks', async () => {
      const goLiveId = await made();
      const words = { goLiveId, subject: 'It takes longer', content: 'Until {forecastFinish}.', channel: 'chat' as const };
      await expect(at().join('viewer').comms.addAnnouncement.mutate(words)).rejects.toThrow();
      const { comms } = at().join('member');
      const announcementId = await rowOf(comms.addAnnouncement.mutate(words));
      await rowOf(comms.editAnnouncement.mutate({ goLiveId, announcementId, audience: 'Stakeholders' }));
      expect(rowsOf(goLiveId).announcement.get(announcementId)).toMatchObject({ audience: 'Stakeholders', taskId: null, sentAt: null });
      await rowOf(comms.removeAnnouncement.mutate({ goLiveId, announcementId }));
      expect(rowsOf(goLiveId).announcement.has(announcementId)).toBe(false);
      await expect(comms.addAnnouncement.mutate({ ...words, content: 'x'.repeat(8_001) })).rejects.toThrow(/8,000/);
      await expect(comms.addAnnouncement.mutate({ ...words, channel: 'pigeon' as never })).rejects.toThrow();
    });

    test('has the reason in what tells of a scrub', async () => {
      const goLiveId = await made();
      const { goLive, comms } = at().join();
      await goLive.scrub.mutate({ goLiveId, reason: 'The backup failed' });
      const told = [...rowsOf(goLiveId).announcement.values()].find(({ template }) => template === 'scrub');
      await rowOf(comms.sendAnnouncement.mutate({ goLiveId, announcementId: told?.id ?? '' }));
      expect(rowsOf(goLiveId).announcement.get(told?.id ?? '')?.content).toContain('The backup failed');
    });
  });
});
