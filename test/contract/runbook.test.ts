import { beforeAll, expect, test } from 'vitest';
import type { Client } from '../support/hosts.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, insertGoLive, NOW } from '../support/record.ts';

const plan = `Task ID,Title,Predecessors,Duration,Start,Stream,Owner,Status,Cost centre
1,Extract,,30 min,2025-11-21 22:00,Data,S. Patel,1-Planned,4711
2,Load,1FS+10m,20 min,2025-11-21 22:40,Data,S. Patel / N. Ito,1-Planned,
3,"<b>Check</b> =SUM(A1)",#2;1SS,15 min,2025-11-21 23:00,Validation,,1-Planned,
`;
const file = (text: string) => ({ fileName: 'plan.csv', base64: Buffer.from(text).toString('base64') });

eachHost((at) => {
  const goLive = aGoLive({ zone: 'UTC' });
  let client: Client;

  beforeAll(() => {
    client = at().join();
    const changes = [insertGoLive(goLive)];
    at().host.record.commit({
      goLiveId: goLive.id,
      at: NOW,
      occurredAt: NOW,
      actor: 'M. Okoro',
      action: 'goLive.create',
      note: '',
      undoes: null,
      changes,
    });
  });
  const tasks = () => [...at().host.record.rows(goLive.id).task.values()].sort((a, b) => a.position - b.position);

  test('a plan is shown before it is taken, and looking changes nothing', async () => {
    const preview = await client.runbook.previewPlan.mutate({ goLiveId: goLive.id, ...file(plan) });
    expect(preview).toMatchObject({
      ok: true,
      readable: 3,
      refusedRows: 0,
      otherColumns: ['Cost centre'],
      mapping: { title: 'Title', owners: 'Owner' },
    });
    expect(tasks()).toEqual([]);
  });

  test('a plan that names a missing predecessor is refused whole, with the row named', async () => {
    const bad = plan.replace('#2;1SS', '99');
    const outcome = await client.runbook.importPlan.mutate({ goLiveId: goLive.id, ...file(bad) });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'rows-refused', about: ['row 4'] } });
    expect(tasks()).toEqual([]);
  });

  test('what is not a plan at all is refused in words', async () => {
    const rtf = await client.runbook.importPlan.mutate({ goLiveId: goLive.id, ...file('{\\rtf1\\ansi hello}') });
    expect(rtf.ok || rtf.refusal.reason).toMatch(/RTF|Word|rich text/i);
    const empty = await client.runbook.importPlan.mutate({ goLiveId: goLive.id, fileName: 'plan.csv', base64: '' });
    expect(empty.ok).toBe(false);
    await expect(client.runbook.importPlan.mutate({ goLiveId: goLive.id, fileName: 'plan.csv', base64: 'no base64!' })).rejects.toThrow(
      /base64/,
    );
  });

  test('an imported plan is worked: held, started, blocked, finished, and taken back', async () => {
    const imported = await client.runbook.importPlan.mutate({ goLiveId: goLive.id, ...file(plan) });
    expect(imported.ok).toBe(true);
    const [extract, load, check] = tasks();
    expect(check).toMatchObject({ title: '<b>Check</b> =SUM(A1)', stream: 'Validation' });
    expect(extract).toMatchObject({ startOffset: 0, durationMs: 1_800_000, extra: { 'Cost centre': '4711' } });
    const of = (task: typeof extract) => ({ goLiveId: goLive.id, taskId: task?.id ?? '' });
    expect(await client.runbook.startTask.mutate(of(load))).toMatchObject({ ok: false, refusal: { code: 'held', about: ['T-001'] } });
    expect((await client.runbook.startTask.mutate(of(extract))).ok).toBe(true);
    expect((await client.runbook.blockTask.mutate({ ...of(extract), reason: 'Line is slow' })).ok).toBe(true);
    expect((await client.runbook.unblockTask.mutate(of(extract))).ok).toBe(true);
    const finished = await client.runbook.finishTask.mutate(of(extract));
    expect((await client.runbook.startTask.mutate(of(load))).ok).toBe(true);
    const undo = await client.journal.undo.mutate({ goLiveId: goLive.id, seq: finished.ok ? finished.seq : 0 });
    expect(undo).toMatchObject({ ok: false, refusal: { code: 'depends' } });
    expect(at().host.record.verify().faults).toEqual([]);
  });

  test('the plan is changed by hand: a task added after another, edited, linked without circles', async () => {
    const [extract] = tasks();
    const added = await client.runbook.addTask.mutate({
      goLiveId: goLive.id,
      title: 'Archive',
      comments: 'Ask Ana',
      after: [extract?.id ?? ''],
    });
    const taskId = (added.ok && added.rowId) || '';
    expect(
      (await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId, title: 'Archive the extract', startOffset: 7_200_000 })).ok,
    ).toBe(true);
    expect(tasks().at(-1)).toMatchObject({ title: 'Archive the extract', comments: 'Ask Ana', startOffset: 7_200_000 });
    expect(await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId, timing: 'fixed', startOffset: null })).toMatchObject({
      ok: false,
      refusal: { code: 'bad-rows', reason: expect.stringContaining('A fixed start needs') },
    });
    const circle = await client.runbook.linkTasks.mutate({ goLiveId: goLive.id, fromId: taskId, toId: extract?.id ?? '' });
    expect(circle).toMatchObject({ ok: false, refusal: { code: 'cycle' } });
    expect(await client.runbook.editTask.mutate({ goLiveId: goLive.id, taskId, title: 'Archive the extract' })).toMatchObject({
      ok: false,
      refusal: { code: 'nothing-changed' },
    });
  });

  test('of two people who edit one task in its form the second overwrites nothing the first changed', async () => {
    const imported = await client.runbook.addTask.mutate({ goLiveId: goLive.id, title: 'Freeze', detail: 'All sites' });
    const taskId = (imported.ok && imported.rowId) || '';
    const other = at().join('member');
    const asked = { goLiveId: goLive.id, taskId };
    const theirs = await other.runbook.editTask.mutate({ ...asked, detail: 'Two sites', was: { detail: 'All sites' } });
    expect(theirs).toMatchObject({ ok: true });
    const mine = { ...asked, title: 'Freeze all', detail: 'Five sites', was: { title: 'Freeze', detail: 'All sites' } };
    const refused = await client.runbook.editTask.mutate(mine);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
    expect(refused.ok || refused.refusal.reason).toMatch(/T-\d+, Detail was changed by somebody else/);
    expect(tasks().at(-1)).toMatchObject({ title: 'Freeze', detail: 'Two sites' });
    const [who] = await client.plan.whoChanged.query({ goLiveId: goLive.id, of: [{ taskId, field: 'detail' }] });
    expect(who?.seq).toBe(theirs.ok ? theirs.seq : 0);
    expect(await client.runbook.editTask.mutate({ ...mine, was: { title: 'Freeze', detail: 'Two sites' } })).toMatchObject({ ok: true });
    expect(tasks().at(-1)).toMatchObject({ title: 'Freeze all', detail: 'Five sites' });
    await expect(client.runbook.editTask.mutate({ ...asked, title: 'x', was: { title: '' } } as never)).rejects.toThrow(/title/i);
  });
});
