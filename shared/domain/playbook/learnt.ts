/** A playbook made from what a go-live really did: the lengths its tasks took, and the tasks and checks that were added. */
import { checkSources } from '../go-live/check-sources.ts';
import { type BlockedTimes, blockedBetween } from '../rehearsal/blocked.ts';
import { type Link, plannedKinds, type Task } from '../runbook/schema.ts';
import type { Rows } from '../tables.ts';
import { playbookOf } from './of-go-live.ts';
import type { Phase, Step } from './phase.ts';
import type { Playbook } from './schema.ts';
import { freeKey, keyOf } from './workshop-rules.ts';

const MINUTE_MS = 60_000;

type StepTask = NonNullable<Step['task']>;

/**
 * Null for a go-live without a playbook. A finished task gives its step the minutes it took, without those it
 * stood blocked, rounded up; planned starts move later
 * where a predecessor took longer. Steps that did not apply stay, with their condition. The content follows no variation any more.
 */
export function learntPlaybook(rows: Rows, blocked: BlockedTimes, title: string, author: string): Playbook | null {
  const followed = playbookOf(rows);
  const goLive = [...rows.goLive.values()][0];
  if (!followed || !goLive) return null;
  const tasks = [...rows.task.values()].filter(isPlanned).sort((a, b) => a.position - b.position);
  const keys = keysOfTasks(followed, tasks);
  const byKey = new Map(tasks.map((task) => [keys.get(task.id) ?? '', task]));
  const after = (task: Task) => linksInto(rows.link, task, keys);
  const steps = new Set(followed.phases.flatMap((phase) => phase.steps.map(({ key }) => key)));
  const isAdded = (task: Task) => !steps.has(keys.get(task.id) ?? '');
  const known = new Set(followed.phases.map(({ key }) => key));
  const home = followed.phases.at(-1)?.key ?? '';

  const phases = followed.phases.map((phase) => ({
    ...phase,
    steps: [
      ...phase.steps.map((step) => worked(step, byKey.get(step.key), blocked)),
      ...tasks
        .filter((task) => isAdded(task) && (known.has(task.phase) ? task.phase : home) === phase.key)
        .map((task) => added(task, keys.get(task.id) ?? '', after(task), blocked)),
    ],
  }));
  return {
    ...followed,
    key: keyOf(title),
    title,
    version: '1',
    author,
    detail: `${followed.title}, with what ${goLive.ref} ${goLive.name} really took.`,
    variation: '',
    strategy: '',
    scaledFor: null,
    plannedFor: null,
    variations: [],
    streams: [...new Set([...followed.streams, ...tasks.filter(isAdded).map(({ stream }) => stream || OTHER)])],
    conditions: followed.conditions.map((condition) => ({ ...condition, holds: null })),
    areas: [...new Set([...followed.areas, ...addedChecks(rows, followed).map(({ area }) => area)])],
    phases: inTime(phases),
    checklists: [...followed.checklists, ...addedChecklists(rows, followed, home)],
  };
}

/** A task that a playbook can plan: groups are only headings, and rollback tasks belong to the night. */
type PlannedTask = Task & { readonly kind: (typeof plannedKinds)[number] };

function isPlanned(task: Task): task is PlannedTask {
  return (plannedKinds as readonly string[]).includes(task.kind);
}

const OTHER = 'Other';

/** The key a task has in the playbook: of the step it came from, else of its title. */
function keysOfTasks(playbook: Playbook, tasks: readonly Task[]): ReadonlyMap<string, string> {
  const taken = takenKeys(playbook);
  const byTitle = new Map(playbook.phases.flatMap(({ steps }) => steps.flatMap(({ key, title, task }) => (task ? [[title, key]] : []))));
  return new Map(
    tasks.map((task) => {
      const key = task.source || byTitle.get(task.title) || freeKey(keyOf(task.title), taken); // records of format 1 know no source
      taken.add(key);
      return [task.id, key];
    }),
  );
}

function takenKeys(playbook: Playbook): Set<string> {
  return new Set([
    ...playbook.phases.flatMap(({ steps }) => steps.map(({ key }) => key)),
    ...playbook.inputs.map(({ key }) => key),
    ...playbook.tests.map(({ key }) => key),
    ...playbook.checklists.flatMap(({ points }) => points.map(({ key }) => key)),
  ]);
}

function linksInto(links: Rows['link'], task: Task, keys: ReadonlyMap<string, string>): StepTask['after'] {
  return [...links.values()]
    .filter(({ toId }) => toId === task.id)
    .flatMap(({ fromId, kind, lagMs }: Link) => {
      const step = keys.get(fromId);
      return step ? [{ step, kind, lagMinutes: Math.round(lagMs / MINUTE_MS) }] : [];
    })
    .slice(0, 40);
}

