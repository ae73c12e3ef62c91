/** What is asked about the clock: why it is held, when it is expected to go on, and how T-0 may leave the change window. */
import { useState } from 'react';
import { formatSpan } from '../../shared/base/time-words.ts';
import { holdNow, tZeroAfter } from '../../shared/domain/go-live/hold.ts';
import { client } from '../client/client.ts';
import { act } from '../store/act.ts';
import { useGoLive, useRows } from '../store/live.ts';
import { hostNow, useNow } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ChoiceField } from '../ui/fields/choice-field.tsx';
import { DateTimeField } from '../ui/fields/date-time-field.tsx';
import { TextArea } from '../ui/fields/text-area.tsx';
import { Time } from '../ui/time.tsx';

interface Asked {
  readonly onClose: () => void;
}

export function HoldDialog({ asking, onClose }: Asked & { readonly asking: 'call' | 'expect' | 'resume' }) {
  if (asking === 'call') return <CallHold onClose={onClose} />;
  return asking === 'expect' ? <ExpectHold onClose={onClose} /> : <ResumeHold onClose={onClose} />;
}

function CallHold({ onClose }: Asked) {
  const { ref, zone } = useGoLive();
  const [reason, setReason] = useState('');
  const [expectedEndAt, setEnd] = useState<number | null>(null);
  const run = () => act(client.hold.callHold, { reason, expectedEndAt }, 'The clock is on hold');
  return (
    <Dialog
      title="Hold the clock"
      quiet={ref}
      size="narrow"
      onClose={onClose}
      submit={{ label: 'Hold', disabled: reason.trim() === '', run }}
    >
      <p className="q2">
        T-minus stops for everybody and no task starts without a reason. When the clock goes on, T-0 is later by as much.
      </p>
      <TextArea label="Why" required autoFocus rows={2} maxLength={2_000} value={reason} onChange={setReason} />
      <DateTimeField
        label="Expected end"
        hint="Empty: nobody knows yet"
        zone={zone}
        base={hostNow()}
        value={expectedEndAt}
        onChange={setEnd}
      />
    </Dialog>
  );
}

function ExpectHold({ onClose }: Asked) {
  const { zone } = useGoLive();
  const hold = holdNow(useRows());
  const [expectedEndAt, setEnd] = useState(hold?.expectedEndAt ?? null);
  const run = () => act(client.hold.expectHold, { expectedEndAt }, 'Expected end changed');
  return (
    <Dialog title="Expected end of the hold" quiet={hold?.ref} size="narrow" onClose={onClose} submit={{ label: 'Save', run }}>
      <DateTimeField
        label="Expected end"
        hint="Empty: nobody knows. No task is forecast to start before it."
        autoFocus
        zone={zone}
        base={hostNow()}
        value={expectedEndAt}
        onChange={setEnd}
      />
    </Dialog>
  );
}

type Way = 'window' | 'despite';

function ResumeHold({ onClose }: Asked) {
  const rows = useRows();
  const goLive = useGoLive();
  const now = useNow(1_000);
  const hold = holdNow(rows);
  const [way, setWay] = useState<Way>('window');
  const [despite, setDespite] = useState('');
  const tZeroAt = hold ? tZeroAfter(rows, goLive, hold, now) : goLive.tZeroAt;
  const run = () => act(client.hold.resumeHold, way === 'window' ? { moveWindow: true } : { despite }, 'The clock goes on');
  const disabled = way === 'despite' && despite.trim() === '';
  return (
    <Dialog title="Resume the clock" quiet={hold?.ref} size="narrow" onClose={onClose} submit={{ label: 'Resume', disabled, run }}>
      <p className="warn">
        T-0 moves by {formatSpan(tZeroAt - goLive.tZeroAt)} to <Time at={tZeroAt} withZone />, outside the change window, which ends{' '}
        <Time at={goLive.windowEnd} withZone />.
      </p>
      <ChoiceField label="The change window" value={way} onChange={setWay} choices={ways} />
      {way === 'despite' && (
        <TextArea label="Why T-0 may lie outside it" required rows={2} maxLength={2_000} value={despite} onChange={setDespite} />
      )}
    </Dialog>
  );
}

const ways: readonly { readonly value: Way; readonly label: string }[] = [
  { value: 'window', label: 'Moves with T-0' },
  { value: 'despite', label: 'Stays' },
];
