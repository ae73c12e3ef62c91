/** Asks why a decided gate is taken up again. */
import { useState } from 'react';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';

export function ReopenDialog({ gate, onClose }: { readonly gate: Gate; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const run = () => act(client.gate.reopenGate, { gateId: gate.id, reason }, `${gate.ref} reopened`);
  return (
    <Dialog
      title="Reopen gate"
      quiet={`${gate.ref} ${gate.title}`}
      onClose={onClose}
      submit={{ label: 'Reopen', run, danger: true, disabled: reason.trim() === '' }}
    >
      <p>
        The decision {gate.decision} and its conditions are taken back; the timeline keeps them. What it held back waits again until the
        next go. The calls stay until they are made anew.
      </p>
      <TextArea label="Why it is taken up again" required autoFocus maxLength={2_000} value={reason} onChange={setReason} />
    </Dialog>
  );
}
