/** What a variation points at that is not there. What its differences lead to is judged on the playbook they leave. */
import { backward, type Fault, missing } from './fault.ts';
import { keysOf } from './known.ts';
import type { Playbook } from './schema.ts';
import type { Variation } from './variation.ts';

/** The mistakes of one variation, with paths counted from it. */
export function variationFaults(playbook: Playbook, variation: Variation): readonly Fault[] {
  const known = keysOf(playbook);
  const phasesAfter = new Set([...known.phases, ...variation.addsPhases.map(({ phase }) => phase.key)]);
  return [
    ...backward(variation.duration, ['duration']),
    ...missing(variation.strategy, known.strategies, ['strategy'], 'strategy'),
    ...missing(variation.implies, known.conditions, ['implies'], 'condition'),
    ...variation.removesPhases.flatMap(({ phase }, at) => missing(phase, known.phases, ['removesPhases', at, 'phase'], 'phase')),
    ...variation.addsPhases.flatMap(({ after }, at) => missing(after, phasesAfter, ['addsPhases', at, 'after'], 'phase')),
    ...variation.removesSteps.flatMap(({ step }, at) => missing(step, known.steps, ['removesSteps', at, 'step'], 'step')),
    ...variation.addsSteps.flatMap(({ phase, after }, at) => [
      ...missing(phase, known.phases, ['addsSteps', at, 'phase'], 'phase'),
      ...missing(after, stepsOf(playbook, variation, phase), ['addsSteps', at, 'after'], 'step of that phase'),
    ]),
    ...variation.changesPhases.flatMap(({ phase, duration }, at) => [
      ...missing(phase, known.phases, ['changesPhases', at, 'phase'], 'phase'),
      ...backward(duration, ['changesPhases', at, 'duration']),
    ]),
    ...variation.changesSteps.flatMap(({ step }, at) => missing(step, known.steps, ['changesSteps', at, 'step'], 'step')),
    ...variation.dropsCriteria.flatMap(({ criterion }, at) =>
      missing(criterion, known.criteria, ['dropsCriteria', at, 'criterion'], 'criterion'),
    ),
    ...variation.addsCriteria.flatMap(({ gate }, at) => missing(gate, known.gates, ['addsCriteria', at, 'gate'], 'gate')),
    ...variation.changesGates.flatMap(({ gate }, at) => missing(gate, known.gates, ['changesGates', at, 'gate'], 'gate')),
  ];
}

function stepsOf(playbook: Playbook, variation: Variation, phase: string): ReadonlySet<string> {
  const there = playbook.phases.find(({ key }) => key === phase)?.steps ?? [];
  return new Set([...there.map(({ key }) => key), ...variation.addsSteps.filter((one) => one.phase === phase).map(({ step }) => step.key)]);
}
