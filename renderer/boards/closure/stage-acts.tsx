/** What can be done with the go-live at its stage: declare it live, close it, scrub it; how it ended once it has. */
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Time } from '../../ui/time.tsx';
import type { Asking } from './board.tsx';

interface StageActsProps {
  readonly goLive: GoLive;
  readonly mayLead: boolean;
  readonly onAsk: (asking: Asking) => void;
}

const outcomeMarks: Readonly<Record<NonNullable<GoLive['outcome']>, readonly [MarkState, string]>> = {
  successful: ['finished', 'Successful'],
  'successful with issues': ['workaround', 'Successful with issues'],
  'rolled back': ['rolled-back', 'Rolled back'],
  scrubbed: ['skipped', 'Scrubbed'],
};

export function StageActs({ goLive: { stage, outcome, closedAt }, mayLead, onAsk }: StageActsProps) {
  if (outcome !== null) {
    const [state, word] = outcomeMarks[outcome];
    return (
      <>
        <Mark state={state}>{word}</Mark>
        {closedAt !== null && <Time at={closedAt} day="always" withZone />}
      </>
    );
  }
  if (!mayLead) return null;
  return (
    <>
      {stage === 'cutover' && <Button onClick={() => onAsk('live')}>Declare live</Button>}
      {stage !== 'planning' && <Button onClick={() => onAsk('close')}>Close the go-live</Button>}
      {stage !== 'hypercare' && (
        <Button danger onClick={() => onAsk('scrub')}>
          Scrub
        </Button>
      )}
    </>
  );
}
