import { describe, expect, test } from 'vitest';
import { decisionRecord, decisionRecordSchema } from '../../../shared/domain/gate/report.ts';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { aCheck, aCriterion, aGate, aGoLive, idOf, rowsWith } from '../../support/builders.ts';
import { G1, G2, reportNight } from '../../support/report-night.ts';
import { aTest, aTestRun } from '../../support/test-rows.ts';

const night = reportNight();
const making = { now: night.now, madeBy: 'Zoë Müller', chainHash: 'ab'.repeat(32) };
const of = (gateId: string) => decisionRecord(night.rows, night.entries, night.rows.gate.get(gateId) as Gate, making);

describe('the record of a decision', () => {
  test('is plain data that its schema describes', () => {
    for (const record of [of(G1), of(G2)]) expect(decisionRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
  });

  test('tells what was known then, whatever became of it since', () => {
    const { gate } = of(G1);
    expect(gate.criteria.map(({ status }) => status)).toEqual(['met', 'met', 'waived']);
    expect(gate.calls[2]).toMatchObject({ person: 'Zoë Müller', call: 'go with conditions' });
    expect(gate.knownThen.at(-1)).toBe('Known up to entry 412');
    expect(gate.conditions.map(({ status }) => status)).toContain('met');
  });

  test('names the entry of the journal that holds it', () => {
    const decided = night.entries.find(({ action }) => action === 'gate.decide');
    expect(of(G1).entry).toEqual({ seq: decided?.seq, at: decided?.at, actor: 'M. Okoro', prev: decided?.prev, hash: decided?.hash });
    expect(of(G2).entry).toBeNull();
  });

  test('of a gate without a decision says how things stand, with approvals in their order and the poll with its seal', () => {
    const { gate, summary } = of(G2);
    expect(gate.decision).toBeNull();
    expect(summary[0]).toBe('G-2 End of hypercare is not decided. Business owner decides.');
    expect(gate.approvals).toMatchObject([
      { title: 'QA sign-off', decision: 'approved', by: 'Jiří Novák', at: expect.any(Number) },
      { title: 'Security clearance', decision: null, by: '', at: null },
    ]);
    expect(gate.polls).toMatchObject([
      { state: 'revealed', seal: 'cd'.repeat(32), openedKey: 'a2V5', calls: [{ position: 'Tester', call: 'no-go', reason: 'Payroll' }] },
    ]);
    expect(summary).toContain('The calls were sealed until 21 Nov 2026 22:30 CET and revealed together.');
  });

  test('tells the decision matrix, and which checks and tests prove a criterion', () => {
    const criterion = aCriterion({
      checkIds: [aCheck().id],
      testIds: [idOf(800)],
      goWhen: 'None critical',
      noGoWhen: 'Any critical',
      neededToPass: true,
    });
    const rows = rowsWith({
      goLive: [aGoLive()],
      gate: [aGate()],
      criterion: [criterion],
      check: [aCheck({ status: 'passed' })],
      test: [aTest()],
      testRun: [aTestRun({ result: 'failed' })],
    });
    expect(decisionRecord(rows, [], aGate(), making).gate.criteria).toMatchObject([
      {
        status: 'failed',
        goWhen: 'None critical',
        noGoWhen: 'Any critical',
        isUnwaivable: true,
        provenBy: [
          { ref: aCheck().ref, status: 'passed' },
          { ref: 'TST-01', status: 'failed' },
        ],
      },
    ]);
  });

  test('an open poll tells who is in and no call', () => {
    const poll = [...night.rows.poll.values()].map((each) => ({ ...each, revealedAt: null, seal: '', openedKey: '', known: null }));
    const rows = { ...night.rows, poll: new Map(poll.map((each) => [each.id, each])) };
    const record = decisionRecord(rows, night.entries, night.rows.gate.get(G2) as Gate, making);
    expect(record.gate.polls).toMatchObject([{ state: 'sealed', seal: '', calls: [] }]);
  });
});
