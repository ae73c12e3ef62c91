/** Marks a message as sent: once more what is kept, and when it went out; asks why when its task is held. */
import { useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import type { Announcement } from '../../../shared/domain/comms/schema.ts';
import { yieldingCodes } from '../../../shared/domain/runbook/start-stops.ts';
import { client } from '../../client/client.ts';
import { useWhen, WhenField } from '../../dialogs/when-field.tsx';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import css from './comms.module.css';
import type { Preview } from './lines.ts';

interface SendDialogProps {
  readonly announcement: Announcement;
  readonly preview: Preview;
  readonly onClose: () => void;
}

export function SendDialog({ announcement, preview, onClose }: SendDialogProps) {
  const when = useWhen();
  const [held, setHeld] = useState<Refusal | null>(null);
  const [despite, setDespite] = useState('');
  const disabled = when.value === null || preview.open.length > 0 || (held !== null && despite.trim() === '');

  async function run() {
    const why = held ? { despite } : {};
    const fields = { announcementId: announcement.id, occurredAt: when.occurredAt, ...why };
    const outcome = await act(client.comms.sendAnnouncement, fields, 'Message marked as sent');
    if (!outcome.ok && yieldingCodes.has(outcome.refusal.code)) setHeld(outcome.refusal);
    return outcome;
  }

  return (
    <Dialog title="Mark as sent" quiet={announcement.audience} onClose={onClose} submit={{ label: 'Sent', disabled, run }}>
      <p className="q2">Gantry sends nothing. The words are kept as they stand here, and the task is finished with its last message.</p>
      <p className={css.subject}>{preview.subject}</p>
      <p className={css.words}>{preview.content}</p>
      {preview.open.map(({ name, why }) => (
        <p key={name} className="warn">
          <span className="f">{`{${name}}`}</span> {why}. Edit the message and write what was said.
        </p>
      ))}
      <WhenField when={when} label="When it went out" />
      {held && <TextArea label="Why it went out all the same" required rows={2} maxLength={2_000} value={despite} onChange={setDespite} />}
    </Dialog>
  );
}
