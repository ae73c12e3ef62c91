/** The plan a playbook makes: checks, gates with their criteria, tasks and the links between them. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { criterion, gate } from '../gate/schema.ts';
import { bridged } from '../playbook/bridge.ts';
import type { Step } from '../playbook/phase.ts';
import type { Playbook } from '../playbook/schema.ts';
import { whyNot } from '../playbook/vary.ts';
import { check } from '../readiness/schema.ts';
import { refMaker } from '../refs.ts';
import { link, task } from '../runbook/schema.ts';
import { type CheckSource, checkSources } from './check-sources.ts';

const MINUTE_MS = 60_000;

/** Role key → ids of the people who hold it. */
export type Holders = ReadonlyMap<string, readonly string[]>;

/**
 * `playbook` is the content as it is followed. A check that does not apply is there as not applicable, with the reason; a task
 * that does not apply is left out, and its successors wait for its predecessors. Whoever holds a step's role owns it, and where
 * nobody does, whoever leads its phase.
 */
export function planFromPlaybook(playbook: Playbook, holders: Holders, act: Act): readonly Change[] {
  const owners = ownersIn(playbook, holders);
  const checks = checkChanges(playbook, owners, act);
  return [...checks.changes, ...gateChanges(playbook, holders, checks.ids, act), ...taskChanges(playbook, owners, act)];
}

type Owners = (of: { readonly role: string; readonly phase: string }) => readonly string[];

function ownersIn(playbook: Playbook, holders: Holders): Owners {
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
    });
  });
  return { changes, ids };
}

/** A criterion whose checks do not apply follows them; one that only a person can judge is judged here, by the condition. */
function gateChanges(playbook: Playbook, holders: Holders, checkIds: ReadonlyMap<string, string>, act: Act): readonly Change[] {
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
    });
    const criteria = source.criteria.map((each, at) => {
      const proving = each.provenBy.flatMap((key) => checkIds.get(key) ?? []);
      const not = proving.length === 0 ? whyNot(playbook, each) : null;
      return insert(criterion, {
        id: act.newId(),
        goLiveId: act.goLiveId,
        gateId,
        title: each.title,
        position: at,
        checkIds: proving,
        status: not ? 'not applicable' : 'open',
        reason: not?.otherwise ?? '',
        judgedBy: not ? act.actor : '',
        judgedAt: not ? act.occurredAt : null,
        neededToStart: each.neededToStart,
        catalogueIds: each.ids,
      });
    });
    return [made, ...criteria];
  });
}

function taskChanges(playbook: Playbook, owners: Owners, act: Act): readonly Change[] {
  const steps = playbook.phases.flatMap((phase) => phase.steps);
  const gone = new Set(steps.filter((step) => whyNot(playbook, step)).map(({ key }) => key));
  const planned = bridged(playbook.phases, gone).flatMap((phase) =>
    phase.steps.flatMap((step) => (step.task && !gone.has(step.key) ? [{ step, work: step.task, phase: phase.key, id: act.newId() }] : [])),
  );
  const ids = new Map(planned.map(({ step, id }) => [step.key, id]));
  const nextRef = refMaker('task', []);
  const tasks = planned.map(({ step, work, phase, id }, position) =>
    insert(task, {
      id,
      goLiveId: act.goLiveId,
      ref: nextRef(),
      title: step.title,
      detail: taskDetail(step),
      kind: work.kind,
      phase,
      stream: work.stream,
      position,
      ownerIds: [...owners({ role: step.role, phase })].slice(0, 40),
      startOffset: inMs(work.startMinutes),
      durationMs: work.minutes * MINUTE_MS,
      status: 'planned',
      actualStart: null,
      actualEnd: null,
      reason: '',
      blockedAt: null,
      comments: '',
      sourceId: '',
      extra: {},
      catalogueIds: step.ids,
    }),
  );
  const links = planned.flatMap(({ work, id }) =>
    work.after.flatMap(({ step, kind, lagMinutes }) => {
      const fromId = ids.get(step);
      return fromId
        ? [insert(link, { id: act.newId(), goLiveId: act.goLiveId, fromId, toId: id, kind, lagMs: lagMinutes * MINUTE_MS })]
        : [];
    }),
  );
  return [...tasks, ...links];
}

function detailOf({ detail, evidence }: CheckSource): string {
  return joined(detail, evidence && `Evidence: ${evidence}.`);
}

function taskDetail({ detail, audience }: Step): string {
  return joined(detail, audience && `For: ${audience}.`);
}

/** Cut to what a row may hold. */
function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n').slice(0, 8_000);
}

function inMs(minutes: number | null): number | null {
  return minutes === null ? null : minutes * MINUTE_MS;
}
