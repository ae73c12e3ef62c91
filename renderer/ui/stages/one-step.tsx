/** A rollout in one go: the old version, what is done, the new version. */
import type { DrawnStage } from './drawn-stage.ts';
import { StageRow } from './stage-row.tsx';
import './stages.css';

interface OneStepProps {
  readonly label: string;
  readonly stages: readonly DrawnStage[];
  /** True once all is on the new version. */
  readonly isOver: boolean;
}

export function OneStep({ label, stages, isOver }: OneStepProps) {
  return (
    <div className="stg-one">
      <span className="stg-end" data-live={!isOver || undefined}>
        <span className="name">Old version</span>
        <span className="loud">{!isOver && 'Live'}</span>
      </span>
      <StageRow label={label} stages={stages} isTall />
      <span className="stg-end" data-live={isOver || undefined}>
        <span className="name">New version</span>
        <span className="loud">{isOver && 'Live'}</span>
      </span>
    </div>
  );
}
