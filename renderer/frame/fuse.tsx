/** The rollback fuse in the header: how long rolling back still ends inside the window, or how the rollback that runs stands. */
import { formatClock, formatSpan } from '../../shared/base/time-words.ts';
import { type Fuse as FuseFacts, type FuseState, passedNoReturn } from '../../shared/domain/rollback/fuse.ts';
import { runningRollback } from '../../shared/domain/rollback/running.ts';
import type { Rollback } from '../../shared/domain/rollback/schema.ts';
import { useFuse } from '../store/fuse.ts';
import { useTable } from '../store/live.ts';
import { go } from '../store/route.ts';
import { useNow } from '../ui/clock.ts';
import { Mark, type MarkState } from '../ui/mark.tsx';

const marks: Readonly<Record<FuseState, { readonly state: MarkState; readonly word: string }>> = {
  safe: { state: 'go', word: 'in time' },
  warning: { state: 'at-risk', word: 'burns soon' },
  burnt: { state: 'breach', word: 'burnt' },
};

/** Nothing while there is nothing to take back. */
export function Fuse() {
  const rollback = runningRollback({ rollback: useTable('rollback') });
  const fuse = useFuse();
  if (rollback) return <Running rollback={rollback} />;
  return fuse && <Burning fuse={fuse} />;
}

function Burning({ fuse }: { readonly fuse: FuseFacts }) {
  const now = useNow(1_000);
  const [passed] = passedNoReturn({ gate: useTable('gate') });
  const { state, word } = marks[fuse.state];
  const means = `Rollback fuse: rolling back (${fuse.kind}) takes ${formatSpan(fuse.backMs)} and ends inside the change window if it starts before this is over.`;
  return (
    <button
      type="button"
      className="fuse"
      onClick={() => go('rollback')}
      title={passed ? `${passed.ref}, a point of no return, was passed. ${means}` : means}
    >
      <span className="lb">Fuse, back in {formatSpan(fuse.backMs)}</span>
      <span className="v">
        <b role="timer">{formatClock(fuse.lastSafeAt - now)}</b>
        {passed ? <Mark state="no-go">past {passed.ref}</Mark> : <Mark state={state}>{word}</Mark>}
      </span>
    </button>
  );
}

function Running({ rollback }: { readonly rollback: Rollback }) {
  const now = useNow(1_000);
  const tookMs = now - rollback.decidedAt;
  const isOver = rollback.targetMs !== null && tookMs > rollback.targetMs;
  return (
    <button type="button" className="fuse" onClick={() => go('rollback')} title={rollback.reason}>
      <span className="lb">
        {rollback.ref}
        {rollback.targetMs !== null && `, target ${formatSpan(rollback.targetMs)}`}
      </span>
      <span className="v">
        <b role="timer">{formatClock(tookMs)}</b>
        <Mark state={isOver ? 'late' : 'rolled-back'}>{isOver ? 'over target' : 'rolling back'}</Mark>
      </span>
    </button>
  );
}
