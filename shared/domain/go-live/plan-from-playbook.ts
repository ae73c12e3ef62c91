/** The plan a playbook makes: checks, tests, gates with their criteria and approvals, tasks and the links between them. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import type { Playbook } from '../playbook/schema.ts';
import { whyNot } from '../playbook/vary.ts';
import { check } from '../readiness/schema.ts';
import { test } from '../readiness/test-schema.ts';
import { refMaker } from '../refs.ts';
import { type CheckSource, checkSources } from './check-sources.ts';
import { gatesFromPlaybook } from './gates-from-playbook.ts';
import { inMs, joined } from './plan-words.ts';
import { tasksFromPlaybook } from './tasks-from-playbook.ts';

/** Role key → ids of the people who hold it. */
export type Holders = ReadonlyMap<string, readonly string[]>;
/** Who owns what a role of a phase does: whoever holds the role, and where nobody does, whoever leads the phase. */
export type Owners = (of: { readonly role: string; readonly phase: string }) => readonly string[];

/**
 * `playbook` is the content as it is followed. A check or test that does not apply is there as not applicable, with the reason; a
 * task that does not apply is left out, and its successors wait for its predecessors.
 */
export function planFromPlaybook(playbook: Playbook, holders: Holders, act: Act): readonly Change[] {
  const owners = ownersIn(playbook, holders);
  const checks = checkChanges(playbook, owners, act);
  const tests = testChanges(playbook, owners, checks.ids, act);
  return [
    ...checks.changes,
    ...tests.changes,
    ...gatesFromPlaybook(playbook, holders, { checks: checks.ids, tests: tests.ids }, act),
    ...tasksFromPlaybook(playbook, owners, act),
  ];
}

export function ownersIn(playbook: Playbook, holders: Holders): Owners {
  const leads = new Map(playbook.phases.map(({ key, leads }) => [key, leads.flatMap(({ role }) => holders.get(role) ?? [])]));
  return ({ role, phase }) => holders.get(role) ?? leads.get(phase) ?? [];
}

function checkChanges(playbook: Playbook, owners: Owners, act: Act) {
  const nextRef = refMaker('check', []);
  const ids = new Map<string, string>();
  const changes = checkSources(playbook).map((source, position) => {
    const id = act.newId();
    ids.set(source.key, id);
    const not = whyNot(playbook, source);
    return insert(check, {
      ...check.added,
      id,
      goLiveId: act.goLiveId,
      ref: nextRef(),
      title: source.title,
      detail: detailOf(source),
      area: source.area,
      phase: source.phase,
      position,
      ownerId: owners(source)[0] ?? null,
      dueOffset: inMs(source.dueMinutes),
      status: not ? 'not applicable' : 'open',
      reason: not?.otherwise ?? '',
      decidedBy: not ? act.actor : '',
      decidedAt: not ? act.occurredAt : null,
      condition: playbook.conditions.find(({ key }) => key === source.condition)?.title ?? '',
      catalogueIds: source.ids,
      source: source.key,
      criticality: source.criticality,
      needsVerification: source.isVerified,
    });
  });
  return { changes, ids };
}

function testChanges(playbook: Playbook, owners: Owners, checkIds: ReadonlyMap<string, string>, act: Act) {
  const nextRef = refMaker('test', []);
  const ids = new Map<string, string>();
  const changes = playbook.tests.map((source, position) => {
    const id = act.newId();
    ids.set(source.key, id);
    return insert(test, {
      id,
      goLiveId: act.goLiveId,
      ref: nextRef(),
      title: source.title,
      detail: source.detail,
      kind: source.kind,
      phase: source.phase,
      position,
      ownerId: owners(source)[0] ?? null,
      checkId: checkIds.get(source.proves) ?? null,
      environment: source.environment,
      operator: source.operator,
      target: source.target,
      unit: source.unit,
      baseline: null,
      notApplicable: whyNot(playbook, source)?.otherwise ?? '',
      source: source.key,
      catalogueIds: source.ids,
    });
  });
  return { changes, ids };
}

function detailOf({ detail, evidence }: CheckSource): string {
  return joined(detail, evidence && `Evidence: ${evidence}.`);
}
