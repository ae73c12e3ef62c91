/** Asks why a sealed poll is withdrawn. */
import type { Gate, Poll } from '../../../shared/domain/gate/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

export function WithdrawDialog({ gate, poll, onClose }: { readonly gate: Gate; readonly poll: Poll; readonly onClose: () => void }) {
  const { values, bind } = useFields({ reason: '' });
  const run = () => act(client.gate.withdrawPoll, { pollId: poll.id, reason: values.reason });
  return (
    <Dialog
      title="Withdraw the poll"
      quiet={gate.ref}
      onClose={onClose}
      submit={{ label: 'Withdraw', run, danger: true, disabled: values.reason.trim() === '' }}
      size="narrow"
    >
      <p className="q2">The calls that are in are never read. A new poll asks everybody again.</p>
      <TextArea label="Why it is withdrawn" required autoFocus maxLength={2_000} {...bind('reason')} />
    </Dialog>
  );
}
