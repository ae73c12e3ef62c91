/** How gates went: four passed, one of them with conditions, one on hold. */
import { settleCondition } from '../../../shared/domain/gate/conditions.ts';
import { decideGate } from '../../../shared/domain/gate/decision-rules.ts';
import { callGate, judgeCriterion } from '../../../shared/domain/gate/poll-rules.ts';
import { startCutover } from '../../../shared/domain/go-live/rules.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { rowWhere, type Scene } from './stage.ts';

const DESK = 'M. Okoro';

interface Decided {
  readonly gate: string;
  readonly minute: number;
  readonly decision: 'go' | 'go with conditions' | 'hold';
  readonly reasons: string;
  readonly calls: Readonly<Record<string, readonly ['go' | 'go with conditions', string]>>;
}

const decided: readonly Decided[] = [
  {
    gate: 'G-1',
    minute: -54,
    decision: 'go',
    reasons: 'All tests pass on the release build. No open defect above moderate.',
    calls: { tester: ['go', 'Full run green at 19:40'] },
  },
  {
    gate: 'G-2',
    minute: -26,
    decision: 'go',
    reasons: 'Rollback rehearsed on 14 November in 31 minutes. Monitoring shows production.',
    calls: { 'deployment-operator': ['go', ''] },
  },
  {
    gate: 'G-3',
    minute: -2,
    decision: 'go with conditions',
    reasons: 'Everything that must be true tonight is. Two matters are open and have an owner and a time.',
    calls: {
      'deployment-operator': ['go', 'Backup restored and counted'],
      developer: ['go with conditions', 'The bank must accept our certificate within the first hour'],
      tester: ['go', 'Staging is clean, 0 critical defects'],
    },
  },
  {
    gate: 'G-4',
    minute: 34,
    decision: 'go',
    reasons: 'Health checks pass, critical flows work, error rate is at the baseline.',
    calls: { 'deployment-operator': ['go', ''], developer: ['go', ''], tester: ['go', 'Smoke test 18 of 18'] },
  },
  {
    gate: 'G-5',
    minute: 96,
    decision: 'hold',
    reasons: 'Not before payments work: the bank connector is blocked. Decide again when T-0 plus three hours is reached.',
    calls: { analyst: ['go with conditions', 'Only without payments'] },
  },
];

export function gateScenes(): readonly Scene[] {
  const scenes = decided.flatMap(({ gate: ref, minute, decision, reasons, calls }): readonly Scene[] => [
    ...Object.entries(calls).map(
      ([position, [call, reason]], index): Scene => ({
        minute: minute - 6 + index,
        actor: DESK,
        play: (rows, act) => {
          const gate = rowWhere(rows.gate, 'ref', ref);
          return callGate(rows, { gateId: gate.id, position, call, reason, personId: holderOf(rows, position) }, act, true);
        },
      }),
    ),
    {
      minute,
      actor: DESK,
      play: (rows, act, lastSeq) => {
        const gate = rowWhere(rows.gate, 'ref', ref);
        const conditions = decision === 'go with conditions' ? conditionsOf(rows, act.now) : [];
        return decideGate(rows, { gateId: gate.id, decision, reasons, conditions }, act, { isManager: true, lastSeq });
      },
    },
  ]);
  return [...scenes, { minute: -71, actor: DESK, play: (rows, act) => startCutover(rows, {}, act) }, conditionMissed];
}

/** Criteria that no check proves are judged shortly before their gate. */
export function criterionScenes(rows: Rows): readonly Scene[] {
  return [...rows.criterion.values()].flatMap((criterion, index) => {
    const gate = rows.gate.get(criterion.gateId);
    const at = decided.find(({ gate: ref }) => ref === gate?.ref);
    if (!at || at.decision === 'hold' || (criterion.checkIds.length > 0 && at.gate !== 'G-4')) return [];
    return [
      {
        minute: at.minute - 8 + (index % 5) * 0.3,
        actor: 'E. Moreau',
        play: (now, act) => judgeCriterion(now, { criterionId: criterion.id, status: 'met', reason: 'Seen by the test team' }, act),
      },
    ];
  });
}

const MINUTE = 60_000;

function conditionsOf(rows: Rows, now: number) {
  const owner = (name: string) => rowWhere(rows.person, 'name', name).id;
  return [
    { content: 'The bank accepts our certificate within the first hour', ownerId: owner('L. Costa'), dueAt: now + 62 * MINUTE },
    { content: 'Print formats of plant South are approved before users come in', ownerId: owner('H. Silva'), dueAt: now + 242 * MINUTE },
  ];
}

const conditionMissed: Scene = {
  minute: 84,
  actor: DESK,
  play: (rows, act) => {
    const condition = [...rows.condition.values()].find(({ content }) => content.startsWith('The bank'));
    if (!condition) throw new Error('the sample misses a condition that was never made');
    return settleCondition(rows, { conditionId: condition.id, status: 'missed', remark: 'Refused at T+01:13, see the incident' }, act);
  },
};

function holderOf(rows: Rows, role: string): string | undefined {
  return [...rows.assignment.values()].find((assignment) => assignment.role === role)?.personId;
}
