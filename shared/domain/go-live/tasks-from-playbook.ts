/** The tasks a playbook makes, the links between them, and what is announced by them. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { announcementOf } from '../comms/made.ts';
import { bridged } from '../playbook/bridge.ts';
import type { Phase, Step } from '../playbook/phase.ts';
import type { Playbook } from '../playbook/schema.ts';
import { whyNot } from '../playbook/vary.ts';
import { refMaker } from '../refs.ts';
import { newTask } from '../runbook/new-task.ts';
import { link, task } from '../runbook/schema.ts';
import type { Owners } from './plan-from-playbook.ts';
import { inMs, joined } from './plan-words.ts';

/** A step that is worked in the runbook. */
export interface PlannedTask {
  readonly step: Step & { readonly task: NonNullable<Step['task']> };
  /** Key of its phase. */
  readonly phase: string;
}

/** The steps whose tasks the go-live has, in order: steps that do not apply are left out, and links lead across them. */
export function plannedTasks(playbook: Playbook): readonly PlannedTask[] {
  const steps = playbook.phases.flatMap((phase) => phase.steps);
  const gone = new Set(steps.filter((step) => whyNot(playbook, step)).map(({ key }) => key));
  return bridged(playbook.phases, gone).flatMap((phase: Phase) =>
    phase.steps.flatMap((step) => (step.task && !gone.has(step.key) ? [{ step: { ...step, task: step.task }, phase: phase.key }] : [])),
  );
}

export function tasksFromPlaybook(playbook: Playbook, owners: Owners, act: Act): readonly Change[] {
  const planned = plannedTasks(playbook).map((each) => ({ ...each, id: act.newId() }));
  const ids = new Map(planned.map(({ step, id }) => [step.key, id]));
  const nextRef = refMaker('task', []);
  const tasks = planned.map(({ id, ...each }, position) => taskOf(each, { id, position, ref: nextRef() }, playbook, owners, act));
  const links = planned.flatMap(({ step, id }) =>
    step.task.after.flatMap(({ step: before, kind, lagMinutes }) => {
      const fromId = ids.get(before);
      return fromId ? [insert(link, { id: act.newId(), goLiveId: act.goLiveId, fromId, toId: id, kind, lagMs: inMs(lagMinutes) })] : [];
    }),
  );
  const messages = planned.flatMap(({ step, id }) => announcementOf(step, id, act));
  return [...tasks, ...links, ...messages];
}

/** The insertion of one task, with the place it is given. */
export function taskOf(
  { step, phase }: PlannedTask,
  place: { readonly id: string; readonly position: number; readonly ref: string },
  playbook: Playbook,
  owners: Owners,
  act: Act,
): Change {
  return insert(task, {
    ...newTask,
    ...place,
    goLiveId: act.goLiveId,
    title: step.title,
    detail: joined(step.detail, step.audience && `For: ${step.audience}.`),
    kind: step.task.kind,
    phase,
    stream: step.task.stream,
    ownerIds: [...owners({ role: step.role, phase })].slice(0, 40),
    startOffset: inMs(step.task.startMinutes),
    durationMs: inMs(step.task.minutes),
    catalogueIds: step.ids,
    timing: step.task.timing,
    shortestMs: inMs(step.task.shortestMinutes),
    longestMs: inMs(step.task.longestMinutes),
    runIn: step.task.runIn,
    startsItself: step.task.startsItself,
    undoTitle: step.task.undo?.title ?? '',
    undoDetail: step.task.undo?.detail ?? '',
    undoMs: inMs(step.task.undo?.minutes ?? null),
    source: step.key,
    condition: playbook.conditions.find(({ key }) => key === step.condition)?.title ?? '',
  });
}
