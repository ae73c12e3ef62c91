/** Roles a playbook names outside its phases that it does not have. */
import { type Fault, missing, type Path } from './fault.ts';
import type { Playbook } from './schema.ts';

export function roleFaults(playbook: Playbook, roles: ReadonlySet<string>): readonly Fault[] {
  const pointing: readonly (readonly [string | readonly string[], Path])[] = [
    ...playbook.triggers.map(({ role }, at) => [role, ['triggers', at, 'role']] as const),
    ...playbook.inputs.map(({ role }, at) => [role, ['inputs', at, 'role']] as const),
    ...playbook.checklists.map(({ role }, at) => [role, ['checklists', at, 'role']] as const),
    ...playbook.checklists.flatMap(({ points }, at) =>
      points.map(({ role }, p) => [role, ['checklists', at, 'points', p, 'role']] as const),
    ),
    ...playbook.gates.map(({ decider }, at) => [decider, ['gates', at, 'decider']] as const),
    ...playbook.gates.map(({ positions }, at) => [positions, ['gates', at, 'positions']] as const),
    ...playbook.gates.flatMap(({ approvals }, at) =>
      approvals.map(({ role }, a) => [role, ['gates', at, 'approvals', a, 'role']] as const),
    ),
    ...playbook.tests.map(({ role }, at) => [role, ['tests', at, 'role']] as const),
    ...playbook.strategies.map(({ role }, at) => [role, ['strategies', at, 'role']] as const),
    ...playbook.strategies.flatMap(({ stages }, at) =>
      stages.map(({ role }, s) => [role, ['strategies', at, 'stages', s, 'role']] as const),
    ),
    ...playbook.escalation.flatMap(({ actions }, at) =>
      actions.map(({ role }, a) => [role, ['escalation', at, 'actions', a, 'role']] as const),
    ),
    ...playbook.incidentStages.map((stage, at) => [stage.roles, ['incidentStages', at, 'roles']] as const),
    ...playbook.rollbacks.map(({ role }, at) => [role, ['rollbacks', at, 'role']] as const),
    ...playbook.monitoring.areas.map(({ role }, at) => [role, ['monitoring', 'areas', at, 'role']] as const),
    ...playbook.monitoring.routines.map(({ role }, at) => [role, ['monitoring', 'routines', at, 'role']] as const),
    [playbook.closing.cleanup?.role ?? '', ['closing', 'cleanup', 'role']],
  ];
  return pointing.flatMap(([wanted, path]) => missing(wanted, roles, path, 'role'));
}
