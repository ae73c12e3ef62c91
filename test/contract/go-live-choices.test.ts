import { beforeAll, describe, expect, test } from 'vitest';
import { playbookOf } from '../../shared/domain/playbook/of-go-live.ts';
import { rolloutPicture } from '../../shared/domain/playbook/stages.ts';
import { aChoiceFile, sixStrategies } from '../support/choices.ts';
import { type Client, eachHost } from '../support/hosts.ts';

const HOUR = 3_600_000;
const T_ZERO = Date.UTC(2026, 10, 21, 21, 0);

type Wanted = Parameters<Client['goLive']['create']['mutate']>[0];

const wanted: Wanted = {
  name: 'Shop 4.2',
  system: 'Shop',
  zone: 'Europe/Prague',
  tZeroAt: T_ZERO,
  windowStart: T_ZERO - 2 * HOUR,
  windowEnd: T_ZERO + 6 * HOUR,
  playbookKey: 'choices',
  conditions: { code: true },
  people: [{ name: 'Mara Okoro', roles: ['lead', 'helper'] }],
};
const choice = { playbookKey: 'choices', variation: '', conditions: { code: true } };

eachHost((at) => {
  const client = () => at().join();
  const rowsOf = (goLiveId: string) => at().host.record.rows(goLiveId);

  async function made(given: Partial<Wanted> = {}): Promise<string> {
    const answer = await client().goLive.create.mutate({ ...wanted, ...given });
    if (!answer.ok) throw new Error(answer.refusal.reason);
    return answer.goLiveId;
  }

  beforeAll(async () => {
    const text = JSON.stringify(aChoiceFile({ strategies: sixStrategies() }));
    const kept = await client().workshop.importFile.mutate({ text });
    if (!kept.ok) throw new Error(kept.refusal.reason);
  });

  describe('what can be chosen', () => {
    test('is listed with each playbook', async () => {
      const playbooks = await at().join('viewer').playbook.list.query({});
      const choices = playbooks.find(({ key }) => key === 'choices');
      expect(choices?.strategies.slice(0, 6).map(({ kind }) => kind)).toEqual(sixStrategies().map(({ kind }) => kind));
      expect(choices?.durations.map(({ complexity }) => complexity)).toEqual(['simple', 'standard', 'complex']);
      expect(choices).toMatchObject({ plannedFor: 'standard', applicability: { needs: [{ title: 'Something changes' }] } });
      for (const { key, strategies } of playbooks) {
        const found = await at().join('viewer').playbook.get.query({ key });
        expect(found.ok && found.playbook.rollout === '' ? strategies : [], key).toEqual([]);
      }
    });

    test('tells before it is made what it brings, and whether a deployment is due', async () => {
      const { preview } = at().join('viewer').playbook;
      const plain = await preview.query(choice);
      expect(plain).toMatchObject({
        ok: true,
        brought: { phases: 2, tasks: 6, checks: 4, gates: 2, strategy: '' },
        applicability: { isDue: true },
      });
      const chosen = await preview.query({
        ...choice,
        conditions: { code: false, 'has-data': false },
        strategy: 'canary',
        complexity: 'complex',
      });
      expect(chosen).toMatchObject({
        ok: true,
        brought: { tasks: 13, tasksOff: 1, strategy: 'canary', complexity: 'complex', duration: { minMinutes: 120, maxMinutes: 200 } },
        applicability: { isDue: false },
      });
      expect(await preview.query({ ...choice, strategy: 'big-bang' })).toMatchObject({ ok: false, refusal: { code: 'unknown-strategy' } });
      expect(await preview.query({ ...choice, playbookKey: 'nothing' })).toMatchObject({
        ok: false,
        refusal: { code: 'unknown-playbook' },
      });
    });

    test('the preview counts what the go-live then has', async () => {
      const asked = { ...choice, conditions: { code: true, watched: false }, strategy: 'phased' };
      const told = await client().playbook.preview.query(asked);
      const rows = rowsOf(await made(asked));
      expect(told).toMatchObject({
        ok: true,
        brought: {
          tasks: rows.task.size,
          checks: [...rows.check.values()].filter(({ status }) => status !== 'not applicable').length,
          gates: rows.gate.size,
          tests: rows.test.size,
        },
      });
    });
  });

  test.each(sixStrategies().map(({ key, kind }) => [kind, key]))('a go-live by the strategy %s has its stages', async (kind, strategy) => {
    const rows = rowsOf(await made({ strategy }));
    const picture = rolloutPicture(rows);
    expect(picture).toMatchObject({ kind, current: 0, percent: 0, live: 'blue', wayBack: { procedure: `roll-back-${strategy}` } });
    const stages = sixStrategies()
      .find(({ key }) => key === strategy)
      ?.stages.filter(({ isRollback }) => !isRollback);
    expect(picture?.stages.map(({ key }) => key)).toEqual(stages?.map(({ key }) => key));
    expect(picture?.stages.every(({ task }) => task !== null)).toBe(true);
    expect(playbookOf(rows)?.procedures.map(({ key }) => key)).toContain(`roll-back-${strategy}`);
  });

  test('the picture follows the tasks of the stages', async () => {
    const goLiveId = await made({ strategy: 'canary' });
    const finish = async (source: string) => {
      const { task, gate } = rowsOf(goLiveId);
      const found = [...task.values()].find((one) => one.source === source);
      expect(gate.size).toBeGreaterThan(0);
      return client().runbook.finishTask.mutate({ goLiveId, taskId: found?.id ?? '', byWorkaround: false, despite: 'For the test' });
    };
    expect(await finish('stage-share-5')).toMatchObject({ ok: false, refusal: { code: 'gate-not-passed' } });
    const { gate, criterion } = rowsOf(goLiveId);
    for (const { id } of criterion.values()) {
      await client().gate.judgeCriterion.mutate({ goLiveId, criterionId: id, status: 'met', reason: 'Seen' });
    }
    const guard = [...gate.values()].find(({ guards }) => guards.length > 0);
    await client().gate.decideGate.mutate({ goLiveId, gateId: guard?.id ?? '', decision: 'go', reasons: 'Ready' });
    expect(await finish('stage-share-5')).toMatchObject({ ok: true });
    expect(rolloutPicture(rowsOf(goLiveId))).toMatchObject({ current: 0, percent: 5, wayBack: { state: 'open' } });
    await finish('validate-share-5');
    expect(rolloutPicture(rowsOf(goLiveId))).toMatchObject({ current: 1, percent: 5 });
  });

  describe('a deployment that is not due', () => {
    const conditions = { code: false, 'has-data': false };

    test('is not made, and the words say why', async () => {
      const { seq } = at().host.record.journal.last();
      const answer = await client().goLive.create.mutate({ ...wanted, conditions });
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'not-due', reason: expect.stringContaining('Code changes: no') } });
      expect(at().host.record.journal.last().seq).toBe(seq);
    });

    test('is made with a reason, which stays in the journal', async () => {
      const goLiveId = await made({ conditions, despite: 'The training copy needs it' });
      const [entry] = at().host.record.journal.before(goLiveId, Number.MAX_SAFE_INTEGER, 1);
      expect(entry).toMatchObject({ action: 'goLive.create', note: 'The training copy needs it' });
    });
  });

  describe('answers given later', () => {
    test('change the plan in one act, and one undo brings it back', async () => {
      const goLiveId = await made();
      const before = rowsOf(goLiveId);
      const answer = await client().goLive.answerConditions.mutate({ goLiveId, conditions: { watched: false } });
      if (!answer.ok) throw new Error(answer.refusal.reason);
      const after = rowsOf(goLiveId);
      expect(before.task.size - after.task.size).toBe(2);
      expect([...after.check.values()].filter(({ status }) => status === 'not applicable').map(({ reason }) => reason)).toEqual([
        'Nobody watches it.',
        'Nobody watches it.',
      ]);
      expect(playbookOf(after)?.conditions.find(({ key }) => key === 'watched')?.holds).toBe(false);

      await client().journal.undo.mutate({ goLiveId, seq: answer.seq });
      const undone = rowsOf(goLiveId);
      for (const name of ['task', 'link', 'check', 'playbookCopy'] as const) {
        expect(Object.fromEntries(undone[name]), name).toEqual(Object.fromEntries(before[name]));
      }
    });

    test('are refused where they change nothing, and from who is no manager', async () => {
      const goLiveId = await made();
      const same = await client().goLive.answerConditions.mutate({ goLiveId, conditions: { code: true } });
      expect(same).toMatchObject({ ok: false, refusal: { code: 'nothing-changed' } });
      await expect(
        at()
          .join('member')
          .goLive.answerConditions.mutate({ goLiveId, conditions: { code: false } }),
      ).rejects.toThrow('manager');
    });
  });
});
