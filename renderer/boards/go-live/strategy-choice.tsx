/** The choice of a rollout strategy: each with its stages as a small picture and when it is advised. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import type { Strategy } from '../../../shared/domain/playbook/strategy.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';
import { StageSketch } from '../../ui/stages/stage-sketch.tsx';
import css from './choices.module.css';

const MINUTE = 60_000;

interface StrategyChoiceProps {
  readonly strategies: readonly Strategy[];
  /** Key of the chosen one; empty for none. */
  readonly value: string;
  /** Key of the one the variation implies; empty for none. */
  readonly implied: string;
  readonly onChoose: (key: string) => void;
}

export function StrategyChoice({ strategies, value, implied, onChoose }: StrategyChoiceProps) {
  return (
    <fieldset className={css.strategies}>
      <legend>Rollout strategy</legend>
      <label className={css.strategy}>
        <input type="radio" name="strategy" className="sr" checked={value === ''} onChange={() => onChoose('')} />
        <span className="name">None</span>
        <span className="q2">The rollout is one step, as the playbook plans it.</span>
      </label>
      {strategies.map((strategy) => (
        <label key={strategy.key} className={css.strategy} title={stagesTold(strategy)}>
          <input type="radio" name="strategy" className="sr" checked={value === strategy.key} onChange={() => onChoose(strategy.key)} />
          <span className={css.heading}>
            <span className="name">{strategy.title}</span>
            <StageSketch kind={strategy.kind} stages={strategy.stages.filter(({ isRollback }) => !isRollback)} />
          </span>
          <span className="q2">{strategy.advisedWhen || strategy.detail}</span>
          <span className="f q">
            {counted(strategy.stages.filter(({ isRollback }) => !isRollback).length, 'stage')}, {formatSpan(lengthOf(strategy) * MINUTE)}
            {strategy.key === implied && ', of this variation'}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function lengthOf({ stages }: Strategy): number {
  return stages
    .filter(({ isRollback }) => !isRollback)
    .reduce((sum, { minutes, validation, validationMinutes }) => sum + minutes + (validation === '' ? 0 : validationMinutes), 0);
}

function stagesTold({ stages }: Strategy): string {
  return stages.map(({ title, isRollback }) => (isRollback ? `Way back: ${title}` : title)).join('\n');
}
