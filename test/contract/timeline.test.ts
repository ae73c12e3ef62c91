import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../electron/record/new-id.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, aTask, insertGoLive, insertTask, NOW } from '../support/record.ts';

let number = 0;

eachHost((at) => {
  let goLiveId = '';
  let taskId = '';

  beforeEach(() => {
    number += 1;
    const goLive = aGoLive({ ref: `GL-${String(number).padStart(3, '0')}` });
    const task = aTask(goLive.id);
    [goLiveId, taskId] = [goLive.id, task.id];
    const changes = [insertGoLive(goLive), insertTask(task), insertTask(aTask(goLive.id, { ref: 'T-002' }))];
    at().host.record.commit({
      goLiveId,
      at: NOW,
      occurredAt: NOW,
      actor: 'M. Okoro',
      action: 'plan.import',
      note: '',
      undoes: null,
      changes,
    });
  });

  const newest = () => at().host.record.journal.at(at().host.record.journal.last().seq);

  test('a note says when it happened and what it is about', async () => {
    const outcome = await at()
      .join('member')
      .timeline.addNote.mutate({ goLiveId, content: 'Bank desk called', subject: 'task', subjectId: taskId, occurredAt: NOW });
    expect(outcome).toMatchObject({ ok: true });
    expect(newest()).toMatchObject({ action: 'note.add', occurredAt: NOW });
    expect([...at().host.record.rows(goLiveId).note.values()]).toMatchObject([
      { content: 'Bank desk called', occurredAt: NOW, writtenBy: newest()?.actor, subject: 'task', subjectId: taskId },
    ]);
  });

  test('a note about what is not there, of the future, or of a megabyte is refused', async () => {
    const { timeline } = at().join('member');
    const note = { goLiveId, content: 'Bank desk called' };
    expect(await timeline.addNote.mutate({ ...note, subject: 'task', subjectId: newId(NOW) })).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-subject' },
    });
    expect(await timeline.addNote.mutate({ ...note, occurredAt: Date.now() + 3_600_000 })).toMatchObject({
      ok: false,
      refusal: { code: 'in-the-future' },
    });
    await expect(timeline.addNote.mutate({ ...note, content: 'x'.repeat(1_000_000) })).rejects.toThrow(/longer than 2,000 characters/);
    await expect(timeline.addNote.mutate({ ...note, content: '  ' })).rejects.toThrow(/must not be empty/);
  });

  test('what happened to a row: its acts and what names it, newest first, in words and without the changes of others', async () => {
    const client = at().join('member');
    await client.runbook.startTask.mutate({ goLiveId, taskId });
    await client.incident.declareIncident.mutate({ goLiveId, title: 'Bank refuses us', severity: 2, taskId });
    await client.timeline.addNote.mutate({ goLiveId, content: 'Bank desk called', subject: 'task', subjectId: taskId });
    await client.timeline.addNote.mutate({ goLiveId, content: 'Coffee is out' });
    const told = await client.timeline.about.query({ goLiveId, ids: [taskId] });
    expect(told.map(({ text }) => text)).toEqual([
      'Note on T-001: Bank desk called',
      'INC-001 declared, SEV2: Bank refuses us',
      'T-001 started: Final delta extract',
      expect.stringMatching(/^Plan imported: 2 tasks/),
    ]);
    expect(told.at(-1)?.changes.map(({ id }) => id)).toEqual([taskId]);
    expect((await client.timeline.about.query({ goLiveId, ids: [taskId], limit: 1 })).map(({ action }) => action)).toEqual(['note.add']);
  });

  test('nothing is told about rows of another go-live, and a viewer may read', async () => {
    const { timeline } = at().join('viewer');
    expect(await timeline.about.query({ goLiveId, ids: [newId(NOW)] })).toEqual([]);
    expect(await timeline.about.query({ goLiveId: 'GL-999', ids: [taskId] })).toEqual([]);
    await expect(timeline.about.query({ goLiveId, ids: ["' OR 1=1"] })).rejects.toThrow(/not an id/);
  });
});
