import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry } from '../../shared/base/entry.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, aTask, insertGoLive, insertTask, NOW } from '../support/record.ts';

let number = 0;

eachHost((at) => {
  let goLive = aGoLive();
  let task = aTask(goLive.id);
  const open: { unsubscribe: () => void }[] = [];

  beforeEach(() => {
    number += 1;
    goLive = aGoLive({ ref: `GL-${String(number).padStart(3, '0')}` });
    task = aTask(goLive.id);
    const changes = [insertGoLive(goLive), insertTask(task)];
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
  afterEach(() => {
    for (const subscription of open.splice(0)) subscription.unsubscribe();
  });

  function hear(client: ReturnType<ReturnType<typeof at>['join']>, lastEventId: string): Entry[] {
    const heard: Entry[] = [];
    open.push(client.live.entries.subscribe({ goLiveId: goLive.id, lastEventId }, { onData: ({ data }) => void heard.push(data) }));
    return heard;
  }

  test('the snapshot holds every row and the newest entry they contain', async () => {
    const snapshot = await at().join().live.snapshot.query({ goLiveId: goLive.ref });
    expect(snapshot).toMatchObject({ ok: true, goLiveId: goLive.id, rows: { goLive: [goLive], task: [task] }, role: 'manager' });
    expect(snapshot.ok && snapshot.recent.map(({ action }) => action)).toEqual(['goLive.create']);
  });

  test('an act of one screen reaches another', async () => {
    const { seq } = at().host.record.journal.last();
    const heard = hear(at().join(), String(seq));
    const outcome = await at().join().runbook.finishTask.mutate({ goLiveId: goLive.id, taskId: task.id });
    expect(outcome).toMatchObject({ ok: true, seq: seq + 1, rowId: task.id });
    await vi.waitFor(() => expect(heard.map(({ action }) => action)).toEqual(['task.finish']));
  });

  test('a screen that was away gets everything after its last entry, once and in order', async () => {
    const { seq } = at().host.record.journal.last();
    const client = at().join();
    await client.runbook.startTask.mutate({ goLiveId: goLive.id, taskId: task.id });
    await client.runbook.blockTask.mutate({ goLiveId: goLive.id, taskId: task.id, reason: 'Certificate refused' });
    const heard = hear(at().join(), String(seq));
    await client.runbook.unblockTask.mutate({ goLiveId: goLive.id, taskId: task.id });
    await vi.waitFor(() => expect(heard.map(({ action }) => action)).toEqual(['task.start', 'task.block', 'task.unblock']));
    expect(heard.map((entry) => entry.seq)).toEqual([seq + 1, seq + 2, seq + 3]);
  });

  test('the room shows a screen while it follows, and not after', async () => {
    const seen: number[] = [];
    open.push(
      at()
        .join()
        .live.room.subscribe({ goLiveId: goLive.id }, { onData: (screens) => void seen.push(screens.length) }),
    );
    await vi.waitFor(() => expect(seen).toEqual([0]));
    const other = at()
      .join()
      .live.entries.subscribe({ goLiveId: goLive.id, lastEventId: '0' }, { onData: () => undefined });
    await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
    other.unsubscribe();
    await vi.waitFor(() => expect(seen.at(-1)).toBe(0));
  });

  test('the others in the room see who edits a task, until that screen ends it or leaves; nothing is recorded', async () => {
    const [here, there] = [at().join('member'), at().join('member')];
    const seen: { edits: string[] }[][] = [];
    const own: { edits: string[] }[][] = [];
    const asked = { goLiveId: goLive.id, lastEventId: '0' };
    const { seq } = at().host.record.journal.last();
    open.push(here.live.room.subscribe({ goLiveId: goLive.id }, { onData: (screens) => void seen.push(screens) }));
    open.push(there.live.room.subscribe({ goLiveId: goLive.id }, { onData: (screens) => void own.push(screens) }));
    const line = there.live.entries.subscribe(asked, { onData: () => undefined });
    await vi.waitFor(() => expect(seen.at(-1)).toHaveLength(1));
    const editing = (taskIds: string[]) => there.live.editing.mutate({ goLiveId: goLive.id, taskIds });
    const edits = () => seen.at(-1)?.map((screen) => screen.edits);
    await editing([task.id, goLive.id]); // an id that is no task is passed over
    await vi.waitFor(() => expect(edits()).toEqual([[task.id]]));
    expect(own.at(-1)?.flatMap((screen) => screen.edits)).toEqual([]);
    await editing([]);
    await vi.waitFor(() => expect(edits()).toEqual([[]]));
    await editing([task.id]);
    await vi.waitFor(() => expect(edits()).toEqual([[task.id]]));
    line.unsubscribe();
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([]));
    await editing([task.id]); // who is not in the room edits nothing there
    expect(at().host.record.journal.last().seq).toBe(seq);
    await expect(editing(Array.from({ length: 51 }, () => task.id))).rejects.toThrow();
    await expect(at().join('viewer').live.editing.mutate({ goLiveId: goLive.id, taskIds: [] })).rejects.toThrow(/role|viewer/);
  });

  test('what happened earlier is recorded now, with the time it happened', async () => {
    const occurredAt = NOW + 60_000;
    await at().join().runbook.finishTask.mutate({ goLiveId: goLive.id, taskId: task.id, occurredAt, note: 'Told by phone' });
    const [entry] = await at().join().journal.list.query({ goLiveId: goLive.id, limit: 1 });
    expect(entry).toMatchObject({ action: 'task.finish', occurredAt, note: 'Told by phone' });
    expect(entry?.at).toBeGreaterThan(occurredAt);
  });

  test('an act is taken back as a new act', async () => {
    const client = at().join();
    const done = await client.runbook.finishTask.mutate({ goLiveId: goLive.id, taskId: task.id });
    const back = await client.journal.undo.mutate({ goLiveId: goLive.id, seq: done.ok ? done.seq : 0 });
    expect(back.ok).toBe(true);
    const snapshot = await client.live.snapshot.query({ goLiveId: goLive.id });
    expect(snapshot.ok && snapshot.rows.task).toEqual([task]);
    expect(await client.journal.undo.mutate({ goLiveId: goLive.id, seq: done.ok ? done.seq : 0 })).toMatchObject({
      ok: false,
      refusal: { code: 'already-undone' },
    });
  });

  describe('what does not fit is refused in words and changes nothing', () => {
    const refusals: readonly [string, (client: ReturnType<ReturnType<typeof at>['join']>) => Promise<unknown>, RegExp][] = [
      ['a wrong type', (client) => client.runbook.startTask.mutate({ goLiveId: goLive.id, taskId: 7 as never }), /taskId: .*string/i],
      [
        'a text of 1 MB',
        (client) => client.runbook.blockTask.mutate({ goLiveId: goLive.id, taskId: task.id, reason: 'x'.repeat(1_000_000) }),
        /reason: is longer/,
      ],
      [
        'an unknown field',
        (client) => client.runbook.startTask.mutate({ goLiveId: goLive.id, taskId: task.id, isAdmin: true } as never),
        /isAdmin/,
      ],
      [
        'the year 99999',
        (client) => client.runbook.startTask.mutate({ goLiveId: goLive.id, taskId: task.id, occurredAt: Date.UTC(99_999, 0) }),
        /occurredAt/,
      ],
    ];
    test.each(refusals)('%s', async (_what, ask, says) => {
      const { seq } = at().host.record.journal.last();
      await expect(ask(at().join())).rejects.toThrow(says);
      expect(at().host.record.journal.last().seq).toBe(seq);
    });

    test('an unknown go-live, task, person and a time to come', async () => {
      const client = at().join();
      const nobody = '00000000-0000-7000-8000-000000000000';
      expect(await client.runbook.startTask.mutate({ goLiveId: 'GL-999999', taskId: task.id })).toMatchObject({
        refusal: { code: 'unknown-go-live' },
      });
      expect(await client.runbook.startTask.mutate({ goLiveId: goLive.id, taskId: nobody })).toMatchObject({
        refusal: { code: 'unknown-task' },
      });
      expect(await client.runbook.startTask.mutate({ goLiveId: goLive.id, taskId: task.id, as: nobody })).toMatchObject({
        refusal: { code: 'unknown-person' },
      });
      const later = { goLiveId: goLive.id, taskId: task.id, occurredAt: Date.now() + 3_600_000 };
      expect(await client.runbook.startTask.mutate(later)).toMatchObject({ refusal: { code: 'in-the-future' } });
    });

    test('HTML and formulas are kept as the text they are', async () => {
      const reason = '=HYPERLINK("http://x","y") <script>alert(1)</script>';
      await at().join().runbook.blockTask.mutate({ goLiveId: goLive.id, taskId: task.id, reason });
      expect(at().host.record.rows(goLive.id).task.get(task.id)?.reason).toBe(reason);
    });
  });

  test('a member takes back the work of the room, and not what leads the go-live', async () => {
    const started = await at().join().goLive.edit.mutate({ goLiveId: goLive.id, name: 'Another name' });
    const finished = await at().join().runbook.finishTask.mutate({ goLiveId: goLive.id, taskId: task.id });
    const member = at().join('member');
    const undo = (outcome: typeof started) => member.journal.undo.mutate({ goLiveId: goLive.id, seq: outcome.ok ? outcome.seq : 0 });
    expect(await undo(started)).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
    expect((await undo(finished)).ok).toBe(true);
  });

  test('a viewer looks and cannot act', async () => {
    const viewer = at().join('viewer');
    expect((await viewer.live.snapshot.query({ goLiveId: goLive.id })).ok).toBe(true);
    await expect(viewer.runbook.startTask.mutate({ goLiveId: goLive.id, taskId: task.id })).rejects.toThrow(/needs the role member/);
  });
});
