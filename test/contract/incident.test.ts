import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../electron/record/new-id.ts';
import { insert } from '../../shared/base/change.ts';
import { playbookCopy } from '../../shared/domain/playbook/row.ts';
import { aPlaybookCopy } from '../support/builders.ts';
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
    const steps = [
      { key: 'stop', title: 'Stop the deployment' },
      { key: 'assess', title: 'Assess the cause' },
    ];
    const playbook = aPlaybookCopy({ procedures: [{ key: 'failure', title: 'Deployment failure', steps }] });
    const changes = [insertGoLive(goLive), insertTask(task), insert(playbookCopy, { ...playbook, id: newId(NOW), goLiveId })];
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

  async function declared(fields: object = {}): Promise<string> {
    const outcome = await at()
      .join('member')
      .incident.declareIncident.mutate({ goLiveId, title: 'Bank refuses our certificate', severity: 2, occurredAt: NOW, ...fields });
    if (!outcome.ok || !outcome.rowId) throw new Error('not declared');
    return outcome.rowId;
  }

  test('an incident goes from declared to closed, each milestone when it happened and in the journal', async () => {
    const { incident } = at().join('member');
    const incidentId = await declared({ impactAt: NOW - 6, taskId });
    await incident.acknowledgeIncident.mutate({ goLiveId, incidentId, occurredAt: NOW + 1 });
    await incident.escalateIncident.mutate({ goLiveId, incidentId, level: 2, reason: 'No fix in sight' });
    await incident.mitigateIncident.mutate({ goLiveId, incidentId, occurredAt: NOW + 2 });
    await incident.resolveIncident.mutate({ goLiveId, incidentId, resolution: 'New chain', occurredAt: NOW + 3 });
    await incident.closeIncident.mutate({ goLiveId, incidentId, occurredAt: NOW + 4 });
    expect(rows().incident.get(incidentId)).toMatchObject({
      ref: 'INC-001',
      status: 'closed',
      level: 2,
      resolution: 'New chain',
      impactAt: NOW - 6,
      detectedAt: NOW,
      acknowledgedAt: NOW + 1,
      mitigatedAt: NOW + 2,
      resolvedAt: NOW + 3,
      closedAt: NOW + 4,
    });
    expect(newest()).toMatchObject({ action: 'incident.close', occurredAt: NOW + 4 });
    await incident.reopenIncident.mutate({ goLiveId, incidentId, reason: 'Refused again' });
    expect(rows().incident.get(incidentId)).toMatchObject({ status: 'open', resolvedAt: null, acknowledgedAt: NOW + 1 });
    expect(newest()).toMatchObject({ action: 'incident.reopen', note: 'Refused again' });
  });

  test('a procedure is worked in order, and out of order only with a reason', async () => {
    const { incident } = at().join('member');
    const incidentId = await declared();
    await incident.startProcedure.mutate({ goLiveId, incidentId, procedure: 'failure' });
    const [first, second] = [...rows().procedureStep.values()].map(({ id }) => id);
    if (!first || !second) throw new Error('no steps');
    expect(await incident.settleStep.mutate({ goLiveId, stepId: second, status: 'finished' })).toMatchObject({
      ok: false,
      refusal: { code: 'out-of-order', about: ['INC-001'] },
    });
    expect(await incident.settleStep.mutate({ goLiveId, stepId: second, status: 'finished', despite: 'Cause is known' })).toMatchObject({
      ok: true,
      rowId: second,
    });
    expect(newest()).toMatchObject({ action: 'procedure.step', note: 'Cause is known' });
    expect(await incident.settleStep.mutate({ goLiveId, stepId: first, status: 'skipped', comment: 'It stopped by itself' })).toMatchObject(
      { ok: true },
    );
    expect(rows().procedureStep.get(first)).toMatchObject({ status: 'skipped', note: 'It stopped by itself', finishedBy: newest()?.actor });
  });

  test('an acknowledgement that a later milestone stands on is not taken back before that one', async () => {
    const client = at().join('member');
    const incidentId = await declared();
    const acknowledged = await client.incident.acknowledgeIncident.mutate({ goLiveId, incidentId });
    const mitigated = await client.incident.mitigateIncident.mutate({ goLiveId, incidentId });
    if (!acknowledged.ok || !mitigated.ok) throw new Error('refused');
    const refused = await client.journal.undo.mutate({ goLiveId, seq: acknowledged.seq });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'depends', about: [String(mitigated.seq)] } });
    expect(await client.journal.undo.mutate({ goLiveId, seq: mitigated.seq })).toMatchObject({ ok: true });
    expect(await client.journal.undo.mutate({ goLiveId, seq: acknowledged.seq })).toMatchObject({ ok: true });
    expect(rows().incident.get(incidentId)).toMatchObject({ status: 'open', acknowledgedAt: null });
  });

  test('a viewer changes nothing', async () => {
    const { seq } = at().host.record.journal.last();
    await expect(at().join('viewer').incident.declareIncident.mutate({ goLiveId, title: 'Bank', severity: 1 })).rejects.toThrow(
      /needs the role member/,
    );
    expect(at().host.record.journal.last().seq).toBe(seq);
  });

  test.each([
    ['no title', { title: '   ' }],
    ['a title of a megabyte', { title: 'x'.repeat(1_000_000) }],
    ['an impact of a megabyte', { impact: 'x'.repeat(1_000_000) }],
    ['severity 0', { severity: 0 }],
    ['severity 2.5', { severity: 2.5 }],
    ['severity in words', { severity: 'high' }],
    ['the year 99999', { impactAt: Date.UTC(99_999, 0, 1) }],
    ['a time before 1970', { impactAt: -1 }],
    ['an id that is none', { taskId: 'T-001' }],
    ['a procedure that is no key', { procedure: '../etc' }],
    ['a field nobody knows', { colour: 'red' }],
  ])('%s is refused in words and nothing is written', async (_, fields) => {
    const { seq } = at().host.record.journal.last();
    const asked = at()
      .join('member')
      .incident.declareIncident.mutate({ goLiveId, title: 'Bank', severity: 2, ...fields } as never);
    await expect(asked).rejects.toThrow(/^This cannot be taken: .*Nothing was changed\.$/s);
    expect(at().host.record.journal.last().seq).toBe(seq);
  });

  test.each(['<img src=x onerror=alert(1)>', '=HYPERLINK("http://x","y")', "'; DROP TABLE incident; --", '漢字 é \u202e', '{{7*7}}'])(
    'text is kept word for word and means nothing: %s',
    async (text) => {
      const incidentId = await declared({ title: text, impact: text });
      expect(rows().incident.get(incidentId)).toMatchObject({ title: text, impact: text });
      expect(at().host.record.verify().faults).toEqual([]);
    },
  );
});
