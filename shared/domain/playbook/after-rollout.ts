/** Makes room in a playbook for steps between the end of its rollout and what comes after. */
import type { Playbook } from './schema.ts';
import type { WorkedStep } from './with-strategy.ts';

/**
 * What waits for the end of `rollout` waits for the last of `steps`; what is planned from that end on moves by their length. What
 * leads up to the rollout stays, also where it is planned for the same minute. `steps` themselves are not put in.
 */
export function afterRollout(playbook: Playbook, rollout: WorkedStep, steps: readonly WorkedStep[]): Playbook {
  const last = steps.at(-1)?.key ?? rollout.key;
  const by = steps.reduce((sum, { task }) => sum + task.minutes, 0);
  const start = plannedStart(playbook, rollout.key);
  const end = start === null ? null : start + rollout.task.minutes;
  const leadsUp = reached(rollout.key, waitsFor(playbook));
  const follows = reached(rollout.key, waitedForBy(playbook));
  const isLater = (at: number | null) => at !== null && start !== null && end !== null && at >= end && at > start;
  const moved = (at: number | null) => (at !== null && isLater(at) ? at + by : at);

  return {
    ...playbook,
    phases: playbook.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => ({
        ...step,
        check: step.check && { ...step.check, dueMinutes: moved(step.check.dueMinutes) },
        task: step.task && {
          ...step.task,
          startMinutes: movedStart(step.key, step.task.startMinutes),
          after: step.task.after.map(relinked),
        },
      })),
    })),
    inputs: playbook.inputs.map((input) => ({ ...input, check: { ...input.check, dueMinutes: moved(input.check.dueMinutes) } })),
    checklists: playbook.checklists.map((checklist) => ({
      ...checklist,
      points: checklist.points.map((point) => ({ ...point, dueMinutes: moved(point.dueMinutes) })),
    })),
    gates: playbook.gates.map((gate) => ({ ...gate, plannedMinutes: moved(gate.plannedMinutes) })),
  };

  function movedStart(key: string, at: number | null): number | null {
    if (at === null || end === null || key === rollout.key || leadsUp.has(key)) return at;
    return at >= end || follows.has(key) ? at + by : at;
  }

  function relinked(link: After): After {
    return link.step === rollout.key && isAfterEnd(link) ? { ...link, step: last } : link;
  }
}

type After = WorkedStep['task']['after'][number];

function isAfterEnd({ kind }: After): boolean {
  return kind === 'FS' || kind === 'FF';
}

/** Planned start, or what the predecessors make of it; null when neither gives a time. */
function plannedStart(playbook: Playbook, key: string): number | null {
  const tasks = new Map(worked(playbook).map((step) => [step.key, step.task]));
  return startOf(key);

  function startOf(step: string): number | null {
    const task = tasks.get(step);
    if (!task) return null;
    if (task.startMinutes !== null) return task.startMinutes;
    const ends = task.after.flatMap((link) => {
      const before = startOf(link.step);
      return before === null ? [] : [before + (isAfterEnd(link) ? (tasks.get(link.step)?.minutes ?? 0) : 0) + link.lagMinutes];
    });
    return ends.length === 0 ? null : Math.max(...ends);
  }
}

type Ways = ReadonlyMap<string, readonly string[]>;

/** Step → the steps its task waits for in any way. */
function waitsFor(playbook: Playbook): Ways {
  return new Map(worked(playbook).map(({ key, task }) => [key, task.after.map(({ step }) => step)]));
}

/** Step → the steps whose tasks wait for its end. */
function waitedForBy(playbook: Playbook): Ways {
  const ways = new Map<string, string[]>();
  for (const { key, task } of worked(playbook)) {
    for (const link of task.after) if (isAfterEnd(link)) ways.set(link.step, [...(ways.get(link.step) ?? []), key]);
  }
  return ways;
}

function reached(from: string, ways: Ways): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const next of ways.get(key) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  return found;
}

function worked({ phases }: Playbook): readonly WorkedStep[] {
  return phases.flatMap(({ steps }) => steps.flatMap((step) => (step.task ? [{ ...step, task: step.task }] : [])));
}
