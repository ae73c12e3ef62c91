import { beforeEach, describe, expect, test } from 'vitest';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, insertGoLive, NOW } from '../support/record.ts';

let number = 0;

eachHost((at) => {
  let goLiveId = '';
  let testId = '';

  beforeEach(async () => {
    number += 1;
    const goLive = aGoLive({ ref: `GL-${String(number).padStart(3, '0')}` });
    goLiveId = goLive.id;
    const create = { at: NOW, occurredAt: NOW, actor: 'M. Okoro', action: 'goLive.create', note: '', undoes: null };
    at().host.record.commit({ ...create, goLiveId, changes: [insertGoLive(goLive)] });
    const load = { title: 'Posting under load', kind: 'load', operator: '<', target: 2, unit: 's', environment: 'staging' } as const;
    const added = await at()
      .join('member')
      .test.addTest.mutate({ goLiveId, ...load });
    testId = (added.ok && added.rowId) || '';
  });

  const rows = () => at().host.record.rows(goLiveId);
  const newest = () => at().host.record.journal.at(at().host.record.journal.last().seq);
  const lastSeq = () => at().host.record.journal.last().seq;

  test('a test is added, run, run again, corrected, set aside, and each act is in the journal', async () => {
    const client = at().join('member');
    expect(rows().test.get(testId)).toMatchObject({ ref: 'TST-01', kind: 'load', target: 2 });
    const failed = await client.test.recordRun.mutate({ goLiveId, testId, measured: 2.6, defectsFound: 1, occurredAt: NOW });
    expect(newest()).toMatchObject({ action: 'testRun.record', occurredAt: NOW });
    const again = await client.test.recordRun.mutate({ goLiveId, testId, measured: 1.4, defectsFixed: 1, build: 'rc2' });
    const of = (outcome: typeof failed) => rows().testRun.get((outcome.ok && outcome.rowId) || '');
    expect(of(failed)).toMatchObject({ ranAt: NOW, result: 'failed', environment: 'staging' });
    expect(of(again)).toMatchObject({ result: 'passed', build: 'rc2', defectsFixed: 1 });
    await client.test.correctRun.mutate({ goLiveId, runId: of(again)?.id ?? '', measured: 1.5 });
    expect(of(again)).toMatchObject({ measured: 1.5, result: 'passed' });
    await client.test.editTest.mutate({ goLiveId, testId, title: 'Posting under full load' });
    await client.test.excludeTest.mutate({ goLiveId, testId, reason: 'Load is tested next month' });
    expect(rows().test.get(testId)).toMatchObject({ title: 'Posting under full load', notApplicable: 'Load is tested next month' });
    await client.test.includeTest.mutate({ goLiveId, testId });
    expect(newest()).toMatchObject({ action: 'test.include' });
  });

  test('a run is taken back while nothing stands on it', async () => {
    const client = at().join('member');
    const failed = await client.test.recordRun.mutate({ goLiveId, testId, measured: 2.6, defectsFound: 1 });
    const again = await client.test.recordRun.mutate({ goLiveId, testId, measured: 1.4, defectsFixed: 1 });
    const seq = (outcome: typeof failed) => (outcome.ok ? outcome.seq : 0);
    expect(await client.journal.undo.mutate({ goLiveId, seq: seq(failed) })).toMatchObject({ ok: false, refusal: { code: 'depends' } });
    await client.journal.undo.mutate({ goLiveId, seq: seq(again) });
    await client.journal.undo.mutate({ goLiveId, seq: seq(failed) });
    expect(rows().testRun.size).toBe(0);
  });

  test('a value that misses the target is not recorded as passed, and changes nothing', async () => {
    const before = lastSeq();
    const outcome = await at().join('member').test.recordRun.mutate({ goLiveId, testId, measured: 2.6, result: 'passed' });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'target-missed', about: ['TST-01'] } });
    expect(lastSeq()).toBe(before);
  });

  describe('what cannot be read', () => {
    test.each([
      ['a word for a number', { measured: 'fast' }, /measured/],
      ['a number beyond all measure', { measured: 1e13 }, /measured/],
      ['half a defect', { result: 'failed', defectsFound: 0.5 }, /defectsFound/],
      ['fewer than none', { result: 'failed', criticalOpen: -1 }, /criticalOpen/],
      ['a result that is none', { result: 'maybe' }, /result/],
      ['a field nobody knows', { result: 'passed', verdict: 'met' }, /verdict/],
    ])('is refused and changes nothing: %s', async (_what, given, says) => {
      const before = lastSeq();
      await expect(
        at()
          .join('member')
          .test.recordRun.mutate({ goLiveId, testId, ...given } as never),
      ).rejects.toThrow(says);
      expect(lastSeq()).toBe(before);
    });

    test('nor is a kind of test nobody knows', async () => {
      await expect(
        at()
          .join('member')
          .test.addTest.mutate({ goLiveId, title: 'x', kind: 'gut feeling' as never }),
      ).rejects.toThrow(/kind/);
    });
  });

  test('a viewer records none', async () => {
    await expect(at().join('viewer').test.recordRun.mutate({ goLiveId, testId, measured: 1 })).rejects.toThrow(/needs the role member/);
  });
});
