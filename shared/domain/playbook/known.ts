/** What a playbook offers to be pointed at. */
import type { Playbook } from './schema.ts';

export type Known = ReturnType<typeof keysOf>;

/** Its keys, by what they are keys of. */
export function keysOf(playbook: Playbook) {
  const steps = playbook.phases.flatMap((phase) => phase.steps);
  return {
    roles: setOf(playbook.roles),
    conditions: setOf(playbook.conditions),
    phases: setOf(playbook.phases),
    steps: setOf(steps),
    tasks: setOf(steps.filter(({ task }) => task !== null)),
    checks: new Set([
      ...setOf(steps.filter(({ check }) => check !== null)),
      ...setOf(playbook.inputs),
      ...playbook.checklists.flatMap(({ points }) => points.map(({ key }) => key)),
    ]),
    tests: setOf(playbook.tests),
    gates: setOf(playbook.gates),
    criteria: setOf(playbook.gates.flatMap(({ criteria }) => criteria)),
    reports: setOf(playbook.reports),
    strategies: setOf(playbook.strategies),
    areas: new Set(playbook.areas),
    streams: new Set(playbook.streams),
  };
}

export function setOf(elements: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(elements.map(({ key }) => key));
}
