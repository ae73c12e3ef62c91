/** Asks what blocks a task and when it is expected to go on; or anew for the second alone. */
import { useState } from 'react';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { attempt } from './attempt.tsx';

interface Props {
  readonly task: Task;
  readonly onClose: () => void;
}

export function BlockDialog({ task, onClose }: Props) {
  const [clearsAt, setClearsAt] = useState<number | null>(null);
  const about = `${task.ref} ${task.title}`;
  return (
    <ReasonDialog
      {...{ about, onClose, title: 'Block task', label: 'What blocks it', verb: 'Block' }}
      run={(reason, occurredAt) =>
        attempt(client.runbook.blockTask, { taskId: task.id, reason, clearsAt, occurredAt }, `${task.ref} blocked`, about)
      }
    >
      <ClearsAt value={clearsAt} onChange={setClearsAt} />
    </ReasonDialog>
  );
}

export function EstimateDialog({ task, onClose }: Props) {
  const [clearsAt, setClearsAt] = useState(task.clearsAt);
  return (
    <Dialog
      title="When it is expected to go on"
      quiet={`${task.ref} ${task.title}`}
      onClose={onClose}
      size="narrow"
      submit={{ label: 'Save', run: () => act(client.work.estimateBlock, { taskId: task.id, clearsAt }, `${task.ref} estimate changed`) }}
    >
      <ClearsAt value={clearsAt} onChange={setClearsAt} autoFocus />
    </Dialog>
  );
}

const MINUTE = 60_000;
const spans = [
  [15, '+15 min'],
  [30, '+30 min'],
  [60, '+1 h'],
  [120, '+2 h'],
] as const;

interface ClearsAtProps {
  readonly value: number | null;
  readonly onChange: (at: number | null) => void;
  readonly autoFocus?: boolean;
}

/** Empty says that nobody knows; the forecast then counts from now. */
function ClearsAt({ value, onChange, autoFocus }: ClearsAtProps) {
  const { zone } = useGoLive();
  const inMinutes = (minutes: number) => Math.ceil(hostNow() / MINUTE + minutes) * MINUTE;
  return (
    <>
      <DateTimeField
        label="Expected to go on"
        hint="The forecast reads it. Empty: nobody knows."
        value={value}
        onChange={onChange}
        zone={zone}
        autoFocus={autoFocus}
      />
      <span className="btns">
        {spans.map(([minutes, label]) => (
          <Button key={minutes} onClick={() => onChange(inMinutes(minutes))}>
            {label}
          </Button>
        ))}
        {value !== null && <Button onClick={() => onChange(null)}>Nobody knows</Button>}
      </span>
    </>
  );
}
