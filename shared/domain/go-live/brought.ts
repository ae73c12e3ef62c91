/** What a choice of playbook, variation, answers, strategy and complexity brings to a go-live, counted before it is made. */
import { z } from 'zod';
import { range } from '../playbook/elements.ts';
import type { Playbook } from '../playbook/schema.ts';
import { complexities } from '../playbook/strategy.ts';
import { whyNot } from '../playbook/vary.ts';
import { checkSources } from './check-sources.ts';
import { plannedTasks } from './tasks-from-playbook.ts';

const count = z.number().int().min(0);

export const broughtSchema = z.strictObject({
  phases: count,
  /** Checks that apply. */
  checks: count,
  /** Checks that the answers set aside. */
  checksOff: count,
  tests: count,
  tasks: count,
  /** Tasks that the answers leave out. */
  tasksOff: count,
  gates: count,
  /** Key of the strategy whose stages are among the tasks; empty for none. */
  strategy: z.string(),
  complexity: z.enum(complexities).nullable(),
  /** How long the playbook expects it to take; null when it does not say. */
  duration: range.nullable(),
  /** First planned start and last planned end of tasks in minutes from T-0; null when no task has a planned time. */
  planned: z.strictObject({ fromMinutes: z.number().int(), toMinutes: z.number().int() }).nullable(),
});
export type Brought = z.infer<typeof broughtSchema>;

/** `playbook` is the content as the go-live would follow it. */
export function brought(playbook: Playbook): Brought {
  const tasks = plannedTasks(playbook);
  const times = tasks.flatMap(({ step: { task } }) =>
    task.startMinutes === null ? [] : [[task.startMinutes, task.startMinutes + task.minutes]],
  );
  const checks = checkSources(playbook);
  const applying = checks.filter((check) => !whyNot(playbook, check)).length;
  const worked = playbook.phases.reduce((sum, { steps }) => sum + steps.filter(({ task }) => task !== null).length, 0);
  return {
    phases: playbook.phases.length,
    checks: applying,
    checksOff: checks.length - applying,
    tests: playbook.tests.filter((test) => !whyNot(playbook, test)).length,
    tasks: tasks.length,
    tasksOff: worked - tasks.length,
    gates: playbook.gates.length,
    strategy: playbook.strategy,
    complexity: playbook.scaledFor,
    duration: playbook.duration,
    planned: times.length === 0 ? null : { fromMinutes: Math.min(...times.flat()), toMinutes: Math.max(...times.flat()) },
  };
}
