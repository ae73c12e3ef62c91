/** Closes the gaps in the order of tasks that steps without a task leave. */
import type { Phase, Step } from './phase.ts';

type After = NonNullable<Step['task']>['after'];

/** The phases with every link to a task in `gone` replaced by links to what that task waited for. The steps themselves stay. */
export function bridged(phases: readonly Phase[], gone: ReadonlySet<string>): Phase[] {
  if (gone.size === 0) return [...phases];
  const waits = new Map<string, After>(phases.flatMap(({ steps }) => steps.map(({ key, task }) => [key, task?.after ?? []] as const)));
  const beyond = new Map<string, After>();
  return phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) => (step.task ? { ...step, task: { ...step.task, after: reached(step.task.after) } } : step)),
  }));

  function reached(after: After): After {
    const found = after.flatMap((link) => (gone.has(link.step) ? reachedBeyond(link.step).map((before) => joined(before, link)) : [link]));
    return found.filter(({ step }, at) => found.findIndex((one) => one.step === step) === at);
  }

  function reachedBeyond(step: string): After {
    const known = beyond.get(step) ?? reached(waits.get(step) ?? []);
    beyond.set(step, known);
    return known;
  }
}

/** The link across a missing task: from the near end of `before` to the far end of `link`, so FS then SS is FS. */
function joined(before: After[number], link: After[number]): After[number] {
  const kind = `${before.kind[0]}${link.kind[1]}` as typeof link.kind;
  return { step: before.step, kind, lagMinutes: before.lagMinutes + link.lagMinutes };
}
