/** The phases of a playbook: who leads them, how long they take, their steps with what each puts on the boards. */
import type { Phase, Step } from '../../../shared/domain/playbook/phase.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import type { Line, Part, Section } from './part.ts';
import { lengthWords, listed, type Names, offsetWords, spanWords, told } from './words.ts';

export function phaseParts(playbook: Playbook, names: Names): readonly Part[] {
  return playbook.phases.map((phase) => ({
    key: `phase-${phase.key}`,
    title: phase.title,
    group: 'Phases',
    detail: phase.detail,
    ids: phaseIds(phase),
    facts: [
      ...phaseFacts(phase, names),
      ['Checklists', titlesOf(playbook.checklists, phase)],
      ['Tests', titlesOf(playbook.tests, phase)],
      ['Exit gate', titlesOf(playbook.gates, phase)],
    ],
    sections: [
      {
        title: 'Needed before',
        lines: playbook.inputs
          .filter((input) => input.phase === phase.key)
          .map((input) => ({
            ...input,
            facts: [input.isRequired ? 'required' : 'optional', names.role(input.role)],
            more: [checkWords({ ...input, condition: '' })],
            source: input.key,
          })),
      },
      ...phaseSections(phase, names),
    ],
  }));
}

/** What a phase says of itself; also for those that a variation adds. */
export function phaseSections(phase: Phase, names: Names): readonly Section[] {
  return [
    { title: 'Emphasis', lines: phase.emphasis },
    { title: 'Steps', isOrdered: true, lines: phase.steps.map((step) => stepLine(step, names)) },
    { title: 'Rules', lines: phase.rules },
    { title: 'Objectives', lines: phase.objectives },
    { title: 'Deliverables', lines: phase.deliverables },
  ];
}

export function phaseIds(phase: Phase): readonly string[] {
  return [
    ...phase.ids,
    ...phase.leads.flatMap(({ ids }) => ids),
    ...phase.support.flatMap(({ ids }) => ids),
    ...(phase.duration?.ids ?? []),
  ];
}

export function phaseFacts(phase: Phase, names: Names): readonly (readonly [string, string])[] {
  const places = (of: Phase['leads']) => of.map(({ role, part }) => (part ? `${names.role(role)} (${part})` : names.role(role))).join(', ');
  return [
    ['Lead', places(phase.leads) || 'nobody named'],
    ['Support', places(phase.support)],
    ['Length', lengthWords(phase.duration)],
    ['Parallel with', phase.parallelWith.map(names.phase).join(', ')],
  ];
}

export function stepLine(step: Step, names: Names): Line {
  return {
    title: step.title,
    detail: step.detail,
    ids: step.ids,
    code: step.code,
    isPart: step.partOf !== '',
    source: step.key,
    facts: [names.role(step.role), told('to', step.audience), told('if', names.condition(step.condition))],
    more: [taskWords(step, names), checkWords(step)],
  };
}

/** What must be proven, with all that is asked of the proof; empty when nothing must. */
export function checkWords({ title, check }: Pick<Step, 'title' | 'check' | 'condition'>): string {
  if (!check) return '';
  const facts = [
    check.area,
    check.criticality === 'normal' ? '' : check.criticality,
    check.isVerified ? 'verified by somebody else' : '',
    told('due', offsetWords(check.dueMinutes)),
    told('evidence:', check.evidence),
  ];
  return `Check: ${[check.title || title, ...facts].filter(Boolean).join(', ')}.`;
}

function taskWords({ task }: Step, names: Names): string {
  if (!task) return '';
  const after = task.after.map(({ step, kind, lagMinutes }) => {
    const lag = lagMinutes === 0 ? '' : ` ${lagMinutes > 0 ? '+' : '-'} ${spanWords(Math.abs(lagMinutes))}`;
    return `${names.step(step)}${kind === 'FS' ? '' : ` (${kind})`}${lag}`;
  });
  const what = task.kind === 'task' ? 'Task' : `Task, ${task.kind}`;
  return `${[`${what}: ${spanWords(task.minutes)}`, offsetWords(task.startMinutes), task.stream, listed('after', after)].filter(Boolean).join(', ')}.`;
}

function titlesOf(of: readonly { readonly phase: string; readonly title: string }[], { key }: Phase): string {
  return of
    .filter(({ phase }) => phase === key)
    .map(({ title }) => title)
    .join(', ');
}
