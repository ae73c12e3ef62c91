import { describe, expect, test } from 'vitest';
import { planOrder } from '../../shared/domain/runbook/plan/order.ts';
import { makeDeployGoLive } from '../support/deploy-go-live.ts';
import { eachHost } from '../support/hosts.ts';

const MINUTE = 60_000;

eachHost((at) => {
  const rowsOf = (goLiveId: string) => at().host.record.rows(goLiveId);
  const taskOf = (goLiveId: string, taskId: string) => rowsOf(goLiveId).task.get(taskId);
  const made = async () => {
    const goLiveId = await makeDeployGoLive(at().join());
    const tasks = planOrder(rowsOf(goLiveId)).map(({ task }) => task);
    const [a, b, c] = tasks;
    if (!a || !b || !c) throw new Error('too few tasks');
    return { goLiveId, a, b, c, tasks };
  };

  describe('the plan is edited', () => {
    test('many tasks by one act, which one undo takes back', async () => {
      const { goLiveId, a, b } = await made();
      const { plan, journal } = at().join('member');
      const edits = [a, b].map(({ id, stream }) => ({ taskId: id, was: { stream }, set: { stream: 'Data move' } }));
      const saved = await plan.editTasks.mutate({ goLiveId, edits });
      if (!saved.ok) throw new Error(saved.refusal.reason);
      expect(taskOf(goLiveId, b.id)?.stream).toBe('Data move');
      expect(await journal.undo.mutate({ goLiveId, seq: saved.seq })).toMatchObject({ ok: true });
      expect([a, b].map(({ id }) => taskOf(goLiveId, id)?.stream)).toEqual([a.stream, b.stream]);
    });

    test('of two people who change one field the second is told who was first', async () => {
      const { goLiveId, a, b } = await made();
      const [one, two] = [at().join('member').plan, at().join('member').plan];
      const edit = (title: string) => ({ taskId: a.id, was: { title: a.title }, set: { title } });
      expect(await one.editTasks.mutate({ goLiveId, edits: [edit('Theirs')] })).toMatchObject({ ok: true });
      const other = { taskId: b.id, was: { durationMs: b.durationMs }, set: { durationMs: 7 * MINUTE } };
      expect(await two.editTasks.mutate({ goLiveId, edits: [edit('Mine'), other] })).toMatchObject({
        ok: false,
        refusal: { code: 'conflict', about: [a.ref] },
      });
      expect(taskOf(goLiveId, b.id)?.durationMs).toBe(b.durationMs);
      const [who, maker] = await two.whoChanged.query({
        goLiveId,
        of: [
          { taskId: a.id, field: 'title' },
          { taskId: b.id, field: 'timing' },
        ],
      });
      expect(who?.by).toMatch(/desk|member/);
      expect(who?.seq).toBeGreaterThan(maker?.seq ?? Number.POSITIVE_INFINITY); // nobody touched the timing since the go-live was made
      expect(await two.editTasks.mutate({ goLiveId, edits: [other] })).toMatchObject({ ok: true });
      const tooMany = Array.from({ length: 101 }, () => ({ taskId: a.id, field: 'title' as const }));
      await expect(two.whoChanged.query({ goLiveId, of: tooMany })).rejects.toThrow(/100/);
    });

    test('a viewer does not', async () => {
      const { goLiveId, a } = await made();
      const edits = [{ taskId: a.id, was: {}, set: { title: 'No' } }];
      await expect(at().join('viewer').plan.editTasks.mutate({ goLiveId, edits })).rejects.toThrow(/role|viewer/);
    });

    test('a negative duration and 15,000 new rows are refused in words', async () => {
      const { goLiveId, a } = await made();
      const { plan } = at().join();
      await expect(plan.editTasks.mutate({ goLiveId, edits: [{ taskId: a.id, was: {}, set: { durationMs: -1 } }] })).rejects.toThrow(
        /negative/,
      );
      const added = Array.from({ length: 15_000 }, (_, n) => ({
        key: `n${n}`,
        parentId: null,
        behindId: null,
        values: { title: `Row ${n}` },
      }));
      await expect(plan.editTasks.mutate({ goLiveId, edits: [], added })).rejects.toThrow(/5000/);
    });

    test('new rows come where they were put, moved apart where there is no room', async () => {
      const { goLiveId, a, b } = await made();
      const added = ['x', 'y', 'z'].map((key, n, all) => ({
        key,
        parentId: a.parentId,
        behindId: all[n - 1] ?? a.id,
        values: { title: `New ${key}` },
      }));
      expect(await at().join().plan.editTasks.mutate({ goLiveId, edits: [], added })).toMatchObject({ ok: true });
      const titles = planOrder(rowsOf(goLiveId)).map(({ task }) => task.title);
      expect(titles.slice(0, 5)).toEqual([a.title, 'New x', 'New y', 'New z', b.title]);
    });
  });

  test('tasks are grouped, ungrouped, moved and removed', async () => {
    const { goLiveId, a, b, c } = await made();
    const { plan, runbook } = at().join();
    const grouped = await plan.groupTasks.mutate({ goLiveId, taskIds: [a.id, b.id], title: 'Freeze' });
    if (!grouped.ok || !grouped.rowId) throw new Error('not grouped');
    const shown = () => planOrder(rowsOf(goLiveId)).map(({ task, depth }) => `${'>'.repeat(depth)}${task.title}`);
    expect(shown().slice(0, 4)).toEqual(['Freeze', `>${a.title}`, `>${b.title}`, c.title]);
    expect(await plan.arrangeTasks.mutate({ goLiveId, taskIds: [b.id], parentId: null, behindId: c.id })).toMatchObject({ ok: true });
    expect(shown().slice(0, 4)).toEqual(['Freeze', `>${a.title}`, c.title, b.title]);
    expect(await plan.ungroupTasks.mutate({ goLiveId, groupId: grouped.rowId })).toMatchObject({ ok: true });
    expect(shown().slice(0, 3)).toEqual([a.title, c.title, b.title]);
    const fresh = await runbook.addTask.mutate({ goLiveId, title: 'Not needed' });
    if (!fresh.ok || !fresh.rowId) throw new Error('not added');
    expect(await plan.removeTasks.mutate({ goLiveId, taskIds: [fresh.rowId] })).toMatchObject({ ok: true });
    await runbook.finishTask.mutate({ goLiveId, taskId: a.id, despite: 'Only a test' });
    expect(await plan.removeTasks.mutate({ goLiveId, taskIds: [a.id] })).toMatchObject({
      ok: false,
      refusal: { code: 'was-worked', about: [a.ref] },
    });
  });

  test('a group becomes a template that another go-live takes in', async () => {
    const { goLiveId, a, b } = await made();
    const { plan } = at().join();
    const name = `Freeze ${goLiveId.slice(-6)}`;
    const kept = await plan.saveTemplate.mutate({ goLiveId, taskIds: [a.id, b.id], name });
    if (!kept.ok || !kept.rowId) throw new Error('not kept');
    expect(await plan.saveTemplate.mutate({ goLiveId, taskIds: [a.id], name })).toMatchObject({
      ok: false,
      refusal: { code: 'name-taken' },
    });
    const other = await made();
    expect((await plan.templates.query({ goLiveId: other.goLiveId })).find((each) => each.name === name)).toMatchObject({ tasks: 2 });
    const asked = {
      goLiveId: other.goLiveId,
      templateId: kept.rowId,
      parentId: null,
      behindId: null,
      startOffset: 60 * MINUTE,
      people: {},
    };
    expect(await plan.insertTemplate.mutate(asked)).toMatchObject({ ok: true });
    const [first] = planOrder(rowsOf(other.goLiveId));
    expect(first?.task).toMatchObject({ title: a.title, status: 'planned', ownerIds: [] });
    expect(await plan.retireTemplate.mutate({ templateId: kept.rowId, isRetired: true })).toMatchObject({ ok: true });
  });

  test('a stream of another go-live is copied with its links by one act', async () => {
    const from = await made();
    const to = await made();
    const { plan, journal } = at().join();
    const source = (await plan.sources.query({ goLiveId: to.goLiveId })).find(({ id }) => id === from.goLiveId);
    expect(source?.tasks).toBeGreaterThan(2);
    const choice = { phases: [from.a.phase] };
    const preview = await plan.copyPreview.query({ goLiveId: to.goLiveId, from: from.goLiveId, choice });
    const before = rowsOf(to.goLiveId).task.size;
    const copied = await plan.copyPlan.mutate({ goLiveId: to.goLiveId, from: from.goLiveId, choice, shiftMs: 0, people: {} });
    if (!copied.ok) throw new Error(copied.refusal.reason);
    expect(rowsOf(to.goLiveId).task.size - before).toBe(preview.tasks);
    expect([...rowsOf(to.goLiveId).task.values()].filter(({ planTaskId }) => planTaskId === from.a.id)).toHaveLength(1);
    expect(await journal.undo.mutate({ goLiveId: to.goLiveId, seq: copied.seq })).toMatchObject({ ok: true });
    expect(rowsOf(to.goLiveId).task.size).toBe(before);
  });
});
