import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../electron/record/new-id.ts';
import { insert } from '../../shared/base/change.ts';
import { criterion as criteria, gate as gates } from '../../shared/domain/gate/schema.ts';
import { assignment as assignments, person as people } from '../../shared/domain/roster/schema.ts';
import { aCriterion, aGate, anAssignment, aPerson } from '../support/builders.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, aTask, insertGoLive, insertTask, NOW } from '../support/record.ts';

let number = 0;

eachHost((at) => {
  let goLiveId = '';
  let gateId = '';
  let criterionId = '';
  let taskId = '';
  let operator = '';
  let tester = '';

  beforeEach(() => {
    number += 1;
    const goLive = aGoLive({ ref: `GL-${String(number).padStart(3, '0')}` });
    goLiveId = goLive.id;
    [gateId, criterionId, operator, tester] = [newId(NOW), newId(NOW), newId(NOW), newId(NOW)];
    const task = aTask(goLiveId, { phase: 'production-deployment' });
    taskId = task.id;
    const changes = [
      insertGoLive(goLive),
      insert(people, aPerson({ id: operator, goLiveId, name: 'J. Novak' })),
      insert(people, aPerson({ id: tester, goLiveId, name: 'E. Moreau' })),
      insert(assignments, anAssignment({ id: newId(NOW), goLiveId, role: 'deployment-operator', personId: operator })),
      insert(assignments, anAssignment({ id: newId(NOW), goLiveId, role: 'tester', personId: tester })),
      insert(gates, aGate({ id: gateId, goLiveId, positions: ['tester'] })),
      insert(criteria, aCriterion({ id: criterionId, goLiveId, gateId })),
      insertTask(task),
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
  const gate = () => rows().gate.get(gateId);
  const newest = () => at().host.record.journal.at(at().host.record.journal.last().seq);
  const soon = () => Date.now() + 3_600_000;

  describe('who may', () => {
    test('a member calls as the role they hold; for somebody else only a manager does, by name', async () => {
      const member = at().join('member');
      expect(await member.gate.callGate.mutate({ goLiveId, as: tester, gateId, position: 'tester', call: 'go' })).toMatchObject({
        ok: true,
      });
      const forOther = { goLiveId, gateId, position: 'tester', call: 'no-go', reason: 'Two defects', personId: tester } as const;
      expect(await member.gate.callGate.mutate({ ...forOther, as: operator })).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
      expect(await at().join('manager').gate.callGate.mutate(forOther)).toMatchObject({ ok: true });
      expect(newest()).toMatchObject({ action: 'gate.call', note: 'Call of E. Moreau, entered by Go-live desk' });
    });

    test('a member decides only as the holder of the role that decides', async () => {
      const decide = { goLiveId, gateId, decision: 'hold', reasons: 'Bank is late' } as const;
      const member = at().join('member');
      for (const as of [undefined, tester]) {
        expect(await member.gate.decideGate.mutate({ ...decide, as })).toMatchObject({ ok: false, refusal: { code: 'not-the-decider' } });
      }
      expect(await member.gate.decideGate.mutate({ ...decide, as: operator })).toMatchObject({ ok: true, rowId: gateId });
      expect(gate()).toMatchObject({ decision: 'hold', decidedBy: 'J. Novak' });
      expect(
        await at()
          .join('manager')
          .gate.decideGate.mutate({ ...decide, decision: 'no-go' }),
      ).toMatchObject({ ok: true });
    });
  });

  test('a gate from open criterion to a condition met; the tasks it guards wait for it', async () => {
    const manager = at().join('manager');
    const held = await manager.runbook.startTask.mutate({ goLiveId, taskId });
    expect(held).toMatchObject({ ok: false, refusal: { code: 'gate-not-passed', about: ['G-1'] } });
    const despite = await manager.runbook.startTask.mutate({ goLiveId, taskId, despite: 'We are late' });
    expect(despite).toMatchObject({ ok: false, refusal: { code: 'gate-not-passed' } });

    const go = { goLiveId, gateId, decision: 'go', reasons: 'All stand behind it' } as const;
    expect(await manager.gate.decideGate.mutate(go)).toMatchObject({ ok: false, refusal: { code: 'not-met', about: [] } });
    expect(gate()?.decision).toBeNull();

    const { seq } = at().host.record.journal.last();
    const conditions = [{ content: 'Bank certificate renewed', ownerId: operator, dueAt: soon() }];
    await manager.gate.decideGate.mutate({ ...go, decision: 'go with conditions', conditions });
    expect(gate()?.known).toMatchObject({
      lastSeq: seq,
      criteria: [{ title: 'All tests passing', status: 'open' }],
      calls: [{ call: null }],
    });
    const [condition] = rows().condition.values();
    expect(condition).toMatchObject({ ...conditions[0], status: 'open' });

    await manager.gate.judgeCriterion.mutate({ goLiveId, criterionId, status: 'met' });
    expect(gate()?.known?.criteria[0]?.status).toBe('open');
    await manager.gate.settleCondition.mutate({ goLiveId, conditionId: condition?.id ?? '', status: 'met', remark: 'Seen at the bank' });
    expect(rows().condition.get(condition?.id ?? '')).toMatchObject({ status: 'met', note: 'Seen at the bank' });

    expect(await manager.runbook.startTask.mutate({ goLiveId, taskId })).toMatchObject({ ok: true });
    const reopened = await manager.gate.reopenGate.mutate({ goLiveId, gateId, reason: 'Certificate expired' });
    expect(reopened).toMatchObject({ ok: false, refusal: { code: 'begun', about: ['T-001'] } });
    expect(at().host.record.verify().faults).toEqual([]);
  });

  test('a go cannot be taken back once a task stands on it, and a decision can be before', async () => {
    const manager = at().join('manager');
    await manager.gate.judgeCriterion.mutate({ goLiveId, criterionId, status: 'waived', reason: 'Covered by the pilot' });
    const decided = await manager.gate.decideGate.mutate({ goLiveId, gateId, decision: 'go', reasons: 'All stand behind it' });
    const seq = decided.ok ? decided.seq : 0;
    const started = await manager.runbook.startTask.mutate({ goLiveId, taskId });
    expect(await manager.journal.undo.mutate({ goLiveId, seq })).toMatchObject({ ok: false, refusal: { code: 'depends' } });
    await manager.journal.undo.mutate({ goLiveId, seq: started.ok ? started.seq : 0 });
    expect(await manager.journal.undo.mutate({ goLiveId, seq })).toMatchObject({ ok: true });
    expect(gate()).toMatchObject({ decision: null, known: null });
  });

  test.each([
    ['a decision that does not exist', { decision: 'maybe' }, /decision/],
    ['no reasons', { reasons: ' ' }, /reasons/],
    [
      'a condition due in the year 99999',
      { conditions: [{ content: 'x', ownerId: '00000000-0000-7000-8000-000000000001', dueAt: Date.UTC(99_999, 0) }] },
      /dueAt/,
    ],
    ['a condition without an owner', { conditions: [{ content: 'x', ownerId: null, dueAt: 1 }] }, /ownerId/],
    ['an unknown field', { known: {} }, /known/],
  ])('%s is refused and changes nothing', async (_what, fields, says) => {
    const { seq } = at().host.record.journal.last();
    const asked = { goLiveId, gateId, decision: 'go with conditions', reasons: 'x', ...fields };
    await expect(
      at()
        .join('manager')
        .gate.decideGate.mutate(asked as never),
    ).rejects.toThrow(says);
    expect(at().host.record.journal.last().seq).toBe(seq);
  });

  test('a viewer neither calls nor decides', async () => {
    const { gate: viewer } = at().join('viewer');
    await expect(viewer.callGate.mutate({ goLiveId, gateId, position: 'tester', call: 'go' })).rejects.toThrow(/needs the role member/);
    await expect(viewer.decideGate.mutate({ goLiveId, gateId, decision: 'go', reasons: 'x' })).rejects.toThrow(/needs the role member/);
  });
});
