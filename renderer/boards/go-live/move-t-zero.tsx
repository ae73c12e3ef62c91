/** Moves T-0, and says first what moves with it. */
import { useState } from 'react';
import { formatDay, formatSpan, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';

export function MoveTZero({ onClose }: { readonly onClose: () => void }) {
  const goLive = useGoLive();
  const rows = useRows();
  const [tZeroAt, setTZeroAt] = useState<number | null>(goLive.tZeroAt);
  const [moveWindow, setMoveWindow] = useState(true);
  const [reason, setReason] = useState('');
  const by = tZeroAt === null ? 0 : tZeroAt - goLive.tZeroAt;
  const tasks = [...rows.task.values()].filter((task) => !isClosed(task) && task.startOffset !== null).length;
  const checks = [...rows.check.values()].filter(({ dueOffset }) => dueOffset !== null).length;
  const at = (instant: number) => `${formatDay(instant, goLive.zone)} ${formatTime(instant, goLive.zone)}`;
  const windowBy = moveWindow ? by : 0;
  const send = () => act(client.goLive.moveTZero, { tZeroAt: tZeroAt ?? goLive.tZeroAt, moveWindow, reason }, 'T-0 moved');
  return (
    <Dialog
      title="Move T-0"
      quiet={goLive.ref}
      onClose={onClose}
      submit={{ label: 'Move T-0', disabled: by === 0 || reason.trim() === '', run: send }}
    >
      <DateTimeField label="New T-0" required zone={goLive.zone} value={tZeroAt} onChange={setTZeroAt} autoFocus />
      <CheckField label="The change window moves with it" checked={moveWindow} onChange={setMoveWindow} />
      <TextArea label="Why" required rows={2} maxLength={2_000} value={reason} onChange={setReason} />
      {by !== 0 && (
        <p>
          {tasks} open tasks and {checks} checks move {formatSpan(Math.abs(by))} {by > 0 ? 'later' : 'earlier'}. The window is{' '}
          {at(goLive.windowStart + windowBy)} to {at(goLive.windowEnd + windowBy)} {zoneName(goLive.windowEnd, goLive.zone)}. What has
          begun, training sessions and conditions with a time of their own stay.
        </p>
      )}
    </Dialog>
  );
}
