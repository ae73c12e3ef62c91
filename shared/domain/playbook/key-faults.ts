/** Keys that come twice in a playbook. */
import { type Fault, repeated, repeatedIn } from './fault.ts';
import type { Playbook } from './schema.ts';

export function keyFaults(playbook: Playbook): readonly Fault[] {
  const provers = [
    ...playbook.phases.flatMap(({ steps }, p) => steps.map(({ key }, s) => ({ key, path: ['phases', p, 'steps', s, 'key'] }))),
    ...playbook.inputs.map(({ key }, i) => ({ key, path: ['inputs', i, 'key'] })),
    ...playbook.tests.map(({ key }, t) => ({ key, path: ['tests', t, 'key'] })),
    ...playbook.checklists.flatMap(({ points }, c) => points.map(({ key }, p) => ({ key, path: ['checklists', c, 'points', p, 'key'] }))),
  ];
  const criteria = playbook.gates.flatMap((gate, g) =>
    gate.criteria.map(({ key }, c) => ({ key, path: ['gates', g, 'criteria', c, 'key'] })),
  );
  const plain = (texts: readonly string[]) => texts.map((key) => ({ key }));
  return [
    ...repeated(provers, 'step, input, test or checklist point'),
    ...repeated(criteria, 'criterion'),
    ...repeatedIn(playbook.roles, ['roles'], 'role'),
    ...repeatedIn(playbook.conditions, ['conditions'], 'condition'),
    ...repeatedIn(plain(playbook.areas), ['areas'], 'area'),
    ...repeatedIn(plain(playbook.streams), ['streams'], 'stream'),
    ...repeatedIn(playbook.phases, ['phases'], 'phase'),
    ...repeatedIn(playbook.checklists, ['checklists'], 'checklist'),
    ...repeatedIn(playbook.gates, ['gates'], 'gate'),
    ...repeatedIn(playbook.strategies, ['strategies'], 'strategy'),
    ...playbook.strategies.flatMap(({ stages }, at) => repeatedIn(stages, ['strategies', at, 'stages'], 'stage')),
    ...playbook.gates.flatMap(({ approvals }, at) => repeatedIn(approvals, ['gates', at, 'approvals'], 'approval')),
    ...repeatedIn(plain(playbook.durations.map(({ complexity }) => complexity)), ['durations'], 'complexity'),
    ...repeatedIn(playbook.variations, ['variations'], 'variation'),
    ...repeatedIn(playbook.procedures, ['procedures'], 'procedure'),
    ...playbook.procedures.flatMap(({ steps }, at) => repeatedIn(steps, ['procedures', at, 'steps'], 'step')),
    ...repeatedIn(playbook.rollbacks, ['rollbacks'], 'rollback'),
    ...repeatedIn(playbook.monitoring.areas, ['monitoring', 'areas'], 'monitoring area'),
    ...repeatedIn(playbook.training.courses, ['training', 'courses'], 'course'),
    ...repeatedIn(playbook.metrics, ['metrics'], 'metric'),
    ...repeatedIn(playbook.reports, ['reports'], 'report'),
    ...repeatedIn(plain(playbook.escalation.map(({ level }) => String(level))), ['escalation'], 'level'),
    ...repeatedIn(
      plain((playbook.closing.cleanup?.options ?? []).map(({ option }) => option)),
      ['closing', 'cleanup', 'options'],
      'option',
    ),
  ];
}
