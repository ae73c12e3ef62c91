/** Corrects when a task really began and ended. What was written first stays in the journal. */
import { useState } from 'react';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';

export function CorrectDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const { zone } = useGoLive();
  const [start, setStart] = useState(task.actualStart);
  const [end, setEnd] = useState(task.actualEnd);
  const [reason, setReason] = useState('');
  const hasStart = task.actualStart !== null;
  const hasEnd = isClosed(task);
  const isUnreadable = (hasStart && start === null) || (hasEnd && end === null);
  const run = () => {
    const times = { ...(hasStart && start !== null ? { actualStart: start } : {}), ...(hasEnd && end !== null ? { actualEnd: end } : {}) };
    return act(client.work.correctTimes, { taskId: task.id, reason, ...times }, `${task.ref} times corrected`);
  };
  return (
    <Dialog
      title="Correct times"
      quiet={`${task.ref} ${task.title}`}
      onClose={onClose}
      size="narrow"
      submit={{ label: 'Correct', run, disabled: isUnreadable || reason.trim() === '' }}
    >
      {hasStart && <DateTimeField label="Really began" value={start} onChange={setStart} zone={zone} autoFocus />}
      {hasEnd && <DateTimeField label="Really ended" value={end} onChange={setEnd} zone={zone} autoFocus={!hasStart} />}
      <TextArea label="How it is known" rows={2} value={reason} onChange={setReason} maxLength={2_000} required />
    </Dialog>
  );
}
