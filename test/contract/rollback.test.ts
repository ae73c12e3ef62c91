import { beforeAll, expect, test } from 'vitest';
import type { Client } from '../support/hosts.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, insertGoLive, NOW } from '../support/record.ts';

const MINUTE = 60_000;

eachHost((at) => {
  const goLive = aGoLive({ zone: 'UTC' });
  const goLiveId = goLive.id;
  let client: Client;
  let ids: readonly string[] = [];

  beforeAll(async () => {
    client = at().join();
    const entry = { goLiveId, at: NOW, occurredAt: NOW, actor: 'M. Okoro', action: 'goLive.create', note: '', undoes: null };
    at().host.record.commit({ ...entry, changes: [insertGoLive(goLive)] });
    const added: string[] = [];
    for (const title of ['Stop the jobs', 'Move the data', 'Switch']) {
      const outcome = await client.runbook.addTask.mutate({ goLiveId, title, durationMs: MINUTE, after: added.slice(-1) });
      if (!outcome.ok || outcome.rowId === null) throw new Error('not added');
      added.push(outcome.rowId);
    }
    ids = added;
  });
  const rows = () => at().host.record.rows(goLiveId);
  const own = () => [...rows().task.values()].filter(({ kind }) => kind === 'rollback').sort((a, b) => a.position - b.position);

  test('how a task is taken back is written on it, and taken back by undo', async () => {
    const [jobs = '', data = ''] = ids;
    const said = await client.rollback.setWayBack.mutate({ goLiveId, taskId: data, undoTitle: 'Restore', undoMs: 20 * MINUTE });
    expect(rows().task.get(data)).toMatchObject({ undoTitle: 'Restore', undoMs: 20 * MINUTE });
    await client.journal.undo.mutate({ goLiveId, seq: said.ok ? said.seq : 0 });
    expect(rows().task.get(data)?.undoMs).toBeNull();
    for (const taskId of [jobs, data]) await client.rollback.setWayBack.mutate({ goLiveId, taskId, undoMs: 5 * MINUTE });
    await client.rollback.setTarget.mutate({ goLiveId, targetMs: 12 * MINUTE });
    expect(rows().goLive.get(goLiveId)?.rollbackTargetMs).toBe(12 * MINUTE);
  });

  test('a rollback is refused before anything was worked, and to a viewer always', async () => {
    const wish = { goLiveId, kind: 'manual' as const, reason: 'Orders are lost' };
    expect(await client.rollback.start.mutate(wish)).toMatchObject({ ok: false, refusal: { code: 'nothing-done' } });
    await expect(at().join('viewer').rollback.start.mutate(wish)).rejects.toThrow(/viewer/);
  });

  test('one decision makes it, one undo takes it back, and worked to its end it is measured', async () => {
    for (const taskId of ids.slice(0, 2)) expect((await client.runbook.finishTask.mutate({ goLiveId, taskId })).ok).toBe(true);
    const wish = { goLiveId, kind: 'database' as const, reason: 'Orders are lost' };
    const first = await client.rollback.start.mutate(wish);
    expect(own().map(({ title }) => title)).toEqual([
      'Announce the rollback',
      'Take back T-002: Move the data',
      'Take back T-001: Stop the jobs',
      'Check that the data are consistent',
    ]);
    expect((await client.journal.undo.mutate({ goLiveId, seq: first.ok ? first.seq : 0 })).ok).toBe(true);
    expect([own().length, rows().rollback.size]).toEqual([0, 0]);

    const member = at().join('member');
    const started = await member.rollback.start.mutate(wish);
    const rollbackId = started.ok ? (started.rowId ?? '') : '';
    expect(await client.runbook.startTask.mutate({ goLiveId, taskId: ids[2] ?? '' })).toMatchObject({
      ok: false,
      refusal: { code: 'rolling-back' },
    });
    expect(await client.rollback.end.mutate({ goLiveId, rollbackId, outcomeNote: 'x' })).toMatchObject({
      ok: false,
      refusal: { code: 'tasks-open' },
    });
    for (const { id: taskId } of own()) expect((await client.runbook.finishTask.mutate({ goLiveId, taskId })).ok).toBe(true);
    expect(ids.map((id) => rows().task.get(id)?.status)).toEqual(['rolled back', 'rolled back', 'planned']);
    expect((await member.rollback.end.mutate({ goLiveId, rollbackId, outcomeNote: 'Counts agree' })).ok).toBe(true);
    expect(rows().rollback.get(rollbackId)).toMatchObject({ outcome: 'back in the prior state', targetMs: 12 * MINUTE });
  });

  test('one that is given up leaves its history, and a try of the way back is kept', async () => {
    const taskId = ids[0] ?? '';
    expect((await client.runbook.reopenTask.mutate({ goLiveId, taskId, reason: 'Second attempt' })).ok).toBe(true);
    const started = await client.rollback.start.mutate({ goLiveId, kind: 'manual', reason: 'Again', targetMs: null });
    const rollbackId = started.ok ? (started.rowId ?? '') : '';
    expect((await client.rollback.giveUp.mutate({ goLiveId, rollbackId, reason: 'Cause found' })).ok).toBe(true);
    expect(rows().rollback.get(rollbackId)).toMatchObject({ ref: 'RB-2', outcome: 'given up', targetMs: null });
    const tried = { goLiveId, place: 'staging', tookMs: 9 * MINUTE, passed: true, remark: '' };
    expect((await client.rollback.recordTest.mutate(tried)).ok).toBe(true);
    expect([...rows().rollbackTest.values()]).toMatchObject([{ place: 'staging', passed: true }]);
    expect(at().host.record.verify().faults).toEqual([]);
  });
});
