/** Two sides with how much of the traffic each carries, and the stages that move it. */

import type { DrawnStage } from './drawn-stage.ts';
import { StageRow } from './stage-row.tsx';
import './stages.css';

interface TwoSidesProps {
  readonly label: string;
  readonly stages: readonly DrawnStage[];
  /** Share that green carries now, in percent. */
  readonly percent: number;
  readonly live: 'blue' | 'green';
}

export function TwoSides({ label, stages, percent, live }: TwoSidesProps) {
  return (
    <div className="stg-two">
      <div className="stg-sides">
        <span className="small q2">Traffic</span>
        <Side name="Blue" holds="what was there" share={100 - percent} isLive={live === 'blue'} />
        <Side name="Green" holds="the new version" share={percent} isLive={live === 'green'} />
      </div>
      <StageRow label={label} stages={stages} />
    </div>
  );
}

interface SideProps {
  readonly name: 'Blue' | 'Green';
  readonly holds: string;
  readonly share: number;
  readonly isLive: boolean;
}

const THICKEST = 6;

function Side({ name, holds, share, isLive }: SideProps) {
  return (
    <>
      <span className="stg-way" aria-hidden="true">
        <i data-none={share === 0 || undefined} style={{ height: `${Math.max(1, Math.round((share / 100) * THICKEST))}px` }} />
      </span>
      <span className="f nw stg-share">
        {share} %<span className="sr"> of the traffic to</span>
      </span>
      <span className="stg-side" data-side={name} data-live={isLive || undefined}>
        <i style={{ width: `${share}%` }} aria-hidden="true" />
        <span className="name">{name}</span>
        <span className="q2 cut">{holds}</span>
        <span className="loud">{isLive && 'Live'}</span>
      </span>
    </>
  );
}
