/** A variation: the same playbook told as differences. */
import { z } from 'zod';
import { key, optionalLine, text } from '../../base/fields.ts';
import { elements, ids, keyed, keyOrNone, keys, list, minutes, range, title, tMinutes } from './elements.ts';
import { afterStep, gateCriterion, phase, step } from './phase.ts';

/** What changes on a step that stays. A field left out stays as it is. */
export const stepChange = z.strictObject({
  step: key,
  title: title.optional(),
  detail: text.optional(),
  /** `null` takes the task off the runbook. */
  task: z
    .strictObject({
      startMinutes: tMinutes.nullable().optional(),
      minutes: minutes.optional(),
      after: z.array(afterStep).max(40).optional(),
    })
    .nullable()
    .optional(),
  /** `null` takes the check off the readiness board. */
  check: z
    .strictObject({ title: optionalLine.optional(), dueMinutes: tMinutes.nullable().optional(), evidence: optionalLine.optional() })
    .nullable()
    .optional(),
});

/** What changes on a phase that stays. */
export const phaseChange = z.strictObject({
  phase: key,
  /** Its new length; null keeps the one it has. */
  duration: range.nullable().default(null),
  /** Everything planned in the phase, its gate included, moves by this. Steps the variation adds or changes are not moved. */
  shiftMinutes: tMinutes.default(0),
  emphasis: elements,
});

export const variation = keyed.extend({
  duration: range.nullable().default(null),
  focus: elements,
  /** The strategy it follows. */
  strategy: keyOrNone,
  /** Conditions that always hold in it. */
  implies: keys,
  /** Phases left out, with their steps, checks and gate. Successors take over the predecessors of what is left out. */
  removesPhases: list(z.strictObject({ ids, phase: key }), 40),
  /** `after` empty puts the phase first. */
  addsPhases: list(z.strictObject({ after: keyOrNone, phase }), 40),
  removesSteps: list(z.strictObject({ ids, step: key })),
  /** `after` empty puts the step first in its phase. */
  addsSteps: list(z.strictObject({ phase: key, after: keyOrNone, step })),
  changesPhases: list(phaseChange, 40),
  changesSteps: list(stepChange),
  dropsCriteria: list(z.strictObject({ ids, criterion: key })),
  addsCriteria: list(z.strictObject({ gate: key, criterion: gateCriterion })),
  /** Guards given here replace those of the gate. */
  changesGates: list(
    z.strictObject({
      gate: key,
      guards: z.array(key).max(40).optional(),
      plannedMinutes: tMinutes.nullable().optional(),
      minutesLive: minutes.nullable().optional(),
    }),
    40,
  ),
});
export type Variation = z.infer<typeof variation>;
export type StepChange = z.infer<typeof stepChange>;
