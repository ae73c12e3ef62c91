/** Asks when a task really began or ended, where it is ticked off late or the person says so. */
import { useState } from 'react';
import { formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { useGoLive } from '../../store/live.ts';
import { hostNow } from '../../ui/clock.ts';
import { type Answer, Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';

interface WhenDialogProps {
  readonly verb: 'Start' | 'Finish';
  readonly about: string;
  /** When it was expected, UTC ms; null when the person asked for the question. */
  readonly expectedAt: number | null;
  /** `occurredAt` is undefined for now. */
  readonly run: (occurredAt: number | undefined, note: string | undefined) => Promise<Answer>;
  readonly onClose: () => void;
}

const MINUTE = 60_000;

export function WhenDialog({ verb, about, expectedAt, run, onClose }: WhenDialogProps) {
  const { zone } = useGoLive();
  const [now] = useState(() => Math.floor(hostNow() / MINUTE) * MINUTE);
  const [choice, choose] = useState<'now' | 'expected' | 'other'>(expectedAt === null ? 'other' : 'now');
  const [other, setOther] = useState<number | null>(expectedAt ?? now);
  const [note, setNote] = useState('');
  const began = verb === 'Start' ? 'began' : 'ended';
  const at = choice === 'now' ? undefined : choice === 'expected' ? (expectedAt ?? undefined) : (other ?? undefined);
  const choices = [
    { value: 'now', label: 'Just now' },
    ...(expectedAt === null ? [] : [{ value: 'expected', label: `At ${formatTime(expectedAt, zone)}, as expected` } as const]),
    { value: 'other', label: 'Another time' },
  ] as const;
  return (
    <Dialog
      title={`${verb} task`}
      quiet={about}
      onClose={onClose}
      size="narrow"
      submit={{ label: verb, disabled: choice === 'other' && other === null, run: () => run(at, note.trim() || undefined) }}
    >
      {expectedAt !== null && (
        <p>
          It was expected to have {began === 'began' ? 'begun' : 'ended'} at {formatTime(expectedAt, zone)} {zoneName(expectedAt, zone)}.
          When was it really?
        </p>
      )}
      <ChoiceField label={`It ${began}`} value={choice} onChange={choose} choices={choices} />
      {choice === 'other' && (
        <DateTimeField
          label={`When it ${began}`}
          value={other}
          onChange={setOther}
          zone={zone}
          autoFocus={expectedAt === null}
          error={other === null ? 'Write the time, such as 2026-11-21 22:00 or 22:00.' : undefined}
        />
      )}
      {verb === 'Finish' && choice !== 'now' && <TextField label="How it is known" value={note} onChange={setNote} />}
    </Dialog>
  );
}
