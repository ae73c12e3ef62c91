/** What a playbook's shape cannot say: keys are unique, whatever is pointed at exists, lengths and links make sense. */
import { withDifference } from './difference.ts';
import { backward, circular, type Fault, missing, type Path } from './fault.ts';
import { keyFaults } from './key-faults.ts';
import { type Known, keysOf, setOf } from './known.ts';
import { roleFaults } from './role-faults.ts';
import type { Playbook } from './schema.ts';
import { variationFaults } from './variation-faults.ts';

/** Every mistake in the playbook, and while a variation is still to be chosen, in each of them. Empty when it is sound. */
export function faults(playbook: Playbook): readonly Fault[] {
  const own = ownFaults(playbook);
  if (own.length > 0 || playbook.variation !== '') return own;
  return playbook.variations.flatMap((variation, at) => {
    const pointing = variationFaults(playbook, variation);
    if (pointing.length > 0) return pointing.map((fault) => ({ ...fault, path: ['variations', at, ...fault.path] }));
    return ownFaults(withDifference(playbook, variation)).map(({ path, message }) => ({
      path: ['variations', at],
      message: `leaves a playbook that is wrong at ${path.join('.')}: ${message}`,
    }));
  });
}

function ownFaults(playbook: Playbook): readonly Fault[] {
  const known = keysOf(playbook);
  return [
    ...keyFaults(playbook),
    ...playbook.phases.flatMap((phase, at) => phaseFaults(phase, ['phases', at], known)),
    ...circular(
      new Map(playbook.phases.flatMap(({ steps }) => steps.map((s) => [s.key, (s.task?.after ?? []).map(({ step }) => step)] as const))),
      ['phases'],
      'tasks',
    ),
    ...circular(
      new Map(playbook.phases.flatMap(({ steps }) => steps.map((step) => [step.key, step.partOf === '' ? [] : [step.partOf]] as const))),
      ['phases'],
      'steps that are part of each other',
    ),
    ...circular(
      new Map(playbook.checklists.map(({ key, partOf }) => [key, partOf === '' ? [] : [partOf]] as const)),
      ['checklists'],
      'checklists',
    ),
    ...boardFaults(playbook, known),
    ...roleFaults(playbook, known.roles),
    ...lengthFaults(playbook),
  ];
}

/** What is wrong inside one phase. */
function phaseFaults(phase: Playbook['phases'][number], path: Path, known: Known): readonly Fault[] {
  return [
    ...phase.leads.flatMap(({ role }, at) => missing(role, known.roles, [...path, 'leads', at, 'role'], 'role')),
    ...phase.support.flatMap(({ role }, at) => missing(role, known.roles, [...path, 'support', at, 'role'], 'role')),
    ...missing(phase.parallelWith, known.phases, [...path, 'parallelWith'], 'phase'),
    ...backward(phase.duration, [...path, 'duration']),
    ...phase.steps.flatMap((step, at) => {
      const place = [...path, 'steps', at];
      return [
        ...missing(step.role, known.roles, [...place, 'role'], 'role'),
        ...missing(step.condition, known.conditions, [...place, 'condition'], 'condition'),
        ...missing(step.partOf, known.steps, [...place, 'partOf'], 'step'),
        ...missing(step.check?.area ?? '', known.areas, [...place, 'check', 'area'], 'area'),
        ...missing(step.task?.stream ?? '', known.streams, [...place, 'task', 'stream'], 'stream'),
        ...(step.task?.after ?? []).flatMap((link, l) =>
          missing(link.step, known.tasks, [...place, 'task', 'after', l, 'step'], 'step with a task'),
        ),
      ];
    }),
  ];
}

function boardFaults(playbook: Playbook, known: Known): readonly Fault[] {
  return [
    ...playbook.inputs.flatMap((input, at) => [
      ...missing(input.phase, known.phases, ['inputs', at, 'phase'], 'phase'),
      ...missing(input.check.area, known.areas, ['inputs', at, 'check', 'area'], 'area'),
    ]),
    ...playbook.checklists.flatMap((checklist, at) => [
      ...missing(checklist.partOf, setOf(playbook.checklists), ['checklists', at, 'partOf'], 'checklist'),
      ...missing(checklist.phase, known.phases, ['checklists', at, 'phase'], 'phase'),
      ...missing(checklist.condition, known.conditions, ['checklists', at, 'condition'], 'condition'),
      ...missing(checklist.area, known.areas, ['checklists', at, 'area'], 'area'),
      ...checklist.points.flatMap(({ condition }, p) =>
        missing(condition, known.conditions, ['checklists', at, 'points', p, 'condition'], 'condition'),
      ),
    ]),
    ...playbook.tests.flatMap((test, at) => [
      ...missing(test.phase, known.phases, ['tests', at, 'phase'], 'phase'),
      ...missing(test.condition, known.conditions, ['tests', at, 'condition'], 'condition'),
      ...missing(test.proves, known.checks, ['tests', at, 'proves'], 'check of a step, input or checklist point'),
    ]),
    ...missing(playbook.rollout, known.tasks, ['rollout'], 'step with a task'),
    ...missing(playbook.wayBack.testedBy, known.checks, ['wayBack', 'testedBy'], 'check of a step, input or checklist point'),
    ...playbook.gates.flatMap((gate, at) => [
      ...missing(gate.phase, known.phases, ['gates', at, 'phase'], 'phase'),
      ...missing(gate.guards, known.phases, ['gates', at, 'guards'], 'phase'),
      ...gate.criteria.flatMap((criterion, c) => [
        ...missing(
          criterion.provenBy,
          new Set([...known.checks, ...known.tests]),
          ['gates', at, 'criteria', c, 'provenBy'],
          'test, or check of a step, input or checklist point',
        ),
        ...missing(criterion.condition, known.conditions, ['gates', at, 'criteria', c, 'condition'], 'condition'),
      ]),
    ]),
    ...playbook.applicability.needs.flatMap(({ anyOf }, at) =>
      missing(anyOf, known.conditions, ['applicability', 'needs', at, 'anyOf'], 'condition'),
    ),
    ...playbook.applicability.skips.flatMap(({ allOf }, at) =>
      missing(allOf, known.conditions, ['applicability', 'skips', at, 'allOf'], 'condition'),
    ),
    ...playbook.applicability.skips.flatMap(({ noneOf }, at) =>
      missing(noneOf, known.conditions, ['applicability', 'skips', at, 'noneOf'], 'condition'),
    ),
    ...playbook.procedures.flatMap((procedure, at) => [
      ...missing(procedure.report, known.reports, ['procedures', at, 'report'], 'report'),
      ...procedure.branches.flatMap(({ goTo }, b) =>
        missing(goTo, setOf(procedure.steps), ['procedures', at, 'branches', b, 'goTo'], 'step of this procedure'),
      ),
    ]),
    ...playbook.reports.flatMap(({ phase }, at) => missing(phase, known.phases, ['reports', at, 'phase'], 'phase')),
  ];
}

function lengthFaults(playbook: Playbook): readonly Fault[] {
  return [
    ...backward(playbook.duration, ['duration']),
    ...playbook.durations.flatMap((range, at) => backward(range, ['durations', at])),
    ...playbook.monitoring.watches.flatMap((range, at) => backward(range, ['monitoring', 'watches', at])),
    ...(playbook.closing.cleanup?.options ?? []).flatMap(({ duration, cadence }, at) => [
      ...backward(duration, ['closing', 'cleanup', 'options', at, 'duration']),
      ...backward(cadence, ['closing', 'cleanup', 'options', at, 'cadence']),
    ]),
  ];
}
