import { beforeEach, expect, test } from 'vitest';
import { runDueActs } from '../../electron/app/clockwork.ts';
import { trendOf } from '../../electron/app/readiness-trend.ts';
import { newId } from '../../electron/record/new-id.ts';
import { insert } from '../../shared/base/change.ts';
import { check as checks } from '../../shared/domain/readiness/schema.ts';
import { noTrend, trendStep } from '../../shared/domain/readiness/trend.ts';
import { person as people } from '../../shared/domain/roster/schema.ts';
import { aCheck, aPerson } from '../support/builders.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, insertGoLive, NOW } from '../support/record.ts';

let number = 0;

eachHost((at) => {
  let goLiveId = '';
  let checkId = '';
  let doer = '';
  let other = '';

  beforeEach(() => {
    number += 1;
    const goLive = aGoLive({ ref: `GL-${String(number).padStart(3, '0')}` });
    goLiveId = goLive.id;
    checkId = newId(NOW);
    [doer, other] = [newId(NOW), newId(NOW)];
    const changes = [
      insertGoLive(goLive),
      insert(people, aPerson({ id: doer, goLiveId, name: 'A. Kaya' })),
      insert(people, aPerson({ id: other, goLiveId, name: 'E. Moreau' })),
      insert(checks, aCheck({ id: checkId, goLiveId })),
    ];
    at().host.record.commit({
      goLiveId,
      at: NOW,
      occurredAt: NOW,
      actor: 'M. Okoro',
      action: 'goLive.create',
      note: '',
      undoes: null,
      changes,
    });
  });

  const rows = () => at().host.record.rows(goLiveId);
  const newest = () => at().host.record.journal.at(at().host.record.journal.last().seq);

  test('a check is added, edited, failed, reopened, and each act is in the journal', async () => {
    const { readiness } = at().join('member');
    const added = await readiness.addCheck.mutate({ goLiveId, title: 'Backups restored', area: 'Platform', dueOffset: -3_600_000 });
    const id = (added.ok && added.rowId) || '';
    expect(rows().check.get(id)).toMatchObject({
      ref: 'C-002',
      title: 'Backups restored',
      area: 'Platform',
      dueOffset: -3_600_000,
      status: 'open',
    });
    await readiness.editCheck.mutate({ goLiveId, checkId: id, title: 'Backups restored twice' });
    await readiness.settleCheck.mutate({ goLiveId, checkId: id, status: 'failed', reason: 'Second restore broke off' });
    expect(rows().check.get(id)).toMatchObject({ title: 'Backups restored twice', status: 'failed', reason: 'Second restore broke off' });
    const reopened = await readiness.settleCheck.mutate({ goLiveId, checkId: id, status: 'open', note: 'New tape' });
    expect(reopened).toMatchObject({ ok: true, rowId: id });
    expect(newest()).toMatchObject({ action: 'check.reopen', note: 'New tape' });
  });

  test('a waiver without a reason is refused in words and changes nothing', async () => {
    const { seq } = at().host.record.journal.last();
    const outcome = await at().join('member').readiness.settleCheck.mutate({ goLiveId, checkId, status: 'waived' });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'reason-needed', about: ['C-001'] } });
    expect(at().host.record.journal.last().seq).toBe(seq);
  });

  test('a check that needs it is passed by one person and verified by another, never by one alone', async () => {
    const { readiness } = at().join('member');
    await readiness.editCheck.mutate({ goLiveId, checkId, needsVerification: true });
    expect(await readiness.settleCheck.mutate({ goLiveId, checkId, status: 'passed' })).toMatchObject({
      refusal: { code: 'unknown-self' },
    });
    await readiness.settleCheck.mutate({ goLiveId, as: doer, checkId, status: 'passed' });
    expect(rows().check.get(checkId)).toMatchObject({ status: 'to verify', decidedById: doer });
    expect(await readiness.verifyCheck.mutate({ goLiveId, as: doer, checkId })).toMatchObject({ refusal: { code: 'same-person' } });
    expect(await readiness.verifyCheck.mutate({ goLiveId, checkId })).toMatchObject({ refusal: { code: 'unknown-self' } });
    await readiness.sendBackCheck.mutate({ goLiveId, as: other, checkId, reason: 'No log' });
    expect(rows().check.get(checkId)?.status).toBe('open');
    await readiness.settleCheck.mutate({ goLiveId, as: doer, checkId, status: 'passed' });
    expect(await readiness.verifyChecks.mutate({ goLiveId, as: other, checkIds: [checkId] })).toMatchObject({ ok: true, rowId: checkId });
    expect(rows().check.get(checkId)).toMatchObject({ status: 'passed', decidedBy: 'A. Kaya', verifiedBy: 'E. Moreau' });
  });

  test('no request settles a check as to verify, or as passed where it needs verification', async () => {
    const { readiness } = at().join('member');
    await expect(readiness.settleCheck.mutate({ goLiveId, checkId, status: 'to verify' as never })).rejects.toThrow(/status/);
    await readiness.editChecks.mutate({ goLiveId, checkIds: [checkId], needsVerification: true });
    await readiness.settleChecks.mutate({ goLiveId, as: doer, checkIds: [checkId], status: 'passed' });
    await readiness.settleChecks.mutate({ goLiveId, as: other, checkIds: [checkId], status: 'passed' });
    expect(rows().check.get(checkId)?.status).toBe('to verify');
  });

  test('a waiver that ends opens its check again by the clock of the host, in the journal as an act of Gantry', async () => {
    const { readiness } = at().join('member');
    const until = Date.now() + 3_600_000;
    const waiver = { status: 'waived' as const, reason: 'Finance accepts it', approver: 'R. Lang', until };
    await readiness.settleCheck.mutate({ goLiveId, as: doer, checkId, ...waiver });
    expect(rows().check.get(checkId)).toMatchObject({
      status: 'waived',
      decidedBy: 'A. Kaya',
      waiverApprover: 'R. Lang',
      waivedUntil: until,
    });
    runDueActs(at().host.record, until - 1, () => newId(NOW));
    expect(rows().check.get(checkId)?.status).toBe('waived');
    runDueActs(at().host.record, until, () => newId(NOW));
    expect(rows().check.get(checkId)).toMatchObject({ status: 'open', reason: '', waivedUntil: null });
    const { seq, ...entry } = newest() ?? { seq: 0 };
    expect(entry).toMatchObject({ action: 'check.expire', actor: 'Gantry', at: until });
    expect(await at().join('member').journal.undo.mutate({ goLiveId, seq })).toMatchObject({ refusal: { code: 'cannot-undo' } });
  });

  test('a blocked check passes when what blocks it is over, or with a reason', async () => {
    const { readiness, incident } = at().join('member');
    const declared = await incident.declareIncident.mutate({ goLiveId, title: 'Bank refuses the certificate', severity: 2 });
    const blockedById = (declared.ok && declared.rowId) || '';
    expect(await readiness.addBlocker.mutate({ goLiveId, checkId, kind: 'incident', blockedById })).toMatchObject({ ok: true });
    const added = await readiness.addBlocker.mutate({ goLiveId, checkId, kind: 'risk', content: 'Printer may fail' });
    const pass = (despite?: string) => readiness.settleCheck.mutate({ goLiveId, checkId, status: 'passed', despite });
    expect(await pass()).toMatchObject({ refusal: { code: 'blocked', about: ['C-001', 'INC-001', 'Printer may fail'] } });
    await incident.resolveIncident.mutate({ goLiveId, incidentId: blockedById, resolution: 'New chain' });
    await readiness.clearBlocker.mutate({ goLiveId, blockerId: (added.ok && added.rowId) || '' });
    expect(await pass()).toMatchObject({ ok: true });
  });

  test('many checks are settled in one act or not at all', async () => {
    const { readiness, journal } = at().join('member');
    const ids = [checkId];
    for (const title of ['Second', 'Third']) {
      const added = await readiness.addCheck.mutate({ goLiveId, title, area: 'Platform' });
      ids.push((added.ok && added.rowId) || '');
    }
    await readiness.addBlocker.mutate({ goLiveId, checkId: ids[1] as string, kind: 'other', content: 'Contract' });
    const { seq } = at().host.record.journal.last();
    const refused = await readiness.settleChecks.mutate({ goLiveId, checkIds: ids, status: 'passed' });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'blocked', about: ['C-002'] } });
    expect(at().host.record.journal.last().seq).toBe(seq);
    const passed = await readiness.settleChecks.mutate({ goLiveId, checkIds: ids, status: 'passed', despite: 'Signed by phone' });
    expect(passed).toMatchObject({ ok: true, seq: seq + 1, rowId: null });
    expect([...rows().check.values()].map(({ status }) => status)).toEqual(['passed', 'passed', 'passed']);
    await journal.undo.mutate({ goLiveId, seq: seq + 1 });
    expect([...rows().check.values()].map(({ status }) => status)).toEqual(['open', 'open', 'open']);
    await readiness.editChecks.mutate({ goLiveId, checkIds: ids, criticality: 'critical', area: 'Data' });
    expect([...rows().check.values()].map(({ criticality, area }) => [criticality, area])).toEqual(ids.map(() => ['critical', 'Data']));
  });

  test('the trend is the same read live, act by act, and rebuilt from the journal', async () => {
    const { readiness, journal } = at().join('member');
    const seen: number[] = [];
    const look = async () => {
      const trend = await readiness.trend.query({ goLiveId });
      if (!trend.ok) throw new Error('no trend');
      const rebuilt = at().host.record.journal.after(goLiveId, 0, 1_000).reduce(trendStep, noTrend);
      expect(trend.points).toEqual(rebuilt.points);
      expect(trend.seq).toBe(rebuilt.seq);
      expect((await trendOf({ ...at().host.record }, goLiveId)).points).toEqual(trend.points); // a host that has just started
      seen.push(trend.points.at(-1)?.figure ?? -1);
    };
    await look();
    const added = await readiness.addCheck.mutate({ goLiveId, title: 'Second', area: 'Platform', criticality: 'critical' });
    await readiness.settleCheck.mutate({ goLiveId, checkId: (added.ok && added.rowId) || '', status: 'passed' });
    await look();
    const edited = await readiness.editCheck.mutate({ goLiveId, checkId, criticality: 'critical' });
    await look();
    await journal.undo.mutate({ goLiveId, seq: edited.ok ? edited.seq : 0 });
    await look();
    expect(seen).toEqual([0, 0.8, 0.5, 0.8]);
    expect(await readiness.trend.query({ goLiveId: 'GL-999' })).toMatchObject({ ok: false, refusal: { code: 'unknown-go-live' } });
  });

  test('what changed since an entry is told by check, without what one person did', async () => {
    const { readiness } = at().join('member');
    const { seq: since } = at().host.record.journal.last();
    await readiness.settleCheck.mutate({ goLiveId, as: doer, checkId, status: 'in work' });
    await readiness.settleCheck.mutate({ goLiveId, as: other, checkId, status: 'failed', reason: 'red' });
    const changed = await at().join('viewer').readiness.changed.query({ goLiveId, since, but: 'A. Kaya' });
    expect(changed).toEqual({
      ok: true,
      isCut: false,
      checks: [
        { checkId, happenings: [{ seq: since + 2, actor: 'E. Moreau', occurredAt: expect.any(Number), text: 'C-001 failed: red' }] },
      ],
    });
    expect(await readiness.changed.query({ goLiveId, since: since + 2 })).toEqual({ ok: true, isCut: false, checks: [] });
  });
});
