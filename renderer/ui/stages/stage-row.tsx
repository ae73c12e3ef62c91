/** Stages side by side, each a box with its state: the steps of a switch, or waves that come over one after the other. */
import { Mark } from '../mark.tsx';
import { type DrawnStage, stageMarks, stageWords } from './drawn-stage.ts';
import './stages.css';

interface StageRowProps {
  readonly label: string;
  readonly stages: readonly DrawnStage[];
  /** True draws boxes with two lines: the wave, and what is done for it. */
  readonly isTall?: boolean;
}

export function StageRow({ label, stages, isTall = false }: StageRowProps) {
  return (
    <ol className={`stg stg-row ${isTall ? 'stg-tall' : ''}`} aria-label={label}>
      {stages.map(({ key, title, percent, wave, state, isCurrent }) => (
        <li key={key} data-state={state} aria-current={isCurrent ? 'step' : undefined} title={title}>
          <Mark state={stageMarks[state]} bare>
            {stageWords[state]}
          </Mark>
          <span className={isTall ? 'cut name' : 'cut'}>{isTall && wave ? wave : title}</span>
          {percent !== null && <span className="f q2 nw">{percent} %</span>}
          {isTall && <span className="q2 cut stg-under">{wave ? title : stageWords[state]}</span>}
        </li>
      ))}
    </ol>
  );
}
