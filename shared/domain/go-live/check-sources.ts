/** Where a playbook's checks come from: inputs, steps and checklist points, in the order of its phases. */
import type { Playbook } from '../playbook/schema.ts';
import type { Criticality } from '../readiness/criticality.ts';

export interface CheckSource {
  readonly key: string;
  readonly ids: string[];
  readonly title: string;
  readonly detail: string;
  readonly phase: string;
  readonly area: string;
  /** Empty leaves it to the phase's leads. */
  readonly role: string;
  /** Empty for always. */
  readonly condition: string;
  /** Null for no due time. */
  readonly dueMinutes: number | null;
  readonly evidence: string;
  readonly criticality: Criticality;
  /** True when somebody else must verify it. */
  readonly isVerified: boolean;
}

/** A check of a step is due when its task is planned to end, unless the playbook says otherwise. */
export function checkSources(playbook: Playbook): readonly CheckSource[] {
  return playbook.phases.flatMap((phase) => [
    ...playbook.inputs
      .filter((input) => input.phase === phase.key)
      .map((input) => ({ ...input, ...input.check, title: input.check.title || input.title, condition: '' })),
    ...phase.steps.flatMap((step) => {
      const { check, task } = step;
      if (!check) return [];
      const end = task && task.startMinutes !== null ? task.startMinutes + task.minutes : null;
      return [{ ...step, ...check, title: check.title || step.title, phase: phase.key, dueMinutes: check.dueMinutes ?? end }];
    }),
    ...playbook.checklists
      .filter((checklist) => checklist.phase === phase.key)
      .flatMap(({ points, ...checklist }) =>
        points.map((point) => ({
          ...point,
          phase: phase.key,
          area: checklist.area,
          role: point.role || checklist.role,
          condition: point.condition || checklist.condition,
        })),
      ),
  ]);
}
