import { describe, expect, test } from 'vitest';
import { holdNow } from '../../shared/domain/go-live/hold.ts';
import { makeDeployGoLive } from '../support/deploy-go-live.ts';
import { eachHost } from '../support/hosts.ts';

const MINUTE = 60_000;

eachHost((at) => {
  const rowsOf = (goLiveId: string) => at().host.record.rows(goLiveId);
  const made = () => makeDeployGoLive(at().join());

  describe('a hold', () => {
    test('is called by anybody who works, expected, resumed by who leads, and taken back', async () => {
      const goLiveId = await made();
      const ofMember = at().join('member').hold;
      expect(await ofMember.callHold.mutate({ goLiveId, reason: 'The bank does not answer' })).toMatchObject({ ok: true });
      expect(await ofMember.callHold.mutate({ goLiveId, reason: 'Twice' })).toMatchObject({ ok: false, refusal: { code: 'on-hold' } });
      const expectedEndAt = Date.now() + 30 * MINUTE;
      expect(await ofMember.expectHold.mutate({ goLiveId, expectedEndAt })).toMatchObject({ ok: true });
      expect(holdNow(rowsOf(goLiveId))).toMatchObject({ ref: 'H-1', expectedEndAt });
      await expect(ofMember.resumeHold.mutate({ goLiveId })).rejects.toThrow();
      await expect(at().join('viewer').hold.callHold.mutate({ goLiveId, reason: 'Only looking' })).rejects.toThrow();
      const resumed = await at().join().hold.resumeHold.mutate({ goLiveId, despite: 'The board agreed' });
      if (!resumed.ok) throw new Error(resumed.refusal.reason);
      expect(holdNow(rowsOf(goLiveId))).toBeNull();
      await expect(at().join('member').journal.undo.mutate({ goLiveId, seq: resumed.seq })).resolves.toMatchObject({
        refusal: { code: 'not-yours' },
      });
      expect(await at().join().journal.undo.mutate({ goLiveId, seq: resumed.seq })).toMatchObject({ ok: true });
      expect(holdNow(rowsOf(goLiveId))?.ref).toBe('H-1');
    });

    test('moves T-0 by its length', async () => {
      const goLiveId = await made();
      const { hold } = at().join();
      const tZero = () => rowsOf(goLiveId).goLive.get(goLiveId)?.tZeroAt ?? 0;
      const before = tZero();
      await hold.callHold.mutate({ goLiveId, reason: 'Backup', occurredAt: Date.now() - 5 * MINUTE });
      await hold.resumeHold.mutate({ goLiveId, moveWindow: true });
      expect(tZero() - before).toBeGreaterThanOrEqual(5 * MINUTE);
      expect(tZero() - before).toBeLessThan(6 * MINUTE);
    });
  });

  test('a recycle takes up again what was worked, in one act that can be taken back', async () => {
    const goLiveId = await made();
    const { runbook, hold, journal } = at().join();
    const first = [...rowsOf(goLiveId).task.values()].sort((a, b) => a.position - b.position)[0];
    if (!first) throw new Error('no task');
    await runbook.finishTask.mutate({ goLiveId, taskId: first.id, despite: 'Only a test' });
    const before = rowsOf(goLiveId).goLive.get(goLiveId)?.tZeroAt;
    const again = await hold.recycle.mutate({ goLiveId, taskId: first.id, reason: 'Once more', moveWindow: true });
    if (!again.ok) throw new Error(again.refusal.reason);
    expect(rowsOf(goLiveId).task.get(first.id)).toMatchObject({ status: 'planned', actualStart: null });
    expect(await journal.undo.mutate({ goLiveId, seq: again.seq })).toMatchObject({ ok: true });
    expect(rowsOf(goLiveId).task.get(first.id)?.status).toBe('finished');
    expect(rowsOf(goLiveId).goLive.get(goLiveId)?.tZeroAt).toBe(before);
  });

  test('after a scrub its closing tasks are worked', async () => {
    const goLiveId = await made();
    const { goLive, runbook } = at().join();
    expect(await goLive.scrub.mutate({ goLiveId, reason: 'The backup failed' })).toMatchObject({ ok: true });
    const tell = [...rowsOf(goLiveId).task.values()].find(({ phase, kind }) => phase === 'After the scrub' && kind === 'communication');
    expect(await runbook.finishTask.mutate({ goLiveId, taskId: tell?.id ?? '' })).toMatchObject({ ok: true });
    expect(await at().join().hold.callHold.mutate({ goLiveId, reason: 'Too late' })).toMatchObject({
      ok: false,
      refusal: { code: 'over' },
    });
  });
});
