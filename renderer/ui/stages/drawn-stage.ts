/** A stage as the pictures of a rollout draw it. */
import type { MarkState } from '../mark.tsx';

export interface DrawnStage {
  readonly key: string;
  readonly title: string;
  /** Share on the new side once it is finished; null when it moves none. */
  readonly percent: number | null;
  /** The wave it brings over; empty for none. */
  readonly wave: string;
  readonly state: 'waiting' | 'in progress' | 'blocked' | 'finished' | 'failed' | 'skipped' | 'rolled back';
  readonly isCurrent: boolean;
}

export const stageMarks: Readonly<Record<DrawnStage['state'], MarkState>> = {
  waiting: 'not-ready',
  'in progress': 'in-progress',
  blocked: 'blocked',
  finished: 'finished',
  failed: 'failed',
  skipped: 'skipped',
  'rolled back': 'rolled-back',
};

/** The word of a state; a stage that may not begin yet waits. */
export const stageWords: Readonly<Record<DrawnStage['state'], string>> = {
  waiting: 'Waiting',
  'in progress': 'In progress',
  blocked: 'Blocked',
  finished: 'Finished',
  failed: 'Failed',
  skipped: 'Skipped',
  'rolled back': 'Rolled back',
};

/** Shares in order; a stage that moves nothing keeps the share before it. */
export function sharesOf(stages: readonly Pick<DrawnStage, 'percent'>[]): readonly number[] {
  let share = 0;
  return stages.map(({ percent }) => {
    share = percent ?? share;
    return share;
  });
}
