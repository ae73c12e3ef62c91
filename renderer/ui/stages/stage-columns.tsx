/** A rollout by shares: a stair of columns, each as high as the share its stage brings. */
import { Mark } from '../mark.tsx';
import { type DrawnStage, sharesOf, stageMarks, stageWords } from './drawn-stage.ts';
import './stages.css';

interface StageColumnsProps {
  /** What the columns are, for screen readers. */
  readonly label: string;
  readonly stages: readonly DrawnStage[];
  /** What the share is of, such as "of the traffic". */
  readonly unit: string;
}

export function StageColumns({ label, stages, unit }: StageColumnsProps) {
  const shares = sharesOf(stages);
  return (
    <ol className="stg stg-columns" aria-label={label}>
      {stages.map(({ key, title, percent, state, isCurrent }, at) => (
        <li key={key} aria-current={isCurrent ? 'step' : undefined}>
          <span className="stg-well" aria-hidden="true">
            <span className="stg-column" data-state={state} style={{ height: `${Math.max(4, shares[at] ?? 0)}%` }} />
          </span>
          <span className="stg-name">
            <Mark state={stageMarks[state]} bare>
              {stageWords[state]}
            </Mark>
            <span className="cut" title={title}>
              {title}
            </span>
          </span>
          <span className="f q2">
            {percent === null ? '' : `${percent} %`}
            <span className="sr"> {percent === null ? 'moves nothing' : unit}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
