/** Which fields of a playbook point at other elements, and renaming what they point at. */
import type { Playbook } from './schema.ts';

/** What can be pointed at. `prover` is a step, input, checklist point or test; `task` a step with a task. */
export type Pointed =
  | 'role'
  | 'condition'
  | 'phase'
  | 'step'
  | 'task'
  | 'prover'
  | 'checklist'
  | 'criterion'
  | 'gate'
  | 'report'
  | 'strategy'
  | 'area'
  | 'stream'
  | 'procedure step';

/** Field by its path without the places in lists → what it points at. */
export const pointers: Readonly<Record<string, Pointed>> = {
  'triggers.role': 'role',
  'inputs.role': 'role',
  'inputs.phase': 'phase',
  'inputs.check.area': 'area',
  'phases.leads.role': 'role',
  'phases.support.role': 'role',
  'phases.parallelWith': 'phase',
  ...ofStep('phases.steps'),
  'checklists.partOf': 'checklist',
  'checklists.phase': 'phase',
  'checklists.role': 'role',
  'checklists.condition': 'condition',
  'checklists.area': 'area',
  'checklists.points.role': 'role',
  'checklists.points.condition': 'condition',
  'tests.phase': 'phase',
  'tests.role': 'role',
  'tests.condition': 'condition',
  'tests.proves': 'prover',
  'gates.phase': 'phase',
  'gates.guards': 'phase',
  'gates.decider': 'role',
  'gates.positions': 'role',
  'gates.criteria.provenBy': 'prover',
  'gates.criteria.condition': 'condition',
  'gates.approvals.role': 'role',
  rollout: 'task',
  'strategies.role': 'role',
  'strategies.stages.role': 'role',
  'variations.strategy': 'strategy',
  'variations.implies': 'condition',
  'variations.removesPhases.phase': 'phase',
  'variations.removesSteps.step': 'step',
  'variations.addsPhases.after': 'phase',
  'variations.addsPhases.phase.leads.role': 'role',
  'variations.addsPhases.phase.support.role': 'role',
  'variations.addsPhases.phase.parallelWith': 'phase',
  ...ofStep('variations.addsPhases.phase.steps'),
  'variations.addsSteps.phase': 'phase',
  'variations.addsSteps.after': 'step',
  ...ofStep('variations.addsSteps.step'),
  'variations.changesPhases.phase': 'phase',
  'variations.changesSteps.step': 'step',
  'variations.changesSteps.task.after.step': 'task',
  'variations.dropsCriteria.criterion': 'criterion',
  'variations.addsCriteria.gate': 'gate',
  'variations.addsCriteria.criterion.provenBy': 'prover',
  'variations.addsCriteria.criterion.condition': 'condition',
  'variations.changesGates.gate': 'gate',
  'variations.changesGates.guards': 'phase',
  'applicability.needs.anyOf': 'condition',
  'applicability.skips.allOf': 'condition',
  'applicability.skips.noneOf': 'condition',
  'procedures.report': 'report',
  'procedures.branches.goTo': 'procedure step',
  'escalation.actions.role': 'role',
  'incidentStages.roles': 'role',
  'rollbacks.role': 'role',
  'wayBack.testedBy': 'prover',
  'monitoring.areas.role': 'role',
  'monitoring.routines.role': 'role',
  'reports.phase': 'phase',
  'closing.cleanup.role': 'role',
};

function ofStep(at: string): Record<string, Pointed> {
  return {
    [`${at}.partOf`]: 'step',
    [`${at}.role`]: 'role',
    [`${at}.condition`]: 'condition',
    [`${at}.check.area`]: 'area',
    [`${at}.task.stream`]: 'stream',
    [`${at}.task.after.step`]: 'task',
  };
}

/** Elements of a playbook with a key → what they are when pointed at. */
const named: Readonly<Record<string, Pointed>> = {
  roles: 'role',
  conditions: 'condition',
  phases: 'phase',
  'phases.steps': 'step',
  inputs: 'prover',
  'checklists.points': 'prover',
  tests: 'prover',
  checklists: 'checklist',
  gates: 'gate',
  'gates.criteria': 'criterion',
  reports: 'report',
  strategies: 'strategy',
  'procedures.steps': 'procedure step',
};
/** A step is also what can prove and what tasks come after. */
const alsoSteps: ReadonlySet<Pointed> = new Set(['step', 'task', 'prover']);

/** What elements of the list at `path` (without places) are when pointed at; null for those nothing points at. */
export function pointedAs(path: string): Pointed | null {
  return named[path] ?? null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a field that points at `what` may name, in the order of the playbook. `within` is the element it stands in: branches lead to steps of their own procedure. */
export function choicesOf(playbook: Playbook, what: Pointed, within: unknown): readonly Choice[] {
  const titled = (of: readonly { readonly key: string; readonly title: string }[]) =>
    of.map(({ key, title }) => ({ value: key, label: title || key }));
  const steps = playbook.phases.flatMap((phase) => phase.steps);
  switch (what) {
    case 'role':
      return titled(playbook.roles);
    case 'condition':
      return titled(playbook.conditions);
    case 'phase':
      return titled([...playbook.phases, ...playbook.variations.flatMap(({ addsPhases }) => addsPhases.map(({ phase }) => phase))]);
    case 'step':
      return titled([...steps, ...addedSteps(playbook)]);
    case 'task':
      return titled([...steps, ...addedSteps(playbook)].filter(({ task }) => task !== null));
    case 'prover':
      return titled([
        ...[...steps, ...addedSteps(playbook)].filter(({ check }) => check !== null),
        ...playbook.inputs,
        ...playbook.checklists.flatMap(({ points }) => points),
        ...playbook.tests,
      ]);
    case 'checklist':
      return titled(playbook.checklists);
    case 'criterion':
      return titled(playbook.gates.flatMap(({ criteria }) => criteria));
    case 'gate':
      return titled(playbook.gates);
    case 'report':
      return titled(playbook.reports);
    case 'strategy':
      return titled(playbook.strategies);
    case 'area':
      return playbook.areas.map((area) => ({ value: area, label: area }));
    case 'stream':
      return playbook.streams.map((stream) => ({ value: stream, label: stream }));
    case 'procedure step': {
      const own = playbook.procedures.find((procedure) => procedure === within);
      return titled((own ? [own] : playbook.procedures).flatMap((procedure) => procedure.steps));
    }
  }
}

function addedSteps(playbook: Playbook) {
  return playbook.variations.flatMap(({ addsSteps, addsPhases }) => [
    ...addsSteps.map(({ step }) => step),
    ...addsPhases.flatMap(({ phase }) => phase.steps),
  ]);
}

/** `content` with every field that points at the `what` named `from` pointing at `to`. */
export function repointed<Content>(content: Content, what: Pointed, from: string, to: string): Content {
  const isOf = (pointed: Pointed | undefined) =>
    pointed === what || (alsoSteps.has(what) && pointed !== undefined && alsoSteps.has(pointed));
  return walked(content, '') as Content;

  function walked(value: unknown, path: string): unknown {
    if (value === from && isOf(pointers[path])) return to;
    if (Array.isArray(value)) return value.map((held) => walked(held, path));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, walked(held, path === '' ? name : `${path}.${name}`)]));
  }
}
