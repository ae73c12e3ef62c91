/** The status mark: a shape and a word; colour only repeats them. */
import type { ReactNode } from 'react';

export type MarkState =
  | 'not-ready'
  | 'ready'
  | 'in-progress'
  | 'blocked'
  | 'finished'
  | 'workaround'
  | 'failed'
  | 'skipped'
  | 'rolled-back'
  | 'late'
  | 'at-risk'
  | 'sealed'
  | 'awaited'
  | 'go'
  | 'no-go'
  | 'conditions'
  | 'waived'
  | 'gate'
  | 'critical'
  | 'paused'
  | 'breach'
  | 'new'
  | 'note'
  | 'act'
  | 'pin'
  | 'machine'
  | 'sev1'
  | 'sev2'
  | 'sev3'
  | 'sev4';

/** The word of each state as people read it. */
export const markWords: Readonly<Record<MarkState, string>> = {
  'not-ready': 'Not ready',
  ready: 'Ready',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  finished: 'Finished',
  workaround: 'Workaround',
  failed: 'Failed',
  skipped: 'Skipped',
  'rolled-back': 'Rolled back',
  late: 'Late',
  'at-risk': 'At risk',
  sealed: 'Sealed',
  awaited: 'Awaited',
  go: 'Go',
  'no-go': 'No-go',
  conditions: 'Go, conditions',
  waived: 'Waived',
  gate: 'Gate',
  critical: 'Critical',
  paused: 'Paused',
  breach: 'Breached',
  new: 'New',
  note: 'Note',
  act: 'Act',
  pin: 'Pinned',
  machine: 'By the machine',
  sev1: 'SEV1',
  sev2: 'SEV2',
  sev3: 'SEV3',
  sev4: 'SEV4',
};

export interface MarkProps {
  readonly state: MarkState;
  /** Shown instead of the state's own word, such as `40 %` or `1 blocked`. */
  readonly children?: ReactNode;
  /** Shape only, the word for screen readers; the column head must say what it is. */
  readonly bare?: boolean;
  readonly size?: 'normal' | 'big' | 'huge';
  /** `priority` draws severity bars without colour; `none` takes the colour from a count of zero. */
  readonly as?: 'status' | 'priority' | 'none';
}

export function Mark({ state, children, bare = false, size = 'normal', as = 'status' }: MarkProps) {
  const word = children ?? markWords[state];
  const classes = ['mk', bare && 'bare', size !== 'normal' && size, as === 'priority' && 'prio', as === 'none' && 'none'];
  return (
    <span className={classes.filter(Boolean).join(' ')} data-s={state}>
      {bare ? <span className="sr">{word}</span> : word}
    </span>
  );
}
