/** The hold on every board: who stopped the clock, since when, why, until when; and the keys and questions about the clock. */
import { lazy, Suspense, useEffect } from 'react';
import { formatSpan, formatTime, zoneName } from '../../shared/base/time-words.ts';
import { holdNow } from '../../shared/domain/go-live/hold.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import type { Hold } from '../../shared/domain/runbook/schedule-schema.ts';
import { client } from '../client/client.ts';
import { act, tell } from '../store/act.ts';
import { useGoLive, useRole, useTable } from '../store/live.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/clock.ts';
import { useKeys } from '../ui/keys.ts';
import { Mark } from '../ui/mark.tsx';
import { askHold, useHoldAsking } from './hold-asking.ts';

const Questions = lazy(async () => ({ default: (await import('../dialogs/hold-dialogs.tsx')).HoldDialog }));
const Recycle = lazy(async () => ({ default: (await import('../dialogs/recycle-dialog.tsx')).RecycleDialog }));

/** Nothing while the clock runs, apart from its keys. */
export function HoldStrip() {
  const goLive = useGoLive();
  const hold = holdNow({ hold: useTable('hold') });
  const role = useRole();
  const asking = useHoldAsking((state) => state.asking);
  const hasClock = goLive.stage === 'planning' || goLive.stage === 'cutover';
  const mayAct = role !== 'viewer' && hasClock;
  const mayLead = role === 'manager' && hasClock;
  useKeys('Clock', [
    { key: 'Shift+H', label: 'hold the clock', run: () => askHold('call'), when: mayAct && !hold, foot: false },
    { key: 'Shift+H', label: 'resume the clock', run: () => void resumeClock(), when: mayLead && hold !== null, foot: false },
    { key: 'Shift+R', label: 'take up an earlier task again', run: () => askHold('recycle'), when: mayLead, foot: false },
  ]);
  const close = () => askHold(null);
  useEffect(() => () => askHold(null), []); // a question asked of one go-live is never answered for another
  return (
    <>
      {hold && (
        <section className="held" aria-label="On hold">
          <Mark state="paused">On hold</Mark>
          <HeldWords hold={hold} goLive={goLive} />
          <span className="grow" />
          {mayLead && (
            <Button primary hint="Shift+H" onClick={() => void resumeClock()}>
              Resume
            </Button>
          )}
          {mayAct && <Button onClick={() => askHold('expect')}>Expected end</Button>}
          {mayLead && <Button onClick={() => askHold('recycle')}>Recycle</Button>}
        </section>
      )}
      <Suspense>
        {asking === 'recycle' && <Recycle onClose={close} />}
        {asking !== null && asking !== 'recycle' && <Questions asking={asking} onClose={close} />}
      </Suspense>
    </>
  );
}

function HeldWords({ hold, goLive: { zone } }: { readonly hold: Hold; readonly goLive: GoLive }) {
  const now = useNow(1_000);
  const clock = (at: number) => `${formatTime(at, zone)} ${zoneName(at, zone)}`;
  const { expectedEndAt } = hold;
  const isOver = expectedEndAt !== null && expectedEndAt < now;
  return (
    <span className="words">
      <b>{hold.reason}</b> {hold.ref} by {hold.calledBy} since {clock(hold.startedAt)}, {formatSpan(now - hold.startedAt)}.{' '}
      {expectedEndAt === null ? 'Nobody knows how long yet.' : `Expected to end ${clock(expectedEndAt)}.`}{' '}
      {isOver && <span className="warn">That was {formatSpan(now - expectedEndAt)} ago.</span>}
    </span>
  );
}

/** With one press; where T-0 would leave the change window, it is asked first. */
export async function resumeClock(): Promise<void> {
  const outcome = await act(client.hold.resumeHold, {}, 'The clock goes on');
  if (outcome.ok) return;
  if (outcome.refusal.code === 'outside-window') askHold('resume');
  else tell(outcome.refusal);
}
