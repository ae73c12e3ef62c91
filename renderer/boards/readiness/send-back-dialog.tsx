/** Asks what is missing before a check that waits to be verified goes back to who passed it. */
import { useState } from 'react';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';

export function SendBackDialog({ check, onClose }: { readonly check: Check; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const run = () => act(client.readiness.sendBackCheck, { checkId: check.id, reason }, `${check.ref} sent back`);
  return (
    <Dialog
      title="Send check back"
      quiet={`${check.ref} ${check.title}`}
      onClose={onClose}
      submit={{ label: 'Send back', run, disabled: reason.trim() === '' }}
    >
      <TextArea
        label="What is missing"
        hint={check.decidedBy && `${check.decidedBy} passed it. It will be open again.`}
        required
        autoFocus
        maxLength={2_000}
        value={reason}
        onChange={setReason}
      />
    </Dialog>
  );
}
