/** The gates a playbook makes, each with its criteria and the approvals it wants. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { approval, criterion, gate } from '../gate/schema.ts';
import type { PlaybookGate } from '../playbook/phase.ts';
import type { Playbook } from '../playbook/schema.ts';
import { whyNot } from '../playbook/vary.ts';
import { refMaker } from '../refs.ts';
import type { Holders } from './plan-from-playbook.ts';
import { inMs } from './plan-words.ts';

/** Key of the playbook → id of the row that was made of it. */
export interface Proving {
  readonly checks: ReadonlyMap<string, string>;
  readonly tests: ReadonlyMap<string, string>;
}

export function gatesFromPlaybook(playbook: Playbook, holders: Holders, proving: Proving, act: Act): readonly Change[] {
  const nextRef = refMaker('gate', []);
  const required = new Set(playbook.roles.filter(({ isRequired }) => isRequired).map(({ key }) => key));
  return playbook.gates.flatMap((source, position) => {
    const gateId = act.newId();
    const positions = source.positions.filter((role) => required.has(role) || holders.has(role));
    const made = insert(gate, {
      id: gateId,
      goLiveId: act.goLiveId,
      ref: nextRef(),
      title: source.title,
      question: source.question,
      position,
      phase: source.phase,
      guards: source.guards,
      deciderRole: source.decider,
      positions: positions.length > 0 ? positions : [source.decider],
      plannedOffset: inMs(source.plannedMinutes),
      decision: null,
      decidedBy: '',
      decidedAt: null,
      reasons: '',
      known: null,
      catalogueIds: source.ids,
      liveForMs: inMs(source.minutesLive),
      isPointOfNoReturn: source.isPointOfNoReturn,
    });
    return [made, ...criteriaOf(source, gateId, playbook, proving, act), ...approvalsOf(source, gateId, act)];
  });
}

/** A criterion whose checks do not apply follows them; one that only a person can judge is judged here, by the condition. */
function criteriaOf(source: PlaybookGate, gateId: string, playbook: Playbook, { checks, tests }: Proving, act: Act): readonly Change[] {
  return source.criteria.map((each, at) => {
    const checkIds = each.provenBy.flatMap((key) => checks.get(key) ?? []);
    const testIds = each.provenBy.flatMap((key) => tests.get(key) ?? []);
    const not = checkIds.length + testIds.length === 0 ? whyNot(playbook, each) : null;
    return insert(criterion, {
      id: act.newId(),
      goLiveId: act.goLiveId,
      gateId,
      title: each.title,
      position: at,
      checkIds,
      status: not ? 'not applicable' : 'open',
      reason: not?.otherwise ?? '',
      judgedBy: not ? act.actor : '',
      judgedAt: not ? act.occurredAt : null,
      neededToStart: each.neededToStart,
      catalogueIds: each.ids,
      goWhen: each.goWhen,
      noGoWhen: each.noGoWhen,
      neededToPass: each.neededToPass,
      testIds,
    });
  });
}

function approvalsOf(source: PlaybookGate, gateId: string, act: Act): readonly Change[] {
  return source.approvals.map(({ title, detail, role, ids }, position) =>
    insert(approval, {
      id: act.newId(),
      goLiveId: act.goLiveId,
      gateId,
      title,
      detail,
      position,
      role,
      decision: null,
      decidedBy: '',
      decidedById: null,
      decidedAt: null,
      remark: '',
      catalogueIds: ids,
    }),
  );
}
