import { beforeAll, expect, test } from 'vitest';
import { runDueActs } from '../../electron/app/clockwork.ts';
import { newId } from '../../electron/record/new-id.ts';
import type { Trouble } from '../../shared/domain/drill/commands.ts';
import { tableNames } from '../../shared/domain/tables.ts';
import { makeDeployGoLive, rowOf } from '../support/deploy-go-live.ts';
import type { Client } from '../support/hosts.ts';
import { eachHost } from '../support/hosts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

eachHost((at) => {
  let client: Client;
  let real: string;

  const rowsOf = (goLiveId: string) => at().host.record.rows(goLiveId);
  const goLiveOf = (goLiveId: string) => rowsOf(goLiveId).goLive.get(goLiveId);
  /** The first task of the plan that may be started, in that run. */
  const firstTask = (goLiveId: string, nth = 0) => {
    const open = [...rowsOf(goLiveId).task.values()].filter(({ status, kind }) => status === 'planned' && kind === 'task');
    return open.sort((a, b) => a.position - b.position)[nth]?.id ?? '';
  };
  const newRun = async (kind: 'rehearsal' | 'drill', tZeroAt = Date.now()) => {
    const made = await client.rehearsal.create.mutate({ goLiveId: real, kind, tZeroAt });
    if (!made.ok) throw new Error(made.refusal.reason);
    return made.goLiveId;
  };

  beforeAll(async () => {
    client = at().join();
    real = await makeDeployGoLive(client);
  });

  test('a rehearsal has the whole plan as rows of its own, and the real go-live is not touched by it', async () => {
    const before = at().host.record.journal.before(real, Number.MAX_SAFE_INTEGER, 1)[0]?.seq;
    const run = await newRun('rehearsal');
    expect(goLiveOf(run)).toMatchObject({
      kind: 'rehearsal',
      rehearsalOf: real,
      name: 'Rehearsal 1 of GL-001',
      stage: 'planning',
      clock: null,
    });
    const ids = new Set(tableNames.flatMap((name) => [...rowsOf(real)[name].keys()]));
    for (const name of tableNames) for (const id of rowsOf(run)[name].keys()) expect(ids.has(id)).toBe(false);
    for (const name of ['task', 'link', 'person', 'gate', 'criterion', 'check'] as const)
      expect(rowsOf(run)[name].size).toBe(rowsOf(real)[name].size);
    expect([...rowsOf(run).task.values()].map(({ planTaskId }) => planTaskId).sort()).toEqual([...rowsOf(real).task.keys()].sort());
    const works = await rowOf(client.runbook.startTask.mutate({ goLiveId: run, taskId: firstTask(run), despite: 'to try' }));
    expect(rowsOf(run).task.get(works)?.status).toBe('in progress');
    expect(at().host.record.journal.before(real, Number.MAX_SAFE_INTEGER, 1)[0]?.seq).toBe(before);
    expect(await client.rehearsal.create.mutate({ goLiveId: run, kind: 'drill', tZeroAt: Date.now() })).toMatchObject({
      ok: false,
      refusal: { code: 'no-real' },
    });
    const listed = await client.goLive.list.query({});
    expect(listed.find(({ id }) => id === run)).toMatchObject({ kind: 'rehearsal', rehearsalOf: real });
  });

  test('runs are compared task by task, and what they took becomes the plan by one act that is undone by one', async () => {
    const run = await newRun('rehearsal', Date.now() - 6 * HOUR);
    const taskId = firstTask(run);
    const planned = rowsOf(run).task.get(taskId);
    const began = Date.now() - 5 * HOUR;
    const asked = { goLiveId: run, taskId, despite: 'to try' };
    await rowOf(client.runbook.startTask.mutate({ ...asked, occurredAt: began }));
    await rowOf(client.runbook.finishTask.mutate({ ...asked, occurredAt: began + 187 * MINUTE }));
    const compared = await client.rehearsal.compare.query({ goLiveId: run });
    if (!compared.ok) throw new Error(compared.refusal.reason);
    const column = compared.runs.findIndex(({ id }) => id === run);
    expect(compared.runs[0]).toMatchObject({ id: real, kind: 'live' });
    expect(compared.tasks[0]).toMatchObject({ taskId: planned?.planTaskId, differenceMs: 187 * MINUTE - (planned?.durationMs ?? 0) });
    expect(compared.tasks[0]?.worked[column]).toMatchObject({ tookMs: 187 * MINUTE, status: 'finished' });
    const preview = await client.rehearsal.previewLearning.query({ goLiveId: real, from: run });
    expect(preview).toMatchObject({ ok: true, learnt: [{ taskId: planned?.planTaskId, to: { durationMs: 187 * MINUTE } }] });
    expect(preview.ok && (preview.finishAfter ?? 0) > (preview.finishBefore ?? 0)).toBe(true);
    const learnt = await client.rehearsal.learn.mutate({ goLiveId: real, from: run });
    expect(rowsOf(real).task.get(planned?.planTaskId ?? '')?.durationMs).toBe(187 * MINUTE);
    await rowOf(client.journal.undo.mutate({ goLiveId: real, seq: learnt.ok ? learnt.seq : 0 }));
    expect(rowsOf(real).task.get(planned?.planTaskId ?? '')?.durationMs).toBe(planned?.durationMs);
  });

  test('a drill lives on its own clock, which jumps and runs but never goes back, and the others stay on the real one', async () => {
    const tZeroAt = Date.now() + 90 * 24 * HOUR;
    const run = await newRun('drill', tZeroAt);
    const shown = () => at().host.record.journal.before(run, Number.MAX_SAFE_INTEGER, 1)[0]?.at ?? 0;
    const start = goLiveOf(run)?.clock?.shownAt ?? 0;
    expect(shown()).toBe(start);
    expect(goLiveOf(run)?.clock?.speed).toBe(0);
    await rowOf(client.goLive.startCutover.mutate({ goLiveId: run }));
    expect(goLiveOf(run)?.startedAt).toBe(start);
    const jumped = await client.drill.jump.mutate({ goLiveId: run, to: start + 3 * HOUR });
    expect(jumped.ok).toBe(true);
    expect(await client.drill.jump.mutate({ goLiveId: run, to: start + HOUR })).toMatchObject({ ok: false, refusal: { code: 'backward' } });
    expect(await client.journal.undo.mutate({ goLiveId: run, seq: jumped.ok ? jumped.seq : 0 })).toMatchObject({ ok: false });
    const taskId = firstTask(run);
    await rowOf(client.runbook.startTask.mutate({ goLiveId: run, taskId, despite: 'to try' }));
    expect(rowsOf(run).task.get(taskId)?.actualStart).toBe(start + 3 * HOUR);
    const future = { goLiveId: run, taskId, occurredAt: start + 4 * HOUR };
    expect(await client.runbook.finishTask.mutate(future)).toMatchObject({ ok: false, refusal: { code: 'in-the-future' } });
    expect(await client.drill.jump.mutate({ goLiveId: run })).toMatchObject({ ok: true });
    expect(goLiveOf(run)?.clock?.shownAt).toBeGreaterThan(start + 3 * HOUR);
    await rowOf(client.drill.setSpeed.mutate({ goLiveId: run, speed: 60 }));
    expect(goLiveOf(run)?.clock?.speed).toBe(60);
    await rowOf(client.timeline.addNote.mutate({ goLiveId: real, content: 'On the real clock' }));
    expect(Math.abs((at().host.record.journal.before(real, Number.MAX_SAFE_INTEGER, 1)[0]?.at ?? 0) - Date.now())).toBeLessThan(MINUTE);
    expect(await client.drill.setSpeed.mutate({ goLiveId: real, speed: 10 })).toMatchObject({ ok: false, refusal: { code: 'no-drill' } });
    expect(at().host.record.verify().faults).toEqual([]);
  });

  test('trouble is nowhere to be seen before it strikes, strikes its task, and is told with how long it took to be noticed and mended', async () => {
    const run = await newRun('drill');
    const start = goLiveOf(run)?.clock?.shownAt ?? 0;
    const taskId = firstTask(run);
    const says = 'Disk of the old system is full';
    const place = { goLiveId: run, kind: 'failure' as const, dueAt: start + 10 * MINUTE, taskId, says };
    expect(await client.drill.placeTrouble.mutate(place)).toEqual({ ok: true, placed: 1 });
    const member = at().join('member');
    await expect(member.drill.planned.query({ goLiveId: run })).rejects.toThrow(/manager/);
    const seen = JSON.stringify([await member.live.snapshot.query({ goLiveId: run }), await member.journal.list.query({ goLiveId: run })]);
    expect(seen).not.toContain(says);
    expect(rowsOf(run).injection.size).toBe(0);
    await rowOf(client.runbook.startTask.mutate({ goLiveId: run, taskId, despite: 'to try' }));
    await rowOf(client.drill.jump.mutate({ goLiveId: run }));
    expect(rowsOf(run).task.get(taskId)).toMatchObject({ status: 'failed', reason: says, actualEnd: start + 10 * MINUTE });
    await rowOf(client.drill.jump.mutate({ goLiveId: run, to: start + 15 * MINUTE }));
    await rowOf(client.runbook.reopenTask.mutate({ goLiveId: run, taskId, reason: 'Made room' }));
    await rowOf(client.drill.jump.mutate({ goLiveId: run, to: start + 40 * MINUTE }));
    await rowOf(client.runbook.finishTask.mutate({ goLiveId: run, taskId }));
    expect(await client.drill.debrief.query({ goLiveId: run })).toMatchObject({
      ok: true,
      lessons: [{ injection: { struckAt: start + 10 * MINUTE }, noticedAt: start + 15 * MINUTE, mendedAt: start + 40 * MINUTE }],
    });
  });

  test('trouble whose task has left the plan is dropped, and a drill that is broken keeps no other from what is due', async () => {
    const gone = await newRun('drill');
    const start = goLiveOf(gone)?.clock?.shownAt ?? 0;
    const added = { key: 'new', parentId: null, behindId: null, values: { title: 'Only here', kind: 'task' as const } };
    await rowOf(client.plan.editTasks.mutate({ goLiveId: gone, edits: [], added: [added] }));
    const taskId = [...rowsOf(gone).task.values()].find(({ title }) => title === 'Only here')?.id ?? '';
    const failure = { kind: 'failure' as const, dueAt: start + MINUTE, taskId, says: 'No space' };
    expect(await client.drill.placeTrouble.mutate({ goLiveId: gone, ...failure })).toMatchObject({ ok: true });
    await rowOf(client.plan.removeTasks.mutate({ goLiveId: gone, taskIds: [taskId] }));
    await rowOf(client.drill.jump.mutate({ goLiveId: gone, to: start + 2 * MINUTE }));
    expect([...rowsOf(gone).injection.values()]).toMatchObject([{ struckAt: null, taskId: null }]);

    const { record } = at().host;
    const other = await newRun('drill');
    for (const [broken, sound] of [
      [gone, other],
      [other, gone],
    ] as const) {
      const now = goLiveOf(sound)?.clock?.shownAt ?? 0;
      const [person] = rowsOf(sound).person.keys();
      const absence = { kind: 'absence' as const, dueAt: now + MINUTE, personId: person ?? '', lengthMs: MINUTE, says: 'Ill' };
      expect(await client.drill.placeTrouble.mutate({ goLiveId: sound, ...absence })).toMatchObject({ ok: true });
      await rowOf(client.drill.jump.mutate({ goLiveId: sound, to: now + 30_000 }));
      await rowOf(client.drill.setSpeed.mutate({ goLiveId: sound, speed: 60 }));
      record.commitAll([], { secrets: [{ id: `trouble:${broken}`, value: 'torn' }] });
      expect(() => runDueActs(record, Date.now() + MINUTE, () => newId(Date.now()))).toThrow();
      record.commitAll([], { secrets: [{ id: `trouble:${broken}`, value: null }] });
      expect([...rowsOf(sound).injection.values()].filter(({ says }) => says === 'Ill')).toHaveLength(1);
      await rowOf(client.drill.setSpeed.mutate({ goLiveId: sound, speed: 0 }));
    }
  });

  test('the same seed makes the same trouble, and none of it can be placed in a go-live that is real', async () => {
    const run = await newRun('drill');
    const wish = { seed: 7, count: 6, kinds: ['failure', 'delay', 'absence', 'lost connection'] as const };
    const drawn = async (goLiveId: string): Promise<readonly Omit<Trouble, 'id'>[]> => {
      await client.drill.generate.mutate({ goLiveId, ...wish, kinds: [...wish.kinds] });
      const planned = await client.drill.planned.query({ goLiveId });
      if (!planned.ok) throw new Error(planned.refusal.reason);
      for (const { id } of planned.trouble) await client.drill.removeTrouble.mutate({ goLiveId, troubleId: id });
      return planned.trouble.map(({ id: _, ...rest }) => rest);
    };
    const first = await drawn(run);
    expect(first.length).toBeGreaterThan(3);
    expect(await drawn(run)).toEqual(first);
    expect(await client.drill.generate.mutate({ goLiveId: real, ...wish, kinds: [...wish.kinds] })).toMatchObject({
      ok: false,
      refusal: { code: 'no-drill' },
    });
  });

  test('who is absent cannot act, and whose line is down gets no entries until it is back, and then all of them', async () => {
    const run = await newRun('drill');
    const start = goLiveOf(run)?.clock?.shownAt ?? 0;
    const [away, cut, other] = [...rowsOf(run).person.keys()] as [string, string, string];
    const put = (kind: 'absence' | 'lost connection', personId: string, lengthMs: number) =>
      client.drill.placeTrouble.mutate({ goLiveId: run, kind, personId, lengthMs, dueAt: start + MINUTE, says: `${kind} of a drill` });
    await put('absence', away, 0);
    await put('lost connection', cut, 20 * MINUTE);
    const screen = at().join('member');
    const heard: string[] = [];
    const from = String(at().host.record.journal.last().seq);
    const line = screen.live.entries.subscribe(
      { goLiveId: run, as: cut, lastEventId: from },
      { onData: ({ data }) => heard.push(data.action) },
    );
    await rowOf(client.drill.jump.mutate({ goLiveId: run, to: start + 5 * MINUTE }));
    await expect.poll(() => heard.filter((action) => action === 'trouble.strike').length).toBeGreaterThan(0);
    const note = { goLiveId: run, content: 'Where is everybody' };
    expect(await client.timeline.addNote.mutate({ ...note, as: away })).toMatchObject({ ok: false, refusal: { code: 'away' } });
    expect(await screen.timeline.addNote.mutate({ ...note, as: cut })).toMatchObject({ ok: false, refusal: { code: 'not-reached' } });
    await rowOf(client.timeline.addNote.mutate({ ...note, as: other }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).not.toContain('note.add');
    expect(await screen.live.snapshot.query({ goLiveId: run, as: [other, cut] })).toMatchObject({ refusal: { code: 'not-reached' } });
    expect((await screen.live.snapshot.query({ goLiveId: run, as: [other] })).ok).toBe(true);
    await rowOf(client.drill.jump.mutate({ goLiveId: run, to: start + 30 * MINUTE }));
    await expect.poll(() => heard.includes('note.add') && heard.at(-1) === 'trouble.end').toBe(true);
    expect((await screen.timeline.addNote.mutate({ ...note, as: cut })).ok).toBe(true);
    expect((await screen.live.snapshot.query({ goLiveId: run, as: [cut] })).ok).toBe(true);
    const absence = [...rowsOf(run).injection.values()].find(({ kind }) => kind === 'absence');
    await rowOf(client.drill.endTrouble.mutate({ goLiveId: run, injectionId: absence?.id ?? '' }));
    expect((await client.timeline.addNote.mutate({ ...note, as: away })).ok).toBe(true);
    line.unsubscribe();
    expect(at().host.record.verify().faults).toEqual([]);
  });

  test('who runs the drill is neither sent away nor cut off, and can always stop its clock', async () => {
    const run = await newRun('drill');
    const start = goLiveOf(run)?.clock?.shownAt ?? 0;
    const [runner, late] = [...rowsOf(run).person.keys()] as [string, string];
    const host = at().join('manager');
    const there: (string | null)[] = [];
    const sits = host.live.entries.subscribe({ goLiveId: run, as: runner }, { onData: () => undefined });
    const room = client.live.room.subscribe(
      { goLiveId: run },
      { onData: (screens) => void there.splice(0, there.length, ...screens.map(({ personId }) => personId)) },
    );
    await expect.poll(() => there).toEqual([runner]);
    const cut = { goLiveId: run, dueAt: start + MINUTE, says: 'The line is down', lengthMs: 20 * MINUTE } as const;
    for (const kind of ['lost connection', 'absence'] as const)
      expect(await client.drill.placeTrouble.mutate({ ...cut, kind, personId: runner })).toMatchObject({
        refusal: { code: 'runs-the-drill' },
      });
    // who takes the lead only after the trouble was put in is not kept from it either
    await client.drill.placeTrouble.mutate({ ...cut, kind: 'lost connection', personId: late });
    await client.drill.placeTrouble.mutate({ ...cut, kind: 'absence', personId: late });
    await rowOf(client.drill.jump.mutate({ goLiveId: run, to: start + 5 * MINUTE }));
    const cutOff = await at()
      .join('member')
      .live.snapshot.query({ goLiveId: run, as: [late] });
    expect(cutOff.ok ? '' : cutOff.refusal.reason).toContain('This is the exercise');
    expect((await host.live.snapshot.query({ goLiveId: run, as: [late] })).ok).toBe(true);
    await rowOf(host.drill.setSpeed.mutate({ goLiveId: run, speed: 60, as: late }));
    await rowOf(host.drill.setSpeed.mutate({ goLiveId: run, speed: 0, as: late }));
    expect(goLiveOf(run)?.clock?.speed).toBe(0);
    const [injectionId = ''] = rowsOf(run).injection.keys();
    await rowOf(host.drill.endTrouble.mutate({ goLiveId: run, injectionId, as: late }));
    sits.unsubscribe();
    room.unsubscribe();
  });

  test('the end of a drill ends the trouble that still lasts, in one act that can be taken back', async () => {
    const run = await newRun('drill');
    const start = goLiveOf(run)?.clock?.shownAt ?? 0;
    const [person] = [...rowsOf(run).person.keys()] as [string];
    const trouble = { kind: 'lost connection', personId: person, lengthMs: 0, dueAt: start + MINUTE, says: 'The line is down' } as const;
    await client.drill.placeTrouble.mutate({ goLiveId: run, ...trouble });
    await rowOf(client.drill.jump.mutate({ goLiveId: run, to: start + 5 * MINUTE }));
    const lasting = () => [...rowsOf(run).injection.values()].filter(({ struckAt, endedAt }) => struckAt !== null && endedAt === null);
    expect(lasting()).toHaveLength(1);
    const scrubbed = await client.goLive.scrub.mutate({ goLiveId: run, reason: 'Trained enough' });
    expect(lasting()).toEqual([]);
    expect([...rowsOf(run).injection.values()][0]?.endedAt).toBe(goLiveOf(run)?.closedAt);
    await client.journal.undo.mutate({ goLiveId: run, seq: scrubbed.ok ? scrubbed.seq : 0 });
    expect(lasting()).toHaveLength(1);
  });

  test('a rollback that was played in a rehearsal is kept as a test of the real way back', async () => {
    const run = await newRun('rehearsal');
    const taskId = firstTask(run);
    await rowOf(client.runbook.finishTask.mutate({ goLiveId: run, taskId, despite: 'to try' }));
    const rollbackId = await rowOf(client.rollback.start.mutate({ goLiveId: run, kind: 'manual', reason: 'To measure it' }));
    await rowOf(client.rollback.giveUp.mutate({ goLiveId: run, rollbackId, reason: 'Measured enough' }));
    await rowOf(client.rehearsal.recordRollback.mutate({ goLiveId: real, runId: run, rollbackId }));
    expect([...rowsOf(real).rollbackTest.values()]).toMatchObject([{ passed: false, remark: 'Measured enough' }]);
    const compared = await client.rehearsal.compare.query({ goLiveId: real });
    expect(compared.ok && compared.runs.find(({ id }) => id === run)?.rollbacks).toMatchObject([{ isRecorded: true }]);
  });

  test('a drill proves nothing of the real way back', async () => {
    const run = await newRun('drill');
    const taskId = firstTask(run);
    await rowOf(client.runbook.finishTask.mutate({ goLiveId: run, taskId, despite: 'to try' }));
    const rollbackId = await rowOf(client.rollback.start.mutate({ goLiveId: run, kind: 'manual', reason: 'To train' }));
    await rowOf(client.rollback.giveUp.mutate({ goLiveId: run, rollbackId, reason: 'Trained enough' }));
    const recorded = await client.rehearsal.recordRollback.mutate({ goLiveId: real, runId: run, rollbackId });
    expect(recorded).toMatchObject({ ok: false, refusal: { code: 'only-a-drill' } });
  });
});
