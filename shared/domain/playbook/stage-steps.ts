/** The steps that the stages of a strategy become, and the emergency procedure that its way back becomes. */
import type { Procedure } from './answers.ts';
import { step, taskOf } from './phase.ts';
import type { Strategy, StrategyStage } from './strategy.ts';
import type { WorkedStep } from './with-strategy.ts';

/** Key of the step that a stage becomes. */
export function stageStep(stage: string): string {
  return `stage-${stage}`;
}
/** Key of the health check that must pass before the stage after it. */
export function validationStep(stage: string): string {
  return `validate-${stage}`;
}
/** Key of the emergency procedure that the way back of a strategy is. */
export function wayBackProcedure(strategy: string): string {
  return `roll-back-${strategy}`;
}

/**
 * Chained one after the other after the task of `rollout`, on its stream and under its condition; planned where it is planned. Where the
 * strategy has a way back, each stage that moves a share is taken back by it: together they take as long as the way back does.
 */
export function stageSteps(strategy: Strategy, rollout: WorkedStep): readonly WorkedStep[] {
  const { startMinutes, minutes, stream } = rollout.task;
  let startsAt = startMinutes === null ? null : startMinutes + minutes;
  let before = rollout.key;
  const back = strategy.stages.filter(({ isRollback }) => isRollback);
  const moving = strategy.stages.filter(moves);
  const backMinutes = Math.ceil(back.reduce((sum, { minutes }) => sum + minutes, 0) / Math.max(1, moving.length));
  return strategy.stages.flatMap((stage) => {
    if (stage.isRollback) return [];
    const role = stage.role || strategy.role || rollout.role;
    const undo =
      back.length > 0 && moves(stage)
        ? { title: cut(`Take back: ${stage.title}`), detail: back.map(({ detail }) => detail).join('\n'), minutes: backMinutes }
        : null;
    const work = next(stageStep(stage.key), role, stage, 'task', stage.minutes, undo);
    if (stage.validation === '') return [work];
    const words = { ids: [], title: cut(`Validate: ${stage.title}`), detail: stage.validation };
    return [work, next(validationStep(stage.key), role, words, 'health check', stage.validationMinutes)];
  });

  function next(
    key: string,
    role: string,
    { ids, title, detail }: Pick<StrategyStage, 'ids' | 'title' | 'detail'>,
    kind: WorkedStep['task']['kind'],
    length: number,
    undo: WorkedStep['task']['undo'] = null,
  ): WorkedStep {
    const task = taskOf.parse({ kind, stream, startMinutes: startsAt, minutes: length, undo, after: [{ step: before }] });
    before = key;
    if (startsAt !== null) startsAt += length;
    return { ...step.parse({ key, title, home: 'runbook', condition: rollout.condition }), ids, detail, role, task };
  }
}

/** Brings a share of traffic or people over. */
function moves({ isRollback, percent }: StrategyStage): boolean {
  return !isRollback && (percent ?? 0) > 0;
}

const MOST_STEPS = 40;

/** One procedure with the steps of each stage that leads back; none when the strategy has no such stage. */
export function wayBack(strategy: Strategy): readonly Procedure[] {
  const stages = strategy.stages.filter(({ isRollback }) => isRollback);
  if (stages.length === 0) return [];
  const steps = stages.flatMap((stage) => {
    const said = stepsIn(stage.detail);
    return said.length === 0
      ? [{ ids: stage.ids, title: stage.title, detail: stage.validation }]
      : said.map((words) => ({ ids: [], ...words }));
  });
  return [
    {
      ids: stages.flatMap(({ ids }) => ids),
      key: wayBackProcedure(strategy.key),
      title: cut(`Roll back: ${strategy.title}`),
      detail: stages.map(({ title }) => title).join('\n'),
      when: '',
      steps: steps.slice(0, MOST_STEPS).map((step, at) => ({ ...step, key: `back-${at + 1}`, isIfNeeded: false })),
      branches: [],
      report: '',
    },
  ];
}

/** Each line is a step; where there is one line only, each sentence. What does not fit a title stands in the detail whole. */
function stepsIn(detail: string): readonly { readonly title: string; readonly detail: string }[] {
  const lines = detail.split('\n');
  const parts = lines.length > 1 ? lines : detail.split(/(?<=[.;])\s+/);
  return parts
    .map((part) => part.replace(/^\s*(?:[-*•]|\d+[.)])\s*/, '').trim())
    .filter(Boolean)
    .map((words) => {
      const title = cut(words.replace(/[.;]$/, ''));
      return { title, detail: title.endsWith('…') ? words : '' };
    });
}

const LONGEST_TITLE = 90;

function cut(words: string): string {
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
