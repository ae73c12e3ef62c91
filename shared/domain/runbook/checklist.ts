/** The verified deployment checklist of one go-live as plain data: every check and task with who did it, who verified it, and when. */
import type { Entry } from '../../base/entry.ts';
import { chainOf, goLiveOf, headOf, type Making } from '../closure/report/head.ts';
import { playbookOf } from '../playbook/of-go-live.ts';
import type { Check, Evidence } from '../readiness/schema.ts';
import { roleLines } from '../roster/roles.ts';
import type { Rows } from '../tables.ts';
import type { ChecklistCheck, ChecklistTask, DeploymentChecklist } from './checklist/schema.ts';
import { figuresOf, summaryOf } from './checklist/summary.ts';
import { type Schedule, scheduleOf } from './schedule.ts';
import type { Task } from './schema.ts';
import { countedTasks } from './tally.ts';
import { isClosed } from './task-state.ts';

export { type DeploymentChecklist, deploymentChecklistSchema } from './checklist/schema.ts';

/** `entries` are all entries of the go-live, oldest first. Throws when `rows` hold no go-live. */
export function deploymentChecklist(rows: Rows, entries: readonly Entry[], making: Making): DeploymentChecklist {
  const goLive = goLiveOf(rows);
  const parts = {
    head: headOf(goLive, rows, making),
    phases: phasesOf(rows, entries, scheduleOf(rows, goLive, making.now)),
    signatures: roleLines(rows)
      .filter(({ isRequired }) => isRequired)
      .map(({ title, holders }) => ({ role: title, holders: holders.map(({ name }) => name).join(', ') })),
    chain: chainOf(entries, making),
  };
  return { report: 'checklist', version: 1, summary: summaryOf(parts), figures: figuresOf(parts), ...parts };
}

/** Tasks name their phase by its key or, from an imported plan, in words. */
function phasesOf(rows: Rows, entries: readonly Entry[], schedule: Schedule): DeploymentChecklist['phases'] {
  const named = (playbookOf(rows)?.phases ?? []).map(({ key, title }) => [key, title] as const);
  const titles = new Map(named);
  const nameOf = (phase: string) => titles.get(phase) ?? phase;
  const checks = Map.groupBy([...rows.check.values()].sort(byPosition), ({ phase }) => nameOf(phase));
  const tasks = Map.groupBy(countedTasks(rows).toSorted(byPosition), ({ phase }) => nameOf(phase));
  const names = new Set([...titles.values(), ...checks.keys(), ...tasks.keys()]);
  names.delete('');
  const evidence = Map.groupBy(rows.evidence.values(), ({ checkId }) => checkId);
  const enders = endersOf(entries);
  return [...names, '']
    .map((name) => ({
      name: name || 'No phase',
      checks: (checks.get(name) ?? []).map((check) => checkPart(rows, check, evidence.get(check.id) ?? [])),
      tasks: (tasks.get(name) ?? []).map((task) => taskPart(rows, task, schedule, enders)),
    }))
    .filter((phase) => phase.checks.length + phase.tasks.length > 0);
}

function checkPart(rows: Rows, check: Check, evidence: readonly Evidence[]): ChecklistCheck {
  const { ref, title, area, criticality, status, needsVerification, verifiedBy, verifiedAt, reason, waiverApprover, waivedUntil } = check;
  return {
    ref,
    title,
    area,
    criticality,
    status,
    owner: rows.person.get(check.ownerId ?? '')?.name ?? '',
    doneBy: check.decidedBy,
    doneAt: check.decidedAt,
    needsVerification,
    verifiedBy,
    verifiedAt,
    reason,
    waiverApprover,
    waivedUntil,
    evidence: evidence.map(({ kind, content, sha256 }) => (kind === 'file' ? `${content} (SHA-256 ${sha256.slice(0, 16)}…)` : content)),
  };
}

function taskPart(rows: Rows, task: Task, { times }: Schedule, enders: ReadonlyMap<string, string>): ChecklistTask {
  const { ref, title, stream, status, reason, actualStart, actualEnd } = task;
  return {
    ref,
    title,
    stream,
    status,
    owners: task.ownerIds.flatMap((id) => rows.person.get(id)?.name ?? []).join(', '),
    endedBy: isClosed(task) ? (enders.get(task.id) ?? '') : '',
    plannedEnd: times.get(task.id)?.plannedEnd ?? null,
    startedAt: actualStart,
    endedAt: actualEnd,
    reason,
  };
}

/** Task → who ended it last, in whichever act: a message that is sent or a hold that is resumed ends its task too. */
function endersOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const enders = new Map<string, string>();
  for (const { undoes, actor, changes } of entries) {
    if (undoes !== null) continue; // what comes back was ended by whoever ended it first
    for (const { table, id, set } of changes)
      if (table === 'task' && set && 'status' in set && isClosed(set as Pick<Task, 'status'>)) enders.set(id, actor);
  }
  return enders;
}

function byPosition(a: { readonly position: number }, b: { readonly position: number }): number {
  return a.position - b.position;
}
