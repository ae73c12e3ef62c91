/** Applies a variation to a playbook. It trusts that what the variation points at is there (`references.ts` sees to that). */
import { bridged } from './bridge.ts';
import type { GateCriterion, Phase, PlaybookGate, Step } from './phase.ts';
import type { Playbook } from './schema.ts';
import type { StepChange, Variation } from './variation.ts';

/** The playbook with the differences of `variation` made; what it leaves out is gone from every list that pointed at it. */
export function withDifference(playbook: Playbook, variation: Variation): Playbook {
  const removedPhases = new Set(variation.removesPhases.map(({ phase }) => phase));
  const removedSteps = new Set([
    ...variation.removesSteps.map(({ step }) => step),
    ...playbook.phases.filter(({ key }) => removedPhases.has(key)).flatMap(({ steps }) => steps.map(({ key }) => key)),
  ]);
  const tasksTaken = variation.changesSteps.filter(({ task }) => task === null).map(({ step }) => step);

  const kept = bridged(playbook.phases, new Set([...removedSteps, ...tasksTaken]))
    .filter(({ key }) => !removedPhases.has(key))
    .map((phase) => changedPhase(phase, variation, removedPhases, removedSteps));
  const phases = variation.addsPhases.reduce(insertedPhase, kept).map((phase) => withAddedSteps(phase, variation));

  const checklists = playbook.checklists.filter(({ phase }) => !removedPhases.has(phase));
  const inputs = playbook.inputs.map((input) => (removedPhases.has(input.phase) ? { ...input, phase: phases[0]?.key ?? '' } : input));
  const checks = new Set([
    ...phases.flatMap(({ steps }) => steps.filter(({ check }) => check !== null).map(({ key }) => key)),
    ...inputs.map(({ key }) => key),
    ...checklists.flatMap(({ points }) => points.map(({ key }) => key)),
  ]);
  const tests = playbook.tests
    .filter(({ phase }) => !removedPhases.has(phase))
    .map((test) => (checks.has(test.proves) ? test : { ...test, proves: '' }));
  const provers = new Set([...checks, ...tests.map(({ key }) => key)]);

  return {
    ...playbook,
    variation: variation.key,
    duration: variation.duration ?? playbook.duration,
    phases,
    inputs: inputs.map((input) => ({ ...input, check: moved(input.check, 'dueMinutes', shiftOf(variation, input.phase)) })),
    checklists: checklists.map((checklist) => ({
      ...checklist,
      points: checklist.points.map((point) => moved(point, 'dueMinutes', shiftOf(variation, checklist.phase))),
    })),
    tests,
    rollout: phases.some(({ steps }) => steps.some(({ key, task }) => key === playbook.rollout && task)) ? playbook.rollout : '',
    gates: playbook.gates
      .filter(({ phase }) => !removedPhases.has(phase))
      .map((gate) => changedGate(gate, variation, removedPhases, provers)),
    conditions: playbook.conditions.map((condition) =>
      variation.implies.includes(condition.key) ? { ...condition, holds: true } : condition,
    ),
    // A playbook that an earlier Gantry saved has none.
    wayBack: { ...playbook.wayBack, testedBy: (playbook.wayBack?.testedBy ?? []).filter((key) => checks.has(key)) },
    reports: playbook.reports.map((report) => (removedPhases.has(report.phase) ? { ...report, phase: '' } : report)),
  };
}

function changedPhase(phase: Phase, variation: Variation, removedPhases: ReadonlySet<string>, removedSteps: ReadonlySet<string>): Phase {
  const change = variation.changesPhases.find((one) => one.phase === phase.key);
  const shift = shiftOf(variation, phase.key);
  return {
    ...phase,
    duration: change?.duration ?? phase.duration,
    emphasis: [...phase.emphasis, ...(change?.emphasis ?? [])],
    parallelWith: phase.parallelWith.filter((key) => !removedPhases.has(key)),
    steps: phase.steps
      .filter(({ key }) => !removedSteps.has(key))
      .map((step) => ({
        ...step,
        partOf: removedSteps.has(step.partOf) ? '' : step.partOf,
        task: step.task && moved(step.task, 'startMinutes', shift),
        check: step.check && moved(step.check, 'dueMinutes', shift),
      }))
      .map((step) =>
        changedStep(
          step,
          variation.changesSteps.find((one) => one.step === step.key),
        ),
      ),
  };
}

function changedStep(step: Step, change: StepChange | undefined): Step {
  if (!change) return step;
  return {
    ...step,
    title: change.title ?? step.title,
    detail: change.detail ?? step.detail,
    task: change.task === null ? null : step.task && { ...step.task, ...given(change.task) },
    check: change.check === null ? null : step.check && { ...step.check, ...given(change.check) },
  };
}

function insertedPhase(phases: Phase[], { after, phase }: Variation['addsPhases'][number]): Phase[] {
  const at = phases.findIndex(({ key }) => key === after) + 1;
  return phases.toSpliced(at, 0, phase);
}

function withAddedSteps(phase: Phase, variation: Variation): Phase {
  const steps = variation.addsSteps
    .filter((one) => one.phase === phase.key)
    .reduce((before, { after, step }) => before.toSpliced(before.findIndex(({ key }) => key === after) + 1, 0, step), phase.steps);
  return { ...phase, steps };
}

function changedGate(
  gate: PlaybookGate,
  variation: Variation,
  removedPhases: ReadonlySet<string>,
  provers: ReadonlySet<string>,
): PlaybookGate {
  const change = variation.changesGates.find((one) => one.gate === gate.key);
  const dropped = new Set(variation.dropsCriteria.map(({ criterion }) => criterion));
  const added = variation.addsCriteria.filter((one) => one.gate === gate.key).map(({ criterion }) => criterion);
  return {
    ...moved(gate, 'plannedMinutes', shiftOf(variation, gate.phase)),
    ...given({ plannedMinutes: change?.plannedMinutes, minutesLive: change?.minutesLive }),
    guards: change?.guards ?? gate.guards.filter((key) => !removedPhases.has(key)),
    criteria: [...gate.criteria.filter(({ key }) => !dropped.has(key)).map(onlyProvenBy), ...added],
  };

  function onlyProvenBy(criterion: GateCriterion): GateCriterion {
    return { ...criterion, provenBy: criterion.provenBy.filter((key) => provers.has(key)) };
  }
}

function shiftOf(variation: Variation, phase: string): number {
  return variation.changesPhases.find((one) => one.phase === phase)?.shiftMinutes ?? 0;
}

function moved<Name extends string, Of extends { [field in Name]: number | null }>(of: Of, field: Name, by: number): Of {
  const before = of[field];
  return before === null ? of : { ...of, [field]: before + by };
}

function given<Of extends object>(fields: Of | undefined): Partial<Of> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)) as Partial<Of>;
}
