/** How far the rollout of a go-live is: the stages of its strategy with what their tasks say, where traffic goes, whether the way back is open. */
import type { Task, TaskStatus } from '../runbook/schema.ts';
import type { Rows } from '../tables.ts';
import { playbookOf } from './of-go-live.ts';
import { stageStep, validationStep, wayBackProcedure } from './stage-steps.ts';
import type { StrategyKind } from './strategy.ts';

export const stageStates = ['waiting', 'in progress', 'blocked', 'finished', 'failed', 'skipped', 'rolled back'] as const;
export type StageState = (typeof stageStates)[number];

export interface RolloutStage {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  /** Share on the new version once it is finished; null when it moves none. */
  readonly percent: number | null;
  /** The wave it brings over, such as a department; empty for none. */
  readonly wave: string;
  readonly state: StageState;
  /** Null when its task is not in the runbook. */
  readonly task: Task | null;
  /** What must be seen before the next stage; null for nothing. */
  readonly validation: { readonly words: string; readonly state: StageState; readonly task: Task | null } | null;
}

export interface RolloutPicture {
  readonly title: string;
  readonly kind: StrategyKind;
  /** In order, without the way back. */
  readonly stages: readonly RolloutStage[];
  /** Place of the first stage that is not over, its validation included; null when all are. */
  readonly current: number | null;
  /** Share now on the new version, in percent: what the last finished stage that moves any has brought. */
  readonly percent: number;
  /** The side that carries more of the traffic: blue is what was there before, green what is new. */
  readonly live: 'blue' | 'green';
  /** Null when the strategy describes no way back. */
  readonly wayBack: WayBack | null;
}

export interface WayBack {
  readonly title: string;
  readonly detail: string;
  /** Key of the emergency procedure it is worked as. */
  readonly procedure: string;
  /** `waiting` while nothing was rolled out, `closed` once the last stage is over. */
  readonly state: 'waiting' | 'open' | 'closed';
}

/** Null for a go-live that follows no strategy, and for one whose runbook has none of its stages. */
export function rolloutPicture(rows: Pick<Rows, 'playbookCopy' | 'task'>): RolloutPicture | null {
  const playbook = playbookOf(rows);
  const strategy = playbook?.strategy ? playbook.strategies.find(({ key }) => key === playbook.strategy) : undefined;
  if (!strategy) return null;
  const tasks = new Map([...rows.task.values()].map((task) => [task.source, task]));
  const stages = strategy.stages.filter(({ isRollback }) => !isRollback).map((stage) => stageLine(stage, tasks));
  if (stages.every(({ task }) => task === null)) return null;
  const at = stages.findIndex(isUnderWay);
  const current = at < 0 ? null : at;
  const percent = stages.findLast(({ state, percent: share }) => state === 'finished' && share !== null)?.percent ?? 0;
  const back = strategy.stages.find(({ isRollback }) => isRollback);
  const hasBegun = stages.some(({ state }) => state !== 'waiting' && state !== 'skipped' && state !== 'rolled back');
  const { title, kind } = strategy;
  return {
    title,
    kind,
    stages,
    current,
    percent,
    live: percent > 50 ? 'green' : 'blue',
    wayBack: back
      ? {
          title: back.title,
          detail: back.detail,
          procedure: wayBackProcedure(strategy.key),
          state: current === null ? 'closed' : hasBegun ? 'open' : 'waiting',
        }
      : null,
  };
}

type Stage = Pick<RolloutStage, 'key' | 'title' | 'detail' | 'percent' | 'wave'> & { readonly validation: string };

function stageLine({ key, title, detail, percent, wave, validation }: Stage, tasks: ReadonlyMap<string, Task>): RolloutStage {
  const task = tasks.get(stageStep(key)) ?? null;
  const looked = tasks.get(validationStep(key)) ?? null;
  return {
    key,
    title,
    detail,
    percent,
    wave,
    task,
    state: stateOf(task),
    validation: validation === '' ? null : { words: validation, state: stateOf(looked), task: looked },
  };
}

function isUnderWay({ state, validation }: RolloutStage): boolean {
  return !over.has(state) || (state === 'finished' && validation !== null && !over.has(validation.state));
}

/** A stage that was rolled back is to be brought again. */
const over: ReadonlySet<StageState> = new Set(['finished', 'skipped']);

const states: Readonly<Record<TaskStatus, StageState>> = {
  planned: 'waiting',
  'in progress': 'in progress',
  blocked: 'blocked',
  finished: 'finished',
  'finished by workaround': 'finished',
  failed: 'failed',
  skipped: 'skipped',
  'rolled back': 'rolled back',
};

/** A stage without a task was left out. */
function stateOf(task: Task | null): StageState {
  return task ? states[task.status] : 'skipped';
}
