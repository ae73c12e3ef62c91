import { beforeAll, expect, test } from 'vitest';
import { runDueActs } from '../../electron/app/clockwork.ts';
import { newId } from '../../electron/record/new-id.ts';
import type { Outcome } from '../../renderer/client/client.ts';
import { insert } from '../../shared/base/change.ts';
import { person } from '../../shared/domain/roster/schema.ts';
import { aPerson } from '../support/builders.ts';
import { type Client, eachHost } from '../support/hosts.ts';
import { aGoLive, insertGoLive, NOW } from '../support/record.ts';

const code = (outcome: Outcome) => (outcome.ok ? 'written' : outcome.refusal.code);

eachHost((at) => {
  const goLive = aGoLive({ zone: 'UTC', stage: 'cutover', tZeroAt: NOW });
  const costa = aPerson({ id: newId(NOW), goLiveId: goLive.id });
  const ito = aPerson({ id: newId(NOW), goLiveId: goLive.id, name: 'N. Ito' });
  let client: Client;
  const rows = () => at().host.record.rows(goLive.id);
  const of = (taskId: string) => ({ goLiveId: goLive.id, taskId });
  const addTask = async (title: string, more: object = {}) => {
    const outcome = await client.runbook.addTask.mutate({ goLiveId: goLive.id, title, ...more });
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    return outcome.rowId as string;
  };

  beforeAll(() => {
    client = at().join('member');
    const changes = [insertGoLive(goLive), insert(person, costa), insert(person, ito)];
    const entry = {
      goLiveId: goLive.id,
      at: NOW,
      occurredAt: NOW,
      actor: 'M. Okoro',
      action: 'goLive.create',
      note: '',
      undoes: null,
      changes,
    };
    at().host.record.commit(entry);
  });

  test('what one works on another cannot finish, until they take it over', async () => {
    const taskId = await addTask('Extract');
    expect(code(await client.runbook.startTask.mutate({ ...of(taskId), as: costa.id }))).toBe('written');
    const refused = await client.runbook.finishTask.mutate({ ...of(taskId), as: ito.id });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'locked', reason: expect.stringContaining('L. Costa') } });
    expect(code(await client.runbook.finishTask.mutate({ ...of(taskId), as: ito.id, takeOver: true }))).toBe('written');
    expect(rows().task.get(taskId)).toMatchObject({ status: 'finished', workerId: ito.id });
  });

  test('a block carries when it is expected to be over, which is changed and ends with it', async () => {
    const taskId = await addTask('Load');
    const clearsAt = Date.now() + 3_600_000;
    await client.runbook.startTask.mutate(of(taskId));
    expect(code(await client.runbook.blockTask.mutate({ ...of(taskId), reason: 'Disk full', clearsAt: 1 }))).toBe('clears-in-the-past');
    expect(code(await client.runbook.blockTask.mutate({ ...of(taskId), reason: 'Disk full', clearsAt }))).toBe('written');
    expect(code(await client.work.estimateBlock.mutate({ ...of(taskId), clearsAt: clearsAt + 60_000 }))).toBe('written');
    expect(rows().task.get(taskId)).toMatchObject({ status: 'blocked', clearsAt: clearsAt + 60_000 });
    await client.runbook.unblockTask.mutate(of(taskId));
    expect(rows().task.get(taskId)?.clearsAt).toBeNull();
  });

  test('checks inside a task are added, put in order, ticked, and keep it open', async () => {
    const taskId = await addTask('Compare');
    const first = await client.work.addStep.mutate({ ...of(taskId), title: 'Row counts' });
    const second = await client.work.addStep.mutate({ ...of(taskId), title: 'Sums', isRequired: false });
    if (!first.ok || !second.ok) throw new Error('no check was added');
    const step = (outcome: typeof first) => ({ goLiveId: goLive.id, stepId: outcome.rowId as string });
    expect(code(await client.work.moveStep.mutate({ ...step(second), to: 0 }))).toBe('written');
    expect(code(await client.work.editStep.mutate({ ...step(second), title: 'Sums by account' }))).toBe('written');
    expect(code(await client.runbook.finishTask.mutate(of(taskId)))).toBe('steps-open');
    expect(code(await client.work.tickStep.mutate(step(first)))).toBe('written');
    expect(code(await client.work.untickStep.mutate(step(first)))).toBe('written');
    expect(code(await client.work.tickStep.mutate(step(first)))).toBe('written');
    expect(code(await client.work.removeStep.mutate(step(second)))).toBe('written');
    expect(code(await client.runbook.finishTask.mutate(of(taskId)))).toBe('written');
  });

  test('a remark names people; a task is handed over; times are corrected without rewriting what was said', async () => {
    const taskId = await addTask('Reconcile');
    expect(code(await client.work.addRemark.mutate({ ...of(taskId), content: 'Ready for you @ito' }))).toBe('written');
    expect([...rows().remark.values()].at(-1)?.mentionIds).toEqual([ito.id]);
    expect(code(await client.work.handOver.mutate({ ...of(taskId), toIds: [ito.id], word: 'Shift ends' }))).toBe('written');
    expect(code(await client.work.correctTimes.mutate({ ...of(taskId), actualStart: 1, reason: 'Log' }))).toBe('not-begun');
    const started = await client.runbook.startTask.mutate({ ...of(taskId), as: ito.id });
    const earlier = NOW - 60_000;
    expect(code(await client.work.correctTimes.mutate({ ...of(taskId), actualStart: earlier, reason: 'Read off the log' }))).toBe(
      'written',
    );
    expect(rows().task.get(taskId)).toMatchObject({ actualStart: earlier, ownerIds: [ito.id], workerId: ito.id });
    const entry = at().host.record.journal.at(started.ok ? started.seq : 0);
    expect(entry?.changes[0]?.set?.actualStart).not.toBe(earlier);
  });

  test('one person is replaced everywhere and comes back; the note of the shift is read once', async () => {
    const taskId = await addTask('Print labels', { ownerIds: [costa.id] });
    const substituted = await client.work.substitute.mutate({ goLiveId: goLive.id, fromId: costa.id, toId: ito.id, reason: 'Sick' });
    expect(rows().task.get(taskId)?.ownerIds).toEqual([ito.id]);
    const substitutionId = (substituted.ok && substituted.rowId) || '';
    expect(code(await client.work.giveBack.mutate({ goLiveId: goLive.id, substitutionId }))).toBe('written');
    expect(rows().task.get(taskId)?.ownerIds).toEqual([costa.id]);
    const written = await client.work.writeShiftNote.mutate({ goLiveId: goLive.id, as: costa.id, toId: ito.id, content: 'Watch the disk' });
    const shiftNoteId = (written.ok && written.rowId) || '';
    expect(rows().shiftNote.get(shiftNoteId)?.facts).toContain('Print labels');
    expect(code(await client.work.readShiftNote.mutate({ goLiveId: goLive.id, as: costa.id, shiftNoteId }))).toBe('not-for-you');
    expect(code(await client.work.readShiftNote.mutate({ goLiveId: goLive.id, as: ito.id, shiftNoteId }))).toBe('written');
  });

  test('who was away is told what is theirs, without what they did themselves', async () => {
    const before = at().host.record.journal.before(goLive.id, Number.MAX_SAFE_INTEGER, 1)[0]?.seq ?? 0;
    const taskId = await addTask('Open the ports', { ownerIds: [costa.id] });
    await client.runbook.startTask.mutate({ ...of(taskId), as: ito.id });
    await addTask('Somebody else’s');
    const changed = await client.work.changed.query({ goLiveId: goLive.id, since: before, people: [costa.id], but: 'N. Ito' });
    expect(changed).toMatchObject({
      ok: true,
      isCut: false,
      theirs: [{ text: expect.stringContaining('Open the ports') }],
      everybodys: [],
    });
  });

  test('what starts by itself is started by Gantry, once, and a record with all of it verifies', async () => {
    const taskId = await addTask('Read-only mode', { startsItself: true, startOffset: 0, kind: 'milestone' });
    runDueActs(at().host.record, Date.now(), () => newId(Date.now()));
    runDueActs(at().host.record, Date.now(), () => newId(Date.now()));
    expect(rows().task.get(taskId)?.status).toBe('finished');
    const entries = at().host.record.journal.before(goLive.id, Number.MAX_SAFE_INTEGER, 20);
    const own = entries.filter(({ action }) => action === 'task.autoStart');
    expect(own).toMatchObject([{ actor: 'Gantry' }]);
    const undone = await client.journal.undo.mutate({ goLiveId: goLive.id, seq: own[0]?.seq ?? 0 });
    expect(code(undone)).toBe('cannot-undo');
    expect(at().host.record.verify().faults).toEqual([]);
  });

  test('words that are too long, unknown people and a viewer are refused', async () => {
    const taskId = await addTask('Last');
    await expect(client.work.addRemark.mutate({ ...of(taskId), content: 'x'.repeat(2_001) })).rejects.toThrow(/longer than 2,000/);
    await expect(client.work.handOver.mutate({ ...of(taskId), toIds: ['nobody'], word: 'x' })).rejects.toThrow(/id/);
    await expect(client.runbook.blockTask.mutate({ ...of(taskId), reason: 'x', clearsAt: 8e15 })).rejects.toThrow(/2199/);
    await expect(
      at()
        .join('viewer')
        .work.addStep.mutate({ ...of(taskId), title: 'x' }),
    ).rejects.toThrow(/needs the role member/);
  });
});
