/** How the release is brought to people, and what a variation does differently. */
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { stageStep } from '../../../shared/domain/playbook/stage-steps.ts';
import type { Strategy } from '../../../shared/domain/playbook/strategy.ts';
import type { Variation } from '../../../shared/domain/playbook/variation.ts';
import type { Line, Part, Section } from './part.ts';
import { phaseFacts, phaseIds, phaseSections, stepLine } from './phase-parts.ts';
import { criterionLine } from './proof-parts.ts';
import { lengthWords, listed, type Names, namesIn, offsetWords, spanWords, told } from './words.ts';

export function strategyParts(playbook: Playbook, names: Names): readonly Part[] {
  return playbook.strategies.map((strategy) => ({
    key: `strategy-${strategy.key}`,
    title: strategy.title,
    group: 'Strategies',
    detail: strategy.detail,
    ids: strategy.ids,
    facts: [
      ['Kind', strategy.kind],
      ['Lead', names.role(strategy.role)],
      ['Advised', strategy.advisedWhen],
      ['Follows the task', names.step(playbook.rollout)],
      ['This go-live', playbook.strategy === strategy.key ? 'follows it' : 'does not follow it'],
    ],
    sections: [
      { title: 'Aims', lines: strategy.aims },
      { title: 'Stages, in order', isOrdered: true, lines: stagesOf(strategy, false, names) },
      { title: 'The way back', lines: stagesOf(strategy, true, names) },
    ],
  }));
}

function stagesOf({ stages }: Strategy, isRollback: boolean, names: Names): readonly Line[] {
  return stages
    .filter((stage) => stage.isRollback === isRollback)
    .map((stage) => ({
      ...stage,
      source: stageStep(stage.key),
      facts: [names.role(stage.role), spanWords(stage.minutes), told('wave:', stage.wave)],
      more: [stage.validation && `Before the next stage, ${spanWords(stage.validationMinutes)}: ${stage.validation}`],
    }));
}

export function variationParts(playbook: Playbook, names: Names): readonly Part[] {
  return playbook.variations.map((variation) => ({
    key: `variation-${variation.key}`,
    title: variation.title,
    group: 'Variations',
    detail: variation.detail,
    ids: [...variation.ids, ...(variation.duration?.ids ?? [])],
    facts: [
      ['This go-live', playbook.variation === variation.key ? 'follows it' : 'does not follow it'],
      ['Length', lengthWords(variation.duration)],
      ['Strategy', names.strategy(variation.strategy)],
      ['Always holds', variation.implies.map(names.condition).join(', ')],
    ],
    sections: changesOf(variation, { ...names, ...withAdded(playbook, variation) }),
  }));
}

function changesOf(variation: Variation, names: Names): readonly Section[] {
  return [
    { title: 'Focus', lines: variation.focus },
    {
      title: 'Left out',
      lines: [
        ...variation.removesPhases.map(({ ids, phase }) => ({ ids, title: names.phase(phase), facts: ['phase'] })),
        ...variation.removesSteps.map(({ ids, step }) => ({ ids, title: names.step(step), facts: ['step'] })),
        ...variation.dropsCriteria.map(({ ids, criterion }) => ({ ids, title: names.criterion(criterion), facts: ['criterion'] })),
      ],
    },
    ...variation.addsPhases.flatMap(({ after, phase }) => [
      {
        title: `Adds the phase: ${phase.title}`,
        detail: phase.detail,
        ids: phaseIds(phase),
        facts: [
          told('after', names.phase(after)) || 'first',
          ...phaseFacts(phase, names).map(([name, value]) => value && `${name.toLowerCase()} ${value}`),
        ],
        lines: [],
      },
      ...phaseSections(phase, names),
    ]),
    {
      title: 'Adds steps',
      lines: variation.addsSteps.map(({ phase, step }) => {
        const line = stepLine(step, names);
        return { ...line, facts: [names.phase(phase), ...(line.facts ?? [])] };
      }),
    },
    {
      title: 'Adds criteria',
      lines: variation.addsCriteria.map(({ gate, criterion }) => {
        const line = criterionLine(criterion, names);
        return { ...line, facts: [names.gate(gate), ...(line.facts ?? [])] };
      }),
    },
    {
      title: 'Changes phases',
      lines: variation.changesPhases.flatMap(({ phase, duration, shiftMinutes, emphasis }) => [
        {
          title: names.phase(phase),
          ids: duration?.ids ?? [],
          facts: [
            told('takes', lengthWords(duration)),
            shiftMinutes === 0 ? '' : `moves ${shiftMinutes > 0 ? 'later' : 'earlier'} by ${spanWords(Math.abs(shiftMinutes))}`,
          ],
        },
        ...emphasis.map((each) => ({ ...each, isPart: true })),
      ]),
    },
    {
      title: 'Changes steps',
      lines: variation.changesSteps.map(({ step, title, detail, task, check }) => ({
        title: title ?? names.step(step),
        detail,
        facts: [
          title === undefined ? '' : `instead of ${names.step(step)}`,
          task === null ? 'no task' : '',
          check === null ? 'no check' : '',
          told('starts', offsetWords(task?.startMinutes ?? null)),
          task?.minutes === undefined ? '' : `takes ${spanWords(task.minutes)}`,
          listed(
            'after',
            (task?.after ?? []).map((link) => names.step(link.step)),
          ),
          told('check:', check?.title ?? ''),
        ],
      })),
    },
    {
      title: 'Changes gates',
      lines: variation.changesGates.map(({ gate, guards, plannedMinutes }) => ({
        title: names.gate(gate),
        facts: [told('planned', offsetWords(plannedMinutes ?? null)), listed('guards', (guards ?? []).map(names.phase))],
      })),
    },
  ];
}

/** Titles with those of the phases and steps the variation adds. */
function withAdded(playbook: Playbook, { addsPhases, addsSteps }: Variation): Pick<Names, 'phase' | 'step' | 'prover'> {
  const added = addsPhases.map(({ phase }) => phase);
  const steps = addsSteps.map(({ step }) => step);
  const [first, ...rest] = [...playbook.phases, ...added];
  const { phase, step, prover } = namesIn({ ...playbook, phases: first ? [{ ...first, steps: [...first.steps, ...steps] }, ...rest] : [] });
  return { phase, step, prover };
}
