import { beforeAll, describe, expect, test } from 'vitest';
import { playbookOf } from '../../shared/domain/playbook/of-go-live.ts';
import { taskLines } from '../../shared/domain/runbook/lines.ts';
import { scheduleOf } from '../../shared/domain/runbook/schedule.ts';
import { makeDeployGoLive } from '../support/deploy-go-live.ts';
import { type Client, eachHost } from '../support/hosts.ts';

const HOUR = 3_600_000;
const T_ZERO = Date.UTC(2026, 10, 21, 21, 0);
const variations = ['', 'hotfix', 'blue-green', 'database-migration', 'microservice'] as const;

type Wanted = Parameters<Client['goLive']['create']['mutate']>[0];

const wanted: Wanted = {
  name: 'ERPNext v16, wave 1',
  system: 'ERPNext',
  zone: 'Europe/Prague',
  tZeroAt: T_ZERO,
  windowStart: T_ZERO - 2 * HOUR,
  windowEnd: T_ZERO + 6 * HOUR,
  playbookKey: 'deploy',
  people: [
    { name: 'Mara Okoro', roles: ['deployment-operator', 'tester'] },
    { name: 'Frank Roux', roles: ['developer'] },
  ],
};

eachHost((at) => {
  const lastSeq = () => at().host.record.journal.last().seq;
  const rowsOf = (goLiveId: string) => at().host.record.rows(goLiveId);
  const plannedStarts = (goLiveId: string) => {
    const rows = rowsOf(goLiveId);
    const goLive = rows.goLive.get(goLiveId);
    return goLive ? [...scheduleOf(rows, goLive, T_ZERO).times.values()].map(({ plannedStart }) => plannedStart) : [];
  };

  test('the playbook offers the variations this suite makes go-lives of', async () => {
    const [deploy] = await at().join('viewer').playbook.list.query({});
    expect(deploy?.key).toBe('deploy');
    expect(deploy?.variations.map(({ key }) => key)).toEqual(variations.filter(Boolean));
  });

  test.each(variations)('a go-live is made of Deploy with the variation “%s”', async (variation) => {
    const made = await at()
      .join()
      .goLive.create.mutate({ ...wanted, variation });
    if (!made.ok) throw new Error(made.refusal.reason);
    const rows = rowsOf(made.goLiveId);
    const playbook = playbookOf(rows);
    expect(rows.goLive.get(made.goLiveId)).toMatchObject({ ref: made.ref, variation, stage: 'planning', tZeroAt: T_ZERO, isSample: false });
    expect(playbook?.variation).toBe(variation);
    const phases = new Set(playbook?.phases.map(({ key }) => key));
    expect([...rows.task.values()].every(({ phase }) => phases.has(phase))).toBe(true);
    expect(phases.has('staging-deployment')).toBe(variation !== 'hotfix');
    expect(phases.has('traffic-switching')).toBe(variation === 'blue-green');
    expect(rows.task.size).toBeGreaterThan(20);
    expect(rows.gate.size).toBe(playbook?.gates.length);
    expect([...rows.assignment.values()].map(({ role }) => role).sort()).toEqual(['deployment-operator', 'developer', 'tester']);
    const listed = await at().join('viewer').goLive.list.query({});
    expect(listed.find(({ id }) => id === made.goLiveId)).toMatchObject({ ref: made.ref, tasks: rows.task.size, tasksClosed: 0 });
  });

  test('a condition that does not hold takes its tasks off the runbook', async () => {
    const { goLive } = at().join();
    const without = await goLive.create.mutate({ ...wanted, conditions: { 'database-migration': false } });
    const whole = await goLive.create.mutate(wanted);
    if (!without.ok || !whole.ok) throw new Error('refused');
    expect(rowsOf(without.goLiveId).task.size).toBeLessThan(rowsOf(whole.goLiveId).task.size);
  });

  test('a role that is required and held by nobody is named, and nothing is made', async () => {
    const seq = lastSeq();
    const people = [{ name: 'Mara Okoro', roles: ['deployment-operator'] }];
    const made = await at()
      .join()
      .goLive.create.mutate({ ...wanted, people });
    expect(made).toMatchObject({ ok: false, refusal: { code: 'roles-unfilled', about: ['Tester', 'Developer'] } });
    expect(lastSeq()).toBe(seq);
  });

  test('T-0 outside the change window, an unknown variation and a person named twice are refused, and nothing is made', async () => {
    const seq = lastSeq();
    const { goLive } = at().join();
    const refused = [
      await goLive.create.mutate({ ...wanted, tZeroAt: T_ZERO + 24 * HOUR }),
      await goLive.create.mutate({ ...wanted, windowEnd: wanted.windowStart }),
      await goLive.create.mutate({ ...wanted, variation: 'big-bang' }),
      await goLive.create.mutate({ ...wanted, playbookKey: 'migrate-all' }),
      await goLive.create.mutate({ ...wanted, people: [...(wanted.people ?? []), { name: 'Mara Okoro', roles: [] }] }),
    ].map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code));
    expect(refused).toEqual(['outside-window', 'window-backward', 'unknown-variation', 'unknown-playbook', 'person-twice']);
    expect(lastSeq()).toBe(seq);
  });

  test('only a manager makes, edits and moves a go-live', async () => {
    const goLiveId = await makeDeployGoLive(at().join());
    const seq = lastSeq();
    const { goLive } = at().join('member');
    const asked: readonly Promise<unknown>[] = [
      goLive.create.mutate(wanted),
      goLive.sample.mutate({}),
      goLive.edit.mutate({ goLiveId, name: 'Mine' }),
      goLive.moveTZero.mutate({ goLiveId, tZeroAt: T_ZERO, reason: 'Because' }),
      goLive.startCutover.mutate({ goLiveId }),
    ];
    for (const each of asked) await expect(each).rejects.toThrow(/needs the role manager/);
    expect(lastSeq()).toBe(seq);
  });

  test('garbage is refused and nothing is written', async () => {
    const goLiveId = await makeDeployGoLive(at().join());
    const seq = lastSeq();
    const { goLive } = at().join();
    const nonsense: readonly Promise<unknown>[] = [
      goLive.create.mutate({ ...wanted, name: 'x'.repeat(1_000_000) }),
      goLive.create.mutate({ ...wanted, zone: 'Moon/Tranquility' }),
      goLive.create.mutate({ ...wanted, tZeroAt: 569_000_000_000_000 }),
      goLive.create.mutate({ ...wanted, people: 'everybody' as never }),
      goLive.sample.mutate({ zone: 'Moon/Tranquility' }),
      goLive.edit.mutate({ goLiveId, trainingTarget: 101 }),
      goLive.edit.mutate({ goLiveId, windowStart: Number.NaN }),
      goLive.moveTZero.mutate({ goLiveId, tZeroAt: 'tomorrow' as never, reason: 'Because' }),
      goLive.moveTZero.mutate({ goLiveId, tZeroAt: T_ZERO, reason: '  ' }),
    ];
    for (const each of nonsense) await expect(each).rejects.toThrow(/Nothing was changed\.$/);
    expect(lastSeq()).toBe(seq);
  });

  describe('a T-0 that moves', () => {
    let goLiveId = '';
    beforeAll(async () => {
      const made = await at().join().goLive.create.mutate(wanted);
      if (!made.ok) throw new Error(made.refusal.reason);
      goLiveId = made.goLiveId;
    });

    test('everything planned follows it, with the change window, and undo brings it back', async () => {
      const client = at().join();
      const before = plannedStarts(goLiveId);
      expect(before.filter((start) => start !== null).length).toBeGreaterThan(20);
      const moved = await client.goLive.moveTZero.mutate({
        goLiveId,
        tZeroAt: T_ZERO + 24 * HOUR,
        moveWindow: true,
        reason: 'The bank closes late',
      });
      if (!moved.ok) throw new Error(moved.refusal.reason);
      expect(plannedStarts(goLiveId)).toEqual(before.map((start) => (start === null ? null : start + 24 * HOUR)));
      expect(rowsOf(goLiveId).goLive.get(goLiveId)).toMatchObject({
        windowStart: wanted.windowStart + 24 * HOUR,
        windowEnd: wanted.windowEnd + 24 * HOUR,
      });
      expect(at().host.record.journal.at(moved.seq)).toMatchObject({ action: 'goLive.move', note: 'The bank closes late' });
      expect(await client.journal.undo.mutate({ goLiveId, seq: moved.seq })).toMatchObject({ ok: true });
      expect(plannedStarts(goLiveId)).toEqual(before);
    });

    test('it stays inside a window that does not move', async () => {
      const { goLive } = at().join();
      const out = await goLive.moveTZero.mutate({ goLiveId, tZeroAt: T_ZERO + 24 * HOUR, reason: 'The bank closes late' });
      expect(out).toMatchObject({ ok: false, refusal: { code: 'outside-window' } });
      expect(await goLive.moveTZero.mutate({ goLiveId, tZeroAt: T_ZERO + HOUR, reason: 'An hour more' })).toMatchObject({ ok: true });
      expect(rowsOf(goLiveId).goLive.get(goLiveId)).toMatchObject({ tZeroAt: T_ZERO + HOUR, windowEnd: wanted.windowEnd });
    });

    test('an edit changes the fields given and no others', async () => {
      const { goLive } = at().join();
      const before = rowsOf(goLiveId).goLive.get(goLiveId);
      const edit = { goLiveId, release: '16.1', trainingTarget: 95 };
      expect(await goLive.edit.mutate(edit)).toMatchObject({ ok: true });
      expect(rowsOf(goLiveId).goLive.get(goLiveId)).toEqual({ ...before, release: '16.1', trainingTarget: 95 });
      expect(await goLive.edit.mutate(edit)).toMatchObject({ ok: false, refusal: { code: 'nothing-changed' } });
    });
  });

  test('the cutover does not start before what is needed to start is met', async () => {
    const goLiveId = await makeDeployGoLive(at().join());
    const started = await at().join().goLive.startCutover.mutate({ goLiveId });
    expect(started).toMatchObject({ ok: false, refusal: { code: 'needed-to-start' } });
    expect(rowsOf(goLiveId).goLive.get(goLiveId)).toMatchObject({ stage: 'planning', startedAt: null });
  });

  test('the sample is a go-live in its third hour, and the record proves it', async () => {
    const client = at().join();
    const { goLiveId, ref } = await client.goLive.sample.mutate({ zone: 'Asia/Kathmandu' });
    const rows = rowsOf(goLiveId);
    const goLive = rows.goLive.get(goLiveId);
    if (!goLive) throw new Error('there is no sample');
    const now = Date.now();
    expect(goLive).toMatchObject({ ref, isSample: true, stage: 'cutover', zone: 'Asia/Kathmandu' });
    expect(Math.floor((now - goLive.tZeroAt) / HOUR)).toBe(2);

    const tasks = [...rows.task.values()];
    const people = [...rows.person.values()];
    expect({
      tasks: tasks.length,
      streams: new Set(tasks.map(({ stream }) => stream)).size,
      blocked: tasks.filter(({ status }) => status === 'blocked').length,
      checks: rows.check.size,
      tickets: rows.ticket.size,
      incidents: rows.incident.size,
      sessions: rows.session.size,
      trainees: people.filter(({ inTeam }) => !inTeam).length,
    }).toEqual({ tasks: 120, streams: 6, blocked: 1, checks: 40, tickets: 60, incidents: 3, sessions: 8, trainees: 150 });
    expect(taskLines(rows, goLive, now).filter(({ isLate }) => isLate).length).toBeGreaterThan(1);
    const conditional = [...rows.gate.values()].filter(({ decision }) => decision === 'go with conditions');
    expect(conditional.length).toBeGreaterThan(0);
    expect([...rows.condition.values()].some(({ gateId }) => conditional.some(({ id }) => id === gateId))).toBe(true);
    const closed = new Set(['finished', 'finished by workaround', 'failed', 'skipped', 'rolled back']);
    const listed = await client.goLive.list.query({});
    expect(listed.find(({ id }) => id === goLiveId)).toMatchObject({
      ref,
      isSample: true,
      tasks: 120,
      tasksClosed: tasks.filter(({ status }) => closed.has(status)).length,
    });
    expect(await client.record.verify.query({})).toMatchObject({ faults: [] });
  });

  test('a second sample is a go-live of its own', async () => {
    const { goLive } = at().join();
    const first = await goLive.sample.mutate({ zone: 'UTC' });
    const second = await goLive.sample.mutate({ zone: 'UTC' });
    expect(second.ref).not.toBe(first.ref);
    expect(rowsOf(second.goLiveId).task.size).toBe(120);
  });
});
