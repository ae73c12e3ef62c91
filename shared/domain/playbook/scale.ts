/** Scales the planned times of a playbook from the complexity they are written for to the one a go-live has. */
import { ok, type Result, refuse } from '../../base/result.ts';
import type { Playbook } from './schema.ts';
import type { Complexity } from './strategy.ts';

/**
 * Times and lengths become longer or shorter as the middle of the chosen range does against that of `plannedFor`; without
 * `plannedFor` only the expected duration is set. Refuses a complexity for which the playbook gives no duration.
 */
export function scaled(playbook: Playbook, complexity: Complexity): Result<Playbook> {
  const rangeOf = (of: Complexity | null) => playbook.durations.find((range) => range.complexity === of);
  const chosen = rangeOf(complexity);
  if (!chosen) {
    const has = playbook.durations.map((range) => range.complexity).join(', ') || 'none';
    return refuse('unknown-complexity', `“${playbook.title}” gives no duration for “${complexity}”. It gives: ${has}.`, [complexity]);
  }
  const written = rangeOf(playbook.plannedFor);
  const factor = written && middleOf(written) > 0 ? middleOf(chosen) / middleOf(written) : 1;
  const { ids, minMinutes, maxMinutes } = chosen;
  return ok({ ...(factor === 1 ? playbook : times(playbook, factor)), duration: { ids, minMinutes, maxMinutes }, scaledFor: complexity });
}

interface Range {
  readonly minMinutes: number;
  readonly maxMinutes: number;
}

function middleOf({ minMinutes, maxMinutes }: Range): number {
  return (minMinutes + maxMinutes) / 2;
}

function times(playbook: Playbook, factor: number): Playbook {
  const at = <Minutes extends number | null>(minutes: Minutes): Minutes => (minutes === null ? null : whole(minutes * factor)) as Minutes;
  return {
    ...playbook,
    phases: playbook.phases.map((phase) => ({
      ...phase,
      duration: phase.duration && {
        ...phase.duration,
        minMinutes: at(phase.duration.minMinutes),
        maxMinutes: at(phase.duration.maxMinutes),
      },
      steps: phase.steps.map((step) => ({
        ...step,
        check: step.check && { ...step.check, dueMinutes: at(step.check.dueMinutes) },
        task: step.task && scaledTask(step.task, factor),
      })),
    })),
    inputs: playbook.inputs.map((input) => ({ ...input, check: { ...input.check, dueMinutes: at(input.check.dueMinutes) } })),
    checklists: playbook.checklists.map((checklist) => ({
      ...checklist,
      points: checklist.points.map((point) => ({ ...point, dueMinutes: at(point.dueMinutes) })),
    })),
    gates: playbook.gates.map((gate) => ({ ...gate, plannedMinutes: at(gate.plannedMinutes) })),
  };
}

type Task = NonNullable<Playbook['phases'][number]['steps'][number]['task']>;

/** Both ends are rounded, and waits down, so that a task still does not begin before what it waits for has ended. */
function scaledTask(task: Task, factor: number): Task {
  const { startMinutes, minutes, after } = task;
  const start = startMinutes === null ? null : whole(startMinutes * factor);
  const end = startMinutes === null || start === null ? null : whole((startMinutes + minutes) * factor) - start;
  const length = end ?? whole(minutes * factor);
  return {
    ...task,
    startMinutes: start,
    minutes: minutes > 0 ? Math.max(1, length) : length,
    shortestMinutes: task.shortestMinutes === null ? null : Math.floor(task.shortestMinutes * factor) + 0,
    longestMinutes: task.longestMinutes === null ? null : Math.ceil(task.longestMinutes * factor) + 0,
    after: after.map((link) => ({ ...link, lagMinutes: Math.floor(link.lagMinutes * factor) + 0 })),
  };
}

/** Rounded, and never minus zero, which no file can hold. */
function whole(minutes: number): number {
  return Math.round(minutes) + 0;
}
