/** Makes the stages of a strategy part of a playbook: planned steps after its rollout, and the way back as an emergency procedure. */
import { ok, type Result, refuse } from '../../base/result.ts';
import { afterRollout } from './after-rollout.ts';
import type { Step } from './phase.ts';
import type { Playbook } from './schema.ts';
import { stageSteps, wayBack } from './stage-steps.ts';
import type { Strategy } from './strategy.ts';

/** A step that is worked in the runbook. */
export type WorkedStep = Step & { readonly task: NonNullable<Step['task']> };

/**
 * The stages follow the rollout step one after the other; what came after its end now comes after the last of them, and what was
 * planned from its end on moves by their length. Refuses a playbook that has no rollout step or already uses a key of a stage.
 */
export function withStrategy(playbook: Playbook, strategy: Strategy): Result<Playbook> {
  const wanted = `the strategy “${strategy.title}” cannot be planned`;
  if (playbook.strategy !== '') {
    const says = `This copy of “${playbook.title}” already follows the strategy “${playbook.strategy}”.`;
    return refuse('already-strategy', `${says} Start from the playbook itself.`);
  }
  const rollout = rolloutStep(playbook);
  if (!rollout) {
    const says = `“${playbook.title}” names no step that brings the release to people, so ${wanted}.`;
    return refuse('no-rollout', `${says} Choose no strategy.`);
  }
  const fitted = fittedTo(playbook, strategy);
  const steps = stageSteps(fitted, rollout);
  const procedures = wayBack(fitted);
  const taken = new Set([...proverKeys(playbook), ...playbook.procedures.map(({ key }) => key)]);
  const clash = [...steps, ...procedures].map(({ key }) => key).filter((key) => taken.has(key));
  if (clash.length > 0)
    return refuse('key-clash', `“${playbook.title}” already has ${clash.join(', ')}, so ${wanted}. Choose another strategy.`, clash);

  const moved = afterRollout(playbook, rollout, steps);
  return ok({
    ...moved,
    strategy: strategy.key,
    strategies: strategiesFor(playbook, [fitted]).map((one) => (one.key === fitted.key ? fitted : one)),
    phases: moved.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.flatMap((step) => (step.key === rollout.key ? [step, ...steps] : [step])),
    })),
    procedures: [...playbook.procedures, ...procedures],
  });
}

/** The strategies to choose from: the playbook's own first; one of the library with the same key is covered by it. */
export function strategiesFor(playbook: Pick<Playbook, 'strategies'>, library: readonly Strategy[]): Strategy[] {
  const own = new Set(playbook.strategies.map(({ key }) => key));
  return [...playbook.strategies, ...library.filter(({ key }) => !own.has(key))];
}

/** The step whose task brings the release to people; null when the playbook names none. */
export function rolloutStep({ phases, rollout }: Pick<Playbook, 'phases' | 'rollout'>): WorkedStep | null {
  const step = phases.flatMap(({ steps }) => steps).find(({ key }) => key === rollout);
  return step?.task ? { ...step, task: step.task } : null;
}

/** Roles that the playbook does not have are left to who leads the rollout: a strategy of the library goes with any playbook. */
function fittedTo(playbook: Playbook, strategy: Strategy): Strategy {
  const roles = new Set(playbook.roles.map(({ key }) => key));
  const known = (role: string) => (roles.has(role) ? role : '');
  return { ...strategy, role: known(strategy.role), stages: strategy.stages.map((stage) => ({ ...stage, role: known(stage.role) })) };
}

/** Keys of what shares one set of keys with steps. */
function proverKeys({ phases, inputs, tests, checklists }: Playbook): readonly string[] {
  const all = [...phases.flatMap(({ steps }) => steps), ...inputs, ...tests, ...checklists.flatMap(({ points }) => points)];
  return all.map(({ key }) => key);
}