/** The step with the minutes its task took; as it was where it was not finished. */
function worked(step: Step, task: Task | undefined, blocked: BlockedTimes): Step {
  if (!step.task || !task) return step;
  return { ...step, task: { ...step.task, minutes: minutesOf(task, blocked) } };
}

function added(task: PlannedTask, key: string, after: StepTask['after'], blocked: BlockedTimes): Step {
  return {
    ids: [],
    key,
    title: task.title.slice(0, 90).trim(),
    detail: task.detail,
    code: '',
    home: 'runbook',
    partOf: '',
    role: '',
    condition: '',
    audience: '',
    channel: 'mail',
    message: '',
    check: null,
    task: {
      kind: task.kind,
      stream: task.stream || OTHER,
      startMinutes: task.startOffset === null ? null : Math.round(task.startOffset / MINUTE_MS),
      minutes: minutesOf(task, blocked),
      shortestMinutes: inMinutes(task.shortestMs),
      longestMinutes: inMinutes(task.longestMs),
      timing: task.timing,
      runIn: task.runIn,
      startsItself: task.startsItself,
      undo:
        task.undoMs === null
          ? null
          : { title: (task.undoTitle || 'Take it back').slice(0, 90), detail: task.undoDetail, minutes: inMinutes(task.undoMs) ?? 0 },
      after,
    },
  };
}

function inMinutes(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / MINUTE_MS);
}

/** At least one for a task that was timed, also when it was closed with one press. */
function minutesOf(task: Task, blocked: BlockedTimes): number {
  const { id, status, actualStart, actualEnd } = task;
  const isFinished = status === 'finished' || status === 'finished by workaround';
  if (!isFinished || actualStart === null || actualEnd === null) return Math.round(task.durationMs / MINUTE_MS);
  return Math.max(1, Math.ceil((actualEnd - actualStart - blockedBetween(blocked, id, actualStart, actualEnd)) / MINUTE_MS));
}

/** Planned starts so that no task is planned before what it comes after has ended. */
function inTime(phases: readonly Phase[]): Phase[] {
  const steps = new Map(phases.flatMap((phase) => phase.steps.map((step) => [step.key, step] as const)));
  const starts = new Map<string, number | null>();
  const startOf = (key: string): number | null => {
    if (starts.has(key)) return starts.get(key) ?? null;
    const task = steps.get(key)?.task;
    if (!task || task.startMinutes === null) return null;
    starts.set(key, task.startMinutes); // a circle ends here; the schema then refuses it
    const earliest = task.after.flatMap(({ step, kind, lagMinutes }) => {
      const before = startOf(step);
      if (before === null || (kind !== 'FS' && kind !== 'SS')) return [];
      return [before + lagMinutes + (kind === 'FS' ? (steps.get(step)?.task?.minutes ?? 0) : 0)];
    });
    const start = Math.max(task.startMinutes, ...earliest);
    starts.set(key, start);
    return start;
  };
  return phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) => (step.task ? { ...step, task: { ...step.task, startMinutes: startOf(step.key) } } : step)),
  }));
}

function addedChecks(rows: Pick<Rows, 'check'>, playbook: Playbook) {
  const titles = new Set(checkSources(playbook).map(({ title }) => title));
  return [...rows.check.values()]
    .filter(({ source, title }) => source === '' && !titles.has(title))
    .sort((a, b) => a.position - b.position);
}

/** Checks people added, as one checklist for each phase and area. */
function addedChecklists(rows: Rows, playbook: Playbook, home: string): Playbook['checklists'] {
  const known = new Set(playbook.phases.map(({ key }) => key));
  const taken = takenKeys(playbook);
  for (const key of keysOfTasks(playbook, [...rows.task.values()]).values()) taken.add(key);
  const lists = new Set(playbook.checklists.map(({ key }) => key));
  const groups = Map.groupBy(addedChecks(rows, playbook), ({ phase, area }) => `${known.has(phase) ? phase : home}\n${area}`);
  return [...groups].map(([group, checks]) => {
    const [phase = home, area = ''] = group.split('\n');
    const key = freeKey(keyOf(`added ${area}`), lists);
    lists.add(key);
    const points = checks.slice(0, 200).map((check) => {
      const pointKey = freeKey(keyOf(check.title), taken);
      taken.add(pointKey);
      const { criticality, needsVerification, dueOffset } = check;
      return {
        ids: [],
        key: pointKey,
        title: check.title.slice(0, 90).trim(),
        detail: check.detail,
        role: '',
        condition: '',
        dueMinutes: dueOffset === null ? null : Math.round(dueOffset / MINUTE_MS),
        evidence: '',
        criticality,
        isVerified: needsVerification,
      };
    });
    return { ids: [], key, title: `Added: ${area}`.slice(0, 90), detail: '', partOf: '', phase, role: '', condition: '', area, points };
  });
}
