import { beforeAll, expect, test } from 'vitest';
import { makeDeployGoLive, rowOf } from '../support/deploy-go-live.ts';
import { eachHost } from '../support/hosts.ts';

eachHost((at) => {
  let goLiveId = '';
  beforeAll(async () => {
    goLiveId = await makeDeployGoLive(at().join());
  });
  const rows = () => at().host.record.rows(goLiveId);
  const lastSeq = () => at().host.record.journal.last().seq;
  const first = <Row>(table: ReadonlyMap<string, Row>) => [...table.values()][0] as Row;

  test('metrics are added and measured, and the journal has the comment', async () => {
    const { closure } = at().join('member');
    const metricId = await rowOf(
      closure.addMetric.mutate({ goLiveId, title: 'Orders per hour', operator: '>=', target: 120, unit: 'orders' }),
    );
    expect(await closure.measureMetric.mutate({ goLiveId, metricId, actual: 131.5, comment: 'Counted by hand' })).toMatchObject({
      ok: true,
    });
    const entry = at().host.record.journal.at(lastSeq());
    expect(entry).toMatchObject({ action: 'metric.measure', note: 'Counted by hand' });
    expect(rows().metric.get(metricId)).toMatchObject({ actual: 131.5, comment: 'Counted by hand', measuredBy: entry?.actor });
  });

  test('a lesson is added, removed and brought back', async () => {
    const client = at().join('member');
    const lessonId = await rowOf(client.closure.addLesson.mutate({ goLiveId, category: 'Team', happened: 'Shift change went well' }));
    const removed = await client.closure.removeLesson.mutate({ goLiveId, lessonId });
    expect(rows().lesson.has(lessonId)).toBe(false);
    if (removed.ok) expect(await client.journal.undo.mutate({ goLiveId, seq: removed.seq })).toMatchObject({ ok: true });
    expect(rows().lesson.get(lessonId)?.happened).toBe('Shift change went well');
  });

  test('a sign-off is refused with its reason, then accepted', async () => {
    const { closure } = at().join('member');
    const signOffId = first(rows().signOff).id;
    const refused = await closure.sign.mutate({ goLiveId, signOffId, decision: 'refused' });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'reason-missing' } });
    await closure.sign.mutate({ goLiveId, signOffId, decision: 'refused', signedBy: 'L. Costa', remark: 'Two incidents are open' });
    expect(rows().signOff.get(signOffId)).toMatchObject({ decision: 'refused', signedBy: 'L. Costa', note: 'Two incidents are open' });
    expect(await closure.sign.mutate({ goLiveId, signOffId, decision: 'accepted', signedBy: 'L. Costa' })).toMatchObject({ ok: true });
    expect(rows().signOff.get(signOffId)).toMatchObject({ decision: 'accepted', note: '' });
  });

  test('a manager decides on cleanup, a member settles its actions, and the decision then stays', async () => {
    const decide = { goLiveId, option: 'milestone', reason: 'Wave 2 follows' } as const;
    await expect(at().join('member').closure.decideCleanup.mutate(decide)).rejects.toThrow(/needs the role manager/);
    const client = at().join();
    const decided = await client.closure.decideCleanup.mutate(decide);
    const action = [...rows().cleanupAction.values()].find(({ option }) => option === 'milestone');
    const settle = { goLiveId, actionId: action?.id ?? '' };
    const skipped = await at()
      .join('member')
      .closure.settleCleanup.mutate({ ...settle, status: 'skipped' });
    expect(skipped).toMatchObject({ ok: false, refusal: { code: 'reason-missing' } });
    expect(
      await at()
        .join('member')
        .closure.settleCleanup.mutate({ ...settle, status: 'finished' }),
    ).toMatchObject({ ok: true });
    if (decided.ok) {
      const undone = await client.journal.undo.mutate({ goLiveId, seq: decided.seq });
      expect(undone).toMatchObject({ ok: false, refusal: { code: 'depends' } });
    }
    expect(rows().goLive.get(goLiveId)?.cleanup).toBe('milestone');
  });

  test('garbage is refused and nothing is written', async () => {
    const { closure } = at().join();
    const seq = lastSeq();
    const unknown = '01930000-0000-7000-8000-000000000099';
    const metricId = first(rows().metric).id;
    const nonsense: readonly Promise<unknown>[] = [
      closure.addMetric.mutate({ goLiveId, title: 'X', operator: '≈' as never }),
      closure.addMetric.mutate({ goLiveId, title: 'X', operator: '=', target: 1e300 }),
      closure.measureMetric.mutate({ goLiveId, metricId, actual: 'many' as never }),
      closure.measureMetric.mutate({ goLiveId, metricId, actual: null as never }),
      closure.addLesson.mutate({ goLiveId, category: 'Team', happened: '  ' }),
      closure.addLesson.mutate({ goLiveId, category: 'Team', happened: 'x'.repeat(1_000_000) }),
      closure.removeLesson.mutate({ goLiveId, lessonId: '1; DROP TABLE lesson' }),
      closure.sign.mutate({ goLiveId, signOffId: unknown, decision: 'maybe' as never }),
      closure.decideCleanup.mutate({ goLiveId, option: 'burn' as never, reason: 'x' }),
      closure.settleCleanup.mutate({ goLiveId, actionId: unknown, status: 'open' as never }),
    ];
    for (const asked of nonsense) await expect(asked).rejects.toThrow(/Nothing was changed\.$/);
    const refused = [
      await closure.measureMetric.mutate({ goLiveId, metricId: unknown, actual: 1 }),
      await closure.removeLesson.mutate({ goLiveId, lessonId: unknown }),
      await closure.sign.mutate({ goLiveId, signOffId: unknown, decision: 'accepted' }),
      await closure.settleCleanup.mutate({ goLiveId, actionId: unknown, status: 'finished' }),
    ].map((outcome) => (outcome.ok ? 'ok' : outcome.refusal.code));
    expect(refused).toEqual(['unknown-metric', 'unknown-lesson', 'unknown-sign-off', 'unknown-action']);
    expect(lastSeq()).toBe(seq);
  });
});
