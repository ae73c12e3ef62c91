/** Making a rehearsal or drill: when its T-0 is, and in a drill when its clock begins. */
import { useState } from 'react';
import { refuse } from '../../../shared/base/result.ts';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { useGoLive } from '../../store/live.ts';
import { openGoLive } from '../../store/route.ts';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import css from './rehearsal.module.css';

interface NewRunDialogProps {
  readonly kind: 'rehearsal' | 'drill';
  readonly onClose: () => void;
}

const DAY = 86_400_000;

export function NewRunDialog({ kind, onClose }: NewRunDialogProps) {
  const { id: goLiveId, ref, zone, tZeroAt: realZero, windowStart: realStart, windowEnd: realEnd } = useGoLive();
  const proposed = kind === 'drill' ? realZero : nextWeek(realZero);
  const [tZeroAt, setZero] = useState<number | null>(proposed);
  const [windowStart, setStart] = useState<number | null>(realStart + proposed - realZero);
  const [windowEnd, setEnd] = useState<number | null>(realEnd + proposed - realZero);
  const shift = (next: number | null) => {
    if (next !== null && tZeroAt !== null && windowStart !== null && windowEnd !== null) {
      setStart(windowStart + next - tZeroAt);
      setEnd(windowEnd + next - tZeroAt);
    }
    setZero(next);
  };
  const run = async () => {
    if (tZeroAt === null || windowStart === null || windowEnd === null)
      return refuse('no-time', 'Give T-0 and both ends of the change window.');
    try {
      const made = await client.rehearsal.create.mutate({ goLiveId, kind, tZeroAt, windowStart, windowEnd });
      if (made.ok) openGoLive(made.ref, 'rehearsal');
      return made;
    } catch (error) {
      return { ok: false as const, refusal: refusalOf(error) };
    }
  };
  const isDrill = kind === 'drill';
  return (
    <Dialog
      title={isDrill ? 'New drill' : 'New rehearsal'}
      quiet={`of ${ref}`}
      onClose={onClose}
      submit={{ label: isDrill ? 'Make the drill' : 'Make the rehearsal', run }}
    >
      <div className={css.stack}>
        <p className="q2">
          {isDrill
            ? 'The whole plan as it stands is copied, with nothing worked or decided. Its clock is simulated: it stands half an hour before the first task until you let it run.'
            : 'The whole plan as it stands is copied, with nothing worked or decided, and worked by the real clock beside the real go-live.'}
        </p>
        <DateTimeField autoFocus label="T-0" value={tZeroAt} onChange={shift} zone={zone} base={proposed} />
        <div className={css.two}>
          <DateTimeField label="Window begins" value={windowStart} onChange={setStart} zone={zone} base={proposed} />
          <DateTimeField label="Window ends" value={windowEnd} onChange={setEnd} zone={zone} base={proposed} />
        </div>
      </div>
    </Dialog>
  );
}

/** The same weekday and hour as the real one: the nearest week before it that is still to come, or the next one. */
function nextWeek(tZeroAt: number): number {
  const week = 7 * DAY;
  const before = tZeroAt - week;
  const now = hostNow();
  return before > now ? before : tZeroAt + Math.max(0, Math.ceil((now - tZeroAt) / week)) * week;
}
